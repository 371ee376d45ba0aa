package app.kith.exchange;

import app.kith.contact.PostalAddress;
import app.kith.contact.Property;
import app.kith.contact.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Contacts that say everything that can be said, in awkward words. */
public final class GeneratedCards {
    private static final List<String> LABELS = List.of("", "work", "home", "mobile", "work fax", "other", "Ferienhaus",
            "微信", "a;b,c:\"d\"");
    private static final String LETTERS = "abcXYZ019 -+=@'\"\\;,:%^&<>\n\täß日本王小明😀()[]";

    private final Random random;

    public GeneratedCards(long seed) {
        this.random = new Random(seed);
    }

    public List<Value> next() {
        List<Value> values = new ArrayList<>();
        values.add(Value.of(Property.NAME, "", text()));
        for (Property property : Property.values()) {
            int count = property == Property.NAME ? 0 : property.isMany() ? random.nextInt(3) : random.nextInt(2);
            for (int i = 0; i < count; i++) {
                Value value = value(property);
                if (values.stream().noneMatch(other -> other.saysTheSame(value)
                        && other.label().equals(value.label()))) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private Value value(Property property) {
        return switch (property) {
            case KIND -> Value.of(property, "", "company");
            case BIRTHDAY -> Value.of(property, "", random.nextBoolean() ? "1985-04-02" : "--02-29");
            case ANNIVERSARY -> Value.of(property, label(), "2011-06-0" + (1 + random.nextInt(9)));
            case ADDRESS -> Value.of(property, label(),
                    new PostalAddress("", part(), text(), part(), part(), part(), text()).raw());
            case PHONETIC -> Value.of(property, random.nextBoolean() ? "family" : "", text());
            case CHAT -> Value.of(property, random.nextBoolean() ? "wechat" : "a;b", text());
            case EXTERNAL_ID -> Value.of(property, random.nextBoolean() ? "uid" : "hubspot", text());
            case PHOTO -> Value.of(property, "",
                    random.nextBoolean() ? "data:image/png;base64,iVBORw0KGgo=" : "https://example.test/a.png");
            case OTHER -> Value.of(property, "X-FOO;TYPE=bar", "kept as it was");
            case EMAIL, PHONE, RELATION, TAG, NOTE, OWN, URL, ID_NUMBER, BANK_ACCOUNT, DOMAIN -> Value.of(property,
                    label(), text());
            default -> Value.of(property, "", text());
        };
    }

    private String label() {
        return LABELS.get(random.nextInt(LABELS.size()));
    }

    private String part() {
        return random.nextBoolean() ? "" : text();
    }

    /** A text with a letter at either end, since blanks there are nobody's wish. */
    private String text() {
        StringBuilder text = new StringBuilder("=+-@'xyz王".substring(random.nextInt(8)).substring(0, 1));
        int length = random.nextInt(120);
        int[] letters = LETTERS.codePoints().toArray();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.append((char) ('a' + random.nextInt(26))).toString();
    }
}
