package app.kith.cli;

import app.kith.conversation.Turn.Side;
import app.kith.desk.Desk;
import app.kith.mail.Mail;
import app.kith.store.ConversationList.Filter;
import app.kith.store.ConversationList.Scope;
import app.kith.store.ConversationList.Sign;
import app.kith.store.Conversations.ConversationRow;
import app.kith.store.Conversations.MessageRow;
import app.kith.store.Conversations.Opened;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith conversations …} */
final class ConversationsCommands {
    private ConversationsCommands() {}

    static CommandLine of(Shell shell) {
        CommandLine group = new CommandLine(new Group()).addSubcommand(new ListAll(shell))
                .addSubcommand(new Show(shell));
        WholeConversations.addTo(group, shell);
        return group;
    }

    /** Rows of conversations in the order of their numbers given. */
    static List<Map<String, Object>> rows(Desk desk, long[] numbers) {
        return rows(desk, numbers, Scope.ALL);
    }

    private static List<Map<String, Object>> rows(Desk desk, long[] numbers, Scope scope) {
        List<Long> ids = Arrays.stream(numbers).boxed().toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += 1000) {
            List<Long> window = ids.subList(from, Math.min(ids.size(), from + 1000));
            Map<Long, ConversationRow> found = desk.conversationList().rows(window, scope).stream()
                    .collect(Collectors.toMap(ConversationRow::id, Function.identity()));
            window.stream().filter(found::containsKey).map(found::get).forEach(row -> rows.add(json(row)));
        }
        return rows;
    }

    private static Map<String, Object> json(ConversationRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", row.id());
        json.put("subject", row.subject());
        json.put("with", row.counterpart());
        json.put("contact", row.contact());
        json.put("messages", row.messages());
        json.put("unread", row.unread());
        json.put("flagged", row.flagged());
        json.put("attachments", row.attachments());
        json.put("firstAt", row.firstAt().toString());
        json.put("lastAt", row.lastAt().toString());
        json.put("lastDirection", row.lastOutgoing() ? "out" : "in");
        json.put("turn", row.turn().name().toLowerCase(Locale.ROOT));
        json.put("turnSince", row.turn() == Side.NONE ? null : row.turnSince().toString());
        return json;
    }

    @Command(name = "conversations", description = "conversations", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    @Command(name = "list", description = "list conversations, newest first")
    private static final class ListAll extends DeskCommand {
        @Option(names = "--contact", paramLabel = "ID", description = "only those with this customer")
        private long contact;

        @Option(names = "--query", paramLabel = "Q", description = "words that the subject or the counterpart must hold")
        private String query = "";

        @Option(names = "--unread", description = "only those with unread mail")
        private boolean unread;

        @Option(names = "--flagged", description = "only those with flagged mail")
        private boolean flagged;

        @Option(names = "--with-files", description = "only those with attachments")
        private boolean files;

        @Option(names = "--turn", paramLabel = "SIDE", description = "only those in which an answer is owed: mine, or theirs")
        private @Nullable Turn turn;

        @Mixin
        private final ConversationPlace place = new ConversationPlace();

        @Option(names = "--limit", paramLabel = "N", description = "at most so many")
        private int limit;

        private enum Turn {
            MINE,
            THEIRS
        }

        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Set<Sign> signs = EnumSet.noneOf(Sign.class);
            Map.of(Sign.UNREAD, unread, Sign.FLAGGED, flagged, Sign.FILES, files, Sign.MINE, turn == Turn.MINE,
                    Sign.THEIRS, turn == Turn.THEIRS).forEach((sign, wanted) -> {
                        if (wanted) {
                            signs.add(sign);
                        }
                    });
            Scope scope = place.scope(desk);
            List<Map<String, Object>> rows = rows(desk,
                    desk.conversationList().ids(new Filter(contact, query, signs, scope), limit, Instant.now()), scope);
            terminal.items(rows, () -> table(terminal.words(), rows));
        }

        private static Table table(Words words, List<Map<String, Object>> rows) {
            Table table = new Table(List.of("#", words.get("cli.head.with"), words.get("cli.head.subject"),
                    words.get("cli.head.mails"), words.get("cli.head.last-contact")));
            rows.forEach(
                    row -> table.row(row.get("id"), row.get("with"), row.get("subject"), row.get("messages"),
                            row.get("lastAt")));
            return table;
        }
    }

    @Command(name = "show", description = "show the mails of a conversation")
    private static final class Show extends DeskCommand {
        @Parameters(paramLabel = "ID", description = "the conversation's number")
        private long id;

        Show(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Opened opened = desk.conversations().opened(id, Scope.ALL)
                    .orElseThrow(() -> new KithException(Problem.NOT_FOUND, "#" + id));
            ConversationRow row = opened.row();
            List<MessageRow> messages = opened.messages();
            if (terminal.json()) {
                Map<String, Object> json = ConversationsCommands.json(row);
                json.put("items",
                        messages.stream().map(message -> json(message, desk.mails().read(message.id()))).toList());
                terminal.document(json);
            } else {
                terminal.line(row.subject());
                for (MessageRow message : messages) {
                    Mail mail = desk.mails().read(message.id());
                    terminal.line("");
                    terminal.line("── " + message.senderName() + " · " + message.sentAt());
                    terminal.line(message.headerOnly()
                            ? terminal.words().get("cli.header-only", String.valueOf(message.id()))
                            : mail.text().strip());
                    mail.attachments().forEach(file -> terminal.line("  📎 " + file.name()));
                }
            }
        }

        private static Map<String, Object> json(MessageRow row, Mail mail) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", row.id());
            json.put("sentAt", row.sentAt().toString());
            json.put("direction", row.outgoing() ? "out" : "in");
            json.put("unread", row.unread());
            json.put("flagged", row.flagged());
            json.put("onServer", !row.gone());
            json.put("headerOnly", row.headerOnly());
            json.put("outbox", row.onItsWay() == null ? null : row.onItsWay().word());
            json.putAll(MailJson.of(mail));
            return json;
        }
    }
}
