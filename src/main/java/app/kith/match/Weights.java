package app.kith.match;

import java.util.List;
import java.util.Map;

/**
 * How many bits each level of each field says for or against two records being one (Fellegi and Sunter 1969): the logarithm of
 * its chance between records of one person over its chance between records of two.
 */
final class Weights {
    private static final double WORST = -9;
    /** A branch is not its company, whatever they share: how often that is so is no matter of counting. */
    private static final double SITE = -8;
    private final List<Field> fields;
    private final boolean employed;
    private final boolean companies;
    final double[][] same;
    final double[][] chance;
    private final double[] worth;
    private double[][] moves;
    private double line;
    double prior;

    Weights(Schema schema) {
        fields = schema.fields();
        employed = schema.isOfEmployed();
        companies = fields.stream().anyMatch(field -> field.trait() == Trait.COMPANY);
        same = new double[fields.size()][Level.COUNT];
        chance = new double[fields.size()][Level.COUNT];
        worth = new double[fields.size()];
        java.util.Arrays.fill(worth, 1);
        moves = new double[fields.size()][Level.COUNT];
        for (int f = 0; f < fields.size(); f++) {
            for (Map.Entry<Level, Double> each : fields.get(f).trait().chances().entrySet()) {
                same[f][each.getKey().code()] = each.getValue();
            }
        }
    }

    /** Moves each weight, and the line, by what answers taught. */
    void move(double[][] byLevel, double ofLine) {
        moves = byLevel;
        line = ofLine;
    }

    void forgetMoves() {
        move(new double[fields.size()][Level.COUNT], 0);
    }

    /** {@return the bits of one field} */
    double weight(int field, Grades grades) {
        int level = grades.levels[field];
        if (level == 0) {
            return 0;
        }
        Trait trait = fields.get(field).trait();
        if (level == Level.BRANCH.code() || level == Level.BRANCHES.code()) {
            return moves[field][level] + SITE;
        }
        if (level == Level.COLLEAGUE.code() && companies) {
            return moves[field][level] + colleague(field);
        }
        double log = Frequencies.log2(Math.max(1e-4, same[field][level]));
        double table = -Frequencies.log2(Math.max(1e-7, chance[field][level]));
        double bits = grades.bits[field] * worth[field];
        double weight;
        if (bits <= 0) {
            weight = log + table;
        } else if (level == Level.NEAR.code()) {
            weight = log + 0.5 * table + 0.5 * bits;
        } else {
            weight = log + bits;
        }
        return moves[field][level] + Math.clamp(weight, WORST, Level.of(level).isAgainst() ? -0.1 : trait.most());
    }

    /**
     * That both have an address at one company was counted where the company is compared: what is left to count is that these are
     * two addresses, which colleagues always have and one person seldom.
     */
    private double colleague(int field) {
        double two = same[field][Level.COLLEAGUE.code()];
        double all = two + same[field][Level.EQUAL.code()] + same[field][Level.TYPO.code()];
        return Math.clamp(Frequencies.log2(Math.max(1e-4, two / Math.max(1e-4, all))), WORST, -0.1);
    }

    /** Takes in how often a field's levels are shared by neighbours; what is shared by many of them says less. */
    void dependOn(int field, double[] amongNeighbours) {
        int equal = Level.EQUAL.code();
        double strangers = -Frequencies.log2(Math.max(1e-7, chance[field][equal]));
        double neighbours = -Frequencies.log2(Math.max(1e-7, amongNeighbours[equal]));
        worth[field] = Math.clamp(neighbours / Math.max(0.1, strangers), 0.05, 1);
        for (int level = 0; level < Level.COUNT; level++) {
            boolean agrees = !Level.of(level).isAgainst();
            chance[field][level] = agrees
                    ? Math.max(chance[field][level], amongNeighbours[level])
                    : Math.min(chance[field][level], amongNeighbours[level]);
        }
    }

    /** {@return the bits of the fields whose meaning is known, and of the share of pairs that are one at all} */
    double scoreOfKnown(Grades grades) {
        return score(grades, false);
    }

    /** {@return the bits of all fields and of the share of pairs that are one at all} */
    double score(Grades grades) {
        return score(grades, true);
    }

    private double score(Grades grades, boolean withTexts) {
        double sum = prior + line;
        double best = 0;
        double worst = 0;
        double texts = 0;
        double bestText = 0;
        for (int f = 0; f < fields.size(); f++) {
            double weight = weight(f, grades);
            Trait trait = fields.get(f).trait();
            if (trait == Trait.TEXT && !withTexts) {
                continue;
            }
            if (isOfCompany(trait, grades.levels[f])) {
                best = Math.max(best, weight);
                worst = Math.min(worst, weight);
            } else if (trait == Trait.TEXT && weight > 0) {
                texts += weight;
                bestText = Math.max(bestText, weight);
            } else {
                sum += weight;
            }
        }
        return sum + best + worst + bestText + 0.5 * (texts - bestText);
    }

    /** {@return how much of each field's weight is in the score of a pair, 0 to 1} */
    double[] shares(Grades grades) {
        double[] shares = new double[fields.size()];
        int best = -1;
        int worst = -1;
        int bestText = -1;
        for (int f = 0; f < shares.length; f++) {
            double weight = weight(f, grades);
            Trait trait = fields.get(f).trait();
            shares[f] = 1;
            if (isOfCompany(trait, grades.levels[f])) {
                shares[f] = 0;
                best = weight > 0 && (best < 0 || weight > weight(best, grades)) ? f : best;
                worst = weight < 0 && (worst < 0 || weight < weight(worst, grades)) ? f : worst;
            } else if (trait == Trait.TEXT && weight > 0) {
                shares[f] = 0.5;
                bestText = bestText < 0 || weight > weight(bestText, grades) ? f : bestText;
            }
        }
        for (int whole : new int[]{best, worst, bestText}) {
            if (whole >= 0) {
                shares[whole] = 1;
            }
        }
        return shares;
    }

    /** Company, its address and its switchboard depend on one another: the best of them counts, and the worst. */
    boolean isOfCompany(Trait trait, int level) {
        return employed && switch (trait) {
            case COMPANY, ADDRESS, PLACE, REGION, POSTCODE -> true;
            case PHONE -> level == Level.SWITCHBOARD.code();
            default -> false;
        };
    }

    /** {@return the probability that a score stands for} */
    static double probability(double score) {
        return 1 / (1 + Math.pow(2, -score));
    }
}
