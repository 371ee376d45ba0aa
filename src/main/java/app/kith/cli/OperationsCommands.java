package app.kith.cli;

import app.kith.account.Account;
import app.kith.change.Operation;
import app.kith.change.Operation.Destination;
import app.kith.desk.Desk;
import app.kith.store.Conversations.MessageRow;
import app.kith.sync.DraftStep;
import app.kith.sync.OperationQueue;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kith operations …}: what was done to mail and a server has still to be told. */
final class OperationsCommands {
    private OperationsCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new ListAll(shell))
                .addSubcommand("cancel", new Change(shell, OperationQueue::cancel))
                .addSubcommand("retry", new Change(shell, OperationQueue::retry));
    }

    static List<Map<String, Object>> rows(Desk desk, List<Operation> operations) {
        Map<Long, String> accounts = desk.accounts().list().stream()
                .collect(Collectors.toMap(Account::id, Account::email));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Operation operation : operations) {
            Destination to = operation.to();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", operation.id());
            json.put("account", accounts.getOrDefault(operation.account(), ""));
            json.put("message", operation.message());
            json.put("subject",
                    desk.conversations().message(operation.message()).map(MessageRow::subject).orElse(""));
            json.put("kind", operation.kind().name().toLowerCase(Locale.ROOT));
            json.put("folder", operation.path());
            json.put("to", to == null ? null : to.path());
            json.put("add", operation.add().words());
            json.put("remove", operation.remove().words());
            json.put("state", operation.state().name().toLowerCase(Locale.ROOT));
            json.put("reason", operation.reason().isEmpty() ? null : operation.reason());
            rows.add(json);
        }
        return rows;
    }

    @Command(name = "operations", description = "changes to mail that wait for a server", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    @Command(name = "list", description = "list what waits, and what could not be done and why")
    private static final class ListAll extends DeskCommand {
        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            List<Operation> open = desk.operations().list();
            List<Map<String, Object>> rows = rows(desk, open);
            List<DraftStep> drafts = desk.draftsWaiting();
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("items", rows);
                json.put("drafts", drafts.stream().map(step -> draft(desk, step)).toList());
                terminal.document(json);
                return;
            }
            terminal.items(rows, () -> table(terminal.words(), open, rows));
            for (DraftStep step : drafts) {
                terminal.line(terminal.words().get("cli.operation.draft." + step.kind().word(), step.account().email(),
                        subject(desk, step)));
            }
        }

        private static Map<String, Object> draft(Desk desk, DraftStep step) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", step.letter().id());
            json.put("account", step.account().email());
            json.put("subject", subject(desk, step));
            json.put("kind", step.kind().word());
            return json;
        }

        private static String subject(Desk desk, DraftStep step) {
            return desk.conversations().message(step.letter().message()).map(MessageRow::subject).orElse("");
        }

        private static Table table(Words words, List<Operation> open, List<Map<String, Object>> rows) {
            Table table = new Table(List.of("#", words.get("cli.head.account"), words.get("cli.head.subject"),
                    words.get("cli.head.change"), words.get("cli.head.state")));
            for (int i = 0; i < open.size(); i++) {
                Operation operation = open.get(i);
                table.row(operation.id(), rows.get(i).get("account"), rows.get(i).get("subject"), what(operation),
                        operation.state() == Operation.State.WAITING
                                ? words.get("cli.operation.waiting")
                                : words.get("cli.operation-why." + operation.why(), operation.detail()));
            }
            return table;
        }

        /** In the signs of the protocol: {@code INBOX → Archive}, {@code INBOX +\Seen}. */
        private static String what(Operation operation) {
            Destination to = operation.to();
            StringBuilder text = new StringBuilder(operation.path());
            operation.add().words().forEach(flag -> text.append(" +").append(flag));
            operation.remove().words().forEach(flag -> text.append(" -").append(flag));
            return to == null ? text.toString() : text + " → " + to.path();
        }
    }

    @Command(description = "take it back, or have it tried again")
    private static final class Change extends DeskCommand {
        private final ToLongBiFunction<OperationQueue, Long> what;

        @Parameters(paramLabel = "ID", description = "the number that \"operations list\" shows")
        private long id;

        Change(Shell shell, ToLongBiFunction<OperationQueue, Long> what) {
            super(shell);
            this.what = what;
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            long change = what.applyAsLong(desk.operations(), id);
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("change", change == 0 ? null : change);
                terminal.document(json);
            } else {
                terminal.line(change == 0
                        ? terminal.words().get("cli.operation.waiting")
                        : terminal.words().get("cli.changed", String.valueOf(change)));
            }
        }
    }
}
