package app.kith.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"王小明|wang|xiaoming", "张 泽|zhang|ze", "司马 薇怡|sima|weiyi", "尉迟恭|yuchi|gong",
            "单鹏|shan|peng",
            "馬子永|ma|ziyong", "马子永 (Ziyong Ma)|ma|ziyong", "马子永 成智信息技术|ma|ziyong", "成智信息技术 马子永|ma|ziyong",
            "深圳亿德物流有限公司李伟|li|wei", "李建工|li|jiangong", "Li Jianguo|li|jianguo", "LI, Jianguo|li|jianguo",
            "Xiao-Ming Wang|wang|xiaoming", "WANG Xiao-Ming|wang|xiaoming", "Wang Xiao Ming|wang|xiaoming",
            "Qiang-Ying Wong|wong|qiangying", "Margaret H. O'Neill|oneill|margaret",
            "Kowalski, Patricia|kowalski|patricia",
            "Dr. Hans van der Berg Jr.|vanderberg|hans", "VladimirPutin|putin|vladimir", "Emily Lefèvre|lefevre|emily",
            "KOWALSKI Jan|kowalski|jan", "Mr. Thomas A. Lee|lee|thomas", "ＬＩ　Ｗｅｉ|li|wei"})
    void aNameIsTakenApart(String written, String family, String given) {
        NameForm name = NameReader.read(written).names().getFirst();

        assertThat(name.family()).isEqualTo(family);
        assertThat(name.given()).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource({"王总,wang", "张经理,zhang", "陈工,chen", "李老师,li", "老王,wang", "欧阳总,ouyang", "Mr. Smith,smith", "姚 总,yao"})
    void aTitleLeavesTheFamilyName(String written, String family) {
        NameForm name = NameReader.read(written).names().getFirst();

        assertThat(name.family()).isEqualTo(family);
        assertThat(name.given()).isEmpty();
        assertThat(name.title()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"王建国经理,wang,jianguo", "李娜女士,li,na", "陈志明先生,chen,zhiming"})
    void aTitleBehindAWholeNameIsTakenOff(String written, String family, String given) {
        NameForm name = NameReader.read(written).names().getFirst();

        assertThat(name.family() + " " + name.given()).isEqualTo(family + " " + given);
    }

    @Test
    void theCompanyBehindANameIsKept() {
        assertThat(NameReader.read("马子永 成智信息技术").company()).isEqualTo("成智信息技术");
        assertThat(NameReader.read("深圳亿德物流有限公司李伟").company()).isEqualTo("深圳亿德物流有限公司");
        assertThat(NameReader.read("马子永").company()).isEmpty();
    }

    @Test
    void anEnglishNameBesideAChineseOneIsASecondName() {
        assertThat(NameReader.read("王小明 Tom").names()).extracting(NameForm::given).containsExactly("xiaoming", "tom");
        assertThat(NameReader.read("Robert (Bob) Smith").names()).extracting(NameForm::given).containsExactly("robert",
                "bob");
    }

    @ParameterizedTest
    @CsvSource({"John Smith Jr.,jr", "John Smith Sr,sr", "John Smith III,iii", "'Smith, John, Jr.',jr",
            "John Smith,''"})
    void fatherAndSonAreToldApart(String written, String suffix) {
        assertThat(NameReader.read(written).names().getFirst().suffix()).isEqualTo(suffix);
    }

    @Test
    void twoFieldsAreOneName() {
        assertThat(NameReader.parts("王", "小明").key()).isEqualTo("wang|xiaoming");
        assertThat(NameReader.parts("Smith", "Mary Ann").given()).isEqualTo("mary");
        assertThat(NameReader.parts("", "").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "'---'", "'()'", "'🙂'", "','", "'Dr.'", "'（）'"})
    void whatIsNoNameGivesNoError(String written) {
        assertThat(NameReader.read(written).company()).isNotNull();
    }
}
