package app.kith.cli;

import app.kith.contact.Entry;
import app.kith.desk.Desk;
import app.kith.store.Customers.CustomerRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kith followups …}: tasks that are to be done, by the day on which they are due. */
final class FollowUpsCommand {
    private FollowUpsCommand() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new ListAll(shell));
    }

    @Command(name = "followups", description = "what is to be done", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    /** Which of them are wanted. */
    private enum Due {
        TODAY,
        WEEK,
        OVERDUE
    }

    @Command(name = "list", description = "list open tasks, the first due first; those without a day stand last")
    private static final class ListAll extends DeskCommand {
        @Option(names = "--due", paramLabel = "today|week|overdue", description = "only what is due today or before, within seven days or before, or was due before today")
        private @Nullable Due due;

        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            LocalDate today = LocalDate.now(Clock.systemDefaultZone());
            List<Entry> open = desk.records().entries(0).stream().filter(entry -> entry.kind() == Entry.Kind.TASK
                    && !entry.state().equals(Entry.DONE) && isWanted(entry, today))
                    .sorted(Comparator.comparing(ListAll::until).thenComparing(Entry::id)).toList();
            Map<Long, CustomerRow> customers = desk.customers()
                    .rows(open.stream().map(Entry::contact).distinct().toList()).stream()
                    .collect(Collectors.toMap(CustomerRow::id, Function.identity()));
            terminal.items(open.stream().map(entry -> json(entry, name(customers, entry), today)).toList(), () -> {
                Table table = new Table(List.of("#", terminal.words().get("cli.head.due"),
                        terminal.words().get("cli.head.contact"), terminal.words().get("cli.head.what")));
                open.forEach(entry -> table.row(entry.id(), Objects.requireNonNullElse(day(entry), "-"),
                        name(customers, entry), (entry.title() + " " + entry.text()).strip()));
                return table;
            });
        }

        private boolean isWanted(Entry entry, LocalDate today) {
            LocalDate day = day(entry);
            if (due == null) {
                return true;
            }
            return day != null && switch (due) {
                case TODAY -> !day.isAfter(today);
                case WEEK -> day.isBefore(today.plusDays(7));
                case OVERDUE -> day.isBefore(today);
            };
        }

        private static Instant until(Entry entry) {
            return Objects.requireNonNullElse(entry.until(), Instant.MAX);
        }

        private static @Nullable LocalDate day(Entry entry) {
            Instant until = entry.until();
            return until == null ? null : until.atZone(ZoneId.systemDefault()).toLocalDate();
        }

        private static String name(Map<Long, CustomerRow> customers, Entry entry) {
            CustomerRow row = customers.get(entry.contact());
            return row == null ? "" : row.name();
        }

        private static Map<String, Object> json(Entry entry, String name, LocalDate today) {
            LocalDate day = day(entry);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", entry.id());
            json.put("contact", entry.contact());
            json.put("name", name);
            json.put("title", entry.title());
            json.put("text", entry.text());
            json.put("due", ContactsCommands.text(entry.until()));
            json.put("overdue", day != null && day.isBefore(today));
            return json;
        }
    }
}
