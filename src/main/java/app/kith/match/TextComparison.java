package app.kith.match;

import app.kith.contact.AddressForm;
import java.util.List;

/** Compares names of companies and shops, addresses and other texts by their words, rare words counting for more. */
final class TextComparison {
    /** From here on two streets are one, and only their numbers count. */
    private static final double ALIKE = 0.75;
    private final Frequencies frequencies;

    TextComparison(Frequencies frequencies) {
        this.frequencies = frequencies;
    }

    void entity(Profile a, Profile b, Grades out, int field) {
        TextForm one = a.entity();
        TextForm other = b.entity();
        if (one == null || other == null) {
            out.set(field, Level.MISSING);
            return;
        }
        Level branch = branch(a, b);
        if (branch != Level.MISSING) {
            out.set(field, branch);
            return;
        }
        if (one.key().equals(other.key())) {
            out.set(field, Level.EQUAL, frequencies.entityBits(one.key()));
            return;
        }
        WordOverlap overlap = WordOverlap.of(one.words(), other.words(), w -> frequencies.wordBits(
                Frequencies.ENTITY_WORD, w));
        double alike = Math.max(overlap.alike(), Distance.pairs(one.key(), other.key()));
        Level level = alike >= 0.8
                ? Level.NEAR
                : alike >= 0.55
                        ? Level.SOME
                        : alike >= 0.3
                                ? Level.LITTLE
                                : Level.DIFFERENT;
        out.set(field, level, level == Level.NEAR ? overlap.common() : 0);
    }

    /** Whether one is a branch of the other, or both are of one company; missing where it is neither. */
    static Level branch(Profile a, Profile b) {
        TextForm one = a.parent();
        TextForm other = b.parent();
        if (one == null || other == null || a.branch().equals(b.branch())
                || !one.key().equals(other.key()) && !Distance.isTypo(one.key(), other.key())) {
            return Level.MISSING;
        }
        return a.branch().isEmpty() || b.branch().isEmpty() ? Level.BRANCH : Level.BRANCHES;
    }

    void address(Profile a, Profile b, Grades out, int field) {
        AddressForm one = a.address();
        AddressForm other = b.address();
        if (one == null || other == null) {
            out.set(field, Level.MISSING);
            return;
        }
        WordOverlap overlap = WordOverlap.of(one.words(), other.words(), w -> frequencies.wordBits(
                Frequencies.ADDRESS_WORD, w));
        double alike = overlap.alike() >= ALIKE
                ? overlap.alike()
                : Math.max(overlap.alike(),
                        Distance.pairs(String.join("", one.words()), String.join("", other.words())));
        double numbers = numbers(one.numbers(), other.numbers());
        Level level;
        if (alike >= ALIKE) {
            level = numbers >= 1 ? Level.EQUAL : numbers >= 0.5 ? Level.NEAR : Level.SOME;
        } else if (alike >= 0.4) {
            level = numbers >= 1 ? Level.NEAR : Level.LITTLE;
        } else {
            level = numbers >= 1 && alike > 0.15 ? Level.LITTLE : Level.DIFFERENT;
        }
        out.set(field, level, level == Level.EQUAL ? Math.min(bits(one), one.equals(other) ? 99 : bits(other)) : 0);
    }

    private double bits(AddressForm address) {
        return frequencies.bits(Frequencies.ADDRESS, Frequencies.addressKey(address));
    }

    /** {@return 1 for the same numbers, 0.5 where one lacks them or they differ by a slip, 0 for others} */
    private static double numbers(List<String> one, List<String> other) {
        if (one.equals(other)) {
            return one.isEmpty() ? 0.5 : 1;
        }
        if (one.isEmpty() || other.isEmpty()) {
            return 0.5;
        }
        if (one.getFirst().equals(other.getFirst())) {
            return one.size() == other.size() ? 0.5 : 1;
        }
        String first = String.join(" ", one);
        String second = String.join(" ", other);
        boolean shared = one.stream().anyMatch(n -> n.length() >= 3 && other.contains(n));
        return shared || first.length() >= 2 && Distance.typing(first, second, 1) <= 1 ? 0.5 : 0;
    }

    void text(Field field, Profile a, Profile b, Grades out, int index) {
        TextForm one = a.texts().get(field.text());
        TextForm other = b.texts().get(field.text());
        if (one == null || other == null || field.trait() == Trait.TITLE && one.isHan() != other.isHan()) {
            out.set(index, Level.MISSING);
            return;
        }
        if (one.key().equals(other.key())) {
            long kind = (long) Frequencies.TEXT + field.text();
            out.set(index, Level.EQUAL, field.trait() == Trait.IDENTITY
                    ? frequencies.identifierBits(kind, one.key())
                    : frequencies.bits(kind, one.key()));
            return;
        }
        out.set(index, switch (field.trait()) {
            case PLACE -> place(one, other, field);
            case POSTCODE, IDENTITY -> Distance.typing(one.key(), other.key(), 1) <= 1 ? Level.TYPO : Level.DIFFERENT;
            case TITLE -> alike(one, other, field) >= 0.4 ? Level.SOME : Level.DIFFERENT;
            case TEXT -> {
                double alike = alike(one, other, field);
                yield alike >= 0.8 ? Level.NEAR : alike >= 0.4 ? Level.SOME : Level.DIFFERENT;
            }
            default -> Level.DIFFERENT;
        });
    }

    private Level place(TextForm one, TextForm other, Field field) {
        if (Distance.isTypo(one.key(), other.key()) || Distance.jaroWinkler(one.key(), other.key()) >= 0.93) {
            return Level.TYPO;
        }
        return alike(one, other, field) >= 0.5 ? Level.SOME : Level.DIFFERENT;
    }

    private double alike(TextForm one, TextForm other, Field field) {
        long kind = (long) Frequencies.TEXT_WORD + field.text();
        double words = one.words().size() == 1 && other.words().size() == 1
                ? 0
                : WordOverlap.of(one.words(), other.words(), w -> frequencies.wordBits(kind, w)).alike();
        return one.isLong() && other.isLong() ? words : Math.max(words, Distance.pairs(one.key(), other.key()));
    }
}
