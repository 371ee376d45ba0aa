package app.kith.mail;

import java.util.regex.Pattern;

/** Tells lines in which the author's name stands, alone or with what he is and how he is reached. */
final class AuthorLine {
    static final Pattern PARTS = Pattern
            .compile("\\s*[,，|｜/·~(（]\\s*|\\s+[-–—]\\s+|(?<=\\p{IsHan})\\s+|\\s{2,}");
    private static final Pattern DIVIDERS = Pattern.compile("\\s*[|｜•·]\\s*|\\s+/{1,2}\\s+");
    private static final int FEWEST_PARTS = 4;
    private static final int LONGEST = 60;

    private final AuthorName author;

    AuthorLine(AuthorName author) {
        this.author = author;
    }

    /** {@return whether dividers part a line so often that it may hold all of a signature} */
    static boolean isParted(String line) {
        return DIVIDERS.splitAsStream(line).count() >= FEWEST_PARTS;
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

    /** {@code Ola Lind · Owner · Lind Boat Works · +46 304 555 12}: all of a signature in one line. */
    boolean isCard(String line) {
        return author.isIn(line) && isParted(line)
                && DIVIDERS.splitAsStream(line).anyMatch(author::isWhole);
    }
}
