package app.kith.ui;

import app.kith.desk.Desk;
import app.kith.desk.FrontDoor;
import app.kith.ui.look.Settings;
import app.kith.ui.look.Settings.Theme;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Application;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** How the window is opened from outside. */
public final class Launcher {
    private Launcher() {}

    /**
     * Tells whether there is a display to open a window on.
     *
     * @param environment the environment's variables
     * @return true on Windows and macOS; elsewhere if an X or Wayland display is named, or the headless platform was chosen
     */
    public static boolean displayIsThere(Map<String, String> environment) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return system.startsWith("windows") || system.startsWith("mac")
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    /**
     * Opens the window on a data folder and waits until it is closed. Where a window has that folder open already, that one comes
     * to the front instead.
     *
     * @param home the data folder
     * @param passphraseFile file whose first line is the passphrase; null to ask the key store or the user
     * @return the exit state
     */
    public static int open(Path home, @Nullable Path passphraseFile) {
        if (FrontDoor.knock(home)) {
            return 0;
        }
        List<String> parameters = new ArrayList<>(List.of("--" + KithApplication.HOME + "=" + home.toAbsolutePath()));
        if (passphraseFile != null) {
            parameters.add("--" + KithApplication.PASSPHRASE_FILE + "=" + passphraseFile);
        }
        Application.launch(KithApplication.class, parameters.toArray(String[]::new));
        return 0;
    }

    /**
     * Opens the window on the sample mailbox and waits until it is closed.
     *
     * @param home the usual data folder, which is not touched
     * @return the exit state
     */
    public static int sample(Path home) {
        Application.launch(KithApplication.class, "--" + KithApplication.HOME + "=" + home.toAbsolutePath(),
                "--" + KithApplication.SAMPLE + "=true");
        return 0;
    }

    /**
     * Draws the window without a display.
     *
     * @param desk what it shows
     * @param picture PNG file to make
     * @throws KithException DISK if the file cannot be written
     */
    public static void draw(Desk desk, Path picture) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CompletableFuture<Boolean> drawn = new CompletableFuture<>();
        Platform.startup(() -> {
            try {
                Settings settings = Settings.USUAL.themed(Theme.LIGHT);
                new Picture(desk, settings).write(picture);
                drawn.complete(true);
            } catch (RuntimeException e) {
                drawn.completeExceptionally(e);
            }
        });
        try {
            drawn.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof KithException known
                    ? known
                    : new KithException(e, Problem.INTERNAL, "picture");
        } finally {
            Platform.exit();
        }
    }
}
