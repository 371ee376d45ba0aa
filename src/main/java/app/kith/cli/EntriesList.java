package app.kith.cli;

import app.kith.contact.Entry;
import app.kith.contact.Entry.Kind;
import app.kith.desk.Desk;
import app.kith.desk.TimelineJson;
import app.kith.store.EntryList;
import app.kith.store.EntryList.EntryRow;
import app.kith.store.EntryList.Filter;
import app.kith.store.EntryList.Found;
import app.kith.store.EntryList.Order;
import app.kith.store.EntryList.Standing;
import app.kith.store.EntryList.Sum;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kith records list} and {@code kith activities list}: of all customers, sifted, with what the records come to. */
@Command(name = "list", description = "list them, the latest first")
final class EntriesList extends DeskCommand {
    private static final int AT_ONCE = 500;

    private final boolean records;

    @Option(names = "--contact", paramLabel = "ID", description = "only those of this customer")
    private long contact;

    @Option(names = "--kind", split = ",", paramLabel = "KIND", description = "only this kind; may be given again. Activities: call, meeting, note, task; records: quotation, order, contract, case")
    private List<Kind> kinds = List.of();

    @Option(names = "--state", paramLabel = "S", description = "only those in this state")
    private String state = "";

    @Option(names = "--open", description = "only records and tasks about which something is still to be done")
    private boolean open;

    @Option(names = "--closed", description = "only those whose state says that they are closed, such as done, paid, won, lost, cancelled")
    private boolean closed;

    @Option(names = "--since", paramLabel = "DAY", description = "not before this day: 2026-05-03")
    private @Nullable LocalDate since;

    @Option(names = "--until", paramLabel = "DAY", description = "not after this day")
    private @Nullable LocalDate until;

    @Option(names = "--query", paramLabel = "Q", description = "words of title, number or customer")
    private String query = "";

    @Option(names = "--sort", paramLabel = "ORDER", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Order order = Order.DATE;

    @Option(names = "--limit", paramLabel = "N", description = "at most so many; 0 for all (default: ${DEFAULT-VALUE}). Totals are of all that are found")
    private int limit;

    EntriesList(Shell shell, boolean records) {
        super(shell);
        this.records = records;
    }

    @Override
    void run(Desk desk, Terminal terminal) {
        Found found = desk.entries().find(filter(), order);
        List<Long> ids = Arrays.stream(found.ids()).limit(limit > 0 ? limit : Long.MAX_VALUE).boxed().toList();
        List<EntryRow> rows = rows(desk.entries(), ids);
        if (terminal.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("items", rows.stream().map(EntriesList::json).toList());
            json.put("found", found.ids().length);
            json.put("totals", found.sums().stream().map(EntriesList::total).toList());
            terminal.document(json);
        } else {
            terminal.table(table(terminal.words(), rows));
            found.sums().forEach(sum -> terminal.line(terminal.words().count("cli.entries-total", sum.entries(),
                    (sum.amount().toPlainString() + " " + sum.currency()).strip())));
        }
    }

    private Filter filter() {
        if (open && closed) {
            throw new KithException(Problem.USAGE, "--open --closed");
        }
        kinds.stream().filter(kind -> kind.isRecord() != records).findFirst().ifPresent(kind -> {
            throw new KithException(Problem.USAGE, "--kind " + word(kind));
        });
        Standing standing = open ? Standing.OPEN : closed ? Standing.CLOSED : null;
        return new Filter(records, Set.copyOf(kinds), contact, query, state, standing, start(since),
                start(until == null ? null : until.plusDays(1)));
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    private static List<EntryRow> rows(EntryList entries, List<Long> ids) {
        List<EntryRow> rows = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            Map<Long, EntryRow> read = new HashMap<>();
            entries.rows(some).forEach(row -> read.put(row.id(), row));
            some.stream().map(read::get).filter(Objects::nonNull).forEach(rows::add);
        }
        return rows;
    }

    private static Table table(Words words, List<EntryRow> rows) {
        Table table = new Table(List.of("#", words.get("cli.head.contact"), words.get("cli.head.kind"),
                words.get("cli.head.at"), words.get("cli.head.what"), words.get("cli.head.amount"),
                words.get("cli.head.state")));
        for (EntryRow row : rows) {
            Entry entry = row.entry();
            table.row(entry.id(), (entry.contact() + " " + row.customer()).strip(),
                    words.get("record.kind." + word(entry.kind())),
                    entry.at(), (entry.number() + " " + entry.title()).strip(),
                    entry.amount() == null ? "" : (entry.amount().toPlainString() + " " + entry.currency()).strip(),
                    entry.state());
        }
        return table;
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> json(EntryRow row) {
        Map<String, Object> json = TimelineJson.entry(row.entry());
        json.put("customer", row.customer());
        json.put("closed", row.closed());
        return json;
    }

    private static Map<String, Object> total(Sum sum) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("currency", sum.currency());
        json.put("amount", sum.amount());
        json.put("count", sum.entries());
        return json;
    }
}
