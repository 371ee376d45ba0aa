package app.kith.mail;

import app.kith.mail.SignatureField.Kind;
import app.kith.mail.SignatureReader.Line;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the lines of an address that only their neighbours tell: the house, the town, the country. */
final class AddressLines {
    private static final Set<Kind> HEAD = EnumSet.of(Kind.NAME, Kind.TITLE, Kind.DEPARTMENT, Kind.COMPANY, Kind.ADDRESS);
    private static final int LONGEST = 60;
    private static final Pattern PLACE = Pattern.compile("\\p{Lu}[\\p{L}'’.-]*(?: (?:\\p{Lu}[\\p{L}'’.-]*|of|de|la|le|am|an|der|upon|on|sur|del|di|da|do|&|\\d{1,4}[A-Za-z]?)){0,4}");
    private static final Pattern POSTCODE = Pattern.compile(
            "(?:[A-Z]{1,2}-? ?)?\\d{3,6}(?:[- ]\\d{2,4})?|[A-Z]{1,2}\\d[\\dA-Z]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|\\d{4} ?[A-Z]{2}");

    private final List<Line> lines;

    AddressLines(List<Line> lines) {
        this.lines = lines;
    }

    /** Adds to each address the lines that go on with it, and the one before it. */
    void join() {
        for (int i = 0; i < lines.size(); i++) {
            if (!isAddress(i)) {
                continue;
            }
            if (i > 1 && isFree(i - 1) && isPlace(i - 1) && has(i - 2, Kind.COMPANY)) {
                take(i - 1);
            }
            int end = end(i + 1);
            for (int next = i + 1; next < end; next++) {
                take(next);
            }
        }
    }

    /** {@return behind the lines that go on with an address: towns only where a postcode, a country or more of it follows} */
    private int end(int first) {
        int end = first;
        for (int line = first; line < lines.size() && line < first + 4; line++) {
            if (isAddress(line)) {
                return line;
            }
            if (!isFree(line)) {
                break;
            }
            if (goesOn(line)) {
                end = line + 1;
            } else if (!isPlace(line)) {
                break;
            }
        }
        return end;
    }

    private boolean goesOn(int line) {
        String words = lines.get(line).rest.getFirst();
        if (words.length() > LONGEST) {
            return false;
        }
        boolean open = lines.get(line - 1).proof.strip().endsWith(",") && Character.isUpperCase(words.charAt(0))
                && !TitleWords.isTitle(words);
        return open || POSTCODE.matcher(words).matches() || PlaceWords.isCountry(words);
    }

    private boolean isPlace(int line) {
        String words = lines.get(line).rest.getFirst();
        return words.length() <= LONGEST && PLACE.matcher(words).matches();
    }

    private boolean isAddress(int line) {
        return has(line, Kind.ADDRESS);
    }

    private boolean has(int line, Kind kind) {
        return lines.get(line).fields.stream().anyMatch(field -> field.kind() == kind);
    }

    /** Whether nothing was read of a line yet, and it is not parted. */
    private boolean isFree(int line) {
        return lines.get(line).rest.size() == 1
                && lines.get(line).fields.stream().noneMatch(field -> HEAD.contains(field.kind()));
    }

    private void take(int line) {
        lines.get(line).add(Kind.ADDRESS, SignatureReader.trim(lines.get(line).rest.getFirst()), 0.7);
    }
}
