package app.kith.match;

import app.kith.contact.MailForm;
import app.kith.contact.PhoneForm;
import java.util.ArrayList;
import java.util.List;

/** What a record must share with another one to be safely the same: its own mailbox, mobile or number. */
final class SafeKeys {
    private static final int LONG_NAME = 3;
    private static final int LONG_NUMBER = 6;
    private static final int LONG_PHONE = 9;

    /** One less than the bits of a key in an entry, of which the highest is the sign, and two more for the kind. */
    private static final int HASH_BITS = 37;

    private final Schema schema;

    SafeKeys(Schema schema) {
        this.schema = schema;
    }

    List<String> of(Profile profile) {
        List<String> keys = new ArrayList<>();
        boolean role = profile.mails().stream().anyMatch(MailForm::role);
        if (schema.isOfPeople() && !role) {
            for (MailForm mail : profile.mails()) {
                if (!mail.role()) {
                    keys.add("m" + mail.key());
                }
            }
            for (PhoneForm phone : profile.phones()) {
                boolean own = phone.extension().isEmpty() && !phone.fixed() && phone.digits().length() >= LONG_PHONE;
                if (own && isNamed(profile)) {
                    keys.add("p" + phone.digits());
                }
            }
        }
        if (!schema.isOfPeople()) {
            ofFirm(profile, keys);
        }
        for (Field field : schema.fields()) {
            TextForm text = field.trait() == Trait.IDENTITY ? profile.texts().get(field.text()) : null;
            if (text != null && text.key().length() >= LONG_NUMBER) {
                keys.add("i" + field.text() + text.key());
            }
        }
        return keys;
    }

    /** A company's whole name, the kind of business and the place in it, is its own together with its mail domain. */
    private static void ofFirm(Profile profile, List<String> keys) {
        TextForm name = profile.entity();
        if (name != null && name.key().length() >= LONG_NAME) {
            profile.mails().stream().filter(mail -> !mail.free()).map(MailForm::owned).distinct()
                    .forEach(domain -> keys.add("d" + name.key() + "@" + domain));
        }
    }

    /** {@return 40 bits for a key, by which they are taken in turn: those of numbers and mailboxes before those of telephones} */
    static long hash(String key) {
        long kind = switch (key.charAt(0)) {
            case 'd' -> 0;
            case 'i' -> 1;
            case 'm' -> 2;
            default -> 3;
        };
        return kind << HASH_BITS | Hash.of(0, key) & (1L << HASH_BITS) - 1;
    }

    private static boolean isNamed(Profile profile) {
        return !profile.names().isEmpty() && !profile.guessed();
    }
}
