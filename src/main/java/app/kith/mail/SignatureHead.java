package app.kith.mail;

import app.kith.mail.SignatureField.Kind;
import app.kith.mail.SignatureReader.Line;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines that bear no label: who it is, what he is, for whom, and where. Words decide first, then the place. */
final class SignatureHead {
    private static final Pattern DEGREES = Pattern.compile(
            "(?i)(?:,\\s*|\\s+)(?:ph\\.?d\\.?|mba|m\\.?sc\\.?|b\\.?sc\\.?|cpa|pmp|esq\\.?|m\\.?d\\.?|jr\\.?|sr\\.?)$");
    private static final Pattern BRACKETS = Pattern.compile("[(（].*?[)）]");

    private final @Nullable Mailbox author;
    private boolean named;
    private boolean titled;
    private boolean employed;

    SignatureHead(@Nullable Mailbox author) {
        this.author = author;
    }

    void read(List<Line> lines) {
        for (Line line : lines) {
            line.fields.forEach(field -> note(field.kind()));
        }
        int place = 0;
        for (Line line : lines) {
            boolean closing = SignatureWords.isClosing(line.proof) || SignatureWords.isThanks(line.proof)
                    || SignatureWords.isProgramLine(line.proof);
            if (!closing && !line.known) {
                place = head(line, place);
            }
        }
    }

    private void note(Kind kind) {
        named |= kind == Kind.NAME;
        titled |= kind == Kind.TITLE;
        employed |= kind == Kind.COMPANY;
    }

    private int head(Line line, int place) {
        int at = place;
        for (String piece : List.copyOf(line.rest)) {
            List<String> parts = apart(piece);
            if (parts.isEmpty()) {
                at += piece(line, piece, at) ? 1 : 0;
            }
            for (String part : parts) {
                at += piece(line, part, at) ? 1 : 0;
            }
        }
        // A line that could not be read still takes a place: what stands below is less likely a name.
        return at == place && !line.rest.isEmpty() ? place + 1 : at;
    }

    /** {@code VP Sales, Acme Ltd} and {@code 王小明 采购经理} are two things in one piece; {@code Director, Product Management} is one. */
    private List<String> apart(String piece) {
        boolean han = SignatureWords.hasHan(piece);
        List<String> parts = List.of(piece.split(han
                ? "[ ,，/]+"
                : "\\s*,\\s+|\\s+[-–—]\\s+|\\s+(?:at|bei|chez)\\s+", 3));
        if (parts.size() < 2 || isName(piece)) {
            return List.of();
        }
        String first = parts.getFirst();
        String second = parts.get(1);
        boolean personFirst = isName(first) && (TitleWords.isTitle(second) || CompanyWords.isCompany(second, author));
        boolean titleFirst = TitleWords.isTitle(first)
                && (CompanyWords.isCompany(second, author) || han && isName(second));
        boolean companyFirst = han && CompanyWords.isCompany(first, author)
                && (TitleWords.isTitle(second) || isName(second));
        return personFirst || titleFirst || companyFirst ? parts : List.of();
    }

    private boolean piece(Line line, String piece, int place) {
        String words = piece.strip();
        if (words.length() < 2 || words.length() > 120) {
            return false;
        }
        if (!named && place <= (SignatureWords.hasHan(words) ? 2 : 1) && isName(words)) {
            named = true;
            line.add(Kind.NAME, DEGREES.matcher(words).replaceAll(""), isAuthor(words) ? 0.97 : 0.8);
            return true;
        }
        if (PostalWords.isAddress(words)) {
            line.add(Kind.ADDRESS, words, 0.85);
            return true;
        }
        boolean company = CompanyWords.isCompany(words, author);
        if (!company && TitleWords.isTitle(words)) {
            titled = true;
            line.add(Kind.TITLE, words, 0.9);
            return true;
        }
        if (company && !employed) {
            employed = true;
            line.add(Kind.COMPANY, words, 0.9);
            return true;
        }
        return company || byPlace(line, words, place);
    }

    /** Between a title and the first contact line stands the company. */
    private boolean byPlace(Line line, String words, int place) {
        boolean here = named && titled && !employed && place == 2 && line.fields.isEmpty() && line.rest.size() == 1
                && words.length() <= 50 && CompanyWords.mayBe(words);
        if (here) {
            employed = true;
            line.add(Kind.COMPANY, words, 0.6);
        }
        return here;
    }

    private boolean isName(String words) {
        String plain = DEGREES.matcher(BRACKETS.matcher(words).replaceAll("")).replaceAll("").strip();
        return isAuthor(plain)
                || (SignatureWords.looksLikeName(plain) || isInTwoScripts(plain)) && !TitleWords.isTitle(plain)
                        && !CompanyWords.isCompany(plain, author) && !PostalWords.isAddress(plain);
    }

    /** {@code 赵敏 Min Zhao} */
    private static boolean isInTwoScripts(String words) {
        int space = words.indexOf(' ');
        return space > 0 && SignatureWords.looksLikeName(words.substring(0, space))
                && !SignatureWords.hasHan(words.substring(space))
                && SignatureWords.looksLikeName(words.substring(space));
    }

    private boolean isAuthor(String words) {
        if (author == null || author.name().isEmpty()) {
            return false;
        }
        String name = letters(author.name());
        String said = letters(words);
        return said.length() >= 2 && (name.equals(said) || said.length() <= 60 && name.startsWith(said)
                || name.length() >= 4 && said.length() <= name.length() + 12 && said.contains(name)
                        && !TitleWords.isTitle(words));
    }

    private static String letters(String words) {
        StringBuilder out = new StringBuilder();
        words.toLowerCase(Locale.ROOT).chars().filter(Character::isLetter).forEach(c -> out.append((char) c));
        return out.toString();
    }
}
