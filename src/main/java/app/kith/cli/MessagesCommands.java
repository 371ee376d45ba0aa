package app.kith.cli;

import app.kith.change.MessageFlags;
import app.kith.desk.Desk;
import app.kith.sync.OperationQueue;
import app.kith.sync.OperationQueue.Entered;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith messages …}: what is done to mail. It works offline; the server is told by the next sync. */
final class MessagesCommands {
    private MessagesCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new Mark(shell)).addSubcommand(new Move(shell))
                .addSubcommand(new Fetch(shell))
                .addSubcommand("archive", new Send(shell, OperationQueue::archive))
                .addSubcommand("delete", new Send(shell, OperationQueue::delete))
                .addSubcommand("junk", new Send(shell, (queue, ids) -> queue.junk(ids, true)))
                .addSubcommand("not-junk", new Send(shell, (queue, ids) -> queue.junk(ids, false)));
    }

    @Command(name = "messages", description = "mark, move, archive, delete mail; works offline", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    @Command(name = "fetch", description = "fetch the whole of mail of which only the header is here")
    private static final class Fetch extends DeskCommand {
        @Parameters(paramLabel = "ID", arity = "1..*", description = "numbers that \"conversations show\" gives")
        private List<Long> ids = List.of();

        Fetch(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            ids.forEach(desk.mails()::complete);
            if (terminal.json()) {
                terminal.document(Map.of("items", ids));
            } else {
                terminal.line(terminal.words().count("cli.whole", ids.size()));
            }
        }
    }

    /** What those have in common that change something. */
    private abstract static class Act extends DeskCommand {
        @Parameters(paramLabel = "ID", arity = "1..*", description = "numbers that \"conversations show\" gives")
        private List<Long> ids = List.of();

        Act(Shell shell) {
            super(shell);
        }

        abstract Entered act(OperationQueue queue, List<Long> messages);

        @Override
        void run(Desk desk, Terminal terminal) {
            for (long id : ids) {
                if (desk.conversations().message(id).isEmpty()) {
                    throw new KithException(Problem.NOT_FOUND, "#" + id);
                }
            }
            Entered entered = act(desk.operations(), ids.stream().distinct().toList());
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("change", entered.change() == 0 ? null : entered.change());
                json.put("items", OperationsCommands.rows(desk, entered.operations()));
                terminal.document(json);
            } else if (entered.operations().isEmpty()) {
                terminal.line(terminal.words().get("cli.operation.nothing"));
            } else {
                terminal.line(terminal.words().count("cli.operation.entered", entered.operations().size()));
                terminal.line(terminal.words().get("cli.changed", String.valueOf(entered.change())));
            }
        }
    }

    @Command(name = "mark", description = "mark mail as read, unread, flagged, not flagged")
    private static final class Mark extends Act {
        @Option(names = "--read", description = "it has been read")
        private boolean read;

        @Option(names = "--unread", description = "it has not been read")
        private boolean unread;

        @Option(names = "--flagged", description = "set the flag")
        private boolean flagged;

        @Option(names = "--unflagged", description = "take the flag off")
        private boolean unflagged;

        Mark(Shell shell) {
            super(shell);
        }

        @Override
        Entered act(OperationQueue queue, List<Long> messages) {
            MessageFlags add = bits(read, flagged);
            MessageFlags remove = bits(unread, unflagged);
            if (add.isEmpty() && remove.isEmpty() || (add.bits() & remove.bits()) != 0) {
                throw new KithException(Problem.USAGE, "--read | --unread, --flagged | --unflagged");
            }
            return queue.flag(messages, add, remove);
        }

        private static MessageFlags bits(boolean seen, boolean flag) {
            return new MessageFlags((seen ? MessageFlags.SEEN : 0) | (flag ? MessageFlags.FLAGGED : 0), List.of());
        }
    }

    @Command(name = "move", description = "move mail to another folder of its account")
    private static final class Move extends Act {
        @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "full name of the folder")
        private String folder = "";

        Move(Shell shell) {
            super(shell);
        }

        @Override
        Entered act(OperationQueue queue, List<Long> messages) {
            return queue.move(messages, folder);
        }
    }

    @Command(description = "to the archive, the trash, the junk folder, or back from it")
    private static final class Send extends Act {
        private final BiFunction<OperationQueue, List<Long>, Entered> what;

        Send(Shell shell, BiFunction<OperationQueue, List<Long>, Entered> what) {
            super(shell);
            this.what = what;
        }

        @Override
        Entered act(OperationQueue queue, List<Long> messages) {
            return what.apply(queue, messages);
        }
    }
}
