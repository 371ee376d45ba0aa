package app.kith.cli;

import app.kith.match.Duplicates;
import app.kith.match.Findings;
import app.kith.match.Match;
import app.kith.match.MatchWords;
import app.kith.match.Profile;
import app.kith.match.Reason;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith duplicates …} */
final class DuplicatesCommands {
    private static final int SOME_REFUSED = 6;

    private DuplicatesCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new Pairs(shell));
    }

    @Command(name = "duplicates", description = "records that are one person or one company", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    @Command(name = "pairs", description = "find duplicates in a CSV file of people; needs no store")
    private static final class Pairs implements Callable<Integer> {
        private final Shell shell;

        @Parameters(paramLabel = "FILE", description = "a table with a header")
        @SuppressWarnings("NullAway.Init")
        private Path file;

        @Option(names = "--link", paramLabel = "FILE2", description = "find pairs of a record of FILE and one of FILE2 only")
        private @Nullable Path link;

        @Option(names = "--id", paramLabel = "COLUMN", description = "column that numbers the records; it is not compared")
        private String id = "";

        @Option(names = "--threshold", paramLabel = "P", description = "print pairs of at least this probability (default: the line for proposals)")
        private double threshold = Findings.PROPOSED;

        Pairs(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            long start = System.nanoTime();
            ComparedRecords records = ComparedRecords.read(file, link, id, Set.of());
            List<Profile> profiles = records.profiles();
            Terminal terminal = shell.terminal();
            Findings findings = new Duplicates(records.schema(), profiles, records.boundary()).scan(
                    done -> terminal.progress(String.format(Locale.ROOT, "%3.0f %%", done * 100)), () -> false);
            terminal.endProgress();
            print(findings, profiles, (System.nanoTime() - start) / 1e9);
            records.refused().forEach(terminal::note);
            return records.refused().isEmpty() ? 0 : SOME_REFUSED;
        }

        private void print(Findings findings, List<Profile> profiles, double seconds) {
            Terminal terminal = shell.terminal();
            List<List<String>> clusters = findings.safe().stream()
                    .map(group -> group.stream().map(i -> profiles.get(i).id()).toList()).toList();
            if (terminal.json()) {
                // Reasons of a million pairs take more room than the records: each is made when it is printed.
                Iterable<Map<String, Object>> items = () -> findings.pairs(threshold).stream()
                        .map(match -> item(findings, match, profiles)).iterator();
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("items", items);
                document.put("clusters", clusters);
                document.put("records", profiles.size());
                document.put("pairsCompared", findings.compared());
                document.put("seconds", Math.round(seconds * 1000) / 1000.0);
                terminal.document(document);
                return;
            }
            Table table = new Table(List.of("a", "b", terminal.words().get("cli.head.probability"),
                    terminal.words().get("cli.head.why")));
            for (Match match : findings.pairs(threshold)) {
                table.row(profiles.get(match.first()).id(), profiles.get(match.second()).id(),
                        String.format(Locale.ROOT, "%.4f", match.probability()),
                        sentence(findings.reasons(match.first(), match.second()), terminal.words()));
            }
            terminal.table(table);
        }

        /** The reasons in one line: what agrees, how far, and its bits. */
        private static String sentence(List<Reason> why, Words words) {
            return why.stream().map(reason -> MatchWords.field(words, reason.field()) + ": "
                    + MatchWords.level(words, reason.level()) + " " + MatchWords.bits(reason.weight()))
                    .collect(Collectors.joining("; "));
        }

        private static Map<String, Object> item(Findings findings, Match match, List<Profile> profiles) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("a", profiles.get(match.first()).id());
            item.put("b", profiles.get(match.second()).id());
            item.put("probability", Math.round(match.probability() * 1e6) / 1e6);
            List<Map<String, Object>> why = new ArrayList<>();
            for (Reason reason : findings.reasons(match.first(), match.second())) {
                Map<String, Object> each = new LinkedHashMap<>();
                each.put("field", reason.field());
                each.put("level", reason.level());
                each.put("weight", Math.round(reason.weight() * 10) / 10.0);
                why.add(each);
            }
            item.put("why", why);
            return item;
        }
    }
}
