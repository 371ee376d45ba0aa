package app.kith.cli;

import app.kith.mail.Mail;
import app.kith.mail.MailReader;
import app.kith.mail.ReadAs;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith parse} */
@Command(name = "parse", description = "show what Kith reads in raw messages; needs no store")
final class ParseCommand implements Callable<Integer> {
    private static final int SOME_REFUSED = 6;

    private final Shell shell;
    private final MailReader reader = new MailReader();

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "raw messages")
    private List<Path> paths = List.of();

    @Option(names = "--charset", paramLabel = "NAME", description = "read the text with this charset, whatever the message says")
    private String charset = "";

    ParseCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Terminal terminal = shell.terminal();
        if (!charset.isEmpty() && ReadAs.charset(charset).isEmpty()) {
            throw new KithException(Problem.NOT_FOUND, "charset " + charset);
        }
        List<Map<String, Object>> items = new ArrayList<>();
        boolean[] refused = {false};
        RawMails.each(paths, false, (name, raw, error) -> {
            Map<String, Object> item = item(name, raw, error);
            refused[0] |= raw == null;
            if (terminal.json()) {
                items.add(item);
            } else {
                print(terminal, item);
            }
        });
        if (terminal.json()) {
            terminal.document(Map.of("items", items));
        }
        return refused[0] ? SOME_REFUSED : 0;
    }

    private Map<String, Object> item(String name, byte @Nullable [] raw, @Nullable String error) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("file", name);
        if (raw == null) {
            item.put("error", error);
            return item;
        }
        Mail mail = reader.read(raw, charset);
        item.putAll(MailJson.of(mail));
        return item;
    }

    private static void print(Terminal terminal, Map<String, Object> item) {
        terminal.line(String.valueOf(item.get("file")));
        item.forEach((key, value) -> {
            boolean said = value != null && !value.equals("") && !value.equals(List.of()) && !key.equals("file");
            if (said) {
                terminal.line("  " + key + ": " + value);
            }
        });
    }
}
