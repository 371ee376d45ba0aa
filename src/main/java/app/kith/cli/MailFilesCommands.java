package app.kith.cli;

import app.kith.account.Account;
import app.kith.desk.Desk;
import app.kith.desk.MailImports.Taken;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kith mail-files} */
@Command(name = "mail-files", description = "mail that was taken in from files")
final class MailFilesCommands {
    private final Shell shell;

    MailFilesCommands(Shell shell) {
        this.shell = shell;
    }

    @Command(name = "list", description = "print the files and how many mails of each are here")
    int list() {
        try (Desk desk = shell.desk()) {
            Map<Long, String> accounts = desk.accounts().list().stream()
                    .collect(Collectors.toMap(Account::id, Account::email));
            List<Taken> all = desk.transfers().mailImports().list();
            Terminal terminal = shell.terminal();
            terminal.items(all.stream().map(one -> json(one, accounts)).toList(), () -> {
                Table table = new Table(List.of(terminal.words().get("import.head.file"),
                        terminal.words().get("import.head.mails")));
                all.forEach(one -> table.row(one.name(), String.valueOf(one.mails())));
                return table;
            });
            return 0;
        }
    }

    private static Map<String, Object> json(Taken one, Map<Long, String> accounts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", one.name());
        json.put("account", accounts.get(one.account()));
        json.put("mails", one.mails());
        return json;
    }

    @Command(name = "remove", description = "take the mails of a file back; importing it once more brings them back")
    int remove(@Parameters(paramLabel = "NAME", description = "the file's name, as list prints it") String name) {
        try (Desk desk = shell.desk()) {
            long gone = desk.transfers().mailImports().remove(name);
            if (gone == 0) {
                throw new KithException(Problem.NOT_FOUND, name);
            }
            Terminal terminal = shell.terminal();
            if (terminal.json()) {
                terminal.document(Map.of("removed", gone));
            } else {
                terminal.line(terminal.words().count("import.mails-removed", gone));
            }
            return 0;
        }
    }
}
