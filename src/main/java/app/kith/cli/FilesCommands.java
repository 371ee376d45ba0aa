package app.kith.cli;

import app.kith.desk.Desk;
import app.kith.exchange.OneFile;
import app.kith.mail.FileKind;
import app.kith.store.FileList.FileRow;
import app.kith.store.FileList.Filter;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith files list|save}. */
final class FilesCommands {
    private static final int AT_ONCE = 500;

    private FilesCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new ListAll(shell)).addSubcommand(new Save(shell));
    }

    @Command(name = "files", description = "files that came and went with mail, or are kept with activities and records", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    @Command(name = "list", description = "list files, newest first")
    private static final class ListAll extends DeskCommand {
        @Option(names = "--contact", paramLabel = "ID", description = "only those of mail that names this customer")
        private long contact;

        @Option(names = "--kind", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
        private @Nullable FileKind kind;

        @Option(names = "--query", paramLabel = "Q", description = "words of the name")
        private String query = "";

        @Option(names = "--after", paramLabel = "ID", description = "only those behind this file in the order")
        private long after;

        @Option(names = "--limit", paramLabel = "N", description = "at most so many; 0 for all (default: ${DEFAULT-VALUE})")
        private int limit = 100;

        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            List<Long> ids = Arrays.stream(desk.files().ids(new Filter(contact, kind, query), after, limit)).boxed()
                    .toList();
            List<FileRow> rows = new ArrayList<>();
            for (int from = 0; from < ids.size(); from += AT_ONCE) {
                List<Long> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
                desk.files().rows(some).stream().sorted(Comparator.comparingInt(row -> some.indexOf(row.item())))
                        .forEach(rows::add);
            }
            terminal.items(rows.stream().map(ListAll::json).toList(), () -> table(rows, terminal));
        }

        private static Table table(List<FileRow> rows, Terminal terminal) {
            Table table = new Table(List.of("#", terminal.words().get("file.head.name"),
                    terminal.words().get("file.head.kind"), terminal.words().get("file.head.size"),
                    terminal.words().get("file.head.sent"), terminal.words().get("file.head.with"),
                    terminal.words().get("file.head.message")));
            rows.forEach(row -> table.row(String.valueOf(row.item()), row.name(), kind(row),
                    String.valueOf(row.size()), row.sentAt().toString(), row.counterpart(),
                    String.valueOf(row.message())));
            return table;
        }

        private static String kind(FileRow row) {
            return row.kind().name().toLowerCase(Locale.ROOT);
        }

        private static Map<String, Object> json(FileRow row) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", row.item());
            json.put("message", row.message());
            json.put("conversation", row.conversation());
            json.put("entry", row.entry() == 0 ? null : row.entry());
            json.put("part", row.part());
            json.put("name", row.name());
            json.put("kind", kind(row));
            json.put("size", row.size());
            json.put("sentAt", row.sentAt().toString());
            json.put("outgoing", row.outgoing());
            json.put("subject", row.subject());
            json.put("with", row.counterpart());
            json.put("contact", row.contact());
            json.put("customer", row.contact() == null ? null : row.customer());
            return json;
        }
    }

    @Command(name = "save", description = "write one to a file")
    private static final class Save extends DeskCommand {
        @Parameters(paramLabel = "ID", description = "its number, as \"files list\" tells it")
        private long id;

        @Option(names = "--out", paramLabel = "F", required = true, description = "where to; nothing that is there is replaced")
        private Path out = Path.of("");

        Save(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            FileRow row = desk.files().rows(List.of(id)).stream().findFirst()
                    .orElseThrow(() -> new KithException(Problem.NOT_FOUND, "#" + id));
            byte[] content = desk.keptFiles().content(row);
            OneFile.write(out, false, to -> to.write(content));
            if (terminal.json()) {
                terminal.document(Map.of("file", out.toString(), "size", content.length));
            } else {
                terminal.line(out + "  " + content.length);
            }
        }
    }
}
