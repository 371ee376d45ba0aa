package app.kith.contact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A company's name taken apart, so that 苏州嘉联电子有限公司, 嘉联电子 and Suzhou Jialian Electronics Co., Ltd. meet.
 *
 * @param stem the company's own name in Latin letters without blanks: Pinyin for a Chinese one ({@code jialian})
 * @param hanStem the same in simplified characters; empty where it was written in Latin letters
 * @param trades kinds of business that the name tells, by the first English word for each, in order
 * @param place province or city in Pinyin; empty if none is named
 * @param form legal forms in the order of the name
 * @param words all its folded words, legal forms left out; Chinese parts in Pinyin
 */
public record CompanyName(String stem, String hanStem, List<String> trades, String place, List<String> form,
        List<String> words) {
    private static final Map<String, String> TRADES = new HashMap<>();
    private static final Set<String> FORMS = new HashSet<>(WordList.lines("legal-forms.txt"));
    private static final Map<String, String> PLACES = new HashMap<>();
    private static final int LONGEST_TRADE = 4;

    static {
        for (String line : WordList.lines("industries.txt")) {
            String[] words = line.split(" ", -1);
            for (String word : words) {
                TRADES.putIfAbsent(word, words[0]);
            }
        }
        for (String line : WordList.lines("places.txt")) {
            for (String place : line.split(" ", -1)) {
                PLACES.put(place, Han.reading(place));
            }
        }
        PLACES.put("厦门", "xiamen");
        PLACES.put("重庆", "chongqing");
        PLACES.put("长沙", "changsha");
        PLACES.put("长春", "changchun");
        PLACES.put("西藏", "xizang");
        for (String reading : List.copyOf(PLACES.values())) {
            PLACES.put(reading, reading);
        }
        PLACES.put("china", "zhongguo");
        PLACES.put("hongkong", "xianggang");
        PLACES.put("taiwan", "taiwan");
        PLACES.put("shaanxi", "shanxi");
        PLACES.put("cn", "zhongguo");
    }

    /** Keeps the lists from being changed. */
    public CompanyName {
        trades = List.copyOf(trades);
        form = List.copyOf(form);
        words = List.copyOf(words);
    }

    /**
     * Reads a company's name.
     *
     * @param written the name as it was written
     * @return its parts; the stem is never empty unless the name is blank
     */
    public static CompanyName of(String written) {
        String folded = LatinText.folded(written).replace("&", " and ");
        return Han.in(folded) ? chinese(folded) : latin(folded);
    }

    /** {@return the Pinyin of a Chinese province or city that is known by a list; null for any other word} */
    static @org.jspecify.annotations.Nullable String place(String word) {
        return PLACES.get(word);
    }

    /** {@return whether a folded word is a legal form} */
    static boolean isForm(String word) {
        return FORMS.contains(word.replace(".", ""));
    }

    private static CompanyName latin(String folded) {
        List<String> own = new ArrayList<>();
        List<String> all = new ArrayList<>();
        List<String> form = new ArrayList<>();
        Set<String> trades = new TreeSet<>();
        String place = "";
        for (String word : LatinText.words(dotted(folded)).split(" ", -1)) {
            String known = PLACES.get(word);
            if (word.isEmpty() || word.equals("and") || word.equals("the")) {
                continue;
            }
            if (FORMS.contains(word)) {
                form.add(word);
                continue;
            }
            all.add(word);
            if (known != null && place.isEmpty()) {
                place = known;
            } else if (TRADES.containsKey(word)) {
                trades.add(TRADES.get(word));
            } else {
                own.add(word);
            }
        }
        String stem = String.join("", own.isEmpty() ? all.isEmpty() ? form : all : own);
        return new CompanyName(stem, "", List.copyOf(trades), place, form, all);
    }

    /** {@code S.p.A.} and {@code A.B.C.} lose their dots. */
    private static String dotted(String folded) {
        return folded.indexOf('.') < 0 ? folded : folded.replaceAll("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)", "");
    }

    private static CompanyName chinese(String folded) {
        String rest = LatinText.joined(folded);
        List<String> form = new ArrayList<>();
        Set<String> trades = new LinkedHashSet<>();
        List<String> words = new ArrayList<>();
        String place = "";
        for (int length = Math.min(4, rest.length() - 1); length >= 2; length--) {
            String found = PLACES.get(rest.substring(0, length));
            if (found != null && rest.length() > length + 1) {
                place = found;
                rest = rest.substring(length);
                rest = rest.length() > 3 && "省市".indexOf(rest.charAt(0)) >= 0 ? rest.substring(1) : rest;
                length = Math.min(5, rest.length());
            }
        }
        for (String inside : bracketed(folded)) {
            if (PLACES.containsKey(inside)) {
                place = PLACES.get(inside);
                rest = rest.replaceFirst(java.util.regex.Pattern.quote(inside), "");
            }
        }
        rest = cutForms(rest, form);
        rest = cutTrades(rest, trades);
        if (!place.isEmpty()) {
            words.add(place);
        }
        String stem = Han.reading(rest);
        words.add(stem);
        words.addAll(trades);
        return new CompanyName(stem, Han.in(rest) ? rest : "", List.copyOf(new TreeSet<>(trades)), place, form, words);
    }

    private static List<String> bracketed(String text) {
        List<String> inside = new ArrayList<>();
        int open = Math.max(text.indexOf('('), text.indexOf('（'));
        int close = Math.max(text.indexOf(')'), text.indexOf('）'));
        if (open >= 0 && close > open) {
            inside.add(text.substring(open + 1, close).strip());
        }
        return inside;
    }

    private static String cutForms(String name, List<String> form) {
        String rest = name;
        boolean cut = true;
        while (cut) {
            cut = false;
            for (String each : FORMS) {
                boolean behind = Han.in(each) && rest.length() > each.length() && rest.endsWith(each);
                boolean longest = behind && FORMS.stream().noneMatch(f -> f.length() > each.length()
                        && f.endsWith(each) && name.length() > f.length() && name.endsWith(f));
                if (longest) {
                    form.add(each);
                    rest = rest.substring(0, rest.length() - each.length());
                    cut = true;
                    break;
                }
            }
        }
        return rest;
    }

    private static String cutTrades(String name, Set<String> trades) {
        String rest = name;
        boolean cut = true;
        while (cut) {
            cut = false;
            for (int length = Math.min(LONGEST_TRADE, rest.length() - 2); length >= 2 && !cut; length--) {
                String trade = TRADES.get(rest.substring(rest.length() - length));
                if (trade != null) {
                    trades.add(trade);
                    rest = rest.substring(0, rest.length() - length);
                    cut = true;
                }
            }
        }
        return rest;
    }
}
