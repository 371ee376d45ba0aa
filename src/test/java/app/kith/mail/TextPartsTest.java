package app.kith.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextPartsTest {
    @Test
    void quotedHistoryAndSignatureAreTakenOff() {
        TextParts parts = TextParts.of(
                "Yes, 500 pieces.\n\nOn Mon, 3 Mar 2026 Anna Keller wrote:\n> How many?\n> Anna\n-- \nBob\n+49 30 1\n");
        assertThat(parts.newText()).isEqualTo("Yes, 500 pieces.");
        assertThat(parts.signature()).isEqualTo("Bob\n+49 30 1");
    }

    @Test
    void anAnswerBelowTheQuoteIsNewText() {
        assertThat(TextParts.of("> How many?\n\n五百件。\n").newText()).isEqualTo("五百件。");
    }

    @Test
    void theHistoryBelowAChineseProgramsRuleIsNotNew() {
        assertThat(TextParts.of("好的。\n\n------------------ 原始邮件 ------------------\n发件人: \"王小明\"\n\n多少件？\n").newText())
                .isEqualTo("好的。");
    }

    @Test
    void aPlainTextIsAllNew() {
        TextParts parts = TextParts.of("First line\n\nSecond -- with a dash\n");
        assertThat(parts.newText()).isEqualTo("First line\n\nSecond -- with a dash");
        assertThat(parts.signature()).isNull();
    }
}
