package app.kith.mail;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuotedMessageTest {

    private static @Nullable QuotedMessage first(String... lines) {
        return QuotedMessage.firstOf(NewText.of(String.join("\n", lines), null));
    }

    @Test
    void theHeaderTellsWriterTimeAndSubject() {
        QuotedMessage quoted = requireNonNull(first("好的", "", "------------------ 原始邮件 ------------------",
                "发件人: \"王芳\" <Wang.Fang@hua.test>;", "发送时间: 2026年3月2日(星期一) 下午2:22", "收件人: \"陈\" <chen@kaida.test>;",
                "主题: 样品", "", "请寄两件样品。", "", "王芳"));
        assertThat(quoted.author()).isEqualTo("wang.fang@hua.test");
        assertThat(quoted.date()).isEqualTo(Instant.parse("2026-03-02T14:22:00Z"));
        assertThat(quoted.subject()).isEqualTo("样品");
        assertThat(quoted.text().strip()).isEqualTo("请寄两件样品。\n\n王芳");
    }

    @Test
    void theLineAboveAMarkedQuoteTellsWriterAndTime() {
        QuotedMessage quoted = requireNonNull(first("Yes.", "",
                "王芳 <wf163@hua.test> 于2026年3月2日周一 14:22写道：", "> Two samples, please.", ">", "> > older", "", "Below"));
        assertThat(quoted.author()).isEqualTo("wf163@hua.test");
        assertThat(quoted.date()).isEqualTo(Instant.parse("2026-03-02T14:22:00Z"));
        assertThat(quoted.subject()).isEmpty();
        assertThat(quoted.text().strip()).isEqualTo("Two samples, please.\n\n> older");
    }

    @Test
    void aHeaderWithoutAnAddressTellsNoWriter() {
        QuotedMessage quoted = requireNonNull(
                first("ok", "", "From: Keller, Anna", "Sent: 2 March 2026 14:22", "To: Chen",
                        "Subject: RE: Lot 7", "", "Text"));
        assertThat(quoted.author()).isEmpty();
        assertThat(quoted.subject()).isEqualTo("RE: Lot 7");
    }

    @Test
    void whereNothingTellsWhoIsQuotedNothingIsFound() {
        assertThat(first("Yes.", "> Two samples, please.")).isNull();
        assertThat(first("Yes.")).isNull();
        assertThat(first("")).isNull();
    }
}
