package app.kith.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HanTest {
    @Test
    void theTableSaysWhatIcuSays() throws IOException {
        assertThat(Files.readString(HanTables.FILE)).as("run HanTables.main after a change of ICU")
                .isEqualTo(HanTables.text());
    }

    @ParameterizedTest
    @CsvSource({"单,shan", "仇,qiu", "解,xie", "查,zha", "区,ou", "曾,zeng", "翟,zhai", "盖,ge", "乐,yue", "尉迟,yuchi", "万俟,moqi",
            "朴,piao",
            "缪,miao", "吕,lv", "覃,qin", "王,wang", "欧阳,ouyang", "單,shan"})
    void familyNamesHaveTheirOwnReadings(String name, String reading) {
        assertThat(Han.surnameReading(name)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource({"小明,xiaoming", "解放,jiefang", "嘉联,jialian", "A座,Azuo"})
    void textIsReadWithoutTonesAndBlanks(String text, String reading) {
        assertThat(Han.reading(text)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource({"馬子永,马子永", "張偉,张伟", "臺灣,台湾", "Wang,Wang", "陳志明,陈志明"})
    void traditionalCharactersAreSimplified(String text, String simple) {
        assertThat(Han.simplified(text)).isEqualTo(simple);
    }

    @ParameterizedTest
    @CsvSource({"子乐,zile,true", "子乐,ziyue,true", "子乐,zila,false", "长生,changsheng,true", "明,ming,true", "明,mi,false"})
    void charactersOfSeveralReadingsCanBeReadByEach(String text, String latin, boolean can) {
        assertThat(Han.canBeRead(text, latin)).isEqualTo(can);
    }

    @ParameterizedTest
    @CsvSource({"xiaoming,2", "xian,1", "wei,1", "smith,0", "zhuang,1", "jianguo,2", "lvlv,2"})
    void pinyinIsCutIntoSyllables(String latin, int syllables) {
        assertThat(Han.syllables(latin)).isEqualTo(syllables);
    }
}
