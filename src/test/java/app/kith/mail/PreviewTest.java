package app.kith.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewTest {

    @Test
    void thePreviewIsOneShortLine() {
        assertThat(preview("王总，\n\n  您好！　请查收\t附件。\n")).isEqualTo("王总， 您好！ 请查收 附件。");
        assertThat(preview("x".repeat(1000))).hasSize(Preview.LENGTH);
        assertThat(preview("")).isEmpty();
        assertThat(preview("\n \n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"On Thu, 12 Mar 2026, Wang Li wrote:\n> old text\n> more",
            "在 2026年3月12日，王力 写道：\n> old text",
            "-----原始邮件-----\nold text", "-----Original Message-----\nFrom: x",
            "------------------ 原始邮件 ------------------\nold",
            "发件人： 王力\n发送时间： 2026年3月12日\n收件人： 李雷\n\nold text", "From: Wang\nSent: Thursday\nTo: Li\n\nold text",
            "-- \nLi Lei\nSales", "> old text"})
    void onlyWhatIsNewIsPreviewed(String old) {
        assertThat(preview("We agree.\n\n" + old)).isEqualTo("We agree.");
    }

    @Test
    void anAnswerBelowTheQuoteIsFound() {
        assertThat(preview("> old text\n> more\nWe agree.")).isEqualTo("We agree.");
    }

    @Test
    void aMessageOfQuotesOnlyShowsThem() {
        assertThat(preview("-----Original Message-----\nForwarded text")).contains("Forwarded text");
    }

    @Test
    void aCharacterIsNeverCutInHalf() {
        String preview = preview("x".repeat(Preview.LENGTH - 1) + "\uD840\uDC00 and more");
        assertThat(preview).hasSize(Preview.LENGTH - 1);
    }

    @Test
    void ordinaryLinesThatLookAlikeStay() {
        assertThat(preview("From: the very beginning we wanted this.\nSo we do it.")).startsWith("From: the very");
        assertThat(preview("--help is an option\nof the program")).startsWith("--help");
    }

    private static String preview(String text) {
        return Preview.of(NewText.of(text, null));
    }
}
