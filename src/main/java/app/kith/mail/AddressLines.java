package app.kith.mail;

import app.kith.mail.SignatureField.Kind;
import app.kith.mail.SignatureReader.Line;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the lines of an address that only their neighbours tell: the house, the town, the country. */
final class AddressLines {
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
            for (int next = i + 1; next < lines.size() && isFree(next) && goesOn(next); next++) {
                take(next);
            }
        }
    }

    private boolean goesOn(int line) {
        String words = lines.get(line).rest.getFirst();
        if (words.length() > LONGEST) {
            return false;
        }
        boolean open = lines.get(line - 1).proof.strip().endsWith(",") && Character.isUpperCase(words.charAt(0))
                && !TitleWords.isTitle(words);
        return open || POSTCODE.matcher(words).matches() || PlaceWords.isCountry(words)
                || isPlace(line) && (line + 1 < lines.size() && (isAddress(line + 1)
                        || isFree(line + 1) && POSTCODE.matcher(lines.get(line + 1).rest.getFirst()).matches()));
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
        return lines.get(line).fields.isEmpty() && lines.get(line).rest.size() == 1;
    }

    private void take(int line) {
        lines.get(line).add(Kind.ADDRESS, SignatureReader.trim(lines.get(line).rest.getFirst()), 0.7);
    }
}
