package app.kith.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Telephone numbers without a country's code are of the country that their card tells, else of the user's own. */
@Isolated("the country holds in the whole program")
final class NumberingTest {
    @AfterEach
    void atHomeAgain() {
        HomeCountry.use("");
    }

    @ParameterizedTest(name = "{1} at home in {0}, on a card with {2} = {3}: {4}")
    @CsvSource({"GB,020 7946 0958,NOTE,x,+442079460958",
            "CN,020 7946 0958,ADDRESS,';;1 High Street;London;;;United Kingdom',+442079460958",
            "CN,020 7946 0958,EMAIL,jo@shop.co.uk,+442079460958",
            "CN,(415) 555-2671,ADDRESS,';;;San Francisco;CA;94105;USA',+14155552671",
            "US,(415) 555-2671,NOTE,x,+14155552671", "CN,0211 3003 17,URL,https://www.laden.de/kontakt,+49211300317",
            "CN,13800001234,EMAIL,li@shop.de,+8613800001234", "GB,13800001234,NAME,李雷,+8613800001234",
            "GB,0755-86013388,ADDRESS,深圳市南山区科技园路 1 号,+8675586013388",
            "CN,02-2345-6789,ADDRESS,台北市信義區松仁路 1 號,+886223456789",
            "HK,2345 6789,NAME,陳大文,+85223456789", "US,0044 20 7946 0958,NOTE,x,+442079460958",
            "CN,020 7946 0958,EMAIL,jo@start.io,+862079460958",
            "DE,01512 3456789,ADDRESS,'Hauptstr. 1, 10115 Berlin, Deutschland',+4915123456789",
            "CN,0755-86013388 转 801,NOTE,x,+8675586013388;ext=801"})
    void aNumberIsOfTheCountryOfItsCard(String home, String number, Property other, String said, String normal) {
        HomeCountry.use(home);
        List<Value> card = List.of(Value.of(Property.PHONE, "work", number), Value.of(other, "", said));
        List<Value> settled = Numbering.settled(card);
        assertThat(settled.getFirst().normal()).isEqualTo(normal);
        assertThat(settled.getFirst().raw()).isEqualTo(number);
        assertThat(settled.getLast()).isEqualTo(card.getLast());
    }

    @Test
    void aWholeNumberIsTheSameWhereverTheUserIs() {
        List<String> normal = new ArrayList<>();
        for (String home : List.of("CN", "US", "GB", "DE", "JP", "BR")) {
            HomeCountry.use(home);
            normal.add(PhoneNumber.of("+44 (0)20 7946 0958").normal());
        }
        assertThat(normal).containsOnly("+442079460958");
    }

    @Test
    void whatIsWrittenTheSameIsTheSameThoughItsCountryWasJudgedOtherwise() {
        Value here = Value.of(Property.PHONE, "", "020 7946 0958");
        Value there = here.inNormalForm("+442079460958");
        assertThat(here.normal()).isEqualTo("+862079460958");
        assertThat(here.saysTheSame(there)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Germany,DE", "德国,DE", "Deutschland,DE", "de,DE", "DEU,DE", "UK,GB", "U.S.A.,US", "The Netherlands,NL",
            "中国,CN", "中國,CN",
            "香港,HK", "South Korea,KR", "Republic of Korea,KR", "Türkiye,TR"})
    void aCountryIsFoundByItsName(String name, String code) {
        assertThat(Countries.code(name)).isEqualTo(code);
    }

    @Test
    void endsThatAreSoldToEverybodyTellNoCountry() {
        assertThat(Countries.ofHost("shop.io")).isNull();
        assertThat(Countries.ofHost("shop.com")).isNull();
        assertThat(Countries.ofHost("shop.co.uk")).isEqualTo("GB");
        assertThat(Countries.code("Nowhere")).isNull();
    }

    @Test
    void aCountryThatIsNoneLeavesThatOfTheSystem() {
        HomeCountry.use("XX");
        assertThat(HomeCountry.code()).isEqualTo(HomeCountry.ofSystem());
    }
}
