package app.kith.bench;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.demo.SampleMailbox;
import app.kith.demo.SampleMessage;
import app.kith.desk.Desk;
import app.kith.support.TestDesk;
import app.kith.ui.WindowMeasure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The window on 100,000 customers ({@code -Dkith.bench.rows=N}) and 100,000 messages ({@code -Dkith.bench.messages=N}): time until it
 * shows data, scrolling, memory. {@code -Dkith.bench.home=DIR} keeps the store for another run. Give it the installed program's heap,
 * {@code -Xmx512m -XX:+UseSerialGC}; {@code -Dkith.bench.detail=true} says what holds the memory, with
 * {@code -XX:NativeMemoryTracking=summary} outside the heap too.
 */
final class WindowBench implements Bench.Scenario {
    private static final int ROWS = Integer.getInteger("kith.bench.rows", 100_000);
    private static final int MESSAGES = Integer.getInteger("kith.bench.messages", 100_000);
    private static final int BATCH = 1200;

    @Override
    public void run() throws Exception {
        String kept = System.getProperty("kith.bench.home", "");
        Path folder = kept.isEmpty() ? Files.createTempDirectory("kith-bench") : Files.createDirectories(Path.of(kept));
        try {
            Path home = folder.resolve("home");
            if (!Files.exists(home)) {
                fill(folder, home);
            }
            WindowMeasure.scroll(home);
        } finally {
            if (kept.isEmpty()) {
                ImportBench.delete(folder);
            }
        }
    }

    private static void fill(Path folder, Path home) throws Exception {
        try (Desk desk = TestDesk.open(home)) {
            Account account = desk.accounts().add(new Account(0, SampleMailbox.USER_ADDRESS, "",
                    new Server("localhost", 1, Security.TLS), null, SampleMailbox.USER_ADDRESS, null, null, null),
                    "secret").account();
            Filing filing = (Filing) desk.journal();
            List<MailEvent> events = new ArrayList<>();
            for (String path : SampleMailbox.folders()) {
                FolderRole role = switch (path) {
                    case "INBOX" -> FolderRole.INBOX;
                    case "Sent" -> FolderRole.SENT;
                    default -> FolderRole.OTHER;
                };
                events.add(new MailEvent.FolderSeen(new FolderKey(account.id(), path), '/', role, true));
            }
            SampleMailbox mailbox = SampleMailbox.of(1, MESSAGES, Instant.parse("2026-11-22T12:00:00Z"));
            for (int i = 0; i < mailbox.size(); i++) {
                SampleMessage message = mailbox.messages().get(i);
                events.add(new MailEvent.Arrived(new FolderKey(account.id(), message.folder()), i + 1,
                        message.received(), MessageFlags.of(message.flags()), message.raw()));
                if (events.size() >= BATCH || i == mailbox.size() - 1) {
                    filing.file(List.copyOf(events));
                    events.clear();
                }
            }
        }
        MeasuredRun.of(home, "import", ImportBench.csv(folder.resolve("customers.csv"), ROWS).toString(), "--json");
    }
}
