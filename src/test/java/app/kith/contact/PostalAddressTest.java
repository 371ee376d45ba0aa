package app.kith.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses taken apart as people of many countries write them. */
class PostalAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            // text | street | locality | region | postcode | country
            "广东省深圳市南山区科苑路15号科兴科学园A栋3层 | 科苑路15号科兴科学园A栋3层 | 深圳市 南山区 | 广东省 | - | -",
            "地址：浙江省宁波市鄞州区中山东路1083号 邮编：315040 | 中山东路1083号 | 宁波市 鄞州区 | 浙江省 | 315040 | -",
            "上海市浦东新区张江路88号 | 张江路88号 | 浦东新区 | 上海市 | - | -",
            "中国北京市朝阳区建国路甲93号 | 建国路甲93号 | 朝阳区 | 北京市 | - | 中国",
            "深圳南山区高新南七道20号 | 高新南七道20号 | 深圳 南山区 | - | - | -",
            "江苏苏州市工业园区星湖街328号 | 工业园区星湖街328号 | 苏州市 | 江苏 | - | -",
            "新疆维吾尔自治区乌鲁木齐市天山区人民路2号 | 人民路2号 | 乌鲁木齐市 天山区 | 新疆维吾尔自治区 | - | -",
            "广西壮族自治区桂林市阳朔县西街9号 | 西街9号 | 桂林市 阳朔县 | 广西壮族自治区 | - | -",
            "浙江省金华市义乌市稠州北路8号 | 稠州北路8号 | 金华市 义乌市 | 浙江省 | - | -",
            "云南省大理白族自治州大理市古城复兴路1号 | 古城复兴路1号 | 大理白族自治州 大理市 | 云南省 | - | -",
            "518057 广东省深圳市福田区深南大道1号 | 深南大道1号 | 深圳市 福田区 | 广东省 | 518057 | -",
            "台北市信義區松高路11號 | 松高路11號 | 台北市 信義區 | - | - | -",
            "〒150-0002 東京都渋谷区渋谷2-21-1 | 渋谷2-21-1 | 渋谷区 | 東京都 | 150-0002 | -",
            "大阪府大阪市北区梅田3-1-3 | 梅田3-1-3 | 大阪市 北区 | 大阪府 | - | -",
            "Musterstraße 12, 10115 Berlin | Musterstraße 12 | Berlin | - | 10115 | -",
            "Hauptstr. 5, D-80331 München, Germany | Hauptstr. 5 | München | - | 80331 | Germany",
            "12 rue de la Paix, 75002 Paris, France | 12 rue de la Paix | Paris | - | 75002 | France",
            "221B Baker Street, London NW1 6XE, United Kingdom | 221B Baker Street | London | - | NW1 6XE | United Kingdom",
            "Unit 4, Mill Lane, Leeds, LS1 4AP | Unit 4, Mill Lane | Leeds | - | LS1 4AP | -",
            "1600 Larimer St, Suite 400, Denver, CO 80202, USA | 1600 Larimer St, Suite 400 | Denver | CO | 80202 | USA",
            "350 Fifth Avenue, New York NY 10118-0110 | 350 Fifth Avenue | New York | NY | 10118-0110 | -",
            "100 King Street West, Toronto ON M5X 1A9, Canada | 100 King Street West | Toronto | ON | M5X 1A9 | Canada",
            "45 Collins St, Melbourne VIC 3000, Australia | 45 Collins St | Melbourne | VIC | 3000 | Australia",
            "Herengracht 100, 1015 BS Amsterdam, Netherlands | Herengracht 100 | Amsterdam | - | 1015 BS | Netherlands",
            "ul. Długa 7, 31-147 Kraków, Poland | ul. Długa 7 | Kraków | - | 31-147 | Poland",
            "Av. da Liberdade 10, 1250-144 Lisboa, Portugal | Av. da Liberdade 10 | Lisboa | - | 1250-144 | Portugal",
            "Via Roma 3, 20121 Milano, MI, Italy | Via Roma 3 | Milano | MI | 20121 | Italy",
            "Storgatan 2, 111 23 Stockholm, Sweden | Storgatan 2 | Stockholm | - | 111 23 | Sweden",
            "14 MG Road, Bengaluru 560001, India | 14 MG Road | Bengaluru | - | 560001 | India",
            "10 Anson Road, Singapore 079903 | 10 Anson Road | Singapore | - | 079903 | -",
            "Building 7, Al Quoz Industrial Area, Dubai, United Arab Emirates | Building 7, Al Quoz Industrial Area | Dubai | - | - | United Arab Emirates"})
    void freeTextIsTakenApart(String text, String street, String locality, String region, String postcode,
            String country) {
        PostalAddress read = PostalAddress.parts(text);
        assertThat(read).isEqualTo(new PostalAddress("", "", or(street), or(locality), or(region), or(postcode),
                or(country)));
    }

    private static String or(String part) {
        return part == null ? "" : part;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gate 3 behind the station", "三号仓库后门", "12", "", "near the market"})
    void whatIsNoWholeAddressStaysTheStreet(String text) {
        assertThat(PostalAddress.parts(text)).isEqualTo(new PostalAddress("", "", text, "", "", "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P.O. Box 20764, Manama, Bahrain"})
    void aBoxIsNoStreet(String text) {
        assertThat(PostalAddress.parts(text))
                .isEqualTo(new PostalAddress("P.O. Box 20764", "", "", "Manama", "", "", "Bahrain"));
    }

    @ParameterizedTest
    @ValueSource(strings = {";;Hauptstr. 5;München;;80331;Germany"})
    void partsThatAreWrittenStayAsTheyAre(String text) {
        assertThat(PostalAddress.parts(text).raw()).isEqualTo(text);
    }
}
