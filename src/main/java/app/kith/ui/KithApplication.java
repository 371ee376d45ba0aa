package app.kith.ui;

import app.kith.ui.work.Inbox;
import app.kith.ui.work.ScreenBackground;
import app.kith.vault.KeyRing;
import app.kith.vault.SystemKeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/** What JavaFX starts: opens one window as the named parameters say. */
public final class KithApplication extends Application {
    static final String HOME = "home";
    static final String PASSPHRASE_FILE = "passphrase-file";
    static final String SAMPLE = "sample";

    /** Made by JavaFX. */
    public KithApplication() {
        // JavaFX needs it.
    }

    @Override
    public void start(Stage stage) throws IOException {
        Map<String, String> named = getParameters().getNamed();
        Platform.setImplicitExit(false);
        String passphraseFile = named.getOrDefault(PASSPHRASE_FILE, "");
        KeyRing keyRing = passphraseFile.isEmpty() ? new SystemKeyRing() : KeyRing.none();
        char[] passphrase = passphraseFile.isEmpty()
                ? null
                : Files.readString(Path.of(passphraseFile)).lines().findFirst().orElse("").toCharArray();
        MainWindow window = new MainWindow(stage, Path.of(named.getOrDefault(HOME, "")), keyRing,
                new ScreenBackground(Inbox.ofScreen()), Clock.system(ZoneId.systemDefault()),
                new MainWindow.Around(getHostServices()::showDocument, UnaryOperator.identity(), Platform::exit));
        window.open(Boolean.parseBoolean(named.get(SAMPLE)), passphrase);
    }
}
