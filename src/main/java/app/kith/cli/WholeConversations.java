package app.kith.cli;

import app.kith.desk.ConversationActs.Act;
import app.kith.desk.ConversationActs.Done;
import app.kith.desk.Desk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith conversations archive|delete|…}: what is done to whole conversations. It works offline; the server is told by the next sync. */
final class WholeConversations {
    private WholeConversations() {}

    static void addTo(CommandLine group, Shell shell) {
        group.addSubcommand("archive", new Plain(shell, new Act.Archive()))
                .addSubcommand("delete", new Plain(shell, new Act.Delete()))
                .addSubcommand("read", new Plain(shell, new Act.Read()))
                .addSubcommand("unread", new Plain(shell, new Act.Unread()))
                .addSubcommand("flag", new Plain(shell, new Act.Flag()))
                .addSubcommand("unflag", new Plain(shell, new Act.Unflag())).addSubcommand(new Move(shell));
    }

    /** What those have in common that change something. */
    private abstract static class Whole extends DeskCommand {
        @Parameters(paramLabel = "ID", arity = "1..*", description = "numbers that \"conversations list\" gives")
        private List<Long> ids = List.of();

        @Mixin
        private final ConversationPlace place = new ConversationPlace();

        Whole(Shell shell) {
            super(shell);
        }

        abstract Act act();

        @Override
        void run(Desk desk, Terminal terminal) {
            List<Long> once = ids.stream().distinct().toList();
            desk.conversationActs().require(once);
            Done done = desk.conversationActs().act(act(), once, place.scope(desk));
            long change = done.entered().change();
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("change", change == 0 ? null : change);
                json.put("conversations", done.conversations());
                json.put("items", OperationsCommands.rows(desk, done.entered().operations()));
                terminal.document(json);
            } else if (done.conversations() == 0) {
                terminal.line(terminal.words().get("cli.operation.nothing"));
            } else {
                terminal.line(terminal.words().count("cli.operation.entered", done.entered().messages().size()));
                if (change != 0) {
                    terminal.line(terminal.words().get("cli.changed", String.valueOf(change)));
                }
            }
        }
    }

    @Command(description = "archive, delete, mark as read or unread, flag or take the flag off all mail of conversations")
    private static final class Plain extends Whole {
        private final Act act;

        Plain(Shell shell, Act act) {
            super(shell);
            this.act = act;
        }

        @Override
        Act act() {
            return act;
        }
    }

    @Command(name = "move", description = "move the mail of conversations to another folder of its account")
    private static final class Move extends Whole {
        @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "full name of the folder")
        private String folder = "";

        Move(Shell shell) {
            super(shell);
        }

        @Override
        Act act() {
            return new Act.Move(folder);
        }
    }
}
