package app.kith.contact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of names: Chinese family names, their spellings in other romanisations, and short forms of given names. */
public final class NameLists {
    private static final Set<String> HAN = new HashSet<>();
    private static final Set<String> PINYIN = new HashSet<>();
    private static final Map<String, Set<String>> SPELLINGS = new HashMap<>();
    private static final Map<String, Set<Integer>> NICKNAMES = new HashMap<>();
    private static final Set<String> GIVEN = new HashSet<>();
    private static final String PAIRS = "欧阳 太史 上官 端木 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 "
            + "慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 令狐 轩辕 拓跋 呼延 百里 东郭 南门 西门 第五 纳兰 完颜 单于 贺兰 耶律 亓官 乐正";

    static {
        WordList.lines("surnames.txt").forEach(line -> line.chars().forEach(c -> HAN.add(Character.toString(c))));
        HAN.addAll(List.of(PAIRS.split(" ", -1)));
        HAN.forEach(name -> PINYIN.add(Han.surnameReading(name)));
        for (String line : WordList.lines("romanised.txt")) {
            String[] words = line.split(" ", -1);
            Set<String> meant = SPELLINGS.computeIfAbsent(words[0].replace("-", ""), _ -> new HashSet<>());
            meant.addAll(List.of(words).subList(1, words.length));
        }
        int group = 0;
        for (String line : WordList.lines("nicknames.txt")) {
            boolean full = true;
            for (String word : line.split(" ", -1)) {
                NICKNAMES.computeIfAbsent(word, _ -> new HashSet<>()).add(full ? -1 - group : group);
                full = false;
                GIVEN.add(word);
            }
            group++;
        }
    }

    private NameLists() {}

    /** {@return whether one or two simplified characters are a family name} */
    static boolean isHanSurname(String characters) {
        return HAN.contains(characters);
    }

    /** {@return whether Latin letters spell a Chinese family name, in Pinyin or another romanisation} */
    static boolean isChineseSurname(String latin) {
        return PINYIN.contains(latin) || SPELLINGS.containsKey(latin);
    }

    /** {@return whether Latin letters are the Pinyin of a Chinese family name} */
    static boolean isPinyinSurname(String latin) {
        return PINYIN.contains(latin);
    }

    /**
     * Tells whether a word is a usual given name of the West.
     *
     * @param word folded word
     * @return true if the list of short forms knows it
     */
    public static boolean isGivenName(String word) {
        return GIVEN.contains(word);
    }

    /**
     * Tells whether two spellings can be one Chinese family name (Wong and Huang, Cheung and Zhang).
     *
     * @param one folded letters
     * @param other folded letters
     * @return true if one of them, read in another romanisation, is the other; false for equal spellings that no list knows
     */
    public static boolean isSameSurname(String one, String other) {
        Set<String> first = SPELLINGS.getOrDefault(one, Set.of());
        Set<String> second = SPELLINGS.getOrDefault(other, Set.of());
        return first.contains(other) || second.contains(one)
                || !PINYIN.contains(one) && !PINYIN.contains(other) && first.stream().anyMatch(second::contains);
    }

    /**
     * The Pinyin spellings that a family name can stand for.
     *
     * @param latin folded letters
     * @return itself and, for another romanisation, what it is in Pinyin
     */
    public static Set<String> surnameReadings(String latin) {
        Set<String> all = new HashSet<>(SPELLINGS.getOrDefault(latin, Set.of()));
        all.add(latin);
        return all;
    }

    /**
     * Tells whether two given names stand for one another (William and Bill, Bill and Will).
     *
     * @param one folded letters
     * @param other folded letters
     * @return true if a list has both in one line
     */
    public static boolean areNicknames(String one, String other) {
        Set<Integer> first = NICKNAMES.get(one);
        Set<Integer> second = NICKNAMES.get(other);
        if (first == null || second == null) {
            return false;
        }
        for (int group : first) {
            if (second.contains(group) || second.contains(-1 - group)) {
                return true;
            }
        }
        return false;
    }

    /** {@return a key that a given name shares with its short forms: the full form of the first line that has it, else itself} */
    public static Set<String> nicknameKeys(String given) {
        Set<Integer> groups = NICKNAMES.get(given);
        if (groups == null) {
            return Set.of();
        }
        Set<String> keys = new HashSet<>();
        groups.forEach(group -> keys.add("#" + (group < 0 ? -1 - group : group)));
        return keys;
    }
}
