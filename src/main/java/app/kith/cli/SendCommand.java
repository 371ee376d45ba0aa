package app.kith.cli;

import app.kith.account.Account;
import app.kith.compose.Enclosure;
import app.kith.compose.Letter;
import app.kith.compose.MessageId;
import app.kith.desk.Desk;
import app.kith.mail.AddressList;
import app.kith.mail.FileType;
import app.kith.mail.Mailbox;
import app.kith.sync.Outbox;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kith send} */
@Command(name = "send", description = "write a mail; it waits in the outbox and goes with the next sync")
final class SendCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--from", required = true, paramLabel = "E", description = "the account that sends it")
    private String from = "";

    @Option(names = "--to", arity = "1..*", paramLabel = "A", description = "recipients")
    private List<String> to = List.of();

    @Option(names = "--cc", arity = "1..*", paramLabel = "A", description = "copied recipients")
    private List<String> cc = List.of();

    @Option(names = "--bcc", arity = "1..*", paramLabel = "A", description = "recipients whom the others do not see")
    private List<String> bcc = List.of();

    @Option(names = "--subject", required = true, paramLabel = "S", description = "subject")
    private String subject = "";

    @Option(names = "--body-file", required = true, paramLabel = "F", description = "file with the text, UTF-8")
    private Path body = Path.of("");

    @Option(names = "--attach", arity = "1..*", paramLabel = "F", description = "files that go along")
    private List<Path> files = List.of();

    @Option(names = "--at", paramLabel = "TIME", description = "not before this time (ISO 8601; local where no zone is given)")
    private @Nullable String at;

    SendCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Terminal terminal = shell.terminal();
        Instant notBefore = at == null ? Instant.EPOCH : time(at);
        try (Desk desk = shell.desk()) {
            Account account = desk.accounts().find(from);
            Outbox.Queued queued = desk.outbox().queue(account, letter(account), notBefore);
            if (terminal.json()) {
                Map<String, Object> json = OutboxCommands.json(queued.outgoing(), account.email(), subject);
                json.put("change", queued.change());
                terminal.document(json);
            } else {
                terminal.line(terminal.words().get("cli.queued", String.valueOf(queued.outgoing().id()),
                        String.valueOf(queued.change())));
            }
        }
        return 0;
    }

    private Letter letter(Account account) {
        return new Letter(MessageId.make(account.email()), ZonedDateTime.now(ZoneId.systemDefault()),
                new Mailbox(account.name(), account.email()), boxes(to), boxes(cc), boxes(bcc), subject,
                new String(read(body), StandardCharsets.UTF_8), null, List.of(), List.of(),
                files.stream().map(SendCommand::enclosure).toList());
    }

    private static List<Mailbox> boxes(List<String> typed) {
        return typed.stream().flatMap(each -> AddressList.parse(each).stream()).toList();
    }

    private static Enclosure enclosure(Path file) {
        byte[] content = read(file);
        String name = String.valueOf(file.getFileName());
        return new Enclosure(name, FileType.of(content, "application/octet-stream"), content);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }

    private static Instant time(String text) {
        try {
            boolean zoned = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)");
            return zoned
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw new KithException(e, Problem.USAGE, "not a time: " + text);
        }
    }
}
