package app.kith.sync.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.support.HostileSmtp;
import app.kith.support.HostileSmtp.Step;
import app.kith.sync.smtp.Delivery.Fate;
import app.kith.words.KithException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server is told of a message before it gets it: reports of failure (DSN), all addresses in one go (PIPELINING). */
class EnvelopeTest {
    private static final byte[] RAW = "Subject: x\r\n\r\nText\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> TWO = List.of("a@x.example", "b@x.example");

    private HostileSmtp smtp;

    @BeforeEach
    void start() throws Exception {
        smtp = new HostileSmtp(null);
    }

    @AfterEach
    void stop() throws Exception {
        smtp.close();
    }

    private Delivery send(List<String> recipients, List<String> offered) {
        Account account = new Account(1, "me@firm.example", "", new Server("localhost", 1, Security.TLS),
                new Server("localhost", smtp.port(), Security.NONE), "me", null, null, null);
        try (SmtpConnection connection = SmtpConnection.open(account, "secret", Duration.ofSeconds(20), (_, _) -> {})) {
            return connection.send("me@firm.example", recipients, RAW, "1+1=2@firm.example", offered::addAll);
        }
    }

    private List<String> heard(String verb) {
        return smtp.heard().stream().filter(line -> line.startsWith(verb)).toList();
    }

    @Test
    void whereItCanTheServerIsAskedToReportFailuresUnderOurName() {
        send(TWO, new ArrayList<>());
        assertThat(heard("MAIL")).containsExactly("MAIL FROM:<me@firm.example> SIZE=" + RAW.length);
        assertThat(heard("RCPT")).containsExactly("RCPT TO:<a@x.example>", "RCPT TO:<b@x.example>");
        smtp.heard().clear();
        smtp.withExtension("DSN");
        assertThat(send(TWO, new ArrayList<>()).fate()).isEqualTo(Fate.TAKEN);
        assertThat(heard("MAIL")).containsExactly("MAIL FROM:<me@firm.example> SIZE=" + RAW.length
                + " RET=HDRS ENVID=1+2B1+3D2@firm.example");
        assertThat(heard("RCPT")).containsExactly("RCPT TO:<a@x.example> NOTIFY=FAILURE,DELAY",
                "RCPT TO:<b@x.example> NOTIFY=FAILURE,DELAY");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void allAddressesGoInOneGoWhereTheServerTakesThat(boolean pipelining) {
        smtp.waitForMore();
        if (pipelining) {
            smtp.withExtension("PIPELINING");
        }
        List<String> many = IntStream.range(0, 120).mapToObj(i -> "p" + i + "@x.example").toList();
        smtp.refuse("p77@x.example", "550 nobody of that name");
        List<String> offered = new ArrayList<>();
        Delivery delivery = send(many, offered);
        assertThat(smtp.heardAhead()).isEqualTo(pipelining);
        assertThat(delivery.fate()).isEqualTo(Fate.TAKEN);
        assertThat(delivery.refused()).containsOnlyKeys("p77@x.example");
        assertThat(offered).hasSize(119).doesNotContain("p77@x.example");
        assertThat(smtp.taken().getFirst().recipients()).isEqualTo(offered);
    }

    @Test
    void aSenderThatIsRefusedIsSaidAndEveryAnswerBehindItIsTaken() {
        smtp.withExtension("PIPELINING");
        smtp.answerAt(Step.MAIL, "550 not you");
        List<String> offered = new ArrayList<>();
        Delivery delivery = send(TWO, offered);
        assertThat(delivery.fate()).isEqualTo(Fate.REFUSED);
        assertThat(delivery.answer()).isEqualTo("550 not you");
        assertThat(offered).isEmpty();
        assertThat(smtp.taken()).isEmpty();
        assertThat(heard("RSET")).as("the connection is still in step").hasSize(1);
    }

    @Test
    void aServerThatClosesAmongTheAddressesWasGivenNothing() {
        smtp.withExtension("PIPELINING");
        smtp.answerAt(Step.RCPT_2, "421 too busy");
        Delivery delivery = send(List.of("a@x.example", "b@x.example", "c@x.example"), new ArrayList<>());
        assertThat(delivery.fate()).isEqualTo(Fate.LATER);
        assertThat(delivery.answer()).startsWith("421");
        smtp.behave();
        smtp.cutAt(Step.RCPT_2);
        assertThatExceptionOfType(KithException.class).isThrownBy(() -> send(TWO, new ArrayList<>()));
        assertThat(smtp.taken()).isEmpty();
    }

    @Test
    void namesAreWrittenAsTheStandardWants() {
        assertThat(Envelope.xtext("a+b=c d\u00e9~")).isEqualTo("a+2Bb+3Dc+20d+C3+A9~");
    }
}
