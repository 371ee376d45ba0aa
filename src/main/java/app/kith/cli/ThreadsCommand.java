package app.kith.cli;

import app.kith.conversation.Conversation;
import app.kith.conversation.Gaps;
import app.kith.conversation.Threader;
import app.kith.mail.Mail;
import app.kith.mail.MailReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kith threads} */
@Command(name = "threads", description = "show which raw messages belong to one conversation; needs no store")
final class ThreadsCommand implements Callable<Integer> {
    private static final int SOME_REFUSED = 6;

    private final Shell shell;
    private final MailReader reader = new MailReader();

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR|MBOX", description = "raw messages")
    private List<Path> paths = List.of();

    ThreadsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Threader<String> threader = new Threader<>();
        Map<String, String> ids = new HashMap<>();
        Map<String, List<String>> parents = new HashMap<>();
        List<String> refused = new ArrayList<>();
        RawMails.each(paths, true, (name, raw, error) -> {
            if (raw == null) {
                refused.add(name + ": " + error);
                return;
            }
            Mail mail = reader.read(raw);
            if (mail.messageId() != null) {
                ids.put(name, mail.messageId());
            }
            parents.put(name, Gaps.parents(mail));
            threader.add(name, mail);
        });
        Map<String, String> gaps = gaps(parents, new Gaps(ids.values()));
        print(threader.conversations(), ids, gaps);
        refused.forEach(shell.terminal()::note);
        return refused.isEmpty() ? 0 : SOME_REFUSED;
    }

    /** Finds the messages that answer one which is not there, with its id. */
    private static Map<String, String> gaps(Map<String, List<String>> parents, Gaps of) {
        Map<String, String> gaps = new HashMap<>();
        parents.forEach((name, named) -> {
            String missing = of.before(named);
            if (missing != null) {
                gaps.put(name, missing);
            }
        });
        return gaps;
    }

    private void print(List<Conversation<String>> conversations, Map<String, String> ids, Map<String, String> gaps) {
        Terminal terminal = shell.terminal();
        List<Map<String, Object>> items = new ArrayList<>();
        int number = 0;
        for (Conversation<String> conversation : conversations) {
            number++;
            if (!terminal.json()) {
                terminal.line(number + "  " + conversation.subject());
                conversation.messages().forEach(file -> terminal.line("     " + file
                        + (gaps.containsKey(file) ? "  (a message is missing before it)" : "")));
                continue;
            }
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("conversation", number);
            item.put("subject", conversation.subject());
            item.put("messages", conversation.messages().stream().map(file -> {
                Map<String, Object> message = new LinkedHashMap<>();
                message.put("file", file);
                message.put("messageId", ids.get(file));
                message.put("missing", gaps.get(file));
                return message;
            }).toList());
            items.add(item);
        }
        if (terminal.json()) {
            terminal.document(Map.of("items", items));
        }
    }
}
