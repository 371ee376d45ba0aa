package app.kith.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts and moments as tables write them. */
class AmountTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1234.5           | 1234.5    |
            ¥12,345.60       | 12345.6   | CNY
            12.345,60 €      | 12345.6   | EUR
            1.234.567        | 1234567   |
            1,234            | 1234      |
            1.234            | 1.234     |
            12,5             | 12.5      |
            3.5万元            | 35000     | CNY
            2亿               | 200000000 |
            US$ 1,000        | 1000      | USD
            HKD 88           | 88        | HKD
            (500.00)         | -500      |
            -20 USD          | -20       | USD
            １２００元            | 1200      | CNY
            1'250.00 CHF     | 1250      | CHF
            1 250,00 EUR     | 1250      | EUR
            0                | 0         |
            """)
    void anAmountIsReadWithItsCurrency(String text, String number, String currency) {
        assertThat(Amount.of(text)).as(text).hasValueSatisfying(amount -> {
            assertThat(amount.number()).isEqualByComparingTo(number);
            assertThat(amount.currency()).isEqualTo(currency == null ? "" : currency);
        });
    }

    @ParameterizedTest
    @CsvSource({"none", "12/3", "15%", "on request", "2026-03-12", "SO-1001"})
    void whatIsNoAmountIsNotGuessed(String text) {
        assertThat(Amount.of(text)).as(text).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-12 14:30        | 14:30
            2026/3/12 下午2:30        | 14:30
            12.03.2026, 09:05       | 09:05
            2026年3月12日 9点           | 09:00
            2026-03-12T06:30:00Z    | 14:30
            3/12/2026 2:30 PM       | 14:30
            3/12/2026 12:05 AM      | 00:05
            46093.604166667         | 14:30
            2026-03-12              |
            """)
    void aMomentIsReadWithItsTime(String text, String time) {
        Moment moment = Objects.requireNonNull(Moment.of(text, new Dates(false), ZoneId.of("Asia/Shanghai")), text);
        assertThat(moment.day()).as(text).hasToString("2026-03-12");
        assertThat(moment.time()).as(text).isEqualTo(time == null ? null : LocalTime.parse(time));
    }

    @Test
    void whatIsNoDayIsNoMoment() {
        for (String text : new String[]{"", "14:30", "soon", "2026-13-40", "12 March"}) {
            assertThat(Moment.of(text, new Dates(false), ZoneId.of("UTC"))).as(text).isNull();
        }
    }
}
