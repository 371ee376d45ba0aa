package app.kith.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnFieldTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"NUMBER|1,250.5|1250.5", "NUMBER|1250,5|1250.5", "NUMBER|1 250 000|1250000",
            "NUMBER|3.5万|35000", "NUMBER|-7|-7", "NUMBER|１２|12", "NUMBER|about 5|", "NUMBER|5 kg|", "NUMBER|1.2.3|",
            "MONEY|¥12,500.50|12500.50 CNY", "MONEY|12500 eur|12500 EUR", "MONEY|$ 5|5 USD", "MONEY|120万元|1200000 CNY",
            "MONEY|12.500,50 €|12500.50 EUR", "MONEY|99|99", "MONEY|much|", "DATE|2026/5/3|2026-05-03",
            "DATE|2026年5月3日|2026-05-03", "DATE|2026-02-31|", "DATE|2026|", "YES_NO|是|yes", "YES_NO|FALSE|no",
            "YES_NO|maybe|", "LINK|kith.example/a|https://kith.example/a", "LINK|https://a.example|https://a.example",
            "LINK|javascript:alert(1)|", "LINK|two words|", "CHOICE|South|south", "CHOICE|east|", "TEXT| a |a"})
    void aValueIsReadAsItsFieldUnderstandsIt(OwnField.Type type, String written, String read) {
        OwnField field = new OwnField("x", type, List.of("north", "south"), false);
        assertThat(field.read(written)).isEqualTo(read);
    }

    @Test
    void theSameTextUnderTwoNamesSaysTwoThings() {
        Value one = Value.of(Property.OWN, "Sample sent", "yes");
        Value other = Value.of(Property.OWN, "Paid", "yes");
        assertThat(one.saysTheSame(other)).isFalse();
        assertThat(one.saysTheSame(Value.of(Property.OWN, "sample  SENT", "Yes"))).isTrue();
        assertThat(OwnForm.order("1970-01-11")).isEqualTo(10.0);
        assertThat(OwnForm.order("12500.50 CNY")).isEqualTo(12500.5);
        assertThat(OwnForm.order("North")).isNull();
    }
}
