package app.kith.cli;

import app.kith.vault.SystemKeyRing;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/** The command line of Kith. */
public final class CommandLineProgram {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineProgram.class);
    private static final int WRONG_USAGE = 2;

    private CommandLineProgram() {}

    /**
     * Runs a command on the process's own streams, which are written in UTF-8 whatever the platform's charset.
     *
     * @param args the command line
     * @param screen the window
     * @return the exit state
     */
    public static int run(String[] args, Screen screen) {
        return run(args, screen, utf8(FileDescriptor.out), utf8(FileDescriptor.err), Words.of(Locale.getDefault()),
                Terminal.console() != null);
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /**
     * Runs a command.
     *
     * @param args the command line
     * @param screen the window
     * @param out takes the result
     * @param err takes everything else
     * @param words the language
     * @param interactive whether to show progress
     * @return the exit state
     */
    public static int run(String[] args, Screen screen, PrintStream out, PrintStream err, Words words,
            boolean interactive) {
        return run(args, screen, new Shell(new Terminal(out, err, words, interactive), new SystemKeyRing()), out, err);
    }

    static int run(String[] args, Screen screen, Shell shell, PrintStream out, PrintStream err) {
        Terminal terminal = shell.terminal();
        CommandLine line = commands(shell, screen);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, _) -> {
            terminal.failure(new KithException(Problem.USAGE, String.valueOf(e.getMessage()).strip()));
            return WRONG_USAGE;
        });
        line.setExecutionExceptionHandler((e, _, _) -> failed(e, terminal));
        return line.execute(args);
    }

    private static CommandLine commands(Shell shell, Screen screen) {
        return new CommandLine(new Root(shell, screen)).addSubcommand(AccountCommands.of(shell))
                .addSubcommand(new SyncCommand(shell)).addSubcommand(new SendCommand(shell))
                .addSubcommand(OutboxCommands.of(shell)).addSubcommand(MessagesCommands.of(shell))
                .addSubcommand(OperationsCommands.of(shell))
                .addSubcommand(ContactsCommands.of(shell)).addSubcommand(ConversationsCommands.of(shell))
                .addSubcommand(EntriesCommands.activities(shell)).addSubcommand(EntriesCommands.records(shell))
                .addSubcommand(new SearchCommand(shell)).addSubcommand(FollowUpsCommand.of(shell))
                .addSubcommand(ChangesCommands.changes(shell)).addSubcommand(ChangesCommands.undo(shell))
                .addSubcommand(ChangesCommands.journal(shell))
                .addSubcommand(new ImportCommand(shell)).addSubcommand(new MailFilesCommands(shell))
                .addSubcommand(JobsCommands.of(shell)).addSubcommand(RulesCommands.of(shell))
                .addSubcommand(ExportCommands.of(shell)).addSubcommand(ProfilesCommands.of(shell))
                .addSubcommand(new ParseCommand(shell)).addSubcommand(new ThreadsCommand(shell))
                .addSubcommand(ProposalsCommands.of(shell)).addSubcommand(CompaniesCommands.of(shell))
                .addSubcommand(FilesCommands.of(shell))
                .addSubcommand(SourcesCommands.of(shell)).addSubcommand(BooksCommands.of(shell))
                .addSubcommand(FieldsCommands.of(shell)).addSubcommand(StagesCommands.of(shell))
                .addSubcommand(SettingsCommands.of(shell))
                .addSubcommand(ReviewCommands.addTo(DuplicatesCommands.of(shell), shell))
                .addSubcommand(PassphraseCommands.of(shell)).addSubcommand(BackupCommands.of(shell))
                .addSubcommand(new DoctorCommand(shell))
                .addSubcommand(new CompactCommand(shell))
                .addSubcommand(new DemoCommand(shell, screen))
                .addSubcommand(new HelpCommand())
                .addSubcommand("generate-completion", new AutoComplete.GenerateCompletion());
    }

    private static int failed(Exception e, Terminal terminal) throws Exception {
        if (e instanceof ParameterException usage) {
            terminal.failure(new KithException(Problem.USAGE, String.valueOf(usage.getMessage())));
            return WRONG_USAGE;
        }
        KithException known = e instanceof KithException kith
                ? kith
                : new KithException(e, Problem.INTERNAL, e.getClass().getSimpleName());
        LOG.error("The command failed", e);
        terminal.failure(known);
        if (terminal.debug()) {
            e.printStackTrace();
        }
        return known.problem().exit();
    }
}
