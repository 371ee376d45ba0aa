package app.kith.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The options that stand before every command. */
@Command(name = "kith", mixinStandardHelpOptions = true, versionProvider = Root.Version.class, description = "Kith (知客): a contact manager that reads your mail. Without a command it opens the window.", synopsisSubcommandLabel = "COMMAND")
final class Root implements Callable<Integer> {
    private final Shell shell;
    private final Screen screen;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Root(Shell shell, Screen screen) {
        this.shell = shell;
        this.screen = screen;
    }

    @Option(names = "--home", paramLabel = "DIR", description = "data folder (default: the platform's own place)")
    void home(Path home) {
        shell.home(home);
    }

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "file whose first line is the passphrase")
    void passphraseFile(Path file) {
        shell.passphraseFile(file);
    }

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "print one JSON document")
    void json(boolean on) {
        shell.terminal().json(on);
    }

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "print the log and stack traces")
    void debug(boolean on) {
        shell.terminal().debug(on);
    }

    /** Without a display there is nothing to open: the main job is done on the console instead, with the sample mailbox. */
    @Override
    public Integer call() {
        if (screen.isThere()) {
            return screen.open(shell.home(), shell.passphraseFile());
        }
        String folder = System.getProperty("kith.tour");
        shell.terminal().note(shell.terminal().words().get("cli.no-display"));
        return folder == null
                ? spec.commandLine().execute("demo", "--console")
                : spec.commandLine().execute("demo", "--console", "--picture", folder + "/window.png");
    }

    /** The version of the jar. */
    static final class Version implements picocli.CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Root.class.getPackage().getImplementationVersion();
            return new String[]{"Kith " + (version == null ? "(from classes)" : version), "Java " + Runtime.version()};
        }
    }
}
