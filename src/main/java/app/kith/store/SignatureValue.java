package app.kith.store;

import app.kith.contact.Numbering;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.mail.SignatureField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Something that the signature of a message says of its author.
 *
 * @param value what it says, as a value of a card; its place is empty
 * @param line the line that it was read from
 * @param confidence how sure the reading is, 1 to 100
 */
public record SignatureValue(Value value, String line, int confidence) {
    private static final int MOST = 16;
    private static final int LONGEST = 500;

    /** What the fields of a signature come to. */
    static List<SignatureValue> of(List<SignatureField> fields) {
        List<SignatureValue> values = new ArrayList<>();
        for (SignatureField field : fields) {
            Value value = Value.of(property(field.kind()), label(field.kind()), cut(field.value().strip()));
            if (values.size() < MOST && !value.normal().isEmpty()) {
                values.add(new SignatureValue(value, cut(field.line().strip()),
                        (int) Math.round(field.confidence() * 100)));
            }
        }
        List<Value> settled = Numbering.settled(values.stream().map(SignatureValue::value).toList());
        return IntStream.range(0, values.size()).mapToObj(i -> values.get(i).saying(settled.get(i))).toList();
    }

    private SignatureValue saying(Value other) {
        return new SignatureValue(other, line, confidence);
    }

    private static Property property(SignatureField.Kind kind) {
        return switch (kind) {
            case NAME -> Property.NAME;
            case TITLE -> Property.TITLE;
            case DEPARTMENT -> Property.DEPARTMENT;
            case COMPANY -> Property.COMPANY;
            case PHONE, MOBILE, FAX -> Property.PHONE;
            case EMAIL -> Property.EMAIL;
            case WEB -> Property.URL;
            case ADDRESS -> Property.ADDRESS;
            case WECHAT, QQ, WHATSAPP, SKYPE, LINE -> Property.CHAT;
        };
    }

    private static String label(SignatureField.Kind kind) {
        return switch (kind) {
            case PHONE, ADDRESS -> "work";
            case MOBILE -> "mobile";
            case FAX -> "fax";
            case WECHAT -> "wechat";
            case QQ -> "qq";
            case WHATSAPP -> "whatsapp";
            case SKYPE -> "skype";
            case LINE -> "line";
            case NAME, TITLE, DEPARTMENT, COMPANY, EMAIL, WEB -> "";
        };
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
