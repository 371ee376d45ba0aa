package app.kith.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerConditionTest {

    @Test
    void withoutDovecotATestIsSkippedAndToldWhy() {
        var result = ServerCondition.decide(false, false, ServerCondition.Dovecot.REMEDY);
        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason().orElseThrow()).contains("apt-get install dovecot-imapd");
    }

    @Test
    void whereServersAreRequiredATestFailsInsteadOfBeingSkipped() {
        assertThatThrownBy(() -> ServerCondition.decide(false, true, ServerCondition.Dovecot.REMEDY))
                .hasMessageContaining("KITH_REQUIRE_SERVERS");
    }

    @Test
    void withDovecotATestRuns() {
        assertThat(ServerCondition.decide(true, true, ServerCondition.Dovecot.REMEDY).isDisabled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INBOX", "客户/华东", "A&B", "混合 mixed 名字", "Entwürfe", "𠮷"})
    void mailboxNamesSurviveTheirCoding(String name) {
        assertThat(MailboxName.encode(name)).matches("[\\x20-\\x7e]*");
        assertThat(MailboxName.decode(MailboxName.encode(name))).isEqualTo(name);
    }

    @Test
    void mailboxNamesAreCodedAsInTheStandard() {
        assertThat(MailboxName.encode("~peter/mail/台北/日本語")).isEqualTo("~peter/mail/&U,BTFw-/&ZeVnLIqe-");
    }
}
