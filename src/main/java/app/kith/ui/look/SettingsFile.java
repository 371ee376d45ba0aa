package app.kith.ui.look;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file of the screen's settings. One that is missing or cannot be read counts for the usual settings. Blocks. */
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // What an older program did not write is off.
            .build();

    private final Path file;

    /**
     * Names the file of a data folder.
     *
     * @param home the data folder
     */
    public SettingsFile(Path home) {
        this.file = home.resolve("window.json");
    }

    /** {@return what is kept, else the usual settings} */
    public Settings read() {
        if (!Files.exists(file)) {
            return Settings.USUAL;
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), Settings.class);
        } catch (IOException | JacksonException e) {
            LOG.warn("The settings of the window could not be read; the usual ones are taken");
            return Settings.USUAL;
        }
    }

    /**
     * Keeps settings: written beside, then moved, so that a stop in between loses nothing.
     *
     * @param settings the settings
     */
    public synchronized void write(Settings settings) {
        try {
            Path beside = file.resolveSibling("window.json.new");
            Files.write(beside, JSON.writeValueAsBytes(settings));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The settings of the window could not be kept: {}", e.getClass().getSimpleName());
        }
    }
}
