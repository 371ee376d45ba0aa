package app.kith.cli;

import app.kith.contact.Property;
import app.kith.contact.Relation;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.desk.PersonReport;
import app.kith.desk.Records.Entered;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith contacts add|edit|…}: what the user enters by hand. */
final class ContactEdits {
    private ContactEdits() {}

    static void addTo(CommandLine contacts, Shell shell) {
        contacts.addSubcommand(new Add(shell)).addSubcommand(new Edit(shell)).addSubcommand(new EraseCommand(shell))
                .addSubcommand(new Report(shell))
                .addSubcommand(new KeepInTouch(shell)).addSubcommand(new Relate(shell));
    }

    static void tell(Terminal terminal, Entered entered) {
        if (terminal.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("contact", entered.contact());
            if (entered.id() != 0) {
                json.put("id", entered.id());
            }
            json.put("change", entered.change() == 0 ? null : entered.change());
            terminal.document(json);
        } else {
            terminal.line("#" + (entered.id() == 0 ? entered.contact() : entered.id()) + "  "
                    + (entered.change() == 0
                            ? terminal.words().get("cli.unchanged")
                            : terminal.words().get("cli.changed", String.valueOf(entered.change()))));
        }
    }

    @Command(name = "add", description = "enter a customer by hand")
    private static final class Add extends DeskCommand {
        @Mixin
        private final ValueOptions options = new ValueOptions();

        @Option(names = "--is-company", description = "a company and not a person")
        private boolean company;

        Add(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            List<Value> values = new ArrayList<>(options.values(desk));
            if (company && !values.isEmpty()) {
                values.add(Value.of(Property.KIND, "", "company"));
            }
            List<Long> alike = desk.records().alike(values);
            Entered entered = desk.records().add(values);
            options.noteOtherStage(desk, terminal);
            alike.forEach(id -> terminal.note(terminal.words().get("cli.alike", "#" + id)));
            tell(terminal, entered);
        }
    }

    @Command(name = "edit", description = "change what is known of a customer; what can be only one is replaced, what can be many is added")
    private static final class Edit extends DeskCommand {
        @Parameters(paramLabel = "ID", description = "the customer's number")
        private long id;

        @Mixin
        private final ValueOptions options = new ValueOptions();

        @Option(names = "--remove", paramLabel = "PROPERTY=VALUE", description = "a value that does not hold; may be repeated")
        private List<String> removed = List.of();

        Edit(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            options.noteOtherStage(desk, terminal);
            tell(terminal,
                    desk.records().edit(id, options.values(desk),
                            removed.stream().map(one -> ValueOptions.value(desk.ownFields(), one)).toList()));
        }
    }

    @Command(name = "keep-in-touch", description = "say every how many days there is to be a contact; any mail of a person either way, call or meeting counts")
    private static final class KeepInTouch extends DeskCommand {
        @Parameters(paramLabel = "ID", description = "the customer's number")
        private long id;

        @ArgGroup(multiplicity = "1")
        private @Nullable Interval interval;

        /** How often. */
        private static final class Interval {
            @Option(names = "--days", paramLabel = "N", required = true, description = "every so many days")
            private int days;

            @Option(names = "--never", required = true, description = "whenever it happens")
            private boolean never;
        }

        KeepInTouch(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Interval wanted = Objects.requireNonNull(interval);
            if (!wanted.never && (wanted.days < 1 || wanted.days > 3650)) {
                throw new KithException(Problem.USAGE, String.valueOf(wanted.days));
            }
            if (desk.customers().rows(List.of(id)).isEmpty()) {
                throw new KithException(Problem.NOT_FOUND, "#" + id);
            }
            int days = wanted.never ? 0 : wanted.days;
            tell(terminal,
                    new Entered(id, 0, desk.followUps(Clock.system(ZoneId.systemDefault())).keepInTouch(id, days)));
        }
    }

    @Command(name = "relate", description = "note in which relation a customer is to another: \"relate 3 manager 7\" says that 3 reports to 7")
    private static final class Relate extends DeskCommand {
        @Parameters(index = "0", paramLabel = "ID", description = "the customer's number")
        private long id;

        @Parameters(index = "1", paramLabel = "KIND", description = "what the other is to the customer: manager, assistant, introduced (by), spouse, partner, colleague, friend, parent, child, sibling, referrer, or a word of your own")
        private String kind = "";

        @Parameters(index = "2", paramLabel = "OTHER", description = "number of the other customer")
        private long other;

        @Option(names = "--remove", description = "it is not so, or no longer")
        private boolean removed;

        Relate(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            tell(terminal, removed
                    ? desk.records().edit(id, List.of(), List.of(Relation.to(kind, "", other)))
                    : desk.records().relate(id, kind, other));
        }
    }

    @Command(name = "report", description = "write all that is kept about a customer, with its sources, into one JSON file; \"export customer\" gives the mails themselves")
    private static final class Report extends DeskCommand {
        @Parameters(paramLabel = "ID", description = "the customer's number")
        private long id;

        @Option(names = "--out", paramLabel = "FILE", required = true, description = "the file; may not be there")
        private Path out = Path.of("");

        Report(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            PersonReport.Written written = desk.transfers().personReport().write(id, terminal.words(), out, false);
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("contact", id);
                json.put("file", out.toString());
                json.put("cards", written.cards());
                json.put("values", written.values());
                json.put("entries", written.entries());
                json.put("mails", written.mails());
                json.put("notReadable", written.aside().size());
                terminal.document(json);
            } else {
                terminal.line(terminal.words().get("erase.report", out, written.cards(), written.values(),
                        written.entries(), written.mails()));
            }
        }
    }
}
