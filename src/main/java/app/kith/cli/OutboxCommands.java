package app.kith.cli;

import app.kith.account.Account;
import app.kith.change.Outgoing;
import app.kith.change.Outgoing.Recipient;
import app.kith.desk.Desk;
import app.kith.store.Conversations.MessageRow;
import app.kith.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kith outbox …} */
final class OutboxCommands {
    private OutboxCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new ListAll(shell)).addSubcommand(new Retry(shell))
                .addSubcommand(new Cancel(shell));
    }

    static Map<String, Object> json(Outgoing outgoing, String account, String subject) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", outgoing.id());
        json.put("account", account);
        json.put("messageId", outgoing.messageId());
        json.put("subject", subject);
        json.put("state", outgoing.state().word());
        json.put("notBefore", outgoing.notBefore().equals(Instant.EPOCH) ? null : outgoing.notBefore().toString());
        json.put("attempts", outgoing.attempts());
        json.put("answer", outgoing.answer());
        json.put("recipients", outgoing.recipients().stream().map(OutboxCommands::json).toList());
        return json;
    }

    private static Map<String, Object> json(Recipient recipient) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("address", recipient.address());
        json.put("state", recipient.fate().name().toLowerCase(Locale.ROOT));
        json.put("answer", recipient.answer());
        return json;
    }

    @Command(name = "outbox", description = "mail on its way out", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    @Command(name = "list", description = "list what waits, what was sent, what was refused and why")
    private static final class ListAll extends DeskCommand {
        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Map<Long, String> accounts = desk.accounts().list().stream()
                    .collect(Collectors.toMap(Account::id, Account::email));
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Outgoing outgoing : desk.outbox().list()) {
                String subject = desk.conversations().message(outgoing.message()).map(MessageRow::subject)
                        .orElse("");
                rows.add(json(outgoing, accounts.getOrDefault(outgoing.account(), ""), subject));
            }
            terminal.items(rows, () -> table(terminal.words(), rows));
        }

        private static Table table(Words words, List<Map<String, Object>> rows) {
            Table table = new Table(List.of("#", words.get("cli.head.account"), words.get("cli.head.subject"),
                    words.get("cli.head.state"), words.get("cli.head.not-before"), words.get("cli.head.answer")));
            rows.forEach(row -> table.row(row.get("id"), row.get("account"), row.get("subject"),
                    words.get("cli.outgoing." + row.get("state")),
                    row.get("notBefore") == null ? "" : row.get("notBefore"), row.get("answer")));
            return table;
        }
    }

    @Command(name = "retry", description = "send it again; one in doubt is looked for among sent mail first")
    private static final class Retry extends DeskCommand {
        @Parameters(paramLabel = "ID", description = "the number that \"outbox list\" shows")
        private long id;

        Retry(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            terminal.changed(desk.outbox().retry(id));
        }
    }

    @Command(name = "cancel", description = "take it back; of one in doubt: it has arrived")
    private static final class Cancel extends DeskCommand {
        @Parameters(paramLabel = "ID", description = "the number that \"outbox list\" shows")
        private long id;

        Cancel(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            terminal.changed(desk.outbox().cancel(id));
        }
    }
}
