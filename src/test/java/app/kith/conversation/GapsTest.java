package app.kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.mail.Mail;
import app.kith.mail.MailReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapsTest {

    private static List<String> parents(String header) {
        Mail mail = new MailReader().read((header + "\r\n\r\nx").getBytes(StandardCharsets.UTF_8));
        return Gaps.parents(mail);
    }

    @Test
    void anAnswerToWhatIsNotThereShowsAGap() {
        assertThat(new Gaps(List.of("b@x.test")).before(parents("In-Reply-To: <a@x.test>"))).isEqualTo("a@x.test");
        assertThat(new Gaps(List.of("a@x.test")).before(parents("References: <a@x.test> <c@x.test>")))
                .isEqualTo("c@x.test");
    }

    @Test
    void noGapIsShownWhereTheParentIsThereOrNoneIsNamed() {
        assertThat(new Gaps(List.of("a@x.TEST")).before(parents("In-Reply-To: <A@X.test>"))).isNull();
        assertThat(new Gaps(List.of("b@x.test")).before(parents("In-Reply-To: <a@x.test> <b@x.test>"))).isNull();
        assertThat(new Gaps(List.of()).before(parents("Subject: first"))).isNull();
        assertThat(new Gaps(List.of()).before(parents("In-Reply-To: your last message"))).isNull();
    }
}
