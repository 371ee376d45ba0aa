package app.kith.cli;

import app.kith.contact.Stage;
import app.kith.desk.Desk;
import app.kith.desk.Stages.Known;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith stages list|add|rename|mark|move|remove}: the stages of the user's sales. */
final class StagesCommands {
    private StagesCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new ListAll(shell)).addSubcommand(new Add(shell))
                .addSubcommand(new Rename(shell)).addSubcommand(new Mark(shell)).addSubcommand(new Move(shell))
                .addSubcommand(new Remove(shell));
    }

    private static Stage.End end(String name) {
        return Stage.End.named(name).orElseThrow(() -> new KithException(Problem.USAGE, name));
    }

    private static void tell(Terminal terminal, long change) {
        if (change != 0) {
            terminal.changed(change);
        } else if (terminal.json()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("change", null);
            terminal.document(json);
        } else {
            terminal.line(terminal.words().get("cli.unchanged"));
        }
    }

    @Command(name = "stages", description = "the stages of your sales, in your order; a customer is put at one with \"contacts edit ID --stage S\"", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    @Command(name = "list", description = "list the stages in their order, and those that customers bear though they are not in the list")
    private static final class ListAll extends DeskCommand {
        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            List<Known> all = desk.stages().known();
            terminal.items(all.stream().map(ListAll::json).toList(), () -> {
                Table table = new Table(List.of(terminal.words().get("cli.head.stage"),
                        terminal.words().get("cli.head.end"), terminal.words().get("cli.head.customers")));
                all.forEach(known -> table.row(
                        known.stage().name()
                                + (known.listed() ? "" : "  (" + terminal.words().get("stage.not-listed") + ")"),
                        known.stage().end() == Stage.End.NONE
                                ? ""
                                : terminal.words().get("stage.end." + known.stage().end().word()),
                        known.customers()));
                return table;
            });
        }

        private static Map<String, Object> json(Known known) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", known.stage().name());
            json.put("end", known.stage().end().word());
            json.put("listed", known.listed());
            json.put("customers", known.customers());
            return json;
        }
    }

    @Command(name = "add", description = "add a stage at the end of the list; the first time, what customers bear already comes before it")
    private static final class Add extends DeskCommand {
        @Parameters(paramLabel = "NAME", description = "its name")
        private String name = "";

        @Option(names = "--end", paramLabel = "won|lost|none", description = "whether it ends there, and how (default: none)")
        private String end = "none";

        Add(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            tell(terminal, desk.stages().add(new Stage(name, end(end))));
        }
    }

    @Command(name = "rename", description = "give a stage another name; customers who stand there follow, and stand there since they did")
    private static final class Rename extends DeskCommand {
        @Parameters(index = "0", paramLabel = "NAME", description = "its name up to now")
        private String name = "";

        @Parameters(index = "1", paramLabel = "NEW", description = "its new name")
        private String renamed = "";

        Rename(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Stage.End end = desk.stages().all().stream().filter(stage -> stage.key().equals(Stage.key(name)))
                    .findFirst().orElseThrow(() -> new KithException(Problem.NOT_FOUND, name)).end();
            tell(terminal, desk.stages().change(name, new Stage(renamed, end)));
        }
    }

    @Command(name = "mark", description = "say whether it ends at a stage")
    private static final class Mark extends DeskCommand {
        @Parameters(index = "0", paramLabel = "NAME", description = "its name")
        private String name = "";

        @Parameters(index = "1", paramLabel = "won|lost|none", description = "how it ends there")
        private String end = "";

        Mark(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Stage stage = desk.stages().all().stream().filter(one -> one.key().equals(Stage.key(name))).findFirst()
                    .orElseThrow(() -> new KithException(Problem.NOT_FOUND, name));
            tell(terminal, desk.stages().change(name, new Stage(stage.name(), end(end))));
        }
    }

    @Command(name = "move", description = "put a stage elsewhere in the list")
    private static final class Move extends DeskCommand {
        @Parameters(paramLabel = "NAME", description = "its name")
        private String name = "";

        @Option(names = "--to", paramLabel = "N", required = true, description = "its new place, from 1")
        private int place;

        Move(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            if (place < 1) {
                throw new KithException(Problem.USAGE, String.valueOf(place));
            }
            tell(terminal, desk.stages().move(name, place - 1));
        }
    }

    @Command(name = "remove", description = "take a stage off the list; customers who stand there stay there")
    private static final class Remove extends DeskCommand {
        @Parameters(paramLabel = "NAME", description = "its name")
        private String name = "";

        Remove(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            tell(terminal, desk.stages().remove(name));
        }
    }
}
