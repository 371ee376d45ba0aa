package app.kith.cli;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.desk.Records.Entered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith contacts add|edit|erase}: what the user enters by hand. */
final class ContactEdits {
    private ContactEdits() {}

    static void addTo(CommandLine contacts, Shell shell) {
        contacts.addSubcommand(new Add(shell)).addSubcommand(new Edit(shell)).addSubcommand(new Erase(shell));
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
            List<Value> values = new ArrayList<>(options.values());
            if (company && !values.isEmpty()) {
                values.add(Value.of(Property.KIND, "", "company"));
            }
            List<Long> alike = desk.records().alike(values);
            Entered entered = desk.records().add(values);
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
            tell(terminal,
                    desk.records().edit(id, options.values(), removed.stream().map(ValueOptions::value).toList()));
        }
    }

    @Command(name = "erase", description = "take a customer away; \"undo\" brings it back")
    private static final class Erase extends DeskCommand {
        @Parameters(paramLabel = "ID", description = "the customer's number")
        private long id;

        Erase(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            tell(terminal, desk.records().erase(id));
        }
    }
}
