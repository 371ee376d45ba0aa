package app.kith.match;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is compared, with the chance of each level between two records of one person: the knowledge that the program comes with,
 * before it has seen any data.
 */
enum Trait {
    FAMILY("EQUAL 0.82 SWAPPED 0.02 TYPO 0.07 HOMOPHONE 0.01 DIFFERENT 0.08 READING 0.88 NEAR_READING 0.06 READ_OTHERWISE 0.06",
            12),
    GIVEN("EQUAL 0.77 NICKNAME 0.06 PART 0.02 TYPO 0.07 HOMOPHONE 0.03 DIFFERENT 0.05 "
            + "READING 0.77 NEAR_READING 0.05 OTHER_NAME 0.14 READ_OTHERWISE 0.04 INITIAL 0.95 OTHER_INITIAL 0.05", 12),
    SUFFIX("EQUAL 0.98 DIFFERENT 0.02", 4),
    SEX("EQUAL 0.98 DIFFERENT 0.02", 4),
    MAIL("EQUAL 0.55 TYPO 0.06 SAME_LOCAL 0.05 COLLEAGUE 0.04 DIFFERENT 0.30", 20),
    FIRM_MAIL("EQUAL 0.35 TYPO 0.03 DOMAIN 0.35 DIFFERENT 0.27", 16),
    PHONE("EQUAL 0.62 TYPO 0.05 SWITCHBOARD 0.08 DIFFERENT 0.25", 20),
    COMPANY("EQUAL 0.45 PART 0.25 DOMAIN 0.08 NEAR 0.05 DIFFERENT 0.17", 12),
    ENTITY("EQUAL 0.45 NEAR 0.25 SOME 0.16 LITTLE 0.08 DIFFERENT 0.058 BRANCH 0.001 BRANCHES 0.001", 14),
    ADDRESS("EQUAL 0.60 NEAR 0.18 SOME 0.07 LITTLE 0.05 DIFFERENT 0.10", 14),
    PLACE("EQUAL 0.72 TYPO 0.10 SOME 0.06 DIFFERENT 0.12", 8),
    REGION("EQUAL 0.88 DIFFERENT 0.12", 5),
    POSTCODE("EQUAL 0.80 TYPO 0.08 DIFFERENT 0.12", 9),
    BIRTHDAY("EQUAL 0.74 TYPO 0.10 SWAPPED 0.02 NEAR 0.06 SOME 0.03 DIFFERENT 0.05", 16),
    IDENTITY("EQUAL 0.84 TYPO 0.06 DIFFERENT 0.10", 24),
    TITLE("EQUAL 0.45 SOME 0.20 DIFFERENT 0.35", 3),
    TEXT("EQUAL 0.60 NEAR 0.12 SOME 0.10 DIFFERENT 0.18", 10);

    @SuppressWarnings("ImmutableEnumChecker") // It is filled here and never changed.
    private final Map<Level, Double> chances = new EnumMap<>(Level.class);
    private final double most;

    Trait(String chances, double most) {
        String[] words = chances.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            this.chances.put(Level.valueOf(words[i]), Double.valueOf(words[i + 1]));
        }
        this.most = most;
    }

    /** {@return the chance of each level that the trait has, between two records of one person} */
    Map<Level, Double> chances() {
        return chances;
    }

    /** {@return the most bits that the trait may say for two records being one} */
    double most() {
        return most;
    }
}
