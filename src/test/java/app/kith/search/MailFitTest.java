package app.kith.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.demo.SampleMailbox;
import app.kith.demo.SampleMessage;
import app.kith.desk.Desk;
import app.kith.rule.Rule;
import app.kith.support.TestDesk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail at hand is asked as the index is asked: on the sample mailbox both give the same answers. */
class MailFitTest {
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path home;

    @Test
    void aMailAtHandAnswersAsTheIndexDoes() {
        Clock clock = Clock.fixed(END, java.time.ZoneOffset.UTC);
        try (Desk desk = Desk.open(TestDesk.options(home).at(clock))) {
            Account account = desk.accounts().add(new Account(0, "me@firm.example", "", new Server("localhost", 1,
                    Security.NONE), null, "me@firm.example", null, null, null), "").account();
            List<byte[]> raws = new ArrayList<>();
            for (SampleMessage one : SampleMailbox.of(3, 400, END).messages()) {
                raws.add(one.raw());
            }
            TestDesk.file(desk, account, raws, END);
            assertThat(desk.search().await(Duration.ofMinutes(2))).isTrue();
            int compared = 0;
            for (String line : List.of("subject:re", "subject:报价", "报价", "price", "has:attachment", "has:pdf",
                    "has:sheet", "in:inbox", "is:unread", "\"thank you\"", "合同", "order", "from:com", "to:me",
                    "after:2025-06", "before:2025-06", "on:2025", "meeting", "angebot", "file:pdf", "请")) {
                Results results = desk.search().find(line + " ", Set.of(Kind.MAIL), 10_000);
                Set<Long> found = new HashSet<>(results.of(Kind.MAIL).stream().map(Hit::id).toList());
                if (found.size() < 5) {
                    continue; // The index adds what is only near where it finds little.
                }
                Rule rule = Rule.parse(0,
                        "name: F\nstate: on server\nwhen: mail-in\nif: query:" + line + "\nthen: flag");
                Set<Long> fits = new HashSet<>();
                desk.rules().past(rule, 5000, () -> false).firings()
                        .forEach(one -> fits.add(one.one().subject().message()));
                assertThat(fits).as(line).isEqualTo(found);
                compared++;
            }
            assertThat(compared).isGreaterThan(10);
        }
    }
}
