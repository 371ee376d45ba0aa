package app.kith.cli;

import app.kith.assist.Namesakes.Namesake;
import app.kith.assist.Proposals;
import app.kith.assist.Proposals.About;
import app.kith.assist.Proposals.Decided;
import app.kith.assist.Threshold;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.match.Reason;
import app.kith.store.ProposalKind;
import app.kith.store.ProposalView.Waiting;
import app.kith.store.SignatureValue;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith proposals …}: what mail proposes and waits for the user's word. */
final class ProposalsCommands {
    private static final int SOME_GONE = 6;

    private ProposalsCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new ListAll(shell)).addSubcommand(new Accept(shell))
                .addSubcommand(new Refuse(shell)).addSubcommand(new Settings(shell));
    }

    @Command(name = "proposals", description = "people, facts and dead addresses that mail shows", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    @Command(name = "list", description = "list what waits, the best evidence first")
    private static final class ListAll extends DeskCommand {
        @Option(names = "--kind", paramLabel = "KIND", description = "person, role, fact, bounce or moved (default: all)")
        private @Nullable ProposalKind kind;

        @Option(names = "--limit", paramLabel = "N", description = "at most so many of each kind (default: ${DEFAULT-VALUE})")
        private int limit = 200;

        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Proposals proposals = desk.proposals();
            List<Waiting> waiting = new ArrayList<>();
            for (ProposalKind each : ProposalKind.values()) {
                if (kind == null || kind == each) {
                    waiting.addAll(proposals.list(each, limit));
                }
            }
            terminal.items(terminal.json()
                    ? waiting.stream().map(one -> json(proposals.about(one))).toList()
                    : List.of(), () -> table(waiting, terminal.words()));
        }

        private static Table table(List<Waiting> waiting, Words words) {
            Table table = new Table(List.of("id", words.get("cli.head.kind"), words.get("cli.head.name"),
                    words.get("cli.head.email"), words.get("cli.head.what"), words.get("cli.head.mails")));
            for (Waiting one : waiting) {
                Value fact = one.fact();
                String what = fact == null ? one.line() : lower(fact.property()) + ": " + fact.raw();
                table.row(one.id(), lower(one.kind()), one.name(), one.email().shown(), what,
                        String.valueOf(one.seen()));
            }
            return table;
        }

        private static Map<String, Object> json(About about) {
            Waiting one = about.waiting();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", one.id());
            json.put("kind", lower(one.kind()));
            json.put("email", one.email().shown());
            json.put("name", one.name());
            json.put("contact", one.contact());
            Value fact = one.fact();
            json.put("property", fact == null ? null : lower(fact.property()));
            json.put("label", fact == null ? null : fact.label());
            json.put("value", fact == null ? null : fact.raw());
            json.put("present", one.present());
            json.put("line", one.line());
            json.put("status", one.status());
            json.put("seen", one.seen());
            json.put("first", time(one.first()));
            json.put("last", one.last().toString());
            json.put("message", one.message());
            json.put("level", lower(one.level()));
            json.put("received", one.received());
            json.put("sent", one.sent());
            json.put("lastIn", time(one.lastIn()));
            json.put("lastOut", time(one.lastOut()));
            json.put("signature", about.signature().stream().map(ListAll::json).toList());
            json.put("perhaps", about.perhaps().stream().map(ListAll::json).toList());
            return json;
        }

        private static Map<String, Object> json(SignatureValue said) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("property", lower(said.value().property()));
            json.put("label", said.value().label());
            json.put("value", said.value().raw());
            json.put("line", said.line());
            json.put("confidence", said.confidence() / 100.0);
            return json;
        }

        private static Map<String, Object> json(Namesake perhaps) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("contact", perhaps.contact());
            json.put("name", perhaps.name());
            json.put("why", perhaps.why().stream().map(ListAll::json).toList());
            return json;
        }

        private static Map<String, Object> json(Reason reason) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("field", reason.field());
            json.put("level", reason.level());
            json.put("weight", reason.weight());
            return json;
        }
    }

    /** A command that decides, and says how many were decided and which did not wait any more. */
    private abstract static class Deciding extends DeskCommand {
        private boolean someGone;

        Deciding(Shell shell) {
            super(shell);
        }

        void tell(Terminal terminal, Decided decided) {
            someGone = !decided.gone().isEmpty();
            decided.gone().forEach(id -> terminal.note(terminal.words().get("cli.proposal.gone", id)));
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("change", decided.change());
                json.put("decided", decided.done());
                json.put("gone", decided.gone());
                terminal.document(json);
            } else if (decided.change() != 0) {
                terminal.changed(decided.change());
            }
        }

        /** The ids given, or all of a kind. */
        static List<String> ids(Proposals proposals, List<String> ids, @Nullable ProposalKind all) {
            if (ids.isEmpty() == (all == null)) {
                throw new KithException(Problem.USAGE, "ID… | --all KIND");
            }
            return all == null
                    ? ids
                    : proposals.list(all, Integer.MAX_VALUE).stream().map(Waiting::id).toList();
        }

        @Override
        int exit() {
            return someGone ? SOME_GONE : 0;
        }
    }

    @Command(name = "accept", description = "accept proposals, all in one change set; \"undo\" takes it back")
    private static final class Accept extends Deciding {
        @Parameters(paramLabel = "ID", arity = "0..*", description = "ids of proposals")
        private List<String> ids = List.of();

        @Option(names = "--all", paramLabel = "KIND", description = "everything of a kind that waits")
        private @Nullable ProposalKind all;

        @Option(names = "--add-to", paramLabel = "CONTACT", description = "the person is this customer, who is there already")
        private long contact;

        Accept(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            if (contact > 0 && ids.size() != 1) {
                throw new KithException(Problem.USAGE, "ID --add-to CONTACT");
            }
            tell(terminal, contact > 0
                    ? desk.proposals().addTo(ids.getFirst(), contact)
                    : desk.proposals().accept(ids(desk.proposals(), ids, all)));
        }
    }

    @Command(name = "refuse", description = "refuse proposals, all in one change set; they do not come again until it is undone")
    private static final class Refuse extends Deciding {
        @Parameters(paramLabel = "ID", arity = "0..*", description = "ids of proposals")
        private List<String> ids = List.of();

        @Option(names = "--all", paramLabel = "KIND", description = "everything of a kind that waits")
        private @Nullable ProposalKind all;

        Refuse(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            tell(terminal, desk.proposals().refuse(ids(desk.proposals(), ids, all)));
        }
    }

    @Command(name = "settings", description = "show or choose what is accepted unasked")
    private static final class Settings extends DeskCommand {
        @Option(names = "--kind", paramLabel = "KIND", description = "person, role, fact, bounce or moved")
        private @Nullable ProposalKind kind;

        @Option(names = "--accept", paramLabel = "HOW", description = "none, certain or likely")
        private @Nullable Threshold threshold;

        Settings(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            ProposalKind wanted = kind;
            Threshold how = threshold;
            if ((wanted == null) != (how == null)) {
                throw new KithException(Problem.USAGE, "--kind KIND --accept HOW");
            }
            long change = wanted == null || how == null ? 0 : desk.proposals().set(wanted, how);
            Map<String, Object> json = new LinkedHashMap<>();
            desk.proposals().settings().forEach((each, accepted) -> json.put(lower(each), lower(accepted)));
            if (terminal.json()) {
                if (wanted != null) {
                    json.put("change", change);
                }
                terminal.document(json);
                return;
            }
            Table table = new Table(List.of(terminal.words().get("cli.head.kind"),
                    terminal.words().get("cli.head.accepted")));
            json.forEach((each, accepted) -> table.row(each, String.valueOf(accepted)));
            terminal.table(table);
        }
    }
}
