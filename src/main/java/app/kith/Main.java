package app.kith;

import app.kith.cli.CommandLineProgram;

/** Where the program starts: with no arguments the window, else the command line. */
public final class Main {
    private Main() {}

    /**
     * Starts the program.
     *
     * @param args command line; empty for the window
     */
    public static void main(String[] args) {
        System.exit(CommandLineProgram.run(args));
    }
}
