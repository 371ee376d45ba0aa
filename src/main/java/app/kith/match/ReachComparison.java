package app.kith.match;

import app.kith.contact.CompanyName;
import app.kith.contact.MailForm;
import app.kith.contact.NameForm;
import app.kith.contact.PhoneForm;
import java.util.Collections;
import java.util.List;

/** Compares how people are reached: mail addresses, telephones, and the company, which a mail domain tells as well. */
final class ReachComparison {
    private static final int LONG_LOCAL = 5;
    private static final int SHARED_BY = 3;
    private static final int TELLING_DIGITS = 3;
    private final Frequencies frequencies;
    private final boolean people;

    ReachComparison(Frequencies frequencies, boolean people) {
        this.frequencies = frequencies;
        this.people = people;
    }

    void mail(Profile a, Profile b, Grades out, int field) {
        Level best = Level.MISSING;
        double bits = 0;
        for (MailForm one : a.mails()) {
            for (MailForm other : b.mails()) {
                Level level = people
                        ? one.role() || other.role() ? Level.MISSING : level(one, other, a)
                        : firmLevel(one, other);
                if (rank(level) > rank(best)) {
                    best = level;
                    bits = switch (level) {
                        case EQUAL -> frequencies.identifierBits(Frequencies.MAIL, one.key());
                        case DOMAIN -> frequencies.bits(Frequencies.ORGANISATION, one.stem());
                        default -> 0;
                    };
                }
            }
        }
        out.set(field, best, bits);
    }

    private static int rank(Level level) {
        return switch (level) {
            case EQUAL -> 9;
            case PART -> 8;
            case TYPO -> 7;
            case DOMAIN -> 6;
            case SAME_LOCAL, SWITCHBOARD -> 5;
            case NEAR -> 4;
            case DIFFERENT -> 2;
            case COLLEAGUE -> 3;
            default -> 0;
        };
    }

    private Level level(MailForm one, MailForm other, Profile a) {
        if (one.local().equals(other.local()) && one.owned().equals(other.owned())) {
            return Level.EQUAL;
        }
        boolean sameStem = one.stem().equals(other.stem());
        if (isTypo(one, other)) {
            if (otherNumber(one.local(), other.local())) {
                return sameStem && !one.free() ? Level.COLLEAGUE : Level.DIFFERENT;
            }
            boolean numbered = sameStem && endsInDigits(one.local()) != endsInDigits(other.local());
            return numbered && people ? Level.COLLEAGUE : Level.TYPO;
        }
        if (one.local().equals(other.local()) && one.local().length() >= LONG_LOCAL) {
            return isFromName(one, a) ? Level.DIFFERENT : Level.SAME_LOCAL;
        }
        if (one.free() != other.free()) {
            return Level.MISSING;
        }
        return sameStem && !one.free() ? Level.COLLEAGUE : Level.DIFFERENT;
    }

    /** A company has many addresses at its own domain, and those that it has elsewhere say nothing. */
    private static Level firmLevel(MailForm one, MailForm other) {
        if (one.key().equals(other.key())) {
            return Level.EQUAL;
        }
        if (one.free() || other.free()) {
            boolean typo = one.free() && other.free() && one.key().length() >= 8
                    && Distance.typing(one.key(), other.key(), 1) <= 1;
            return typo ? Level.TYPO : Level.MISSING;
        }
        return one.stem().equals(other.stem()) ? Level.DOMAIN : Level.DIFFERENT;
    }

    private static boolean isTypo(MailForm one, MailForm other) {
        int first = one.local().length() + 1 + one.owned().length();
        int second = other.local().length() + 1 + other.owned().length();
        int allowed = Math.min(first, second) >= 12 ? 2 : 1;
        return first >= 6 && Math.abs(first - second) <= allowed
                && Distance.typing(one.key(), other.key(), allowed) <= allowed
                && !(isNumber(one.local()) && isNumber(other.local()));
    }

    private static boolean isNumber(String local) {
        for (int i = 0; i < local.length(); i++) {
            if (!Character.isDigit(local.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Namesakes choose the same letters and other figures: {@code mary97}, {@code mary24}. */
    private static boolean otherNumber(String one, String other) {
        String first = one.replaceAll("\\D", "");
        String second = other.replaceAll("\\D", "");
        boolean numbers = !first.isEmpty() && !second.isEmpty() && !first.equals(second);
        return numbers && one.replaceAll("\\d", "").equals(other.replaceAll("\\d", ""))
                && (first.length() < 5 || Distance.typing(first, second, 1) > 1);
    }

    private static boolean endsInDigits(String local) {
        return Character.isDigit(local.charAt(local.length() - 1));
    }

    /** Two people of one name have addresses of one form: the local part says no more than the name did, nor does a figure or two. */
    private static boolean isFromName(MailForm mail, Profile profile) {
        for (NameForm name : profile.names()) {
            if (name.family().length() > 1 && mail.local().contains(name.family())
                    || name.given().length() > 2 && mail.local().contains(name.given())) {
                return mail.local().chars().filter(Character::isDigit).count() < TELLING_DIGITS;
            }
        }
        return false;
    }

    void phone(Profile a, Profile b, Grades out, int field) {
        Level best = Level.MISSING;
        double bits = 0;
        for (PhoneForm one : a.phones()) {
            for (PhoneForm other : b.phones()) {
                Level level = level(one, other);
                if (rank(level) > rank(best)) {
                    best = level;
                    bits = level == Level.EQUAL || level == Level.SWITCHBOARD
                            ? frequencies.identifierBits(Frequencies.PHONE, one.key())
                            : 0;
                }
            }
        }
        out.set(field, best, bits);
    }

    private Level level(PhoneForm one, PhoneForm other) {
        if (one.isSameLine(other)) {
            boolean extension = !one.extension().isEmpty() || !other.extension().isEmpty();
            boolean shared = extension || one.fixed() || other.fixed() || frequencies.peopleOn(one) >= SHARED_BY;
            return people && shared && !one.mobile() ? Level.SWITCHBOARD : Level.EQUAL;
        }
        String first = one.digits();
        String second = other.digits();
        boolean typo = first.length() >= 7 && first.length() == second.length()
                && Distance.typing(first, second, 1) <= 1;
        return typo ? Level.TYPO : Level.DIFFERENT;
    }

    void company(Profile a, Profile b, Grades out, int field) {
        Level best = Level.MISSING;
        double bits = 0;
        for (CompanyName one : a.companies()) {
            for (CompanyName other : b.companies()) {
                Level level = level(one, other);
                if (rank(level) > rank(best)) {
                    best = level;
                    bits = level == Level.EQUAL || level == Level.PART ? bits(one.stem(), other.stem()) : 0;
                }
            }
        }
        List<String> firstDomains = a.domains();
        List<String> secondDomains = b.domains();
        if (!Collections.disjoint(firstDomains, secondDomains) && rank(best) < rank(Level.EQUAL)) {
            best = Level.EQUAL;
            String common = firstDomains.stream().filter(secondDomains::contains).findFirst().orElse("");
            bits = frequencies.bits(Frequencies.ORGANISATION, common);
        }
        if (rank(best) < rank(Level.DOMAIN)) {
            String common = across(a, secondDomains);
            common = common.isEmpty() ? across(b, firstDomains) : common;
            if (!common.isEmpty()) {
                best = Level.DOMAIN;
                bits = frequencies.bits(Frequencies.ORGANISATION, common);
            }
        }
        if (best == Level.MISSING && !firstDomains.isEmpty() && !secondDomains.isEmpty()) {
            best = Level.DIFFERENT;
        }
        out.set(field, best, bits);
    }

    private double bits(String one, String other) {
        return Math.min(frequencies.bits(Frequencies.ORGANISATION, one),
                frequencies.bits(Frequencies.ORGANISATION, other));
    }

    private static String across(Profile profile, List<String> domains) {
        for (CompanyName company : profile.companies()) {
            for (String domain : domains) {
                if (Frequencies.isSameOrganisation(company, domain)) {
                    return company.stem();
                }
            }
        }
        return "";
    }

    static Level level(CompanyName one, CompanyName other) {
        boolean hanDiffer = !one.hanStem().isEmpty() && !other.hanStem().isEmpty()
                && !one.hanStem().equals(other.hanStem());
        boolean tradesDiffer = !one.trades().isEmpty() && !other.trades().isEmpty()
                && Collections.disjoint(one.trades(), other.trades());
        boolean placesDiffer = !one.place().isEmpty() && !other.place().isEmpty()
                && !one.place().equals(other.place());
        if (one.stem().equals(other.stem())) {
            if (hanDiffer || tradesDiffer) {
                return Level.DIFFERENT;
            }
            if (placesDiffer) {
                return Level.NEAR;
            }
            return one.trades().equals(other.trades()) && one.place().equals(other.place()) ? Level.EQUAL : Level.PART;
        }
        boolean within = one.words().size() != other.words().size() && !one.words().isEmpty()
                && !other.words().isEmpty() && (one.words().containsAll(other.words())
                        || other.words().containsAll(one.words()));
        if (within) {
            return Level.PART;
        }
        boolean alike = !hanDiffer && !tradesDiffer && one.stem().length() >= 5
                && (Distance.isTypo(one.stem(), other.stem()) || Distance.pairs(one.stem(), other.stem()) >= 0.8);
        return alike ? Level.NEAR : Level.DIFFERENT;
    }
}
