package app.kith.contact;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the table of readings and of simplified characters out of ICU's transliterators, which are too large to ship. Run its
 * {@code main} from the root of the project after ICU changes; {@code HanTest} holds the file to what ICU says.
 */
final class HanTables {
    static final Path FILE = Path.of("src/main/resources/app/kith/contact/han.txt");
    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9fff;
    private static final String[] PAIRS = {"欧阳", "太史", "上官", "端木", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯",
            "诸葛", "尉迟", "公羊", "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙",
            "宇文", "司徒", "鲜于", "司空", "闾丘", "子车", "亓官", "司寇", "巫马", "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正", "宰父",
            "谷梁", "拓跋", "夹谷", "轩辕", "令狐", "段干", "百里", "呼延", "东郭", "南门", "羊舌", "微生", "左丘", "东门", "西门", "第五",
            "纳兰", "完颜", "单于", "贺兰", "耶律"};

    private HanTables() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(FILE, text());
    }

    static String text() {
        StringBuilder out = new StringBuilder(
                """
                        # Readings and simplified forms of Chinese characters, made by HanTables out of ICU (Han-Latin, Han-Latin/Names,
                        # Traditional-Simplified). Copyright Unicode, Inc.; Unicode License V3, see han-LICENSE.txt.
                        """);
        Transliterator plain = Transliterator.getInstance("Han-Latin; NFD; [:Mn:] Remove; Latin-ASCII; Lower");
        Transliterator names = Transliterator.getInstance("Han-Latin/Names; NFD; [:Mn:] Remove; Latin-ASCII; Lower");
        Map<String, StringBuilder> readings = new TreeMap<>();
        Map<String, StringBuilder> surnames = new TreeMap<>();
        for (int c = FIRST; c <= LAST; c++) {
            String character = Character.toString(c);
            String reading = reading(plain, character);
            String asName = reading(names, character);
            if (!reading.isEmpty()) {
                readings.computeIfAbsent(reading, _ -> new StringBuilder()).append(character);
            }
            if (!asName.isEmpty() && !asName.equals(reading)) {
                surnames.computeIfAbsent(asName, _ -> new StringBuilder()).append(character);
            }
        }
        out.append("[readings]\n");
        readings.forEach((reading, characters) -> out.append(reading).append(' ').append(characters).append('\n'));
        out.append("[surnames]\n");
        surnames.forEach((reading, characters) -> out.append(reading).append(' ').append(characters).append('\n'));
        out.append("[pairs]\n");
        for (String pair : PAIRS) {
            out.append(names.transliterate(pair).strip().replaceAll("\\s+", " ")).append('\t').append(pair)
                    .append('\n');
        }
        return out.append("[simplified]\n").append(simplified()).append('\n').toString();
    }

    private static String reading(Transliterator by, String character) {
        String reading = by.transliterate(character).strip();
        return reading.matches("[a-z]+") ? reading : "";
    }

    private static String simplified() {
        Transliterator by = Transliterator.getInstance("Traditional-Simplified");
        StringBuilder pairs = new StringBuilder();
        for (int c = FIRST; c <= LAST; c++) {
            String character = Character.toString(c);
            String simple = by.transliterate(character);
            if (!simple.equals(character) && simple.length() == 1) {
                pairs.append(character).append(simple);
            }
        }
        return pairs.toString();
    }
}
