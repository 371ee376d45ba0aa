package app.kith.compose;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.mail.Mail;
import app.kith.mail.MailReader;
import app.kith.mail.Mailbox;
import app.kith.mail.NewText;
import app.kith.words.Words;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** To whom an answer goes, what it is called, what it quotes. */
class AnswerTest {
    private static final Set<String> OWN = Set.of("Me@Firm.example", "sales@firm.example");
    private static final Words ENGLISH = Words.of(Locale.ENGLISH);
    private static final Words CHINESE = Words.of(Locale.CHINA);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static Mail mail(String head) {
        return new MailReader().read((head + """
                Date: Thu, 12 Mar 2026 08:00:00 +0000
                Message-ID: <m1@customer.example>

                Please send the offer.
                > older words
                """).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> addresses(List<Mailbox> boxes) {
        return boxes.stream().map(Mailbox::address).toList();
    }

    @Test
    void anAnswerGoesToTheAuthorAndQuotesWhatWasSaid() {
        Mail mail = mail("From: Anna <anna@customer.example>\nTo: me@firm.example\nSubject: RE: Offer\n"
                + "References: <m0@firm.example>\n");
        Answer answer = Answer.reply(mail, false, OWN, ENGLISH, ZONE);
        assertThat(addresses(answer.to())).containsExactly("anna@customer.example");
        assertThat(answer.cc()).isEmpty();
        assertThat(answer.subject()).isEqualTo("Re: Offer");
        assertThat(answer.inReplyTo()).containsExactly("m1@customer.example");
        assertThat(answer.references()).containsExactly("m0@firm.example", "m1@customer.example");
        assertThat(answer.text()).contains("Anna <anna@customer.example> wrote:\n> Please send the offer.\n>> older");
    }

    @Test
    void anAnswerToAllLeavesOutOnesOwnAddressesAndNamesNobodyTwice() {
        Mail mail = mail("From: anna@customer.example\nTo: ME@firm.example, bob@customer.example\n"
                + "Cc: sales@firm.example, Anna@customer.example, carl@customer.example\nSubject: Offer\n");
        Answer answer = Answer.reply(mail, true, OWN, ENGLISH, ZONE);
        assertThat(addresses(answer.to())).containsExactly("anna@customer.example");
        assertThat(addresses(answer.cc())).containsExactly("bob@customer.example", "carl@customer.example");
    }

    @Test
    void replyToIsRespected() {
        Mail mail = mail("From: anna@customer.example\nReply-To: list@customer.example\nTo: me@firm.example\n"
                + "Subject: Offer\nList-Id: <list.customer.example>\n");
        assertThat(addresses(Answer.reply(mail, false, OWN, ENGLISH, ZONE).to()))
                .containsExactly("list@customer.example");
    }

    @Test
    void anAnswerToOnesOwnMailGoesToWhomItWent() {
        Mail mail = mail("From: me@firm.example\nTo: anna@customer.example\nSubject: Offer\n");
        assertThat(addresses(Answer.reply(mail, false, OWN, ENGLISH, ZONE).to()))
                .containsExactly("anna@customer.example");
    }

    @Test
    void whatIsQuotedIsTakenForQuotedInBothLanguages() {
        Mail mail = mail("From: 王小明 <wang@customer.example>\nTo: me@firm.example\nSubject: 回复：报价单\n");
        for (Words words : List.of(ENGLISH, CHINESE)) {
            Answer answer = Answer.reply(mail, false, OWN, words, ZONE);
            Letter letter = new Letter("x@firm.example", ZonedDateTime.now(ZONE), new Mailbox("", "me@firm.example"),
                    answer.to(), answer.cc(), List.of(), answer.subject(), "Here it is." + answer.text(), null,
                    answer.inReplyTo(), answer.references(), List.of());
            Mail read = new MailReader().read(LetterWriter.write(letter));
            assertThat(NewText.of(read).newText().strip()).isEqualTo("Here it is.");
        }
        assertThat(Answer.reply(mail, false, OWN, CHINESE, ZONE).subject()).isEqualTo("回复：报价单");
    }

    @Test
    void aForwardedMessageSaysWhoseItIs() {
        Mail mail = mail("From: Anna <anna@customer.example>\nTo: me@firm.example\nSubject: Offer\n");
        Answer answer = Answer.forward(mail, CHINESE, ZONE);
        assertThat(answer.subject()).isEqualTo("转发：Offer");
        assertThat(answer.to()).isEmpty();
        assertThat(answer.inReplyTo()).isEmpty();
        assertThat(answer.text()).contains("发件人：Anna <anna@customer.example>\n").contains("Please send the offer.");
    }
}
