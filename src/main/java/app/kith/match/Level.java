package app.kith.match;

/**
 * How far two values agree. Levels of one family exclude each other and their probabilities add up to one; which family holds
 * depends on how the records are written (both in characters, an initial only …) and says nothing about who they are.
 */
public enum Level {
    /** One of them says nothing. */
    MISSING(0, "missing", 0),
    /** The same. */
    EQUAL(1, "equal", 0),
    /** The same but for a typing error. */
    TYPO(2, "typing error", 0),
    /** Much alike. */
    NEAR(3, "alike", 0),
    /** Something in common. */
    SOME(4, "partly alike", 0),
    /** A little in common. */
    LITTLE(5, "little alike", 0),
    /** Not the same. */
    DIFFERENT(6, "different", 0),
    /** Other characters of the same sound. */
    HOMOPHONE(7, "same sound, other characters", 0),
    /** One is a short form of the other. */
    NICKNAME(8, "short form", 0),
    /** One has more parts than the other. */
    PART(9, "part of the other", 0),
    /** Day and month changed places, or family and given name did. */
    SWAPPED(10, "swapped", 0),
    /** Other addresses at one company. */
    COLLEAGUE(11, "other address at the same domain", 0),
    /** The same name before another domain. */
    SAME_LOCAL(12, "same local part", 0),
    /** The same line, where several people are reached. */
    SWITCHBOARD(13, "same switchboard", 0),
    /** The company is told by the domain. */
    DOMAIN(14, "company and domain agree", 0),
    /** Characters and Latin letters, and these read the same. */
    READING(15, "pinyin equal", 1),
    /** Characters and Latin letters that read nearly the same, or in another romanisation. */
    NEAR_READING(16, "read alike", 1),
    /** A Chinese name and an English one that need not agree. */
    OTHER_NAME(17, "name in another language", 1),
    /** Characters and Latin letters that read otherwise. */
    READ_OTHERWISE(18, "read otherwise", 1),
    /** An initial that agrees. */
    INITIAL(19, "initial", 2),
    /** An initial that does not agree. */
    OTHER_INITIAL(20, "other initial", 2),
    /** One is a branch of the other. */
    BRANCH(21, "branch of the other", 0),
    /** Both are branches of one company. */
    BRANCHES(22, "another branch of one company", 0);

    /** How many levels there are. */
    static final int COUNT = 23;
    private static final Level[] BY_CODE = values();

    private final int code;
    private final String label;
    private final int family;

    Level(int code, String label, int family) {
        this.code = code;
        this.label = label;
        this.family = family;
    }

    /** {@return number of the level, 0 to 22} */
    int code() {
        return code;
    }

    /** {@return the level with a number} */
    static Level of(int code) {
        return BY_CODE[code];
    }

    /** {@return the level in plain English, as the command line prints it} */
    public String label() {
        return label;
    }

    /** {@return whether it always speaks against one person} */
    boolean isAgainst() {
        return switch (this) {
            case DIFFERENT, COLLEAGUE, READ_OTHERWISE, OTHER_INITIAL, BRANCH, BRANCHES -> true;
            default -> false;
        };
    }

    /** {@return which levels it excludes} */
    int family() {
        return family;
    }
}
