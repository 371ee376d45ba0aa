package app.kith.contact;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chinese characters: their readings in Hanyu Pinyin without tones, as given names and as family names, and their simplified
 * forms. The table is made out of ICU's data by a generator in the tests.
 */
public final class Han {
    /** Readings that ICU's name rules lack, or that a given name may have besides its usual one. */
    private static final String SECOND_READINGS = "长chang 长zhang 乐le 乐yue 重zhong 重chong 朝chao 朝zhao 行xing 行hang 柏bai 柏bo "
            + "茜qian 茜xi 盛sheng 盛cheng 单shan 单dan 解xie 解jie 曾zeng 曾ceng 覃qin 覃tan 朴piao 朴pu 缪miao 缪mou 车che 车ju "
            + "隽jun 隽juan 员yun 员yuan 佳jia 绿lv 绿lu 吕lv 吕lu 女nv 女nu 区ou 区qu 仇qiu 仇chou 查zha 查cha 翟zhai 翟di "
            + "盖ge 盖gai 尹yin 召shao 召zhao 莘xin 莘shen 藏cang 藏zang 调diao 调tiao 省sheng 省xing 适shi 适kuo 卓zhuo 俞yu 俞shu "
            + "会hui 会kuai 什shen 什shi 和he 还huan 晟sheng 晟cheng 昕xin 颉jie 颉xie 瑾jin 堃kun 焱yan 谌chen 谌shen 薄bo 薄bao "
            + "宁ning 石shi 铅qian 炅gui 炅jiong 琛chen 婧jing 靓liang 靓jing 露lu 露lou 曲qu 佟tong 牟mu 牟mou 郗xi 郗chi "
            + "种chong 种zhong 黑he 黑hei 秘bi 秘mi 折she 折zhe 粘nian 粘zhan 尉yu 尉wei 仲zhong 都du 都dou 那na 哈ha 鞠ju";
    private static final int TABLE = 0xa000;
    private static final String[] READINGS = new String[TABLE];
    private static final char[] SIMPLE = new char[TABLE];
    private static final Map<Character, String> SURNAME = new HashMap<>();
    private static final Map<String, String> PAIRS = new HashMap<>();
    private static final Map<Character, Set<String>> MORE = new HashMap<>();
    private static final Set<String> SYLLABLES = new LinkedHashSet<>();

    static {
        read();
    }

    private Han() {}

    private static void read() {
        String part = "";
        for (String line : WordList.lines("han.txt")) {
            if (line.startsWith("[")) {
                part = line;
            } else if (part.equals("[simplified]")) {
                for (int i = 0; i + 1 < line.length(); i += 2) {
                    SIMPLE[line.charAt(i)] = line.charAt(i + 1);
                }
            } else if (part.equals("[pairs]")) {
                int tab = line.indexOf('\t');
                PAIRS.put(line.substring(tab + 1), line.substring(0, tab).replace(" ", ""));
            } else {
                int blank = line.indexOf(' ');
                enter(part, line.substring(0, blank).intern(), line.substring(blank + 1));
            }
        }
        for (String entry : SECOND_READINGS.split(" ", -1)) {
            MORE.computeIfAbsent(entry.charAt(0), _ -> new LinkedHashSet<>()).add(entry.substring(1));
        }
        SYLLABLES.addAll(List.of("lv", "nv", "lve", "nve"));
        SURNAME.put('朴', "piao");
        SURNAME.put('缪', "miao");
        SURNAME.put('覃', "qin");
        SURNAME.put('吕', "lv");
    }

    private static void enter(String part, String reading, String characters) {
        boolean surname = part.equals("[surnames]");
        for (int i = 0; i < characters.length(); i++) {
            if (surname) {
                SURNAME.put(characters.charAt(i), reading);
            } else {
                READINGS[characters.charAt(i)] = reading;
            }
        }
        SYLLABLES.add(reading);
    }

    /** {@return whether the character is a Chinese one that the tables may know} */
    public static boolean is(char c) {
        return c >= 0x3400 && c < TABLE;
    }

    /**
     * Tells whether a text has a Chinese character.
     *
     * @param text any text
     * @return true if at least one is in it
     */
    public static boolean in(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (is(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Replaces traditional characters by their simplified forms; everything else stays.
     *
     * @param text any text
     * @return the text in simplified characters
     */
    public static String simplified(String text) {
        if (!in(text)) {
            return text;
        }
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] < TABLE && SIMPLE[chars[i]] != 0) {
                chars[i] = SIMPLE[chars[i]];
            }
        }
        return new String(chars);
    }

    /**
     * Reads a text.
     *
     * @param text any text
     * @return the usual reading of each Chinese character, joined without blanks and tones ({@code xiaoming}); other characters
     *         as they are
     */
    public static String reading(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String reading = c < TABLE ? READINGS[c] : null;
            out.append(reading == null ? String.valueOf(c) : reading);
        }
        return out.toString();
    }

    /**
     * Reads a family name, whose characters often have a reading of their own (单 shan, 仇 qiu, 尉迟 yuchi).
     *
     * @param surname one or two characters
     * @return its reading without blanks and tones
     */
    public static String surnameReading(String surname) {
        String simple = simplified(surname);
        String pair = PAIRS.get(simple);
        if (pair != null) {
            return pair;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < simple.length(); i++) {
            String special = SURNAME.get(simple.charAt(i));
            out.append(special == null ? reading(simple.substring(i, i + 1)) : special);
        }
        return out.toString();
    }

    /**
     * Tells whether a Latin spelling is a reading of the characters, by any of their readings ({@code 乐} le, yue).
     *
     * @param text Chinese characters
     * @param latin letters without blanks, lower case
     * @return true if the letters can be cut into readings of the characters in their order
     */
    public static boolean canBeRead(String text, String latin) {
        if (text.isEmpty()) {
            return latin.isEmpty();
        }
        String rest = text.substring(1);
        for (String reading : readings(text.charAt(0))) {
            if (latin.startsWith(reading) && canBeRead(rest, latin.substring(reading.length()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Every reading of a character.
     *
     * @param c any character
     * @return its readings without tones; the character itself where none is known
     */
    public static Set<String> readings(char c) {
        Set<String> more = MORE.get(c);
        String usual = c < TABLE && READINGS[c] != null ? READINGS[c] : String.valueOf(c);
        if (more == null) {
            return Set.of(usual);
        }
        Set<String> all = new LinkedHashSet<>(more);
        all.add(usual);
        return all;
    }

    /**
     * Counts the syllables of a Latin spelling if it is Pinyin throughout.
     *
     * @param latin letters without blanks, lower case
     * @return the least number of syllables; 0 if it cannot be cut into syllables of Pinyin
     */
    public static int syllables(String latin) {
        int[] least = new int[latin.length() + 1];
        for (int end = 1; end <= latin.length(); end++) {
            for (int start = Math.max(0, end - 6); start < end; start++) {
                boolean reached = start == 0 || least[start] > 0;
                if (reached && SYLLABLES.contains(latin.substring(start, end))
                        && (least[end] == 0 || least[start] + 1 < least[end])) {
                    least[end] = least[start] + 1;
                }
            }
        }
        return least[latin.length()];
    }
}
