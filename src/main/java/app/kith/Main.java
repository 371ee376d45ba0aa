package app.kith;

import app.kith.cli.CommandLineProgram;
import app.kith.cli.Screen;
import app.kith.desk.Desk;
import java.nio.file.Path;

/** Where the program starts: with no arguments the window, else the command line. */
public final class Main {
    private Main() {}

    /**
     * Starts the program.
     *
     * @param args command line; empty for the window
     */
    public static void main(String[] args) {
        System.exit(CommandLineProgram.run(args, new Screen() {
            @Override
            public boolean isThere() {
                return false;
            }

            @Override
            public int demo() {
                return 1;
            }

            @Override
            public void draw(Desk desk, Path picture) {}
        }));
    }
}
