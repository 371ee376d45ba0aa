package app.kith.match;

import app.kith.contact.AddressForm;
import app.kith.contact.CompanyName;
import app.kith.contact.MailForm;
import app.kith.contact.NameForm;
import app.kith.contact.PhoneForm;
import java.util.Arrays;
import java.util.List;

/**
 * How common each value is. A record that likely has duplicates counts less than one, so that a rare value which one person's
 * five records share is still a rare value.
 */
final class Frequencies {
    static final int FAMILY = 1;
    static final int GIVEN = 2;
    static final int NAME = 3;
    static final int MAIL = 4;
    static final int PHONE = 5;
    static final int ORGANISATION = 6;
    static final int ENTITY = 7;
    static final int ENTITY_WORD = 8;
    static final int ADDRESS = 9;
    static final int ADDRESS_WORD = 10;
    static final int BIRTHDAY = 11;
    static final int PEOPLE_ON_LINE = 12;
    static final int TEXT = 32;
    static final int TEXT_WORD = 4096;

    /** The two records that are compared hold the name themselves, and say nothing about others who bear it. */
    private static final double PAIR_ITSELF = 0.6;
    private static final double IDENTIFIER_FLOOR = 2e-6;
    /** A short list cannot show how rare a value is: it is taken for a part of one that is so long. */
    private static final double FEWEST = 30;
    private static final double REGISTER = 4_000;
    private final Counter counts = new Counter();
    private final Counter lines = new Counter();
    private double records;
    private double[] telling = new double[TEXT];

    /** Takes in the records, each counted once. */
    void count(List<Profile> profiles) {
        float[] ones = new float[profiles.size()];
        Arrays.fill(ones, 1);
        count(profiles, ones);
    }

    /** Takes in the records, each with the weight that it has. */
    void count(List<Profile> profiles, float[] weights) {
        counts.clear();
        records = 0;
        Arrays.fill(telling, 0);
        for (int i = 0; i < profiles.size(); i++) {
            count(profiles.get(i), weights[i]);
        }
    }

    void count(Profile profile, float weight) {
        records += weight;
        tell(NAME, !profile.names().isEmpty(), weight);
        tell(ORGANISATION, !profile.companies().isEmpty() || !profile.domains().isEmpty(), weight);
        tell(ENTITY, profile.entity() != null, weight);
        tell(ADDRESS, profile.address() != null, weight);
        tell(BIRTHDAY, profile.birthday() != null, weight);
        for (NameForm name : profile.names()) {
            add(FAMILY, name.family(), weight);
            add(GIVEN, name.given(), weight);
            add(FAMILY, name.hanFamily(), weight);
            add(GIVEN, name.hanGiven(), weight);
            if (!name.family().isEmpty() && !name.given().isEmpty()) {
                counts.add(Hash.of(NAME, name.key()), weight);
            }
            add(NAME, name.isHan() ? name.hanFamily() + name.hanGiven() : "", weight);
        }
        for (MailForm mail : profile.mails()) {
            add(MAIL, mail.key(), weight);
            add(ORGANISATION, mail.free() ? "" : mail.stem(), weight);
        }
        profile.phones().forEach(phone -> add(PHONE, phone.key(), weight));
        profile.companies().forEach(company -> add(ORGANISATION, company.stem(), weight));
        if (profile.entity() != null) {
            add(ENTITY, profile.entity().key(), weight);
            profile.entity().words().forEach(word -> add(ENTITY_WORD, word, weight));
        }
        if (profile.address() != null) {
            add(ADDRESS, addressKey(profile.address()), weight);
            profile.address().words().forEach(word -> add(ADDRESS_WORD, word, weight));
        }
        if (profile.birthday() != null) {
            add(BIRTHDAY, profile.birthday().digits(), weight);
        }
        for (int i = 0; i < profile.texts().size(); i++) {
            tell(TEXT + i, profile.texts().get(i) != null, weight);
            countText(i, profile.texts().get(i), weight);
        }
    }

    private void tell(int kind, boolean tells, float weight) {
        if (kind >= telling.length) {
            telling = Arrays.copyOf(telling, kind * 2);
        }
        telling[kind] += tells ? weight : 0;
    }

    /** {@return how many records say anything of a kind: only where both do can they agree by chance} */
    private double telling(long kind) {
        int of = kind == FAMILY || kind == GIVEN ? NAME : (int) kind;
        return of < telling.length ? telling[of] : records;
    }

    private void countText(int text, @org.jspecify.annotations.Nullable TextForm form, float weight) {
        if (form != null) {
            add((long) TEXT + text, form.key(), weight);
            if (form.words().size() > 1) {
                form.words().forEach(word -> add((long) TEXT_WORD + text, word, weight));
            }
        }
    }

    /** Finds the lines on which people of several names are reached. */
    void countLines(List<Profile> profiles) {
        lines.clear();
        Counter seen = new Counter();
        for (Profile profile : profiles) {
            if (!profile.names().isEmpty()) {
                NameForm name = profile.names().getFirst();
                for (PhoneForm phone : profile.phones()) {
                    long line = Hash.of(PEOPLE_ON_LINE, phone.key());
                    long person = Hash.both(line, Hash.of(NAME, name.family() + initial(name)));
                    if (seen.count(person) == 0) {
                        seen.add(person, 1);
                        lines.add(line, 1);
                    }
                }
            }
        }
    }

    private static String initial(NameForm name) {
        return name.given().isEmpty() ? "" : name.given().substring(0, 1);
    }

    /** {@return how many people of different names are reached on a line} */
    int peopleOn(PhoneForm phone) {
        return (int) lines.count(Hash.of(PEOPLE_ON_LINE, phone.key()));
    }

    private void add(long kind, String value, float weight) {
        if (!value.isEmpty()) {
            counts.add(Hash.of(kind, value), weight);
        }
    }

    /** {@return the bits that two records sharing a value say: how rare it is that another record has it by chance} */
    double bits(long kind, String value) {
        return bits(counts.count(Hash.of(kind, value)), 0.5, telling(kind));
    }

    /** {@return the bits of a value that one person alone has by nature; it is rarer than a short list can show} */
    double identifierBits(long kind, String value) {
        double others = Math.max(0, counts.count(Hash.of(kind, value)) - 1) / Math.max(1, records);
        return -log2(Math.max(others, Math.min(0.5 / Math.max(1, records), IDENTIFIER_FLOOR)));
    }

    /**
     * {@return the bits of a whole name of a company or a shop} It was chosen to be unlike others, so a short list is taken for a
     * part of a register; that it is common shows as soon as more than two have it.
     */
    double entityBits(String key) {
        double others = Math.max(0, counts.count(Hash.of(ENTITY, key)) - 1) + 0.5;
        return -log2(Math.min(1, others / Math.max(REGISTER, records)));
    }

    /** {@return the bits of a whole name} */
    double nameBits(String key) {
        return bits(counts.count(Hash.of(NAME, key)) - PAIR_ITSELF, 0.1, telling(NAME));
    }

    private static double bits(double count, double unseen, double among) {
        double others = Math.max(0, count - 1) + unseen;
        return -log2(Math.min(1, others / Math.max(FEWEST, among)));
    }

    /** {@return the bits of a word among words: how rare it is that a record has it} */
    double wordBits(long kind, String word) {
        double count = counts.count(Hash.of(kind, word));
        return Math.max(0.2, -log2(Math.min(1, Math.max(0.5, count) / Math.max(1, records))));
    }

    static String addressKey(AddressForm address) {
        return String.join(" ", address.numbers()) + "|" + String.join(" ", address.words());
    }

    static boolean isSameOrganisation(CompanyName company, String domainStem) {
        String letters = domainStem.replace("-", "");
        String whole = String.join("", company.words());
        return company.stem().length() >= 2 && letters.equals(company.stem())
                || company.stem().length() >= 4 && letters.startsWith(company.stem())
                || letters.length() >= 4 && whole.startsWith(letters)
                || whole.length() >= 4 && letters.startsWith(whole);
    }

    static double log2(double value) {
        return Math.log(value) * 1.4426950408889634;
    }
}
