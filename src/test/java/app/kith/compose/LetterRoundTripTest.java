package app.kith.compose;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.mail.Attachment;
import app.kith.mail.Mail;
import app.kith.mail.MailReader;
import app.kith.mail.Mailbox;
import app.kith.words.KithException;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is written is read back the same, by this program and by another one. */
class LetterRoundTripTest {
    private static final List<String> WORDS = List.of("offer", "Q-1042", "报价单", "您好", "Grüße", "=?UTF-8?B?x?=",
            "\"quoted\"",
            "a\\b", "From ", ">", "> x", ".", "..", "--", "-- ", "  ", "😀", "é", "=20", "long".repeat(40),
            "长".repeat(120),
            "one two three four five six seven eight nine ten eleven twelve thirteen", "a,b", "(c)", "<d>", "\t", "한국어",
            "x".repeat(1500));
    private static final ZonedDateTime DATE = ZonedDateTime.parse("2026-03-12T16:00:05+08:00");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("kith.seeds", 300));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsReadBackTheSame(long seed) throws Exception {
        Letter letter = letter(new Random(seed));
        byte[] raw = LetterWriter.write(letter);
        assertLines(raw);
        Mail mail = new MailReader().read(raw);
        assertThat(mail.repairs()).isEmpty();
        assertThat(mail.messageId()).isEqualTo(letter.messageId());
        assertThat(mail.date()).isEqualTo(letter.date().toInstant());
        assertThat(mail.subject()).isEqualTo(letter.subject());
        assertThat(mail.from()).containsExactly(letter.from());
        assertThat(mail.to()).isEqualTo(letter.to());
        assertThat(mail.cc()).isEqualTo(letter.cc());
        assertThat(mail.bcc()).isEmpty();
        assertThat(mail.inReplyTo()).isEqualTo(letter.inReplyTo());
        assertThat(mail.references()).isEqualTo(letter.references());
        assertThat(mail.text().replaceFirst("\n+\\z", "")).isEqualTo(letter.text());
        String html = letter.html();
        assertThat(mail.html() == null ? null : requireNonNull(mail.html()).strip())
                .isEqualTo(html == null ? null : html.strip());
        assertThat(mail.attachments()).extracting(Attachment::name)
                .isEqualTo(letter.enclosures().stream().map(Enclosure::name).toList());
        for (int i = 0; i < mail.attachments().size(); i++) {
            assertThat(mail.attachments().get(i).content()).isEqualTo(letter.enclosures().get(i).content());
        }
        assertAngusReadsTheSame(letter, raw);
    }

    private static void assertLines(byte[] raw) {
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContainPattern("(?<!\r)\n").doesNotContainPattern("\r(?!\n)").endsWith("\r\n");
        assertThat(text.lines()).allMatch(line -> line.length() <= 998);
        assertThat(text.chars()).allMatch(c -> c < 0x80 && c != 0);
    }

    private static void assertAngusReadsTheSame(Letter letter, byte[] raw) throws Exception {
        MimeMessage other = new MimeMessage(null, new ByteArrayInputStream(raw));
        assertThat(other.getMessageID()).isEqualTo("<" + letter.messageId() + ">");
        assertThat(String.valueOf(other.getSubject())).isEqualTo(letter.subject());
        InternetAddress from = (InternetAddress) other.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo(letter.from().address());
        assertThat(from.getPersonal() == null ? "" : from.getPersonal()).isEqualTo(letter.from().name());
        assertThat(other.getSentDate().toInstant()).isEqualTo(letter.date().toInstant());
        if (other.getContent() instanceof Multipart parts && other.isMimeType("multipart/mixed")) {
            for (int i = 1; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                assertThat(part.getInputStream().readAllBytes())
                        .isEqualTo(letter.enclosures().get(i - 1).content());
            }
        }
    }

    private static Letter letter(Random random) {
        List<Mailbox> to = new ArrayList<>(List.of(mailbox(random, 0)));
        for (int i = random.nextInt(4); i > 0; i--) {
            to.add(mailbox(random, i));
        }
        List<String> references = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            references.add("ref" + i + "." + random.nextLong() + "@host.example");
        }
        List<Enclosure> files = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            byte[] content = new byte[random.nextInt(3000)];
            random.nextBytes(content);
            String name = (pick(random) + i).replaceAll("[/\\\\<>\"\\p{Cntrl}]", "_").strip();
            files.add(new Enclosure(name.length() > 150 ? name.substring(0, 150) : name, "application/pdf", content));
        }
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(pick(random)).append(random.nextInt(3) == 0 ? "\n" : " ");
        }
        String html = random.nextInt(4) == 0 ? "<p>" + text.toString().replace("<", "&lt;") + "</p>" : null;
        return new Letter(MessageId.make("me@firm.example"), DATE.plusSeconds(random.nextInt(100_000)),
                new Mailbox(phrase(random), "me@firm.example"), to, List.of(mailbox(random, 9)),
                List.of(new Mailbox("", "hidden@firm.example")), phrase(random), text.toString(), html,
                references.isEmpty() ? List.of() : List.of(references.getLast()), references, files);
    }

    private static Mailbox mailbox(Random random, int number) {
        return new Mailbox(phrase(random), "p" + number + "@customer.example");
    }

    private static String phrase(Random random) {
        StringBuilder phrase = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            phrase.append(pick(random)).append(' ');
        }
        String cut = phrase.length() > 300 ? phrase.substring(0, 300) : phrase.toString();
        return cut.replaceAll("\\s+", " ").strip();
    }

    private static String pick(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    @Test
    void nothingThatIsTypedBecomesAHeader() {
        Letter letter = new Letter("a@b.example", DATE, new Mailbox("Me\r\nBcc: x@evil.example", "me@firm.example"),
                List.of(new Mailbox("You\nX-Evil: 1", "you@customer.example")), List.of(), List.of(),
                "Hello\r\nBcc: victim@evil.example\r\n\r\nbody", "Text", null, List.of("x>\r\nEvil: 1"), List.of(),
                List.of(new Enclosure("a\r\nEvil: 1.pdf", "text/html\r\nEvil: 1", new byte[1])));
        String raw = new String(LetterWriter.write(letter), StandardCharsets.UTF_8);
        assertThat(raw.lines()).noneMatch(line -> line.startsWith("Bcc:") || line.startsWith("X-Evil:")
                || line.startsWith("Evil:"));
        assertThatThrownBy(() -> new Letter("a@b.example", DATE, new Mailbox("", "me@firm.example"),
                List.of(new Mailbox("", "you@x.example>\r\nRCPT TO:<z@x.example")), List.of(), List.of(), "", "", null,
                List.of(), List.of(), List.of())).isInstanceOf(KithException.class);
    }

    @Test
    void aDomainOfOtherLettersIsWrittenInAscii() {
        Letter letter = new Letter("a@b.example", DATE, new Mailbox("", "me@firm.example"),
                List.of(new Mailbox("", "info@bücher.example")), List.of(), List.of(), "", "", null, List.of(),
                List.of(), List.of());
        assertThat(letter.recipients()).containsExactly("info@xn--bcher-kva.example");
    }
}
