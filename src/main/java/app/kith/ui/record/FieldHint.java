package app.kith.ui.record;

import app.kith.contact.EmailAddress;
import app.kith.contact.FreeMail;
import app.kith.contact.Numbering;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.words.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.regex.Pattern;

/** What is said of a value while it is being typed. Nothing is ever refused for it: the raw text is kept as it is. */
final class FieldHint {
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\d-]+(\\.[\\p{L}\\d-]+)+");

    private FieldHint() {}

    /**
     * The hint.
     *
     * @param words the language
     * @param property what is typed
     * @param raw as far as it is typed
     * @param known what else is known of the same customer: it may tell the country of a number
     * @return the hint; empty where there is nothing to say
     */
    static String of(Words words, Property property, String raw, List<Value> known) {
        String text = raw.strip();
        if (text.isEmpty()) {
            return "";
        }
        return switch (property) {
            case EMAIL -> EmailAddress.of(text).isComplete() ? "" : words.get("record.hint.email");
            case PHONE -> {
                String normal = Numbering.settled(List.of(Value.of(property, "", text)), known).getFirst().normal();
                yield normal.startsWith("+")
                        ? words.get("record.hint.phone", normal)
                        : words.get("record.hint.no-phone");
            }
            case DOMAIN -> {
                String normal = Value.of(property, "", text).normal();
                yield FreeMail.is(normal)
                        ? words.get("record.hint.free-mail", normal)
                        : DOMAIN.matcher(normal).matches() ? "" : words.get("record.hint.domain");
            }
            case BIRTHDAY, ANNIVERSARY -> isDay(text) ? "" : words.get("record.hint.day");
            default -> "";
        };
    }

    private static boolean isDay(String text) {
        try {
            if (text.startsWith("--")) {
                MonthDay.parse(text);
            } else {
                LocalDate.parse(text);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
