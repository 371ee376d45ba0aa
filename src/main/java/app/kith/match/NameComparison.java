package app.kith.match;

import app.kith.contact.Han;
import app.kith.contact.NameForm;
import app.kith.contact.NameLists;
import app.kith.contact.NameReader;
import java.util.Set;

/** Compares names of people: across scripts and romanisations, in either order, with short forms and initials. */
final class NameComparison {
    private static final Set<Level> GOOD = Set.of(Level.EQUAL, Level.READING, Level.NICKNAME, Level.INITIAL, Level.TYPO,
            Level.HOMOPHONE, Level.NEAR_READING, Level.PART);
    /** Most names have no short form: where there is one, it is used more often than over all names. */
    private static final double SHORTENED = 1.5;
    /** The value of two names that agree in both parts: nothing can be better. */
    private static final double PERFECT = 19;
    private final Frequencies frequencies;

    NameComparison(Frequencies frequencies) {
        this.frequencies = frequencies;
    }

    /** Fills the levels of the family name and, in the next field, of the given name. */
    void grade(Profile a, Profile b, Grades out, int field) {
        out.set(field, Level.MISSING);
        out.set(field + 1, Level.MISSING);
        double best = -1;
        for (int i = 0; i < a.names().size(); i++) {
            NameForm one = a.names().get(i);
            for (int j = 0; j < b.names().size(); j++) {
                NameForm other = b.names().get(j);
                best = tryPair(one, other, out, field, best);
                if (best >= PERFECT) {
                    return;
                }
                boolean turnable = !one.isHan() && !one.title() && !(one.certain() && other.certain());
                if (turnable && !other.isHan()) {
                    best = tryPair(a.turned().get(i), other, out, field, best);
                } else if (turnable || !other.isHan() && !other.title()) {
                    best = turnable
                            ? tryPair(a.turned().get(i), other, out, field, best)
                            : tryPair(one, b.turned().get(j), out, field, best);
                }
            }
        }
    }

    private double tryPair(NameForm one, NameForm other, Grades out, int field, double best) {
        Level family = family(one, other);
        if (value(family) * 1.01 + value(Level.EQUAL) <= best) {
            return best;
        }
        Level given = given(one, other);
        double value = value(family) * 1.01 + value(given);
        if (value <= best) {
            return best;
        }
        double familyBits = bits(Frequencies.FAMILY, family, one.family(), other.family(), one.hanFamily());
        double givenBits = bits(Frequencies.GIVEN, given, one.given(), other.given(), one.hanGiven());
        if (familyBits > 0 && givenBits > 0) {
            String whole = family == Level.EQUAL && given == Level.EQUAL && one.isHan() && other.isHan()
                    ? one.hanFamily() + one.hanGiven()
                    : one.key();
            givenBits = Math.max(0.5, Math.min(givenBits, frequencies.nameBits(whole) - familyBits));
        }
        out.set(field, family, familyBits);
        out.set(field + 1, given, givenBits);
        return value;
    }

    private double bits(long kind, Level level, String one, String other, String han) {
        return switch (level) {
            case EQUAL -> frequencies.bits(kind, han.isEmpty() || !one.equals(other) ? one : han);
            case READING, HOMOPHONE -> frequencies.bits(kind, one.length() >= other.length() ? one : other);
            case NICKNAME -> SHORTENED + Math.min(frequencies.bits(kind, one), frequencies.bits(kind, other));
            default -> 0;
        };
    }

    private static double value(Level level) {
        return switch (level) {
            case EQUAL -> 10;
            case READING -> 9.5;
            case NICKNAME -> 8;
            case HOMOPHONE -> 7.5;
            case NEAR_READING -> 7;
            case TYPO, PART -> 6.5;
            case INITIAL -> 5;
            case MISSING -> 3;
            case OTHER_NAME -> 2;
            default -> 0;
        };
    }

    /** {@return whether two names can be one person's} */
    static boolean areCompatible(NameForm one, NameForm other) {
        boolean straight = GOOD.contains(family(one, other)) && GOOD.contains(given(one, other));
        boolean turned = !one.isHan() && !(one.certain() && other.certain())
                && GOOD.contains(family(one.turned(), other)) && GOOD.contains(given(one.turned(), other));
        return straight || turned || !other.isHan() && one.isHan() && GOOD.contains(family(one, other.turned()))
                && GOOD.contains(given(one, other.turned()));
    }

    static Level family(NameForm a, NameForm b) {
        if (a.family().isEmpty() || b.family().isEmpty()) {
            return Level.MISSING;
        }
        if (!a.hanFamily().isEmpty() && !b.hanFamily().isEmpty()) {
            return a.hanFamily().equals(b.hanFamily())
                    ? Level.EQUAL
                    : a.family().equals(b.family()) ? Level.HOMOPHONE : Level.DIFFERENT;
        }
        boolean sameScript = a.hanFamily().isEmpty() && b.hanFamily().isEmpty();
        if (a.family().equals(b.family())) {
            return sameScript ? Level.EQUAL : Level.READING;
        }
        if (NameLists.isSameSurname(a.family(), b.family()) && !areBothPinyin(a, b)
                || !a.hanFamily().isEmpty() && Han.canBeRead(a.hanFamily(), b.family())
                || !b.hanFamily().isEmpty() && Han.canBeRead(b.hanFamily(), a.family())) {
            return Level.NEAR_READING;
        }
        if (!sameScript) {
            return Level.READ_OTHERWISE;
        }
        boolean typo = Distance.isTypo(a.family(), b.family())
                || Distance.jaroWinkler(a.family(), b.family()) >= 0.92;
        return typo ? Level.TYPO : Level.DIFFERENT;
    }

    /** A name that is Pinyin throughout was not romanised otherwise. */
    private static boolean areBothPinyin(NameForm a, NameForm b) {
        return NameReader.isPinyinSurname(a.family()) && NameReader.isPinyinSurname(b.family())
                && (a.pinyin() || a.given().isEmpty()) && (b.pinyin() || b.given().isEmpty());
    }

    static Level given(NameForm a, NameForm b) {
        if (a.given().isEmpty() || b.given().isEmpty()) {
            return Level.MISSING;
        }
        if (!a.hanGiven().isEmpty() && !b.hanGiven().isEmpty()) {
            return han(a, b);
        }
        if (a.given().length() == 1 || b.given().length() == 1) {
            return a.given().charAt(0) == b.given().charAt(0) ? Level.INITIAL : Level.OTHER_INITIAL;
        }
        if (!a.hanGiven().isEmpty()) {
            return acrossScripts(a, b);
        }
        return b.hanGiven().isEmpty() ? latin(a, b) : acrossScripts(b, a);
    }

    private static Level han(NameForm a, NameForm b) {
        if (a.hanGiven().equals(b.hanGiven())) {
            return Level.EQUAL;
        }
        boolean sound = a.given().equals(b.given()) || Han.canBeRead(a.hanGiven(), b.given());
        return sound ? Level.HOMOPHONE : Level.DIFFERENT;
    }

    private static Level acrossScripts(NameForm han, NameForm latin) {
        String letters = latin.given() + latin.middle().replace(" ", "");
        if (han.given().equals(latin.given()) || han.given().equals(letters)
                || Han.canBeRead(han.hanGiven(), latin.given())) {
            return Level.READING;
        }
        if (latin.given().length() <= han.hanGiven().length() && initials(han).equals(latin.given())) {
            return Level.INITIAL;
        }
        boolean near = Math.abs(han.given().length() - letters.length()) <= 4;
        if (near && skeleton(han.given()).equals(skeleton(letters)) || Distance.isTypo(han.given(), letters)) {
            return Level.NEAR_READING;
        }
        return latin.pinyin() && !NameLists.isGivenName(latin.given()) ? Level.READ_OTHERWISE : Level.OTHER_NAME;
    }

    private static String initials(NameForm han) {
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < han.hanGiven().length(); i++) {
            initials.append(Han.reading(han.hanGiven().substring(i, i + 1)).charAt(0));
        }
        return initials.toString();
    }

    /** What Pinyin, Wade-Giles and careless spellings of one sound have in common. */
    static String skeleton(String letters) {
        return letters.replace("hs", "x").replace("zh", "c").replace("ch", "c").replace("sh", "x").replace("ts", "c")
                .replace("tz", "c").replace('j', 'c').replace('q', 'c').replace('z', 'c').replace('s', 'x')
                .replace("ung", "ong").replace("ieh", "ie").replace("ien", "ian").replace('k', 'g').replace('t', 'd')
                .replace('p', 'b').replace("ng", "n").replace("iu", "u").replace("ui", "u").replace("ou", "o");
    }

    private static Level latin(NameForm a, NameForm b) {
        String one = a.given();
        String other = b.given();
        if (one.equals(other)) {
            return Level.EQUAL;
        }
        if (NameLists.areNicknames(one, other)) {
            return Level.NICKNAME;
        }
        String oneWhole = one + a.middle().replace(" ", "");
        String otherWhole = other + b.middle().replace(" ", "");
        if (oneWhole.equals(otherWhole) || a.middle().equals(other) || b.middle().equals(one)
                || Math.min(one.length(), other.length()) >= 3 && (one.startsWith(other) || other.startsWith(one))) {
            return Level.PART;
        }
        if (Distance.isTypo(one, other) || Distance.jaroWinkler(one, other) >= 0.92) {
            return Level.TYPO;
        }
        boolean oneChinese = a.pinyin() && !NameLists.isGivenName(one);
        boolean otherChinese = b.pinyin() && !NameLists.isGivenName(other);
        boolean chineseFamily = NameReader.isPinyinSurname(a.family());
        return chineseFamily && oneChinese != otherChinese ? Level.OTHER_NAME : Level.DIFFERENT;
    }
}
