package app.kith.cli;

import app.kith.desk.Desk;
import app.kith.desk.Protection;
import app.kith.vault.Ways;
import app.kith.vault.Ways.Way;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kith passphrase …}: in which ways the data is opened. Secrets come from files and prompts, never from the command line. */
final class PassphraseCommands {
    private PassphraseCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new Show(shell)).addSubcommand(new Set(shell))
                .addSubcommand(new Code(shell)).addSubcommand(new Remove(shell)).addSubcommand(new KeyStore(shell));
    }

    @Command(name = "passphrase", description = "what opens the data: a passphrase, a recovery code, this computer's key store", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    static Map<String, Object> json(Ways ways) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("passphrase", ways.passphrase());
        json.put("recoveryCode", ways.code());
        json.put("keyStore", ways.keyStore());
        json.put("elsewhere", ways.elsewhere());
        return json;
    }

    /** Says in one sentence with what a backup opens that was made of such data. */
    static String backupOpens(Ways ways, Words words) {
        String which = ways.passphrase() && ways.code()
                ? "both"
                : ways.passphrase() ? "passphrase" : ways.code() ? "code" : "here";
        return words.get("guard.backup-opens." + which);
    }

    private static void show(Protection protection, Terminal terminal) {
        Ways ways = protection.ways();
        if (terminal.json()) {
            terminal.document(json(ways));
            return;
        }
        Words words = terminal.words();
        terminal.line(words.get(ways.passphrase() ? "guard.passphrase.is" : "guard.passphrase.none"));
        terminal.line(words.get(ways.code() ? "guard.code.is" : "guard.code.none"));
        terminal.line(words.get(ways.keyStore() ? "guard.key-store.is" : "guard.key-store.none"));
        terminal.line(backupOpens(ways, words));
    }

    @Command(name = "show", description = "say what opens the data, and backups of it")
    private static final class Show extends DeskCommand {
        Show(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            show(desk.protection(), terminal);
        }
    }

    @Command(name = "set", aliases = "change", description = "set a passphrase, or change it; backups made before keep the one that they had")
    private static final class Set extends DeskCommand {
        @Option(names = "--new-passphrase-file", paramLabel = "F", description = "file whose first line is the new passphrase (default: it is asked for)")
        private @Nullable Path file;

        Set(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            boolean before = desk.protection().ways().passphrase();
            desk.protection().setPassphrase(fresh(terminal));
            if (!terminal.json()) {
                terminal.line(terminal.words().get(before ? "guard.passphrase.changed" : "guard.passphrase.set"));
            }
            show(desk.protection(), terminal);
        }

        private char[] fresh(Terminal terminal) {
            if (file != null) {
                return Shell.secretFrom(file).toCharArray();
            }
            char[] typed = terminal.askNewSecret(terminal.words().get("guard.ask-new"),
                    terminal.words().get("cli.passphrase-again"));
            if (typed == null) {
                throw new KithException(Problem.PASSPHRASE_NEEDED);
            }
            return typed;
        }
    }

    @Command(name = "code", description = "make a recovery code, to be printed; one made before opens this data folder no more")
    private static final class Code extends DeskCommand {
        @Option(names = "--out", paramLabel = "F", description = "write it to a new file that you alone can read, in place of the terminal")
        private @Nullable Path out;

        Code(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Words words = terminal.words();
            Path file = out;
            if (file != null && Files.exists(file)) {
                throw new KithException(Problem.FILE_EXISTS, file);
            }
            String code = desk.protection().makeCode();
            if (file != null) {
                write(file, words.get("guard.code.paper", code));
            }
            if (terminal.json()) {
                terminal.document(file == null ? Map.of("code", code) : Map.of("file", file.toString()));
            } else {
                terminal.line(file == null ? code : words.get("guard.code.written", file));
                terminal.note(words.get("guard.code.once"));
            }
        }

        private static void write(Path file, String text) {
            try {
                if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
                    Files.createFile(file,
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                }
                Files.writeString(file, text, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new KithException(e, Problem.DISK, file, e.getClass().getSimpleName());
            }
        }
    }

    @Command(name = "remove", description = "take the passphrase, the recovery code or the key store away; one way in must stay")
    private static final class Remove extends DeskCommand {
        @CommandLine.Parameters(paramLabel = "passphrase|code|key-store", description = "which")
        private String which = "";

        Remove(Shell shell) {
            super(shell);
        }

        @Override
        Desk open(Shell opener) {
            return opener.deskWithKeyStore();
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            desk.protection().remove(switch (which) {
                case "passphrase" -> Way.PASSPHRASE;
                case "code" -> Way.CODE;
                case "key-store" -> Way.KEY_STORE;
                default -> throw new KithException(Problem.USAGE, which);
            });
            show(desk.protection(), terminal);
        }
    }

    @Command(name = "key-store", description = "have this computer's key store open the data unasked from now on")
    private static final class KeyStore extends DeskCommand {
        KeyStore(Shell shell) {
            super(shell);
        }

        @Override
        Desk open(Shell opener) {
            return opener.deskWithKeyStore();
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            desk.protection().keepHere();
            show(desk.protection(), terminal);
        }
    }
}
