package app.kith.mail;

import static app.kith.mail.Samples.mail;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticAnswersTest {

    private static List<String> signs(Mail mail) {
        return mail.signs().stream().map(sign -> sign.kind() + " " + sign.reason()).toList();
    }

    private static List<String> signs(String... fields) {
        return signs(mail(String.join("\r\n", fields), "", "Thank you for your mail."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Automatic reply: Quotation", "自动回复：报价单", "自动回复: 报价单", "【自动回复】报价单",
            "自动答复: 报价", "自動回覆：報價", "自動回復: 報價", "Automatische Antwort: Angebot", "Réponse automatique : offre",
            "自動応答: 見積書", "自動返信：お見積り", "Respuesta automática: oferta", "Risposta automatica: offerta",
            "Automatisch antwoord: offerte", "Resposta automática: proposta", "AUTO: order 7", "Auto-Reply"})
    void anAutomaticAnswerIsReadFromTheSubject(String subject) {
        assertThat(signs("Subject: " + subject)).singleElement().asString().startsWith("AUTO_REPLY subject: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Out of Office: Wang Li", "Out of the office", "外出通知：王莉", "休假通知", "不在辦公室：報價",
            "Abwesenheitsnotiz: Angebot", "Absence du bureau : offre", "Fuera de la oficina: oferta",
            "Fuori ufficio: offerta", "Afwezigheidsbericht: offerte", "Fora do escritório: proposta", "不在通知：見積書",
            "AUTO: Wang Li is out of the office (returning 05/03/2026)", "Wang Li is out of the office",
            "Automatic reply: out of office"})
    void absenceIsReadFromTheSubject(String subject) {
        assertThat(signs("Subject: " + subject)).hasSize(2);
        assertThat(signs("Subject: " + subject).getFirst()).startsWith("AUTO_REPLY ");
        assertThat(signs("Subject: " + subject).getLast()).startsWith("OUT_OF_OFFICE subject: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"自动回复功能", "自动回复功能什么时候上线？", "自動返信の設定について", "Automatic reply feature",
            "Re: Automatic reply: offer", "回复：自动回复：报价单", "Auto parts inquiry", "AUTO parts: price list",
            "Out of office party next week", "Office closed doors and frames", "Abwesenheitsplanung 2026",
            "On vacation rentals in Spain", "Absence management software", "请假系统报价"})
    void aPersonsSubjectIsNone(String subject) {
        assertThat(signs("Subject: " + subject)).isEmpty();
    }

    @Test
    void aHintInTheHeaderLetsTheSubjectGoOn() {
        assertThat(signs("Subject: Out of office until Monday")).isEmpty();
        assertThat(signs("Subject: Out of office until Monday", "X-Auto-Response-Suppress: All")).containsExactly(
                "AUTO_REPLY subject: out of office", "OUT_OF_OFFICE subject: out of office");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            Auto-Submitted: auto-replied (vacation)   → AUTO_REPLY Auto-Submitted: auto-replied (vacation)
            Auto-Submitted: auto-generated            → NO_REPLY Auto-Submitted: auto-generated
            Auto-Submitted: no                        →
            X-Autoreply: yes                          → AUTO_REPLY X-Autoreply: yes
            X-Autoreply: no                           →
            X-Autorespond: Re: offer                  → AUTO_REPLY X-Autorespond: Re: offer
            Precedence: auto_reply                    → AUTO_REPLY Precedence: auto_reply
            X-Precedence: auto_reply                  → AUTO_REPLY X-Precedence: auto_reply
            X-Auto-Response-Suppress: All             →
            X-MS-Exchange-Inbox-Rules-Loop: a@x.test  →
            X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent →
            """)
    void headerFieldsShowAnAutomaticAnswer(String field, String sign) {
        assertThat(signs(field)).isEqualTo(sign == null ? List.of() : List.of(sign));
    }

    @Test
    void anExchangeRuleThatAnswersIsAnAutomaticAnswerAndReadsMail() {
        assertThat(signs("Subject: Thank you", "Auto-Submitted: auto-generated",
                "X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent", "X-Auto-Response-Suppress: All"))
                .containsExactly("AUTO_REPLY X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            您好，我正在休假，3月9日回来。            → 正在休假
            我目前出差中，有急事请打电话。              → 出差中
            您好，我不在辦公室，請聯絡我的同事。         → 不在辦公室
            I am on leave until 9 March.            → i am on leave
            Ich bin bis zum 9. März im Urlaub.      → im urlaub
            Je suis absent jusqu'au 9 mars.         → je suis absent
            Estoy de vacaciones hasta el 9.         → de vacaciones
            Sono in ferie fino al 9 marzo.          → in ferie
            Ik ben tot 9 maart niet op kantoor.     → niet op kantoor
            Estou de férias até 9 de março.         → de férias
            休暇をいただいております。                  → 休暇をいただ
            We have received your order.            →
            """)
    void theTextOfAnAutomaticAnswerTellsAnAbsence(String text, String words) {
        Mail mail = mail("Auto-Submitted: auto-replied", "Content-Type: text/plain; charset=utf-8", "", text);
        assertThat(signs(mail)).isEqualTo(words == null
                ? List.of("AUTO_REPLY Auto-Submitted: auto-replied")
                : List.of("AUTO_REPLY Auto-Submitted: auto-replied", "OUT_OF_OFFICE text: " + words));
    }

    @Test
    void aPersonWhoWritesOfHisHolidaySendsNoAutomaticAnswer() {
        assertThat(signs(mail("Subject: Offer", "", "I am on leave until Monday, then I shall answer."))).isEmpty();
    }
}
