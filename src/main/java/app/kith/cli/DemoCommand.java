package app.kith.cli;

import app.kith.desk.DemoDesk;
import app.kith.desk.Desk;
import app.kith.store.Conversations.ConversationRow;
import app.kith.store.Customers;
import app.kith.store.Customers.CustomerRow;
import app.kith.sync.StopSignal;
import app.kith.sync.SyncReport;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kith demo}: the sample mailbox, on the screen where there is one, else on the console. */
@Command(name = "demo", description = "show the program on a sample mailbox served from inside; needs no account and no network")
final class DemoCommand implements Callable<Integer> {
    private static final int CUSTOMERS = 12;
    private static final int CONVERSATIONS = 12;

    private final Shell shell;
    private final Screen screen;

    @Option(names = "--console", description = "on the console, even where there is a display")
    private boolean console;

    @Option(names = "--picture", paramLabel = "FILE", description = "also draw the window, without a display, into a PNG file")
    private @Nullable Path picture;

    DemoCommand(Shell shell, Screen screen) {
        this.shell = shell;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        if (!console && screen.isThere()) {
            return screen.demo();
        }
        try (DemoDesk demo = DemoDesk.open()) {
            Desk desk = demo.desk();
            SyncReport report = desk.sync().pass(desk.accounts().list(), "", new StopSignal(), _ -> {}).getFirst();
            print(desk, report);
            if (picture != null) {
                screen.draw(desk, picture);
                shell.terminal().line(shell.terminal().words().get("cli.picture", picture));
            }
            return report.errors().isEmpty() ? 0 : report.errors().getFirst().problem().exit();
        }
    }

    private void print(Desk desk, SyncReport report) {
        Terminal terminal = shell.terminal();
        Words words = terminal.words();
        terminal.line(words.get("cli.demo", report.messages(), report.folders().size(), desk.customers().count(),
                desk.conversations().count()));
        terminal.line("");
        Table customers = new Table(List.of(words.get("cli.head.name"), words.get("cli.head.company"),
                words.get("cli.head.last-contact"), words.get("cli.head.mails"), words.get("cli.head.subject")));
        ordered(desk.customers().ids("", Customers.Order.LAST_CONTACT, CUSTOMERS), desk.customers()::rows,
                CustomerRow::id)
                .forEach(row -> customers.row(row.name(), row.company(),
                        row.lastContact() == null ? "-" : row.lastContact(),
                        row.received() + row.sent(), row.lastSubject()));
        terminal.table(customers);
        terminal.line("");
        Table conversations = new Table(List.of(words.get("cli.head.with"), words.get("cli.head.subject"),
                words.get("cli.head.mails"), words.get("cli.head.last-contact")));
        ordered(desk.conversations().ids(0, "", CONVERSATIONS), desk.conversations()::rows, ConversationRow::id)
                .forEach(row -> conversations.row(row.counterpart(), row.subject(), row.messages(), row.lastAt()));
        terminal.table(conversations);
    }

    private static <T> List<T> ordered(long[] ids, Function<List<Long>, List<T>> rows, Function<T, Long> id) {
        List<Long> numbers = Arrays.stream(ids).boxed().toList();
        Map<Long, T> found = rows.apply(numbers).stream().collect(Collectors.toMap(id, Function.identity()));
        return numbers.stream().filter(found::containsKey).map(found::get).toList();
    }
}
