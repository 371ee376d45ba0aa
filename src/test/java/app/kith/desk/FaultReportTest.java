package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.support.SecondClient;
import app.kith.support.TestDesk;
import app.kith.words.KithException;
import app.kith.words.Problem;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of a fault says what is wanted to find it, and nothing of the user's. */
class FaultReportTest {
    private static final List<String> SECRETS = List.of("Kunigunde", "Schatten", "secret.example", "Zanzibar", "报价单机密",
            "王小明", "geheim.pdf", "Wohlgemuth", "+49 170 5551234", "5551234", "wrong-password-4711", TestDesk.PASSPHRASE,
            "Hafenstr", "192.0.2.17");

    @TempDir
    private Path folder;

    /** Every way in which something of the user's could come into the log, written by the program's own layout. */
    private void log(Path home) throws IOException {
        LoggerContext context = new LoggerContext();
        PlainLayout layout = new PlainLayout();
        layout.start();
        StringBuilder lines = new StringBuilder();
        List<Object[]> events = List.of(
                new Object[]{"Message {} is not in the search index", new Object[]{4711}, new IllegalStateException(
                        "Zanzibar-Lieferung 报价单机密", new KithException(Problem.DISK, "geheim.pdf", "Hafenstr. 12"))},
                new Object[]{"A rule cannot be read and was left out: {}", new Object[]{
                        new KithException(Problem.RULE_PART, "from Kunigunde Schatten").getMessage()}, null},
                new Object[]{"Kunigunde wrote to kunigunde@secret.example about \"Zanzibar-Lieferung\"", null, null},
                new Object[]{"No file {}", new Object[]{home.resolve("geheim.pdf")}, null},
                new Object[]{"Not reached: imap.secret.example at 192.0.2.17, see https://secret.example/Zanzibar",
                        null, null},
                new Object[]{"王小明 +49 170 5551234", null, null},
                new Object[]{"Two lines\nWohlgemuth is the second", null, null},
                new Object[]{"The store is built anew from the logs: {}",
                        new Object[]{"the mail log ends before 7/120"}, null});
        for (Object[] event : events) {
            lines.append(layout.doLayout(new LoggingEvent("x", context.getLogger("app.kith.desk.Desk"), Level.WARN,
                    (String) event[0], (Throwable) event[2], (Object[]) event[1])));
        }
        Files.writeString(home.resolve("logs").resolve("kith.log"), lines, StandardCharsets.UTF_8,
                StandardOpenOption.APPEND, StandardOpenOption.CREATE);
    }

    @Test
    void itHoldsWhatIsWantedAndNothingOfTheUsers() throws Exception {
        Path home = folder.resolve("home");
        try (DemoServer server = DemoServer.start(SampleMailbox.of(1, 20, Instant.EPOCH));
                SecondClient other = new SecondClient(server)) {
            other.append("INBOX", ("From: Kunigunde Schatten <kunigunde@secret.example>\r\nTo: a@b.test\r\n"
                    + "Subject: Zanzibar-Lieferung\r\nMessage-ID: <1@secret.example>\r\n\r\nHafenstr. 12\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            try (Desk desk = TestDesk.open(home)) {
                TestDesk.add(desk, server);
                TestDesk.sync(desk);
                desk.records().add(
                        List.of(Value.of(Property.NAME, "", "王小明"), Value.of(Property.PHONE, "", "+49 170 5551234")));
                desk.records().add(List.of(Value.of(Property.NAME, "", "Kunigunde Wohlgemuth")));
                desk.accounts().edit(desk.accounts().list().getFirst(), "wrong-password-4711");
                TestDesk.sync(desk);
                log(home);
                String report = FaultReport.of(desk, desk.doctor().check(_ -> {}), Map.of("theme", "DARK"),
                        Clock.systemUTC());
                assertThat(report).contains("Kith ", "Java: " + Runtime.version(), "customers: ",
                        "check: nothing is wrong",
                        "opened by: passphrase", "SIGN_IN_REFUSED", "theme: DARK",
                        "Message 4711 is not in the search index",
                        "java.lang.IllegalStateException", "app.kith.words.KithException: DISK <…>",
                        "FaultReportTest.log(",
                        "RULE_PART <…>", "the mail log ends before 7");
                for (String secret : SECRETS) {
                    assertThat(report.toLowerCase(Locale.ROOT)).as(secret)
                            .doesNotContain(secret.toLowerCase(Locale.ROOT));
                }
                for (var account : desk.accounts().list()) {
                    assertThat(report).doesNotContain(account.email(), account.imap().host(), home.toString());
                }
                assertThat(report.lines().filter(line -> line.contains("wrote to")).findFirst().orElseThrow())
                        .doesNotContain("Kunigunde").contains("wrote to", "about");
            }
        }
    }

    @Test
    void aReportIsMadeWithoutALogToo() throws IOException {
        Path home = folder.resolve("home");
        try (Desk desk = TestDesk.open(home)) {
            assertThat(new LogLines(_ -> false).last(folder.resolve("nowhere"), 10)).isEmpty();
            String report = FaultReport.of(desk, null, Map.of(), Clock.systemUTC());
            assertThat(report).contains("check: not done", "last backup: none");
            FaultReport.write(report, folder.resolve("r.txt"), false);
            assertThat(folder.resolve("r.txt")).hasContent(report);
        }
    }
}
