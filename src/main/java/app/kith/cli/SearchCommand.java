package app.kith.cli;

import app.kith.desk.Desk;
import app.kith.search.Hit;
import app.kith.search.Kind;
import app.kith.search.Progress;
import app.kith.search.Results;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith search …}: brings the index up to date, then finds. */
@Command(name = "search", description = "find people, companies, mails, files, notes and records")
final class SearchCommand extends DeskCommand {
    private static final Duration STEP = Duration.ofMillis(500);

    @Parameters(paramLabel = "QUERY", arity = "0..*", description = "words, \"phrases\", -not, OR, from: to: subject: has: before: after: tag: stage: company: is: in: …")
    private List<String> words = new ArrayList<>();

    @Option(names = "--in", paramLabel = "KINDS", split = ",", description = "only people, companies, mail, files, notes, records; several with commas")
    private List<In> in = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "at most so many of each kind (default: ${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--save", paramLabel = "NAME", description = "keep the query under a name")
    private @Nullable String save;

    @Option(names = "--saved", paramLabel = "NAME", arity = "0..1", fallbackValue = "", description = "find what a saved query finds; without a name: list them")
    private @Nullable String saved;

    @Option(names = "--forget", paramLabel = "NAME", description = "remove a saved query")
    private @Nullable String forget;

    SearchCommand(Shell shell) {
        super(shell);
    }

    /** What to look for, in the words of the command line. */
    @SuppressWarnings("ImmutableEnumChecker") // Nobody changes the sets.
    private enum In {
        PEOPLE(Kind.PERSON, Kind.COMPANY),
        COMPANIES(Kind.COMPANY),
        MAIL(Kind.MAIL, Kind.FILE),
        FILES(Kind.FILE),
        NOTES(Kind.NOTE),
        RECORDS(Kind.RECORD);

        private final Set<Kind> kinds;

        In(Kind first, Kind... more) {
            this.kinds = EnumSet.of(first, more);
        }
    }

    @Override
    void run(Desk desk, Terminal terminal) {
        if (forget != null) {
            known(desk, forget);
            desk.savedSearches().remove(forget);
        } else if (saved != null && saved.isEmpty()) {
            list(desk, terminal);
        } else {
            String typed = saved == null ? String.join(" ", words) : known(desk, saved);
            if (typed.isBlank() || limit < 1) {
                throw new KithException(Problem.USAGE, terminal.words().get("cli.search.empty"));
            }
            if (save != null) {
                desk.savedSearches().save("", save, typed);
            }
            catchUp(desk, terminal);
            print(desk.search().find(typed, kinds(), limit), terminal);
        }
    }

    private static String known(Desk desk, String name) {
        return desk.savedSearches().find(name).orElseThrow(() -> new KithException(Problem.NOT_FOUND, name));
    }

    private static void list(Desk desk, Terminal terminal) {
        List<Map<String, Object>> items = new ArrayList<>();
        desk.savedSearches().all().forEach((name, typed) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", name);
            json.put("query", typed);
            items.add(json);
        });
        terminal.items(items, () -> {
            Table table = new Table(
                    List.of(terminal.words().get("cli.head.name"), terminal.words().get("cli.head.what")));
            items.forEach(item -> table.row(item.get("name"), item.get("query")));
            return table;
        });
    }

    private Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        in.forEach(each -> kinds.addAll(each.kinds));
        return in.isEmpty() ? EnumSet.allOf(Kind.class) : kinds;
    }

    /** Waits for the index; where it cannot be brought up, what it has is searched. */
    private static void catchUp(Desk desk, Terminal terminal) {
        while (!desk.search().await(STEP)) {
            Progress now = desk.search().progress();
            if (now.failed()) {
                terminal.note(terminal.words().get("cli.search.failed"));
                break;
            }
            terminal.progress(terminal.words().get("cli.search.catching-up", now.done(), now.total(), now.files()));
        }
        terminal.endProgress();
    }

    private static void print(Results results, Terminal terminal) {
        if (terminal.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("query", results.query().text().strip());
            json.put("similar", results.similar());
            Map<String, Object> counts = new LinkedHashMap<>();
            for (Kind kind : Kind.values()) {
                Results.Count count = results.counts().get(kind);
                if (count != null) {
                    counts.put(kind.word(), count.number());
                }
            }
            json.put("counts", counts);
            json.put("items", results.hits().stream().map(SearchCommand::json).toList());
            terminal.document(json);
            return;
        }
        Words words = terminal.words();
        if (results.similar()) {
            terminal.line(words.get("cli.search.similar"));
        }
        Table table = new Table(List.of("#", words.get("cli.head.kind"), words.get("cli.head.what"),
                words.get("cli.head.who"), words.get("cli.head.at"), ""));
        results.hits().forEach(hit -> table.row(hit.id(), words.get("cli.search.kind." + hit.kind().word()),
                hit.title(), hit.who(), hit.when() == null ? "" : hit.when(), hit.line()));
        terminal.table(table);
    }

    private static Map<String, Object> json(Hit hit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", hit.kind().word());
        json.put("id", hit.id());
        json.put("title", hit.title());
        json.put("snippet", hit.line());
        json.put("date", hit.when() == null ? null : hit.when().toString());
        json.put("score", Math.round(hit.score() * 1000) / 1000.0);
        json.put("who", hit.who());
        json.put("contact", hit.contact() == 0 ? null : hit.contact());
        json.put("conversation", hit.conversation() == 0 ? null : hit.conversation());
        json.put("file", hit.file() < 0 ? null : hit.file());
        return json;
    }
}
