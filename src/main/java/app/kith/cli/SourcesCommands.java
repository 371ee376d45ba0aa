package app.kith.cli;

import app.kith.desk.Desk;
import app.kith.desk.Sources;
import app.kith.store.SourcesView.Brought;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kith sources list|withdraw}. */
final class SourcesCommands {
    private SourcesCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new ListAll(shell)).addSubcommand(new Withdraw(shell));
    }

    @Command(name = "sources", description = "where everything came from", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    @Command(name = "list", description = "list accounts, files and address books with how much each says")
    private static final class ListAll extends DeskCommand {
        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            List<Brought> all = desk.sources().list();
            terminal.items(all.stream().map(ListAll::json).toList(), () -> {
                Table table = new Table(List.of("id", terminal.words().get("cli.head.customers"),
                        terminal.words().get("cli.head.values"), terminal.words().get("cli.head.entries")));
                all.forEach(one -> table.row(Sources.id(one.source()), String.valueOf(one.contacts()),
                        String.valueOf(one.values()), String.valueOf(one.entries())));
                return table;
            });
        }

        private static Map<String, Object> json(Brought one) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", Sources.id(one.source()));
            json.put("kind", one.source().kind().name().toLowerCase(Locale.ROOT));
            json.put("place", one.source().place());
            json.put("contacts", one.contacts());
            json.put("values", one.values());
            json.put("entries", one.entries());
            return json;
        }
    }

    @Command(name = "withdraw", description = "take a source back with all that it brought, but for what you confirmed; \"undo\" brings it back")
    private static final class Withdraw extends DeskCommand {
        @Parameters(paramLabel = "ID", description = "id of the source, as \"list\" prints it")
        private String id = "";

        Withdraw(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            terminal.changed(desk.sources().withdraw(desk.sources().find(id)).change());
        }
    }
}
