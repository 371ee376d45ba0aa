package app.kith.mail;

import java.util.regex.Pattern;

/** Tells lines in which the author's name stands, alone or with what he is and how he is reached. */
final class AuthorLine {
    static final Pattern PARTS = Pattern
            .compile("\\s*[,，|｜丨│/／·~(（【】〖〗]\\s*|\\s+[-–—]\\s+|(?<=\\p{IsHan})[\\s\u3000]+|[\\s\u3000]{2,}");
    private static final Pattern DIVIDERS = Pattern.compile("\\s*[|｜丨│•·]\\s*|\\s+/{1,2}\\s+");
    private static final int FEWEST_PARTS = 4;
    private static final int LONGEST = 60;
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_CARD = 300;

    private final AuthorName author;

    AuthorLine(AuthorName author) {
        this.author = author;
    }

    /** {@return whether dividers part a line so often that it may hold all of a signature} */
    static boolean isParted(String line) {
        return line.chars().filter(c -> "|｜丨│•·/".indexOf(c) >= 0).count() >= FEWEST_PARTS - 1
                && DIVIDERS.splitAsStream(line).count() >= FEWEST_PARTS;
    }

    /** Whether a short line is the name or a part of it. */
    boolean is(String line) {
        return line.length() <= LONGEST && author.isPart(line);
    }

    /** {@code Jack Turner, Product Development} */
    boolean holdsMore(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        for (String part : PARTS.split(line, -1)) {
            if (author.isWhole(part)) {
                return true;
            }
        }
        return false;
    }

    /** {@return where the author's name begins that stands behind closing words: {@code Best, Tom}; 0 where none does} */
    int behindClosing(String line) {
        int at = author.begin(line);
        return at > 1 && at < SignatureWords.LONGEST_CLOSING
                && (SignatureWords.isClosing(line.substring(0, at).strip())
                        || SignatureWords.isThanks(line.substring(0, at).strip())) ? at : 0;
    }

    /** {@code Rajesh K Menon, Dy. General Manager, TVM Valves Limited, Coimbatore. Cell: 94431 22087}: all of it, with commas. */
    boolean isCommaCard(String line) {
        int comma = line.indexOf(',');
        return comma > 2 && comma <= LONGEST_NAME && line.length() <= LONGEST_CARD
                && line.chars().filter(c -> c == ',' || c == ';').count() >= FEWEST_PARTS - 1
                && author.isWhole(line.substring(0, comma));
    }

    /** {@code Ola Lind · Owner · Lind Boat Works · +46 304 555 12}: all of a signature in one line. */
    boolean isCard(String line) {
        return (author.isIn(line) || SignatureWords.hasHan(line)) && isParted(line)
                && DIVIDERS.splitAsStream(line).anyMatch(author::isWhole)
                || isCommaCard(line);
    }
}
