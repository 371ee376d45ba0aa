package app.kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.mail.Mail;
import app.kith.mail.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThreaderTest {

    private static Mail mail(int day, String... fields) {
        return Samples.mail("Date: " + day + " Mar 2026 08:00:00 +0000\r\n" + String.join("\r\n", fields), "", "Body");
    }

    private static List<List<String>> threads(Map<String, Mail> mails) {
        Threader<String> threader = new Threader<>();
        mails.forEach(threader::add);
        return threader.conversations().stream().map(Conversation::messages).toList();
    }

    @Test
    void anySharedIdJoins() {
        assertThat(threads(Map.of("a", mail(1, "Message-ID: <1@x>", "Subject: offer"), "b", mail(2, "Message-ID: <2@x>",
                "In-Reply-To: <1@x>"), "c", mail(3, "Message-ID: <3@x>", "References: <2@x>"), "d",
                mail(4, "Message-ID: <4@x>"))))
                .containsExactly(List.of("a", "b", "c"), List.of("d"));
    }

    @Test
    void twoAnswersToAMailThatNobodyHasBelongTogether() {
        assertThat(threads(
                Map.of("a", mail(1, "Message-ID: <1@x>", "In-Reply-To: <ghost@x>"), "b", mail(2, "Message-ID: <2@x>",
                        "In-Reply-To: <ghost@x>"))))
                .containsExactly(List.of("a", "b"));
    }

    @Test
    void aLateMailJoinsTwoConversations() {
        Map<String, Mail> mails = new LinkedHashMap<>();
        mails.put("a", mail(1, "Message-ID: <1@x>"));
        mails.put("b", mail(2, "Message-ID: <2@x>"));
        mails.put("c", mail(3, "Message-ID: <3@x>", "References: <1@x> <2@x>"));
        assertThat(threads(mails)).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void theSameIdTwiceIsOneMessage() {
        assertThat(threads(Map.of("a", mail(1, "Message-ID: <1@x>"), "b", mail(1, "Message-ID: <1@X>"))))
                .containsExactly(List.of(
                        "a", "b"));
    }

    @Test
    void anIdWhoseCaseWasChangedIsTheSame() {
        assertThat(threads(Map.of("a", mail(1, "Message-ID: <Abc@Mail.X>"), "b", mail(2, "References: <ABC@MAIL.X>"))))
                .containsExactly(List.of("a", "b"));
    }

    @Test
    void aSubjectAloneJoinsNothing() {
        assertThat(
                threads(Map.of("a", mail(1, "Message-ID: <1@x>", "Subject: Invoice"), "b", mail(2, "Message-ID: <2@x>",
                        "Subject: Re: Invoice"), "c", mail(3, "Subject: Re: Invoice"))))
                .hasSize(3);
    }

    @Test
    void theConversationOfExchangeJoinsWhereIdsAreMissing() {
        String index = "AdmhssPUAdmhssPUAdmhssPUAdmhss";
        assertThat(threads(Map.of("a", mail(1, "Message-ID: <1@x>", "Thread-Index: " + index), "b", mail(2,
                "Message-ID: <2@x>", "Thread-Index: " + index + "AAAA")))).containsExactly(List.of("a", "b"));
    }

    @Test
    void anAddressInTheReferencesJoinsNothing() {
        assertThat(threads(Map.of("a", mail(1, "To: Joe <joe@x>", "References: <joe@x>"), "b", mail(2, "From: joe@x",
                "In-Reply-To: <joe@x>")))).hasSize(2);
    }

    @Test
    void aConversationBearsTheSubjectOfItsFirstMessage() {
        Threader<String> threader = new Threader<>();
        threader.add("b", mail(2, "Subject: Re: offer", "References: <1@x>"));
        threader.add("a", mail(1, "Message-ID: <1@x>", "Subject: offer"));
        threader.add("c", Samples.mail("Subject: without date", "References: <1@x>", "", "Body"));
        assertThat(threader.conversations()).containsExactly(new Conversation<>("offer", List.of("a", "b", "c")));
    }

    @Test
    void theOrderOfArrivalMakesNoDifference() {
        Random random = new Random(7);
        List<Integer> keys = new ArrayList<>();
        Map<Integer, Mail> mails = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            keys.add(i);
            mails.put(i, mail(1 + i % 28, "Message-ID: <" + i + "@x>", "References: <" + random.nextInt(600) + "@x>"));
        }
        List<Conversation<Integer>> first = null;
        for (int round = 0; round < 5; round++) {
            Threader<Integer> threader = new Threader<>();
            for (int key : keys) {
                threader.add(key, mails.getOrDefault(key, mail(1)));
            }
            List<Conversation<Integer>> conversations = threader.conversations();
            first = first == null ? conversations : first;
            assertThat(conversations).isEqualTo(first);
            Collections.shuffle(keys, random);
        }
    }
}
