package app.kith.cli;

import app.kith.change.Actor;
import app.kith.desk.Desk;
import app.kith.desk.History.Undone;
import app.kith.log.Damage;
import app.kith.log.LogCheck;
import app.kith.store.ChangesView.Heading;
import app.kith.store.ChangesView.Sought;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.ReasonWords;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code kith changes …}, {@code kith undo} and {@code kith journal …}: what was done, and taking it back. */
final class ChangesCommands {
    private ChangesCommands() {}

    static CommandLine changes(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new ListAll(shell)).addSubcommand(new Show(shell));
    }

    static CommandLine undo(Shell shell) {
        return new CommandLine(new Undo(shell));
    }

    static CommandLine journal(Shell shell) {
        return new CommandLine(new JournalGroup()).addSubcommand(new Verify(shell));
    }

    private static Map<String, Object> json(Heading heading, Terminal terminal) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", heading.sequence());
        json.put("at", heading.at().toString());
        json.put("actor", heading.actor().name().toLowerCase(Locale.ROOT));
        json.put("reason", heading.reason());
        json.put("what", ReasonWords.of(terminal.words(), heading.reason(), heading.about()));
        json.put("changes", heading.changes());
        return json;
    }

    @Command(name = "changes", description = "what was done", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    @Command(name = "list", description = "list what was done, the latest first")
    private static final class ListAll extends DeskCommand {
        @Option(names = "--contact", paramLabel = "ID", description = "only what concerns this customer")
        private long contact;

        @Option(names = "--before", paramLabel = "ID", description = "only what was done before this change set")
        private long before;

        @Option(names = "--limit", paramLabel = "N", description = "at most so many (default: ${DEFAULT-VALUE})")
        private int limit = 100;

        @Option(names = "--query", paramLabel = "WORDS", description = "only what holds all these words: names, files, kinds of act")
        private String query = "";

        @Option(names = "--by", paramLabel = "WHO", split = ",", description = "only what these did: ${COMPLETION-CANDIDATES}")
        private List<Actor> actors = List.of();

        @Option(names = "--away", description = "only what was taken away and is not back")
        private boolean away;

        @Option(names = "--since", paramLabel = "DAY", description = "not before this day: 2026-05-03")
        private @Nullable LocalDate since;

        @Option(names = "--until", paramLabel = "DAY", description = "not after this day")
        private @Nullable LocalDate until;

        @Option(names = "--out", paramLabel = "FILE", description = "write all of it into this file (CSV) instead; may not be there")
        private @Nullable Path out;

        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Sought sought = new Sought(contact, Set.copyOf(actors), away, ReasonWords.sought(terminal.words(), query),
                    start(since), start(until == null ? null : until.plusDays(1)));
            Path file = out;
            if (file != null) {
                desk.history().write(file, false, sought, terminal.words());
                return;
            }
            List<Heading> found = desk.history().list(sought, before, Math.max(1, limit));
            terminal.items(found.stream().map(heading -> json(heading, terminal)).toList(), () -> {
                Table table = new Table(List.of("#", terminal.words().get("cli.head.at"),
                        terminal.words().get("cli.head.who"), terminal.words().get("cli.head.change")));
                found.forEach(heading -> table.row(heading.sequence(), heading.at(),
                        terminal.words().get("record.actor." + heading.actor().name().toLowerCase(Locale.ROOT)),
                        ReasonWords.of(terminal.words(), heading.reason(), heading.about())));
                return table;
            });
        }

        private static @Nullable Instant start(@Nullable LocalDate day) {
            return day == null ? null : day.atStartOfDay(ZoneId.systemDefault()).toInstant();
        }
    }

    @Command(name = "show", description = "show a change set: what was before and what is after")
    private static final class Show extends DeskCommand {
        private static final JsonMapper JSON = JsonMapper.builder().build();

        @Parameters(paramLabel = "ID", description = "number of the change set")
        private long id;

        Show(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Heading heading = desk.history().heading(id);
            JsonNode changes = JSON.readTree(desk.history().text(id)).get("set").get("changes");
            if (terminal.json()) {
                Map<String, Object> json = json(heading, terminal);
                json.put("changes", changes);
                terminal.document(json);
                return;
            }
            terminal.line(heading.at() + "  "
                    + terminal.words().get("record.actor." + heading.actor().name().toLowerCase(Locale.ROOT)) + "  "
                    + ReasonWords.of(terminal.words(), heading.reason(), heading.about()));
            changes.forEach(change -> {
                terminal.line("  - " + change.path("before"));
                terminal.line("  + " + change.path("after"));
            });
        }
    }

    @Command(name = "undo", description = "take a change set back; what was changed since is kept")
    private static final class Undo extends DeskCommand {
        @Parameters(paramLabel = "ID", description = "number of the change set")
        private long id;

        Undo(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Undone undone = desk.history().undo(id);
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("undone", undone.undone().sequence());
                json.put("change", undone.change() == 0 ? null : undone.change());
                json.put("conflicts", undone.conflicts().stream()
                        .map(conflict -> Map.of("contact", conflict.contact(), "kept", conflict.what())).toList());
                json.put("erased", undone.erased());
                terminal.document(json);
                return;
            }
            if (undone.erased()) {
                terminal.note(terminal.words().get("cli.undo.erased"));
            }
            undone.conflicts().forEach(conflict -> terminal
                    .note(terminal.words().get("cli.undo.kept", "#" + conflict.contact(), conflict.what())));
            terminal.line(undone.change() == 0
                    ? terminal.words().get("cli.unchanged")
                    : terminal.words().get("cli.changed", String.valueOf(undone.change())));
        }
    }

    @Command(name = "journal", description = "the ledger of all changes", synopsisSubcommandLabel = "COMMAND")
    private static final class JournalGroup {}

    @Command(name = "verify", description = "check that no change set was altered, left out or put in")
    private static final class Verify extends DeskCommand {
        Verify(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            LogCheck check = desk.history().check();
            List<Damage> found = check.damages();
            long sets = desk.history().list(0, 0, 1).stream().mapToLong(Heading::sequence).findFirst().orElse(0);
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("ok", found.isEmpty());
                json.put("changeSets", sets);
                json.put("changeSetsWithErased", check.changed());
                json.put("damages", found.stream().map(Verify::json).toList());
                terminal.document(json);
            } else {
                found.forEach(damage -> terminal
                        .line(damage.file() + " #" + damage.sequence() + " @" + damage.offset() + ": "
                                + damage.what()));
                terminal.line(terminal.words().get("cli.journal", sets, found.size()));
                if (check.changed() > 0) {
                    terminal.line(terminal.words().count("cli.erased-changes", check.changed()));
                }
            }
            if (!found.isEmpty()) {
                Damage first = found.getFirst();
                throw new KithException(Problem.LOG_DAMAGED, first.file(), first.offset(), first.sequence());
            }
        }

        private static Map<String, Object> json(Damage damage) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", damage.file());
            json.put("record", damage.sequence());
            json.put("offset", damage.offset());
            json.put("what", damage.what());
            return json;
        }
    }
}
