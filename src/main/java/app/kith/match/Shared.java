package app.kith.match;

import app.kith.contact.AddressForm;
import app.kith.contact.MailForm;
import app.kith.contact.NameForm;
import app.kith.contact.PhoneForm;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Holds values that many records have once: surnames, given names, domains, streets. It remembers a value until another takes its
 * place, so it never grows; what it forgot is held twice, which costs room and nothing else. Safe for several threads, for nothing
 * that is in it ever changes.
 */
final class Shared {
    private static final int PLACES = 1 << 15;

    private final Object[] texts = new Object[PLACES];
    private final Object[] values = new Object[PLACES];

    /** {@return an equal text, the one from before where that is remembered} */
    String text(String text) {
        return text.isEmpty() ? "" : (String) one(text, texts, value -> value);
    }

    /** {@return an equal value that is remembered; else what was made of this one, which is remembered from now on} */
    private static Object one(Object value, Object[] places, UnaryOperator<Object> made) {
        int hash = value.hashCode();
        int place = (hash ^ hash >>> 15) & PLACES - 1;
        Object there = places[place];
        if (value.equals(there)) {
            return there;
        }
        Object kept = made.apply(value);
        places[place] = kept;
        return kept;
    }

    private List<String> words(List<String> words) {
        return words.stream().map(this::text).toList();
    }

    NameForm name(NameForm name) {
        return (NameForm) one(name, values, _ -> new NameForm(text(name.family()), text(name.given()),
                text(name.middle()), text(name.hanFamily()), text(name.hanGiven()), text(name.suffix()),
                name.certain(), name.title(), name.pinyin()));
    }

    /** {@return a mail address; its local part is its own, the rest is its company's} */
    MailForm mail(MailForm mail) {
        return new MailForm(mail.local(), text(mail.domain()), text(mail.owned()), text(mail.stem()), mail.free(),
                mail.role());
    }

    PhoneForm phone(PhoneForm phone) {
        return (PhoneForm) one(phone, values, _ -> phone);
    }

    AddressForm address(AddressForm address) {
        return (AddressForm) one(address, values,
                _ -> new AddressForm(words(address.numbers()), words(address.words())));
    }

    TextForm text(TextForm text) {
        return (TextForm) one(text, values, _ -> {
            List<String> words = words(text.words());
            return new TextForm(words.size() == 1 ? words.getFirst() : text(text.key()), words);
        });
    }

    /** {@return texts by the schema's order; most records say the same few things there, or nothing} */
    @SuppressWarnings("unchecked") // What equals a list of texts is one.
    List<@Nullable TextForm> texts(Collection<@Nullable TextForm> texts) {
        return (List<@Nullable TextForm>) one(texts.stream().toList(), values, list -> list);
    }
}
