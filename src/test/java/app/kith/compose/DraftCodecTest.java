package app.kith.compose;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.mail.Mail;
import app.kith.mail.MailReader;
import app.kith.mail.Mailbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DraftCodecTest {
    private static final String SIGNS = "ab \t\r\n,;\"<>@\\{}=?中文é😀\u202e\u0000.:";

    private final Random random = new Random(20_261_125);

    private String text(int most) {
        int[] signs = SIGNS.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        random.ints(random.nextInt(most), 0, signs.length).forEach(at -> out.appendCodePoint(signs[at]));
        return out.toString();
    }

    private List<Mailbox> people() {
        return IntStream.range(0, random.nextInt(3)).mapToObj(_ -> new Mailbox(text(9), text(20))).toList();
    }

    private Draft draft() {
        return new Draft(people(), people(), people(), text(300), text(900), List.of(text(20)), List.of(),
                List.of(new DraftFile(text(20), text(9), random.nextLong(), random.nextLong())));
    }

    @Test
    void whateverWasTypedComesBackAndNothingOfItIsTakenForMail() {
        for (int i = 0; i < 300; i++) {
            Draft draft = draft();
            byte[] raw = DraftCodec.write(draft);
            assertThat(DraftCodec.read(raw)).contains(draft);
            assertThat(DraftCodec.write(draft)).isEqualTo(raw);
            Mail mail = new MailReader().read(raw);
            assertThat(mail.messageId()).isNull();
            assertThat(mail.to()).isEmpty();
            assertThat(mail.cc()).isEmpty();
            assertThat(mail.bcc()).isEmpty();
            assertThat(mail.from()).isEmpty();
        }
    }

    @Test
    void aFileComesBackByteByByteAndWhatIsNoDraftIsNone() {
        for (int i = 0; i < 100; i++) {
            byte[] content = new byte[random.nextInt(400)];
            random.nextBytes(content);
            assertThat(DraftCodec.content(DraftCodec.writeFile(content))).isEqualTo(content);
            assertThat(DraftCodec.read(content)).isEmpty();
            assertThat(DraftCodec.read(DraftCodec.writeFile(content))).isEmpty();
        }
        assertThat(DraftCodec.read("A: b\r\n\r\nbnVsbA==".getBytes(StandardCharsets.UTF_8))).isEmpty();
        Draft broken = Draft.EMPTY.saying("half a sign: \ud83d");
        assertThat(DraftCodec.read(DraftCodec.write(broken))).contains(Draft.EMPTY.saying("half a sign: ?"));
    }
}
