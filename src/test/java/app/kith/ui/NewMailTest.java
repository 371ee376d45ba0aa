package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.mail.Samples;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.work.StepBackground;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That customers have written is said once, and nothing of other mail. */
@OnScreen
class NewMailTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Berlin"));

    @TempDir
    private Path folder;

    private int mails;

    @Test
    void customersWhoWriteAreNamedOnceAndOldOrOtherMailIsNot() throws Exception {
        StepBackground background = new StepBackground();
        try (Desk desk = TestDesk.open(folder)) {
            Account account = desk.accounts().add(new Account(0, "me@firm.test", "",
                    new Server("localhost", 1, Security.TLS), null, "me@firm.test", null, null, null), "secret")
                    .account();
            customer(desk, "Anna Keller", "anna@nord.test");
            customer(desk, "王小明", "wang@hua.test");
            file(desk, account, "anna@nord.test", "22 Nov 2026 09:00:00");
            Toolkit.on(() -> {
                Session session = new Session(desk, () -> {}, background, CLOCK);
                List<List<String>> told = new ArrayList<>();
                session.newMail().setOnArrived(told::add);
                session.newMail().begin();
                background.settle();
                assertThat(told).as("what was there before").isEmpty();
                file(desk, account, "anna@nord.test", "12 Nov 2026 09:00:00");
                file(desk, account, "stranger@west.test", "22 Nov 2026 10:00:00");
                background.settle();
                assertThat(told).as("old mail, and that of strangers").isEmpty();
                file(desk, account, "anna@nord.test", "22 Nov 2026 10:00:00");
                file(desk, account, "wang@hua.test", "22 Nov 2026 10:30:00");
                file(desk, account, "anna@nord.test", "22 Nov 2026 11:00:00");
                background.settle();
                assertThat(told).containsExactly(List.of("Anna Keller", "王小明"));
                file(desk, account, "stranger@west.test", "22 Nov 2026 11:30:00");
                background.settle();
                assertThat(told).hasSize(1);
                session.close();
                return true;
            });
        }
    }

    private static void customer(Desk desk, String name, String email) {
        desk.records().add(List.of(Value.of(Property.NAME, "", name), Value.of(Property.EMAIL, "", email)));
    }

    private void file(Desk desk, Account account, String from, String date) {
        TestDesk.file(desk, account, List.of(Samples.raw("From: " + from, "To: me@firm.test",
                "Date: Sun, " + date + " +0000", "Message-ID: <" + ++mails + "@test>", "Subject: s", "", "Text")),
                Instant.parse("2026-11-22T11:30:00Z"));
    }
}
