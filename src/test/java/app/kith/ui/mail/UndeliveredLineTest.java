package app.kith.ui.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.mail.DeliveryFailure;
import app.kith.mail.DeliveryFailure.Lasting;
import app.kith.words.Words;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UndeliveredLineTest {
    private static final Words ENGLISH = Words.of(Locale.ENGLISH);
    private static final Words CHINESE = Words.of(Locale.SIMPLIFIED_CHINESE);

    private static DeliveryFailure failure(@Nullable String status, String reason, Lasting lasting) {
        return new DeliveryFailure("li@y.test", status, reason, lasting, null);
    }

    @Test
    void theCodeIsPutInPlainWordsBesideTheServersOwn() {
        DeliveryFailure failure = failure("5.1.1", "550 no such user", Lasting.PERMANENT);
        assertThat(UndeliveredLine.of(failure, ENGLISH))
                .isEqualTo("Could not be delivered to li@y.test: there is no such address (550 no such user)");
        assertThat(UndeliveredLine.of(failure, CHINESE)).isEqualTo("无法送达 li@y.test：该地址不存在（550 no such user）");
    }

    @Test
    void whatMayPassIsSaidOtherwiseThanWhatStays() {
        DeliveryFailure failure = failure("4.2.2", "", Lasting.TEMPORARY);
        assertThat(UndeliveredLine.of(failure, ENGLISH))
                .isEqualTo("Could not be delivered to li@y.test for now: the mailbox is full");
        assertThat(UndeliveredLine.of(failure, CHINESE)).isEqualTo("暂时无法送达 li@y.test：对方邮箱已满");
    }

    @Test
    void withoutACodeTheNoticesWordsStandAlone() {
        assertThat(UndeliveredLine.of(failure(null, "retry timeout", Lasting.UNKNOWN), ENGLISH))
                .isEqualTo("Not delivered to li@y.test: retry timeout");
        assertThat(UndeliveredLine.of(failure(null, "", Lasting.UNKNOWN), CHINESE))
                .isEqualTo("未送达 li@y.test：未说明原因");
    }
}
