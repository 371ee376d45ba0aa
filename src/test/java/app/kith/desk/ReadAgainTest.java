package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.store.Conversations.ConversationRow;
import app.kith.store.Conversations.MessageRow;
import app.kith.support.TestDesk;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail that the user has read with another charset. */
class ReadAgainTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path home;

    /** Russian in KOI8-R that calls itself windows-1251, as some programs write it. */
    private static byte[] mail(int number) {
        String text = """
                Message-ID: <koi-%d@x.test>
                From: Иван Петров <ivan@zavod.example>
                To: sales@example.test
                Date: Thu, 19 Nov 2026 10:0%d:00 +0300
                Subject: Запрос цены номер %d
                Content-Type: text/plain; charset=windows-1251
                Content-Transfer-Encoding: 8bit

                Прошу прислать цену на клапан.
                """.formatted(number, number, number);
        return text.replace("\n", "\r\n").getBytes(Charset.forName("KOI8-R"));
    }

    private static Account account(Desk desk) {
        return desk.accounts().add(new Account(0, "sales@example.test", "", new Server("localhost", 1, Security.NONE),
                null, "sales@example.test", null, null, null), "secret").account();
    }

    private static List<ConversationRow> rows(Desk desk) {
        return desk.conversations().rows(Arrays.stream(desk.conversations().ids(0, "", 0)).boxed().toList()).stream()
                .sorted(java.util.Comparator.comparing(ConversationRow::lastAt)).toList();
    }

    private static MessageRow message(Desk desk, int at) {
        return desk.conversations().messages(rows(desk).get(at).id()).getFirst();
    }

    private String rebuilt() {
        try (Desk desk = Desk.open(TestDesk.options(home).rebuilding())) {
            return desk.doctor().check(_ -> {}).digest();
        }
    }

    @Test
    void oneMailIsReadAgainAndBackAndARebuildGivesTheSame() {
        String before;
        String chosen;
        try (Desk desk = TestDesk.open(home)) {
            TestDesk.file(desk, account(desk), List.of(mail(1), mail(2)), NOW);
            before = desk.doctor().check(_ -> {}).digest();
            assertThat(message(desk, 0).subject()).isNotEqualTo("Запрос цены номер 1");
            desk.readings().readAs(message(desk, 0).id(), "KOI8-R");
            assertThat(message(desk, 0).subject()).isEqualTo("Запрос цены номер 1");
            assertThat(message(desk, 0).preview()).isEqualTo("Прошу прислать цену на клапан.");
            assertThat(rows(desk).getFirst().subject()).isEqualTo("Запрос цены номер 1");
            assertThat(desk.mails().read(message(desk, 0).id()).text()).contains("клапан");
            assertThat(message(desk, 1).subject()).isNotEqualTo("Запрос цены номер 2");
            chosen = desk.doctor().check(_ -> {}).digest();
        }
        assertThat(rebuilt()).isEqualTo(chosen).isNotEqualTo(before);
        try (Desk desk = TestDesk.open(home)) {
            desk.readings().readAsRecognised(message(desk, 0).id(), "ivan@zavod.example");
            assertThat(message(desk, 0).subject()).isNotEqualTo("Запрос цены номер 1");
            chosen = desk.doctor().check(_ -> {}).digest();
        }
        assertThat(rebuilt()).isEqualTo(chosen);
    }

    @Test
    void whatIsChosenForASenderHoldsForAllTheirMailAlsoWhatComesLater() {
        String digest;
        try (Desk desk = TestDesk.open(home)) {
            Account account = account(desk);
            TestDesk.file(desk, account, List.of(mail(1), mail(2)), NOW);
            desk.readings().readSenderAs("Ivan@zavod.example", "KOI8-R");
            TestDesk.file(desk, account, List.of(mail(3)), NOW);
            assertThat(rows(desk)).extracting(ConversationRow::subject).containsExactly("Запрос цены номер 1",
                    "Запрос цены номер 2", "Запрос цены номер 3");
            assertThat(rows(desk)).extracting(ConversationRow::counterpart).containsOnly("Иван Петров");
            digest = desk.doctor().check(_ -> {}).digest();
        }
        assertThat(rebuilt()).isEqualTo(digest);
    }

    @Test
    void oneMailIsReadAsRecognisedAgainstWhatHoldsForItsSender() {
        String digest;
        try (Desk desk = TestDesk.open(home)) {
            TestDesk.file(desk, account(desk), List.of(mail(1), mail(2)), NOW);
            desk.readings().readSenderAs("ivan@zavod.example", "KOI8-R");
            desk.readings().readAsRecognised(message(desk, 0).id(), "ivan@zavod.example");
            assertThat(message(desk, 0).subject()).isNotEqualTo("Запрос цены номер 1");
            assertThat(desk.mails().read(message(desk, 0).id()).charset()).isEqualTo("windows-1251");
            assertThat(message(desk, 1).subject()).isEqualTo("Запрос цены номер 2");
            assertThat(desk.readings().sender("ivan@zavod.example").charset()).isEqualTo("KOI8-R");
            digest = desk.doctor().check(_ -> {}).digest();
        }
        assertThat(rebuilt()).isEqualTo(digest);
        try (Desk desk = TestDesk.open(home)) {
            desk.readings().readAs(message(desk, 0).id(), "KOI8-R");
            assertThat(message(desk, 0).subject()).isEqualTo("Запрос цены номер 1");
            desk.readings().readAsRecognised(message(desk, 0).id(), "ivan@zavod.example");
            assertThat(message(desk, 0).subject()).isNotEqualTo("Запрос цены номер 1");
        }
    }

    @Test
    void whatHeldForASenderIsTakenBackForAllTheirMail() {
        try (Desk desk = TestDesk.open(home)) {
            TestDesk.file(desk, account(desk), List.of(mail(1), mail(2)), NOW);
            String recognised = message(desk, 1).subject();
            desk.readings().readSenderAs("ivan@zavod.example", "KOI8-R");
            desk.readings().readSenderAs("ivan@zavod.example", "");
            assertThat(message(desk, 1).subject()).isEqualTo(recognised);
        }
    }
}
