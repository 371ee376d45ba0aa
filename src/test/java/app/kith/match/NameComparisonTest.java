package app.kith.match;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.NameForm;
import app.kith.contact.NameReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameComparisonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"王小明|王小明|EQUAL|EQUAL", "王小明|Xiaoming Wang|READING|READING",
            "王小明|WANG Xiao-Ming|READING|READING", "王小明|Wang, Xiao Ming|READING|READING", "张伟|张玮|EQUAL|HOMOPHONE",
            "张伟|张强|EQUAL|DIFFERENT", "黄强颖|Qiang-Ying Wong|NEAR_READING|READING", "单鹏|Peng Shan|READING|READING",
            "解子乐|Xie Ziyue|READING|READING", "馬子永|马子永|EQUAL|EQUAL", "于建菁|Sarah Yu|READING|OTHER_NAME",
            "王总|王小明|EQUAL|MISSING", "William Smith|Bill Smith|EQUAL|NICKNAME", "William Smith|W. Smith|EQUAL|INITIAL",
            "William Smith|T. Smith|EQUAL|OTHER_INITIAL", "Smith, William|William Smith|EQUAL|EQUAL",
            "Elizabeth Taylor|Elizabet Taylor|EQUAL|PART", "Jonathan Meyer|Jonahtan Meyer|EQUAL|TYPO",
            "Thomas Gabriel|Gabriel Thomas|EQUAL|EQUAL", "Anna Smith|Karen Smith|EQUAL|DIFFERENT",
            "Anna Smith|Anna Kowalski|DIFFERENT|EQUAL", "常阳|Chang Yang|READING|READING"})
    void namesAgreeByLevels(String one, String other, Level family, Level given) {
        Profile a = GeneratedContacts.profile("a", one);
        Profile b = GeneratedContacts.profile("b", other);
        Grades grades = new Grades(2);

        new NameComparison(new Frequencies()).grade(a, b, grades, 0);

        assertThat(Level.of(grades.levels[0])).as("family name").isEqualTo(family);
        assertThat(Level.of(grades.levels[1])).as("given name").isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"王小明|Wang Xiaoming|true", "王小明|李小明|false", "Jim Brown|James Brown|true",
            "Jim Brown|Mary Brown|false", "张伟|Zhang Wei|true", "Thomas Lee|Lee Thomas|true"})
    void namesCanBeOnePersons(String one, String other, boolean can) {
        assertThat(NameComparison.areCompatible(form(one), form(other))).isEqualTo(can);
        assertThat(NameComparison.areCompatible(form(other), form(one))).isEqualTo(can);
    }

    private static NameForm form(String name) {
        return NameReader.read(name).names().getFirst();
    }
}
