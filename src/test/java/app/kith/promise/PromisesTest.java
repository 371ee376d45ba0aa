package app.kith.promise;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.mail.Mail;
import app.kith.mail.NewText;
import app.kith.mail.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PromisesTest {
    private static final ZonedDateTime WRITTEN = ZonedDateTime.parse("2026-03-11T10:00:00+08:00");

    /** The sentences stand in a file, each with its wanted reading; wrong days count as false both ways. */
    @Test
    void promisesOfTheTestSetAreFound() throws IOException {
        int right = 0;
        int found = 0;
        int wanted = 0;
        List<String> wrong = new ArrayList<>();
        List<String[]> lines = lines();
        for (String[] line : lines) {
            List<Promise> promises = Promises.in(line[1], WRITTEN);
            String day = promises.isEmpty() ? "-" : promises.getFirst().day().toString();
            wanted += line[0].equals("-") ? 0 : 1;
            found += day.equals("-") ? 0 : 1;
            right += !day.equals("-") && day.equals(line[0]) ? 1 : 0;
            if (!day.equals(line[0])) {
                wrong.add("wanted " + line[0] + ", found " + day + ": " + line[1]);
            }
        }
        double precision = (double) right / found;
        double recall = (double) right / wanted;
        System.out.printf("promises: %d sentences, precision %.3f, recall %.3f%n", lines.size(), precision, recall);
        assertThat(lines.size()).isGreaterThanOrEqualTo(120);
        assertThat(precision).as("precision; %s", wrong).isGreaterThanOrEqualTo(0.97);
        assertThat(recall).as("recall; %s", wrong).isGreaterThanOrEqualTo(0.95);
    }

    private static List<String[]> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(PromisesTest.class.getResourceAsStream("sentences.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2)).toList();
        }
    }

    @Test
    void aMinuteIsTakenWhereOneIsSaid() {
        Promise promise = Promises.in("I will call you tomorrow at 3pm.", WRITTEN).getFirst();
        assertThat(promise.at()).isEqualTo(Instant.parse("2026-03-12T07:00:00Z"));
        assertThat(Promises.in("明天下午3点半我给您回电话。", WRITTEN).getFirst().at())
                .isEqualTo(Instant.parse("2026-03-12T07:30:00Z"));
    }

    @Test
    void theDayIsThatOfTheAuthorsZone() {
        // On Tuesday evening in New York it is Wednesday in China.
        Mail mail = Samples.mail("From: Joe <joe@x.test>", "Date: Tue, 10 Mar 2026 22:00:00 -0400", "",
                "I will call you tomorrow.");
        assertThat(Promises.of(mail, NewText.ofBeginning(mail)).getFirst().day()).isEqualTo(LocalDate.of(2026, 3, 11));
    }

    @Test
    void whatIsQuotedAndWhatAProgramWritesPromisesNothing() {
        Mail quoted = Samples.mail("From: joe@x.test", "Date: Tue, 10 Mar 2026 22:00:00 +0100", "", "Thanks.", "",
                "On Mon, 9 Mar 2026, Anna wrote:", "> I will send it by Friday.");
        assertThat(Promises.of(quoted, NewText.ofBeginning(quoted))).isEmpty();
        Mail automatic = Samples.mail("From: joe@x.test", "Date: Tue, 10 Mar 2026 22:00:00 +0100",
                "Auto-Submitted: auto-replied", "", "I will reply on Friday.");
        assertThat(Promises.of(automatic, NewText.ofBeginning(automatic))).isEmpty();
    }

    @Test
    void everyPromiseOfALongMailIsFoundWithItsSentence() {
        List<Promise> promises = Promises.in(
                "Dear Anna,\n\nthank you for the talk. I will send the quotation by Friday.\n"
                        + "About the drawings of the pump housing our engineer will call\nyou on Monday.\n\nBest regards\nTom",
                WRITTEN);
        assertThat(promises).extracting(Promise::sentence).containsExactly("I will send the quotation by Friday.",
                "About the drawings of the pump housing our engineer will call you on Monday.");
    }
}
