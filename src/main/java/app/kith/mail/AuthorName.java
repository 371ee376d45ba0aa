package app.kith.mail;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The author's name as it stands in signatures: whole or in part, with or without accents, initials, degrees and forms of address. */
final class AuthorName {
    private static final Pattern BEFORE = Pattern.compile(
            "(?iu)^(?:alhaji|alhaja|hajia|haji|hj|haj|barr|barrister|arc|surv|pharm|tpl|bldr|pastor|sheikh|shaikh|dato[’']?|datuk|tan sri|puan|encik|tuan|shri|smt|sri|kumari|ustad|maulana|mlle|doña|srta|sra|sr|cp|c\\.p|padre|sister|sir|dame|lady|hon|maj|lt|sgt|insp|supt|kand|docent|bapak|bpk|ibu|ông|bà|chị|thầy|cô|pan|pani|pán|paní|i\\.\\s?[av]\\.|inh|inhaber|inhaberin|gez|ppa\\.?|mr|mrs|ms|miss|eng|engr|ing|mgr|bc|judr|mudr|phdr|rndr|dr|prof|dott|dott\\.ssa|dr\\.ssa|avv|geom|rag|lic|adv|hr|fr|dkfm|dipl\\.?-?\\s?\\p{L}{2,12}|dr\\.-ing|dr\\.\\s?(?:med|rer|phil|jur|oec|agr)\\.(?:\\s?(?:nat|pol|dent|vet|habil)\\.)?|univ\\.-prof|ir|drs|dra|arq|capt|rev|khun|dott\\.ing|per\\.ind|p\\.\\s?a\\.|p\\.\\s?p\\.|b\\.\\s?sc|m\\.\\s?sc|m\\.?a|(?-i:DI)|mag|dipl\\.?-kfm|dipl\\.?-ing|arch|sig|sig\\.ra|mme|herr|frau)(?:[.][ªºa]?\\s*|\\s+)(?=(?-i:\\p{Lu}))");
    private static final Pattern BEHIND = Pattern.compile(
            "(?iu)(?:,\\s*|\\s+)(?:ph\\.?d\\.?|mba|m\\.?sc\\.?|b\\.?sc\\.?|cpa|cfa|pmp|esq\\.?|m\\.?d\\.?|m\\.a\\.?|mrics|frics|fcca|acca|b\\.?a\\.?|b\\.?eng\\.?|m\\.?eng\\.?|b\\.?com\\.?|ll\\.?[bm]\\.?|mciob|mcips|fcips|cips|ceng|p\\.?eng\\.?|p\\.?e\\.?|rn|cpsm|cscp|csm|pgdip|dba|emba|博士|硕士|工学博士|高工)(?:\\s?\\((?:hons?|cantab|oxon|lond?|dist)\\.?\\))?$|,\\s*(?-i:(?!C[A-Z]O$|[SE]?VP$|HR$|PM$)(?:[A-Z]\\.?){2,6})$|(?:,\\s*|(?<=\\p{Ll}|[A-Z]{2})\\s+)(?-i:B[A-Z]?[A-Z]?S?c|(?:B|M|D)(?:[A-Z]?Sc|Eng|Ed|Com|Res|Phil|Arch|Tech|Bus|Pharm|Chem)|[A-Z][a-z]{2,4}D|D?Phil|BVSc|LL[BM]|[MF]RCVS|[MF]RCS|FCA|FCCA|ACA|CIMA|[MF]CIPS|[MF]RICS|RIBA|FRSA|MPH|MPA|MHA|CISSP|SHRM|SPHR|CPIM|LEED|AIA|FACS|FACP|DDS|DMD|DVM|OBE|MBE|CBE|MSc|MRes|DBA|RAC)$|\\s*[(（](?:mr|mrs|ms|miss|mx|phd|先生|女士|小姐|he|she|they|he/him(?:/his)?|she/her(?:/hers)?|they/them(?:/theirs)?|sie/ihr|er/ihm|elle|il|ella|él|(?-i:\\p{Ll}{1,6}(?:/\\p{Ll}{1,8}){1,3}))\\.?[)）]$|\\s*[(（][\\p{IsHiragana}\\p{IsKatakana}ー・\\s\u3000]+[)）]$");
    private static final Pattern ON_BEHALF = Pattern.compile("^(?i:i\\.\\s?[av]\\.|ppa\\.?|gez\\.?)\\s+");
    /** {@code DM (Cardiology)}: the field of a degree. */
    private static final Pattern DEGREES = Pattern
            .compile(",(?: [A-Z][A-Za-z]{0,3}[A-Z],)* [A-Z][A-Za-z]{0,3}[A-Z] [(][A-Z][a-z. A-Z]{2,24}[)]$");
    /** What somebody is called behind his surname. */
    private static final Pattern CALLED = Pattern
            .compile("老师|老師|教练|教練|师父|師父|兽医|獸醫|医师|醫師|先生|女士|小姐|经理|經理|师傅|師傅|医生|醫生|大夫|教授|工|总|總");
    /** {@code Suki x}, {@code Anna :)} */
    private static final Pattern KISSES = Pattern.compile("(?<=\\p{L})(?:\\s+[xX]{1,4}[oO]{0,2}|\\s*[:;]-?\\))$");
    private static final Pattern LETTERS = Pattern
            .compile(",?\\s+(?:[A-Z][A-Za-z]*[A-Z][A-Za-z]*)(?:\\([A-Z][A-Za-z]*\\))?$");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final int LONGEST = 120;
    private static final int SHORTEST = 4;
    private static final int LONGEST_OF_FATHER = 8;

    /** The words of the name with the degrees that stand before it, and without. */
    private final List<String> all;
    private final String address;
    private final List<String> words;

    AuthorName(@Nullable Mailbox author) {
        String name = author == null ? "" : Organisation.person(author.name());
        this.all = words(name);
        this.address = author == null ? "" : author.address();
        this.words = name.isBlank() ? List.of() : words(plain(name));
    }

    /** {@return whether nobody knows who the author is} */
    boolean isNobody() {
        return words.isEmpty();
    }

    /** {@return a name without degrees and forms of address} */
    static String plain(String name) {
        String plain = KISSES.matcher(name.strip()).replaceFirst("");
        String before;
        do {
            before = plain;
            String rest = DegreeWords.mayBegin(before) ? BEFORE.matcher(before).replaceFirst("") : before;
            plain = DegreeWords.mayEnd(rest) ? BEHIND.matcher(rest).replaceFirst("") : rest;
        } while (!plain.equals(before));
        return plain.isBlank() ? name.strip() : plain;
    }

    private static List<String> words(String text) {
        String letters = isPlain(text)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        List<String> found = new ArrayList<>();
        String lower = letters.toLowerCase(Locale.ROOT);
        int begin = -1;
        for (int i = 0; i <= lower.length(); i++) {
            boolean letter = i < lower.length()
                    && (Character.isLetter(lower.charAt(i)) || Character.isSurrogate(lower.charAt(i)));
            if (letter && begin < 0) {
                begin = i;
            } else if (!letter && begin >= 0) {
                found.add(lower.substring(begin, i));
                begin = -1;
            }
        }
        return found;
    }

    /** Whether letters have no marks that could be taken off. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && (c < 0x4E00 || c > 0x9FFF)) {
                return false;
            }
        }
        return true;
    }

    /** {@return a name as its author writes it: with the degrees before it that his mails bear too, without others} */
    String written(String said) {
        if (!addressed(said).equals(said)) {
            return addressed(said);
        }
        List<String> found = words(said);
        if (!found.equals(all) && found.size() == words.size() + 1 && isAddressed(said, found)) {
            return said.substring(said.indexOf(' ') + 1).strip();
        }
        Matcher degrees = said.endsWith(")") ? DEGREES.matcher(said.strip()) : null;
        if (degrees != null && degrees.find()) {
            return written(said.strip().substring(0, degrees.start()));
        }
        if (found.size() > 1 && found.equals(all)) {
            return said.strip();
        }
        String behind = BEHIND.matcher(ON_BEHALF.matcher(said.strip()).replaceFirst("")).replaceFirst("");
        return words(behind).size() > 1 && words(behind).equals(all) ? behind : withoutLetters(plain(said));
    }

    /** {@code Patrick YEUNG MHKIS RPS}: letters behind the whole name are those of societies, which no list holds. */
    private String withoutLetters(String said) {
        String rest = said;
        Matcher letters = LETTERS.matcher(rest);
        while (letters.find() && words(rest).size() > words.size()) {
            rest = rest.substring(0, letters.start());
            boolean called = words.size() > 1 && words(rest).getLast().equals(words.getLast())
                    && words.getFirst().startsWith(words(rest).getFirst());
            if (words(rest).size() >= 2 && (called || isSaid(words(rest)))) {
                return rest;
            }
            letters = LETTERS.matcher(rest);
        }
        return said;
    }

    /** {@return whether words are the whole name: all of it, or its first and last word with initials between} */
    boolean isWhole(String said) {
        if (!mayHold(said)) {
            return isSpelled(said, address);
        }
        if (words.size() == 1 && SignatureWords.hasHan(words.getFirst())
                && (!addressed(said).equals(said) || isWithFathersName(said))) {
            return true;
        }
        List<String> found = words(plain(said));
        if (words.isEmpty() || found.isEmpty()) {
            return false;
        }
        if (words.size() > 1 && found.size() > words.size() && LETTERS.matcher(said).find()
                && withoutLetters(plain(said)).length() < plain(said).length()) {
            return true;
        }
        if (found.size() == words.size() + 1 && words.size() > 1 && found.getLast().length() == 1) {
            // PAULA REYES V.: the second surname is abbreviated.
            return found.subList(0, words.size()).equals(words);
        }
        if (words.size() == 1 && found.size() > 1 && found.size() <= 3 && !SignatureWords.hasHan(words.getFirst())) {
            // His mail program knows his first name only.
            return found.getFirst().equals(words.getFirst()) && SignatureWords.looksLikeName(plain(said))
                    && !DepartmentWords.is(said) && !TitleWords.isTitle(said)
                    && CompanyWords.strength(said, null) == 0;
        }
        return isSaid(found) || isAddressed(said, found);
    }

    /** {@code 古丽娜尔·买买提}: his mail program knows what stands before the dot. */
    private boolean isWithFathersName(String said) {
        String own = words.getFirst();
        int dot = own.length();
        return said.length() > dot + 1 && said.length() <= dot + LONGEST_OF_FATHER && said.charAt(dot) == '·'
                && said.startsWith(own) && SignatureWords.isHanWords(said.substring(dot + 1), LONGEST_OF_FATHER);
    }

    /** {@return a Han name without what its bearer is called behind it: {@code 梁志豪師傅}} */
    private String addressed(String said) {
        String own = words.size() == 1 ? words.getFirst() : "";
        return own.length() > 1 && said.length() > own.length() && said.startsWith(own)
                && CALLED.matcher(said.substring(own.length()).strip()).matches() ? own : said;
    }

    /** {@code Otunba Kayode Bello}, {@code Chief Chukwudi Eneh}: one word of respect, which no list holds, before all of the name. */
    private boolean isAddressed(String said, List<String> found) {
        boolean more = words.size() > 1 && found.size() == words.size() + 1 && Character.isUpperCase(said.charAt(0))
                && found.subList(1, found.size()).equals(words) && said.indexOf(' ') == found.getFirst().length();
        return more && (found.getFirst().equals("chief") || !TitleWords.isTitle(said)
                && !SignatureWords.isClosing(found.getFirst()) && !SignatureWords.isThanks(found.getFirst()));
    }

    private boolean isSaid(List<String> found) {
        return String.join("", found).equals(String.join("", words)) || words.size() > 1 && found.size() > 1
                && (found.getFirst().equals(words.getFirst()) && isSame(found.getLast(), words.getLast())
                        || found.size() == words.size() && found.containsAll(words));
    }

    /** Whether a line is worth to be looked at: short, and with the first or last word of the name in it, where it has no accents. */
    private boolean mayHold(String said) {
        if (words.isEmpty() || said.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < said.length(); i++) {
            char c = said.charAt(i);
            if (c >= 0x80 && c < 0x2E80) {
                return true;
            }
        }
        // 佐藤 健一
        String joined = words.size() == 1 && said.indexOf(' ') > 0 ? said.replace(" ", "") : said;
        String first = words.getFirst();
        return holds(joined, words.getLast())
                || holds(joined, first.length() > SHORTEST ? first.substring(0, SHORTEST) : first);
    }

    /** {@return whether a line has the last word of the name; true where accents hide it} */
    boolean mayBeIn(String line) {
        return !words.isEmpty() && (holds(line, words.getLast()) || !isPlain(line) && mayHold(line));
    }

    private static boolean holds(String said, String word) {
        return at(said, word) >= 0;
    }

    private static int at(String said, String word) {
        int last = said.length() - word.length();
        for (int i = 0; i <= last; i++) {
            if (said.regionMatches(true, i, word, 0, word.length())) {
                return i;
            }
        }
        return -1;
    }

    /** {@return where the first word of the name begins in a line, a word of its own there; -1 where it does not stand} */
    int begin(String line) {
        if (words.isEmpty() || words.getFirst().length() < 2) {
            return -1;
        }
        int at = at(line, words.getFirst());
        int end = at + words.getFirst().length();
        boolean alone = at > 0 && !Character.isLetter(line.charAt(at - 1))
                && (end >= line.length() || !Character.isLetter(line.charAt(end))
                        || SignatureWords.isHan(line.charAt(at)));
        return alone ? at : -1;
    }

    /** {@return where the last word of the name ends in a line; -1 where it does not stand} */
    int end(String line) {
        int at = words.isEmpty() ? -1 : at(line, words.getLast());
        return at < 0 ? -1 : at + words.getLast().length();
    }

    /** {@code Nattaya S.}: his mail program abbreviates the surname. */
    private static boolean isSame(String found, String own) {
        return found.equals(own) || own.length() == 1 && found.startsWith(own);
    }

    /** {@return whether words are the name or its first or last part, or an initial and the last part} */
    boolean isPart(String said) {
        if (words.size() == 1 && SignatureWords.hasHan(words.getFirst())
                && isHanPart(said.replace(" ", ""), words.getFirst())) {
            return true;
        }
        if (!mayHold(said)) {
            return false;
        }
        List<String> found = words(plain(said));
        if (words.isEmpty() || found.isEmpty() || found.size() > words.size()) {
            return isWhole(said);
        }
        boolean single = found.size() == 1 && found.getFirst().length() >= 2
                && (found.getFirst().equals(words.getFirst()) || found.getFirst().equals(words.getLast())
                        || isShort(found.getFirst(), words.getFirst()));
        boolean initial = found.size() == 2 && words.size() > 1 && found.getFirst().length() == 1
                && words.getFirst().startsWith(found.getFirst()) && found.getLast().equals(words.getLast());
        initial |= found.size() == words.size() && found.size() > 2 && found.getFirst().length() == 1
                && words.getFirst().startsWith(found.getFirst())
                && found.subList(1, found.size()).equals(words.subList(1, words.size()));
        // Alan 鄭 of Alan Cheng
        boolean twoScripts = found.size() == 2 && found.getFirst().equals(words.getFirst())
                && SignatureWords.isSurname(found.getLast());
        return single || initial || twoScripts || isWhole(said);
    }

    /** {@code Rodri} of Rodrigo. */
    private static boolean isShort(String said, String name) {
        return said.length() >= SHORTEST && name.startsWith(said) && !SignatureWords.hasHan(said);
    }

    /** {@code 建国} of 王建国, {@code 郝老师} of 郝梦洁. */
    private static boolean isHanPart(String said, String name) {
        boolean given = said.length() >= 2 && said.length() < name.length() && name.endsWith(said);
        return given || said.length() > 1 && said.charAt(0) == name.charAt(0)
                && CALLED.matcher(said.substring(1)).matches() && SignatureWords.looksLikeName(name);
    }

    /** {@return whether a word of the name stands before the at sign of an address} */
    boolean isOfAddress(String address) {
        String local = String.join("", words(address.substring(0, Math.max(0, address.indexOf('@')))));
        return words.stream().anyMatch(word -> word.length() > 2 && local.contains(word));
    }

    /** {@return whether words have one of the name, or one that begins alike} */
    boolean sharesWord(String said) {
        return words(said).stream().anyMatch(found -> words.stream().anyMatch(word -> found.equals(word)
                || found.length() > 2 && word.length() > 2 && found.regionMatches(0, word, 0, 3)));
    }

    /** {@return whether words hold the surname, but not the first name, beside a word of five letters or more} */
    boolean sharesSurname(String line) {
        List<String> found = words(line);
        return words.size() > 1 && words.getLast().length() >= SHORTEST && found.size() > 1
                && found.contains(words.getLast()) && !found.contains(words.getFirst()) && line.indexOf(',') < 0
                && found.stream().anyMatch(word -> word.length() > SHORTEST && !word.equals(words.getLast()));
    }

    /** {@return whether the words of a name, at least two, are those before the at sign of an address, in any order} */
    static boolean isSpelled(String name, String address) {
        int at = address.indexOf('@');
        if (at < SHORTEST || name.length() > 2 * at || name.indexOf(' ') < 0
                || !Character.isUpperCase(name.charAt(0))) {
            return false;
        }
        List<String> found = words(name);
        if (found.size() < 2 || found.size() > SHORTEST) {
            return false;
        }
        List<String> local = words(address.substring(0, at));
        return local.size() == found.size() && local.containsAll(found)
                && found.stream().allMatch(word -> word.length() > 1)
                || local.size() == 1 && (String.join("", found).equals(local.getFirst())
                        || String.join("", found.reversed()).equals(local.getFirst()));
    }

    /** {@return whether a line holds the whole name, with other things beside it} */
    boolean isIn(String line) {
        if (words.isEmpty() || isPlain(line) && !holds(line, words.getFirst())) {
            return false;
        }
        String joined = " " + String.join(" ", words(line)) + " ";
        return joined.contains(" " + String.join(" ", words) + " ") || words.size() == 1
                && SignatureWords.hasHan(words.getFirst()) && words.getFirst().length() >= 2
                && line.startsWith(words.getFirst());
    }
}
