package app.kith.cli;

import app.kith.match.Duplicates;
import app.kith.match.Findings;
import app.kith.match.Kind;
import app.kith.match.Match;
import app.kith.match.Profile;
import app.kith.match.Reason;
import app.kith.match.Schema;
import app.kith.match.Schema.Column;
import app.kith.match.Schema.Entry;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
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
            RecordsFile first = RecordsFile.read(file);
            RecordsFile second = link == null ? null : RecordsFile.read(link);
            int idColumn = idColumn(first, id);
            List<Kind> kinds = ColumnKinds.of(first, idColumn);
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i < kinds.size(); i++) {
                columns.add(new Column(first.header().get(i), kinds.get(i)));
            }
            Schema schema = new Schema(columns);
            List<Profile> profiles = new ArrayList<>(profiles(schema, first, idColumn, same(kinds.size())));
            int boundary = 0;
            if (second != null) {
                boundary = profiles.size();
                int secondId = idColumn(second, id);
                profiles.addAll(profiles(schema, second, secondId, mapping(columns, second, secondId)));
            }
            Terminal terminal = shell.terminal();
            Findings findings = new Duplicates(schema, profiles, boundary).scan(
                    done -> terminal.progress(String.format(Locale.ROOT, "%3.0f %%", done * 100)), () -> false);
            terminal.endProgress();
            print(findings, profiles, (System.nanoTime() - start) / 1e9);
            first.refused().forEach(terminal::note);
            boolean refused = !first.refused().isEmpty() || second != null && !second.refused().isEmpty();
            return refused ? SOME_REFUSED : 0;
        }

        private static int idColumn(RecordsFile file, String named) {
            if (named.isEmpty()) {
                return ColumnKinds.idColumn(file);
            }
            for (int i = 0; i < file.header().size(); i++) {
                if (file.header().get(i).equalsIgnoreCase(named.strip())) {
                    return i;
                }
            }
            throw new KithException(Problem.NOT_FOUND, named);
        }

        private static int[] same(int size) {
            int[] mapping = new int[size];
            for (int i = 0; i < size; i++) {
                mapping[i] = i;
            }
            return mapping;
        }

        /** Which column of the first file each column of the second is: by its header, else by what it says. */
        private static int[] mapping(List<Column> columns, RecordsFile second, int secondId) {
            List<Kind> kinds = ColumnKinds.of(second, secondId);
            int[] mapping = new int[kinds.size()];
            boolean[] taken = new boolean[columns.size()];
            for (int i = 0; i < mapping.length; i++) {
                mapping[i] = -1;
                for (int j = 0; j < taken.length && mapping[i] < 0; j++) {
                    boolean named = columns.get(j).label().equalsIgnoreCase(second.header().get(i));
                    if (i != secondId && named && !taken[j]) {
                        mapping[i] = j;
                        taken[j] = true;
                    }
                }
            }
            for (int i = 0; i < mapping.length; i++) {
                for (int j = 0; j < taken.length && mapping[i] < 0; j++) {
                    boolean alike = columns.get(j).kind() == kinds.get(i) && kinds.get(i) != Kind.TEXT
                            && kinds.get(i) != Kind.IGNORED;
                    if (i != secondId && alike && !taken[j]) {
                        mapping[i] = j;
                        taken[j] = true;
                    }
                }
            }
            return mapping;
        }

        private static List<Profile> profiles(Schema schema, RecordsFile file, int idColumn, int[] mapping) {
            List<Profile> profiles = new ArrayList<>();
            int number = 0;
            for (List<String> row : file.rows()) {
                number++;
                List<Entry> entries = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    if (mapping[i] >= 0 && !row.get(i).isBlank()) {
                        entries.add(new Entry(mapping[i], row.get(i)));
                    }
                }
                profiles.add(schema.profile(idColumn < 0 ? Integer.toString(number) : row.get(idColumn), entries));
            }
            return profiles;
        }

        private void print(Findings findings, List<Profile> profiles, double seconds) {
            Terminal terminal = shell.terminal();
            List<Map<String, Object>> items = new ArrayList<>();
            for (Match match : findings.pairs(threshold)) {
                items.add(item(findings, match, profiles));
            }
            List<List<String>> clusters = findings.safe().stream()
                    .map(group -> group.stream().map(i -> profiles.get(i).id()).toList()).toList();
            if (terminal.json()) {
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("items", items);
                document.put("clusters", clusters);
                document.put("records", profiles.size());
                document.put("pairsCompared", findings.compared());
                document.put("seconds", Math.round(seconds * 1000) / 1000.0);
                terminal.document(document);
                return;
            }
            Table table = new Table(List.of("a", "b", "probability", "why"));
            items.forEach(item -> table.row(String.valueOf(item.get("a")), String.valueOf(item.get("b")),
                    String.valueOf(item.get("probability")), String.valueOf(item.get("why"))));
            terminal.table(table);
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
