package app.kith.ui.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Scope;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.desk.Desk;
import app.kith.support.SecondClient;
import app.kith.support.TestDesk;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.StepBackground;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail of which only the header is here, when the user opens it. */
class HeaderOnlyLetterTest {
    @Test
    void itComesWhenItIsOpenedOrSaysWhyNot(@TempDir Path home) throws Exception {
        StepBackground steps = new StepBackground();
        try (DemoServer server = DemoServer.start(SampleMailbox.of(5, 10, Instant.parse("2026-11-22T12:00:00Z")));
                SecondClient other = new SecondClient(server);
                Desk desk = TestDesk.open(home);
                ChangeFeed feed = new ChangeFeed(steps, desk::subscribe)) {
            other.append("INBOX", "A <a@b.example>", server.address(), "Header first", "And then the text");
            other.append("INBOX", "A <a@b.example>", server.address(), "Header alone", "Never seen");
            Account account = TestDesk.add(desk, server);
            desk.accounts().edit(account.with(Scope.ALL.withHeadersOnly(true)), "");
            TestDesk.sync(desk);
            ConversationModel reading = new ConversationModel(desk.conversations(), desk.mails(), desk.readings(),
                    new MailActs(desk.operations(), desk.folders(), steps), steps, feed, "reading");
            List<String> said = new ArrayList<>();
            open(reading, message(desk, "Header first"), said);
            steps.settle();
            server.close();
            open(reading, message(desk, "Header alone"), said);
            steps.settle();
            assertThat(said).containsExactly("And then the text", "BODY_ON_SERVER");
        }
    }

    private static void open(ConversationModel reading, long message, List<String> said) {
        reading.letter(message, letter -> said.add(letter.mail().text().strip()),
                failure -> said.add(failure.problem().name()));
    }

    private static long message(Desk desk, String subject) {
        return desk.conversations().messages(desk.conversations().ids(0, subject, 0)[0]).getFirst().id();
    }
}
