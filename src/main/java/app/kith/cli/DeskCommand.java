package app.kith.cli;

import app.kith.desk.Desk;
import java.util.concurrent.Callable;

/** A command that opens the data folder, does its work there, and succeeds unless it throws or says otherwise. */
abstract class DeskCommand implements Callable<Integer> {
    private final Shell shell;

    DeskCommand(Shell shell) {
        this.shell = shell;
    }

    /** Does the work; the desk is closed afterwards. */
    abstract void run(Desk desk, Terminal terminal);

    /** Opens the data folder; some commands do it otherwise. */
    Desk open(Shell opener) {
        return opener.desk();
    }

    @Override
    public final Integer call() {
        try (Desk desk = open(shell)) {
            run(desk, shell.terminal());
            desk.rules().catchUpQuietly(); // What was just done may set rules off.
        }
        return exit();
    }

    /** The exit state after work that did not throw. */
    int exit() {
        return 0;
    }
}
