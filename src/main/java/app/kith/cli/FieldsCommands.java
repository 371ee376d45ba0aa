package app.kith.cli;

import app.kith.contact.OwnField;
import app.kith.desk.Desk;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith fields list|add|edit|remove}: fields of the user's own. */
final class FieldsCommands {
    private FieldsCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new ListAll(shell)).addSubcommand(new Add(shell))
                .addSubcommand(new Edit(shell)).addSubcommand(new Remove(shell));
    }

    private static OwnField.Type type(String name) {
        return OwnField.Type.named(name).orElseThrow(() -> new KithException(Problem.USAGE, name));
    }

    @Command(name = "fields", description = "fields of your own for customers", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    @Command(name = "list", description = "list the fields")
    private static final class ListAll extends DeskCommand {
        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            List<OwnField> all = desk.ownFields().all();
            terminal.items(all.stream().map(ListAll::json).toList(), () -> {
                Table table = new Table(List.of(terminal.words().get("cli.head.name"),
                        terminal.words().get("cli.head.kind"), terminal.words().get("cli.head.values")));
                all.forEach(field -> table.row(field.name(), field.type().word() + (field.sensitive() ? " *" : ""),
                        String.join(", ", field.choices())));
                return table;
            });
        }

        private static Map<String, Object> json(OwnField field) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", field.name());
            json.put("type", field.type().word());
            json.put("choices", field.choices());
            json.put("sensitive", field.sensitive());
            return json;
        }
    }

    @Command(name = "add", description = "make a field; its values are set with \"contacts edit ID --set NAME=VALUE\"")
    private static final class Add extends DeskCommand {
        @Parameters(paramLabel = "NAME", description = "its name")
        private String name = "";

        @Option(names = "--type", paramLabel = "text|number|money|date|choice|yes-no|link", description = "what it can hold (default: text)")
        private String type = "text";

        @Option(names = "--choice", paramLabel = "TEXT", description = "what can be chosen; may be repeated")
        private List<String> choices = List.of();

        @Option(names = "--sensitive", description = "shown and given away only with care")
        private boolean sensitive;

        Add(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            terminal.changed(desk.ownFields().add(new OwnField(name, type(type), choices, sensitive)));
        }
    }

    @Command(name = "edit", description = "change a field; with another name its values get that name too")
    private static final class Edit extends DeskCommand {
        @Parameters(paramLabel = "NAME", description = "its name up to now")
        private String name = "";

        @Option(names = "--name", paramLabel = "NAME", description = "another name")
        private String renamed = "";

        @Option(names = "--type", paramLabel = "text|number|money|date|choice|yes-no|link", description = "what it can hold; values that do not fit stay as they are")
        private String type = "";

        @Option(names = "--choice", paramLabel = "TEXT", description = "what can be chosen, in place of what could be; may be repeated")
        private List<String> choices = List.of();

        @Option(names = "--sensitive", paramLabel = "yes|no", description = "whether it is shown and given away only with care")
        private String sensitive = "";

        Edit(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            OwnField before = desk.ownFields().find(name)
                    .orElseThrow(() -> new KithException(Problem.NOT_FOUND, name));
            String careful = sensitive.toLowerCase(Locale.ROOT);
            if (!List.of("", "yes", "no").contains(careful)) {
                throw new KithException(Problem.USAGE, sensitive);
            }
            terminal.changed(desk.ownFields().change(name,
                    new OwnField(renamed.isBlank() ? before.name() : renamed,
                            type.isBlank() ? before.type() : type(type),
                            choices.isEmpty() ? before.choices() : choices,
                            careful.isEmpty() ? before.sensitive() : careful.equals("yes"))));
        }
    }

    @Command(name = "remove", description = "remove a field; what customers have in it stays, as any text")
    private static final class Remove extends DeskCommand {
        @Parameters(paramLabel = "NAME", description = "its name")
        private String name = "";

        Remove(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            terminal.changed(desk.ownFields().remove(name));
        }
    }
}
