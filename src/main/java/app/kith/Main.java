package app.kith;

import app.kith.cli.CommandLineProgram;
import app.kith.cli.Screen;
import app.kith.desk.Desk;
import app.kith.desk.Home;
import app.kith.ui.Launcher;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the program starts: with no command the window, else the command line. */
public final class Main {
    private Main() {}

    /**
     * Starts the program.
     *
     * @param args command line; without a command the window opens
     */
    public static void main(String[] args) {
        System.exit(CommandLineProgram.run(args, new TheWindow()));
    }

    /** The window, as the command line needs it. */
    private static final class TheWindow implements Screen {
        @Override
        public boolean isThere() {
            return Launcher.displayIsThere(System.getenv());
        }

        @Override
        public int open(Path home, @Nullable Path passphraseFile) {
            return Launcher.open(home, passphraseFile);
        }

        @Override
        public int demo() {
            return Launcher.sample(Home.usual(System.getenv(), System::getProperty));
        }

        @Override
        public void draw(Desk desk, Path picture) {
            Launcher.draw(desk, picture);
        }
    }
}
