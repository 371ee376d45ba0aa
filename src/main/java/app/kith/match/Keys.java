package app.kith.match;

import app.kith.contact.MailForm;
import app.kith.contact.NameForm;
import app.kith.contact.NameLists;
import app.kith.contact.PhoneForm;
import java.util.Arrays;
import java.util.List;

/**
 * The keys under which a record can be found: two records of one person share at least one of them, or two that are common.
 * Each key carries in its last three bits of what kind it is, because two common keys of one kind say little more than one, and in
 * the bit before whether it says nearly all that its kind can say.
 */
final class Keys {
    static final int NAME = 0;
    static final int MAIL = 1;
    static final int WORK = 2;
    static final int PHONE = 3;
    static final int PLACE = 4;
    static final int DATE = 5;
    static final int NUMBER = 6;
    static final int OTHER = 7;
    private static final int KINDS = 8;
    /** Mark of a key to which no other of its kind adds anything, such as a whole name: its block may be larger than others. */
    private static final int WHOLE = 8;
    private static final int MARKS = WHOLE | KINDS - 1;
    private static final int RARE_WORDS = 5;
    private static final int LONG_LOCAL = 5;

    private final Schema schema;
    private final Frequencies frequencies;
    private long[] keys = new long[64];
    private int size;

    Keys(Schema schema, Frequencies frequencies) {
        this.schema = schema;
        this.frequencies = frequencies;
    }

    /** {@return the keys of a record, sorted, each once} */
    long[] of(Profile profile) {
        size = 0;
        profile.names().forEach(this::name);
        profile.mails().forEach(this::mail);
        profile.phones().forEach(this::phone);
        profile.companies().forEach(company -> {
            add(WORK, 1, company.stem());
            add(WORK, 2, company.stem().length() > 4 ? company.stem().substring(0, 4) : "");
        });
        if (profile.entity() != null) {
            add(NAME, 20, profile.entity().key());
            // A branch meets its company.
            add(NAME, 20, profile.parent() == null ? "" : profile.parent().key());
            words(NAME, 21, Frequencies.ENTITY_WORD, profile.entity().words());
        }
        if (profile.address() != null) {
            String number = profile.address().numbers().isEmpty() ? "" : profile.address().numbers().getFirst();
            words(PLACE, 1, Frequencies.ADDRESS_WORD, profile.address().words());
            add(NUMBER, 9, number);
            for (String word : profile.address().words()) {
                add(PLACE, 2, number.isEmpty() || word.length() < 2 ? "" : number + " " + word);
            }
        }
        if (profile.birthday() != null) {
            String digits = profile.birthday().digits();
            add(DATE, 1, digits);
            add(DATE, 2, digits.substring(0, 6));
            add(DATE, 3, digits.substring(4));
            add(DATE, 4, digits.substring(0, 4) + digits.substring(6));
        }
        for (Field field : schema.fields()) {
            TextForm text = field.text() < 0 ? null : profile.texts().get(field.text());
            if (text != null) {
                text(field, text);
            }
        }
        long[] all = Arrays.copyOf(keys, size);
        Arrays.sort(all);
        return Arrays.stream(all).distinct().toArray();
    }

    private void text(Field field, TextForm text) {
        int salt = 40 + field.text() * 4;
        switch (field.trait()) {
            case IDENTITY -> {
                int half = text.key().length() / 2;
                add(NUMBER, salt, text.key());
                add(NUMBER, salt + 1, half >= 3 ? text.key().substring(0, half) : "");
                add(NUMBER, salt + 2, half >= 3 ? text.key().substring(half) : "");
            }
            case PLACE, POSTCODE -> add(PLACE, salt, text.key());
            case TEXT -> {
                add(OTHER, salt, text.key());
                if (text.words().size() > 1) {
                    words(OTHER, salt + 1, (long) Frequencies.TEXT_WORD + field.text(), text.words());
                }
            }
            default -> {
            }
        }
    }

    private void name(NameForm name) {
        for (String family : NameLists.surnameReadings(name.family())) {
            whole(family, name.given());
        }
        if (!name.isHan() && !name.given().isEmpty()) {
            for (String family : NameLists.surnameReadings(name.given())) {
                whole(family, name.family());
            }
        }
        addWhole(NAME, 1, name.isHan() ? name.hanFamily() + name.hanGiven() : "");
        for (String nick : NameLists.nicknameKeys(name.given())) {
            addWhole(NAME, 4, name.family() + nick);
        }
        add(NAME, 5, name.family());
        add(NAME, 5, name.given().length() > 1 ? name.given() : "");
        add(NAME, 6, front(name.family()));
        add(NAME, 6, front(name.given()));
    }

    private static String front(String word) {
        return word.length() > 3 ? word.substring(0, 3) : "";
    }

    private void whole(String family, String given) {
        if (!family.isEmpty() && !given.isEmpty()) {
            boolean before = family.compareTo(given) < 0;
            addWhole(NAME, 2, before ? family + "|" + given : given + "|" + family);
            add(NAME, 3, family + "|" + given.charAt(0));
        }
    }

    private void mail(MailForm mail) {
        if (!mail.role() || !schema.isOfPeople()) {
            add(MAIL, 1, mail.key());
            add(MAIL, 2, mail.local().length() >= LONG_LOCAL ? mail.local() : "");
        }
        add(WORK, 1, mail.free() ? "" : mail.stem());
        String letters = mail.stem().replaceAll("[0-9-]", "");
        add(WORK, 2, mail.free() || letters.length() <= 4 ? "" : letters.substring(0, 4));
    }

    private void phone(PhoneForm phone) {
        String key = phone.key();
        String digits = phone.digits();
        add(PHONE, 1, key);
        if (digits.length() >= 7) {
            int half = digits.length() - 4;
            add(PHONE, 2, digits.substring(half));
            add(PHONE, 3, digits.substring(Math.max(0, half - 4), half));
        }
    }

    /** The rarest words of a text. */
    private void words(int kind, int salt, long frequency, List<String> words) {
        if (words.size() <= RARE_WORDS) {
            words.forEach(word -> add(kind, salt, word.length() > 1 ? word : ""));
            return;
        }
        words.stream().distinct().sorted((a, b) -> {
            int rarer = Double.compare(frequencies.wordBits(frequency, b), frequencies.wordBits(frequency, a));
            return rarer != 0 ? rarer : a.compareTo(b);
        }).limit(RARE_WORDS).forEach(word -> add(kind, salt, word.length() > 1 ? word : ""));
    }

    private void add(int kind, int salt, String value) {
        if (value.isEmpty()) {
            return;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = Hash.of((long) kind << 32 | salt, value) & ~(long) MARKS | kind;
    }

    private void addWhole(int kind, int salt, String value) {
        int before = size;
        add(kind, salt, value);
        if (size > before) {
            keys[before] |= WHOLE;
        }
    }

    /** {@return whether a key says nearly all that its kind can say} */
    static boolean isWhole(long key) {
        return (key & WHOLE) != 0;
    }

    /** {@return of what kind a key is} */
    static int kind(long key) {
        return (int) key & KINDS - 1;
    }

    /** {@return the key of records that share two keys; its kind is that of the first} */
    static long both(long one, long other) {
        return Hash.both(one, other) & ~(long) MARKS | one & KINDS - 1;
    }
}
