package app.kith.rule;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.Locale;

/** A word of a rule with what stands behind its colon. */
record Part(String word, String rest) {

    static Part of(String text) {
        String line = line(text);
        int colon = line.indexOf(':');
        return colon < 0
                ? new Part(line.toLowerCase(Locale.ROOT), "")
                : new Part(line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
    }

    /** What stands behind the colon, where nothing would be wrong. */
    String needed(String text) {
        if (rest.isEmpty()) {
            throw new KithException(Problem.RULE_PART, text);
        }
        return rest;
    }

    static int days(String days, String text) {
        if (!days.strip().matches("[0-9]{1,4}")) {
            throw new KithException(Problem.RULE_PART, text);
        }
        return Integer.parseInt(days.strip());
    }

    /** Everything on one line: a rule is kept line by line. */
    static String line(String text) {
        return text.replaceAll("\\s*[\\r\\n\\u2028\\u2029]+\\s*", " ").strip();
    }
}
