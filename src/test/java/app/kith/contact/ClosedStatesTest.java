package app.kith.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedStatesTest {
    @ParameterizedTest
    @ValueSource(strings = {"done", "Closed", " PAID ", "won", "Lost", "delivered", "Cancelled", "canceled",
            "Closed  Won", "完成",
            "已完成", "已关闭", "已關閉", "已付款", "已取消", "成交", "丢单", "丟單", "ｄｏｎｅ"})
    void theUsualWordsOfBothLanguagesCloseARecord(String state) {
        assertThat(ClosedStates.has(state)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "open", "shipped", "signed", "not paid", "almost done", "未付款", "进行中", "待付款",
            "未完成"})
    void everyOtherStateIsOpen(String state) {
        assertThat(ClosedStates.has(state)).isFalse();
    }
}
