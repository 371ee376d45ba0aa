package app.kith.desk;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;

/** Where a data folder lies. */
public final class Home {
    private Home() {}

    /**
     * The platform's own place for the data of this user.
     *
     * @param environment the environment's variables
     * @param properties looks up a system property
     * @return the folder; it need not be there
     */
    public static Path usual(Map<String, String> environment, java.util.function.UnaryOperator<String> properties) {
        String system = properties.apply("os.name").toLowerCase(Locale.ROOT);
        Path user = Path.of(properties.apply("user.home"));
        if (system.startsWith("windows")) {
            String roaming = environment.get("APPDATA");
            return (roaming == null ? user.resolve("AppData").resolve("Roaming") : Path.of(roaming)).resolve("Kith");
        }
        if (system.startsWith("mac")) {
            return user.resolve("Library").resolve("Application Support").resolve("Kith");
        }
        String data = environment.get("XDG_DATA_HOME");
        boolean usable = data != null && Path.of(data).isAbsolute();
        return (usable ? Path.of(data) : user.resolve(".local").resolve("share")).resolve("kith");
    }

    /**
     * Makes the folder if it is not there, for its owner only where the file system knows owners.
     *
     * @param home the folder
     * @return the folder, absolute
     * @throws KithException DISK if it cannot be made
     */
    public static Path make(Path home) {
        try {
            Path absolute = home.toAbsolutePath().normalize();
            if (!Files.isDirectory(absolute)) {
                Files.createDirectories(absolute);
                if (Files.getFileStore(absolute).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(absolute, PosixFilePermissions.fromString("rwx------"));
                }
            }
            return absolute;
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, home, String.valueOf(e.getMessage()));
        }
    }
}
