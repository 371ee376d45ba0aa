package app.kith.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells in the lines of one signature which words are its author's name. */
final class SignatureNames {
    private static final Pattern BRACKETS = Pattern.compile("[(（].*?[)）]");
    private static final Pattern BRACKET = Pattern.compile("\\s*[(（)）]\\s*");
    private static final Pattern ONE_LATIN_NAME = Pattern.compile("\\p{Lu}[\\p{L}'-]{1,14}");
    private static final Pattern INITIAL_LAST = Pattern.compile(" \\p{Lu}\\.$");
    private static final Pattern SLASH = Pattern.compile("^\\s*/\\s*|\\s*/\\s*$");
    private static final int LONGEST = 50;

    private final @Nullable Mailbox author;
    private final AuthorName name;
    /** Whether the author is no person. */
    private final boolean ofHouse;
    private boolean wholeSomewhere;
    private boolean partSomewhere;

    SignatureNames(@Nullable Mailbox author) {
        this.author = author;
        this.ofHouse = Organisation.is(author);
        this.name = new AuthorName(ofHouse ? null : author);
    }

    /** Once the author's whole name was seen, a part of it, or another name, is not what is looked for. */
    void seenWhole() {
        wholeSomewhere = true;
    }

    /** A part of his name stands alone: a line that only looks like a name is not his. */
    void seenPart() {
        partSomewhere = true;
    }

    boolean isSeen() {
        return wholeSomewhere || partSomewhere || author != null && name.isOfAddress(author.address());
    }

    boolean isWholeSomewhere() {
        return wholeSomewhere;
    }

    boolean isOfTwoWords() {
        return author != null && author.name().strip().indexOf(' ') > 0;
    }

    /** {@return whether the author is no person} */
    boolean isOfHouse() {
        return ofHouse;
    }

    /** {@return whether the author's name in the header is of Han characters} */
    boolean isOfHan() {
        return author != null && SignatureWords.hasHan(author.name());
    }

    boolean isWhole(String words) {
        return name.isWhole(words);
    }

    /** {@return whether words are the whole name, perhaps with the name in another script or what others call him} */
    boolean holdsWhole(String words) {
        return name.isWhole(words) || name.isWhole(BRACKETS.matcher(words).replaceAll("").strip())
                || name.isIn(words) && isInTwoScripts(words);
    }

    String written(String words) {
        return name.written(words);
    }

    /** {@return whether a line can hold the author's name and more: the last word of it stands there} */
    boolean mayBeIn(String line) {
        return name.mayBeIn(line);
    }

    /** {@return where the author's name begins in a line, behind something else; -1 where it does not} */
    int begin(String line) {
        return name.begin(line);
    }

    /** {@return where the last word of the author's name ends in a line; -1 where it does not stand} */
    int end(String line) {
        return name.end(line);
    }

    boolean isPart(String words) {
        return name.isPart(words);
    }

    /** {@code Drukhuis Okker} of Sanne Okker: a house that bears the author's surname, not another of his family. */
    boolean sharesSurname(String words) {
        return name.sharesSurname(words) && !TitleWords.isTitle(words) && !DepartmentWords.is(words);
    }

    /** {@return whether words are the name that the author's mail address spells: {@code Yaqi Tam} of yaqi.tam@…} */
    boolean isOfAddress(String words) {
        return author != null && !ofHouse && AuthorName.isSpelled(words, author.address());
    }

    /** {@return whether words can be a person's name} */
    boolean isLikely(String words) {
        String plain = AuthorName.plain(BRACKETS.matcher(AuthorName.plain(words)).replaceAll(""));
        return name.isPart(plain) || isInTwoScripts(plain)
                || !isOfAnother(plain) && plain.indexOf('&') < 0
                        && (!plain.endsWith(".") || INITIAL_LAST.matcher(plain).find())
                        && SignatureWords.looksLikeName(plain) && !TitleWords.isTitle(plain)
                        && !DepartmentWords.is(plain)
                        && CompanyWords.strength(plain, author) == 0 && !PostalWords.isAddress(plain);
    }

    /** A name without a word of the author's, whose address or a line of its own shows that the header has his. */
    private boolean isOfAnother(String plain) {
        return author != null && (partSomewhere || name.isOfAddress(author.address())) && isOfTwoWords()
                && isLatin(plain) && isLatin(author.name()) && !name.sharesWord(plain) && !isOfAddress(plain);
    }

    private static boolean isLatin(String words) {
        return words.chars().allMatch(c -> c < 0x250);
    }

    /** {@code 赵敏 Min Zhao}, {@code Wendy Zhao (赵文迪)}: the name in another script, or a first name, beside it. */
    boolean isInTwoScripts(String words) {
        if (words.length() > LONGEST || words.isEmpty() || words.chars().anyMatch(Character::isDigit)) {
            return false;
        }
        String plain = AuthorName.plain(BRACKET.matcher(words).replaceAll(" ").strip());
        boolean hanFirst = SignatureWords.hasHan(plain.substring(0, 1));
        int border = border(plain, hanFirst);
        if (border <= 0) {
            return false;
        }
        String han = (hanFirst ? plain.substring(0, border) : plain.substring(border)).strip();
        String latin = (hanFirst ? plain.substring(border) : plain.substring(0, border)).strip();
        latin = AuthorName.plain(SLASH.matcher(latin).replaceAll(""));
        han = SLASH.matcher(han).replaceAll("");
        if (words.endsWith(".") && !words.equals(plain) || words.indexOf('&') >= 0) {
            return false;
        }
        boolean called = ONE_LATIN_NAME.matcher(latin).matches() && name.isPart(latin) && !TitleWords.isTitle(latin);
        if (called && (SignatureWords.looksLikeName(han) || SignatureWords.isSurname(han))) {
            return true;
        }
        return SignatureWords.looksLikeName(han) && SignatureWords.looksLikeName(latin) && !TitleWords.isTitle(latin)
                || (name.isWhole(han) || name.isWhole(latin)) && (ONE_LATIN_NAME.matcher(latin).matches()
                        || SignatureWords.looksLikeName(latin)) && SignatureWords.isHanWords(han, 4)
                        && !TitleWords.isTitle(latin) && !TitleWords.isTitle(han) && !DepartmentWords.is(han);
    }

    /** {@return where the script changes, or -1 where it does not, or twice} */
    private static int border(String words, boolean hanFirst) {
        int border = -1;
        for (int i = 1; i < words.length(); i++) {
            char c = words.charAt(i);
            if (!Character.isLetter(c)) {
                continue;
            }
            if (border < 0 && SignatureWords.isHan(c) != hanFirst) {
                border = i;
            } else if (border >= 0 && SignatureWords.isHan(c) == hanFirst) {
                return -1;
            }
        }
        return border;
    }
}
