package app.kith.match;

import java.util.List;

/** Compares two records, field by field. It is symmetric: which one comes first makes no difference. */
final class Comparison {
    private final List<Field> fields;
    private final Frequencies frequencies;
    private final NameComparison names;
    private final ReachComparison reach;
    private final TextComparison texts;

    Comparison(Schema schema, Frequencies frequencies) {
        this.fields = schema.fields();
        this.frequencies = frequencies;
        names = new NameComparison(frequencies);
        reach = new ReachComparison(frequencies, schema.isOfPeople());
        texts = new TextComparison(frequencies);
    }

    Grades grades() {
        return new Grades(fields.size());
    }

    void grade(Profile one, Profile other, Grades out) {
        boolean turned = one.id().compareTo(other.id()) > 0;
        Profile a = turned ? other : one;
        Profile b = turned ? one : other;
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            switch (field.trait()) {
                case FAMILY -> names.grade(a, b, out, i);
                case GIVEN -> {
                }
                case SUFFIX -> out.set(i, same(a.suffix(), b.suffix()), 1);
                case SEX -> out.set(i, same(a.sex(), b.sex()), 1);
                case MAIL, FIRM_MAIL -> reach.mail(a, b, out, i);
                case PHONE -> reach.phone(a, b, out, i);
                case COMPANY -> reach.company(a, b, out, i);
                case ENTITY -> texts.entity(a, b, out, i);
                case ADDRESS -> texts.address(a, b, out, i);
                case BIRTHDAY -> DateComparison.grade(a.birthday(), b.birthday(), frequencies, out, i);
                case PLACE, REGION, POSTCODE, IDENTITY, TITLE, TEXT -> texts.text(field, a, b, out, i);
            }
        }
        correct(out);
    }

    /** An address that differs as the names do is another person's address and no typing error. */
    private void correct(Grades out) {
        boolean others = false;
        for (int i = 0; i < fields.size(); i++) {
            Level level = Level.of(out.levels[i]);
            switch (fields.get(i).trait()) {
                case FAMILY, GIVEN -> others |= level.isAgainst() || level == Level.HOMOPHONE;
                case MAIL -> {
                    if (others && level == Level.TYPO) {
                        out.set(i, Level.COLLEAGUE);
                    }
                }
                default -> {
                }
            }
        }
    }

    private static Level same(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Level.MISSING;
        }
        return one.equals(other) ? Level.EQUAL : Level.DIFFERENT;
    }
}
