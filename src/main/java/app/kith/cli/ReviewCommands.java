package app.kith.cli;

import app.kith.desk.Desk;
import app.kith.desk.DuplicateReview.Found;
import app.kith.desk.DuplicateReview.Group;
import app.kith.desk.DuplicateReview.Pair;
import app.kith.desk.Records.Entered;
import app.kith.match.Learnt;
import app.kith.match.MatchWords;
import app.kith.match.Reason;
import app.kith.store.Customers.CustomerRow;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith duplicates scan|list|explain|merge|reject|undo}: customers of the store who are perhaps one. */
final class ReviewCommands {
    private ReviewCommands() {}

    static CommandLine addTo(CommandLine duplicates, Shell shell) {
        return duplicates.addSubcommand(new Scan(shell)).addSubcommand(new ListAll(shell))
                .addSubcommand(new Explain(shell)).addSubcommand(new Merge(shell)).addSubcommand(new Reject(shell))
                .addSubcommand(new Learning(shell))
                .addSubcommand("undo", ChangesCommands.undo(shell));
    }

    private static Found scan(Desk desk, Terminal terminal) {
        Found found = desk.duplicates().scan(
                done -> terminal.progress(String.format(Locale.ROOT, "%3.0f %%", done * 100)), () -> false);
        terminal.endProgress();
        return found;
    }

    private static Map<String, Object> json(Pair pair) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("a", pair.one());
        json.put("b", pair.other());
        json.put("probability", Math.round(pair.probability() * 1e6) / 1e6);
        json.put("why", pair.why().stream().map(ReviewCommands::json).toList());
        return json;
    }

    private static Map<String, Object> json(Reason reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", reason.field());
        json.put("level", reason.level());
        json.put("weight", Math.round(reason.weight() * 10) / 10.0);
        return json;
    }

    @Command(name = "scan", description = "look through all customers for those who are perhaps one")
    private static final class Scan extends DeskCommand {
        Scan(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            long start = System.nanoTime();
            Found found = scan(desk, terminal);
            long safe = found.groups().stream().filter(Group::safe).count();
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("customers", found.contacts());
                json.put("pairsCompared", found.compared());
                json.put("groups", found.groups().size());
                json.put("safe", safe);
                json.put("seconds", Math.round((System.nanoTime() - start) / 1e6) / 1000.0);
                terminal.document(json);
            } else {
                terminal.line(terminal.words().get("cli.duplicates", found.groups().size(), safe));
            }
        }
    }

    @Command(name = "list", description = "list groups of customers who are perhaps one, the surest first")
    private static final class ListAll extends DeskCommand {
        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            List<Group> groups = scan(desk, terminal).groups();
            List<Long> all = groups.stream().flatMap(group -> group.contacts().stream()).distinct().toList();
            Map<Long, CustomerRow> rows = new LinkedHashMap<>();
            for (int from = 0; from < all.size(); from += 1000) {
                rows.putAll(desk.customers().rows(all.subList(from, Math.min(all.size(), from + 1000))).stream()
                        .collect(Collectors.toMap(CustomerRow::id, Function.identity())));
            }
            terminal.items(groups.stream().map(group -> json(group, rows)).toList(), () -> {
                Table table = new Table(List.of("#", terminal.words().get("cli.head.sure"), "%",
                        terminal.words().get("cli.head.name")));
                groups.forEach(group -> table.row(
                        group.contacts().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                        terminal.words().get(group.safe() ? "cli.duplicates.safe" : "cli.duplicates.look"),
                        Math.round(group.weakest() * 100),
                        group.contacts().stream().map(id -> name(rows, id)).collect(Collectors.joining(" | "))));
                return table;
            });
        }

        private static Map<String, Object> json(Group group, Map<Long, CustomerRow> rows) {
            Map<String, Object> json = new LinkedHashMap<>();
            List<Map<String, Object>> customers = new ArrayList<>();
            for (long id : group.contacts()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("id", id);
                one.put("name", name(rows, id));
                customers.add(one);
            }
            json.put("contacts", customers);
            json.put("safe", group.safe());
            json.put("probability", Math.round(group.weakest() * 1e6) / 1e6);
            json.put("pairs", group.pairs().stream().map(ReviewCommands::json).toList());
            return json;
        }

        private static String name(Map<Long, CustomerRow> rows, long id) {
            CustomerRow row = rows.get(id);
            return row == null ? "" : row.name();
        }
    }

    @Command(name = "explain", description = "say what speaks for and against two customers being one")
    private static final class Explain extends DeskCommand {
        @Parameters(paramLabel = "A", index = "0", description = "number of a customer")
        private long one;

        @Parameters(paramLabel = "B", index = "1", description = "number of another")
        private long other;

        Explain(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Pair pair = desk.duplicates().explain(one, other)
                    .orElseThrow(() -> new KithException(Problem.NOT_FOUND, "#" + one + " / #" + other));
            if (terminal.json()) {
                terminal.document(json(pair));
                return;
            }
            terminal.line(Math.round(pair.probability() * 100) + " %");
            Table table = new Table(List.of(terminal.words().get("cli.head.what"), "", "", ""));
            pair.why().forEach(reason -> table.row(MatchWords.field(terminal.words(), reason.field()),
                    MatchWords.level(terminal.words(), reason.level()), MatchWords.bits(reason.weight()),
                    MatchWords.strength(terminal.words(), reason.weight())));
            terminal.table(table);
        }
    }

    @Command(name = "merge", description = "make customers one; \"undo\" parts them again at any time")
    private static final class Merge extends DeskCommand {
        @Parameters(paramLabel = "ID", arity = "0..*", description = "numbers of the customers; the first one stays")
        private List<Long> contacts = List.of();

        @Option(names = "--safe", description = "all groups that the scan finds safe, in one change set")
        private boolean safe;

        Merge(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            if (safe == contacts.size() >= 2) {
                throw new KithException(Problem.USAGE, "merge A B… | merge --safe");
            }
            if (safe) {
                List<Group> groups = scan(desk, terminal).groups().stream().filter(Group::safe).toList();
                Optional<Entered> entered = desk.duplicates().mergeAll(groups);
                ContactEdits.tell(terminal, entered.orElse(new Entered(0, 0, 0)));
            } else {
                ContactEdits.tell(terminal,
                        desk.duplicates().merge(contacts.getFirst(), contacts.subList(1, contacts.size()), List.of()));
            }
        }
    }

    @Command(name = "reject", description = "remember that customers are not the same")
    private static final class Reject extends DeskCommand {
        @Parameters(paramLabel = "ID", arity = "2..*", description = "numbers of the customers")
        private List<Long> contacts = List.of();

        Reject(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            ContactEdits.tell(terminal, desk.duplicates().apart(contacts));
        }
    }

    @Command(name = "learnt", description = "show what merges and refusals taught: which weights moved, and by how many answers")
    private static final class Learning extends DeskCommand {
        @Option(names = "--forget", description = "forget it; the merges and refusals themselves go on to hold")
        private boolean forget;

        Learning(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            if (forget) {
                long change = desk.duplicates().forget().change();
                if (change == 0) {
                    terminal.line(terminal.words().get("cli.unchanged"));
                } else {
                    terminal.changed(change);
                }
                return;
            }
            List<Learnt> learnt = desk.duplicates().learnt();
            if (terminal.json()) {
                terminal.document(Map.of("items", learnt.stream().map(Learning::json).toList()));
                return;
            }
            if (learnt.isEmpty()) {
                terminal.line(terminal.words().get("review.learnt.none"));
            }
            for (Learnt one : learnt) {
                terminal.line(terminal.words().get("review.learnt.count", one.same(), one.apart()) + " "
                        + MatchWords.line(terminal.words(), one));
                one.moves().forEach(move -> terminal.line("  " + MatchWords.of(terminal.words(), move)));
            }
        }

        private static Map<String, Object> json(Learnt learnt) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("same", learnt.same());
            json.put("apart", learnt.apart());
            json.put("line", tenths(learnt.line()));
            json.put("moves", learnt.moves().stream().map(Learning::json).toList());
            return json;
        }

        private static Map<String, Object> json(Learnt.Move move) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("field", move.field());
            json.put("level", move.level().label());
            json.put("from", tenths(move.from()));
            json.put("to", tenths(move.to()));
            json.put("same", move.same());
            json.put("apart", move.apart());
            return json;
        }

        private static double tenths(double bits) {
            return Math.round(bits * 10) / 10.0;
        }
    }
}
