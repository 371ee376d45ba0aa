package app.kith.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A long alternation, of which only the branches are tried that can begin with the first letter of a line: which these are, the
 * branches tell themselves when they are asked to match that letter alone. Safe for any thread.
 */
final class PatternsByLetter {
    private final List<Pattern> branches;
    private final String behind;
    private final Map<Character, List<Pattern>> byLetter = new ConcurrentHashMap<>();

    /** Takes the alternation, without a group around it, and what stands behind each of its branches. */
    PatternsByLetter(String alternation, String behind) {
        this.behind = behind;
        this.branches = apart(alternation).stream().map(branch -> Pattern.compile("(?:" + branch + ")" + behind))
                .toList();
    }

    /** {@return whether a line matches one of the branches} */
    boolean matches(String line) {
        if (line.isEmpty()) {
            return false;
        }
        for (Pattern pattern : byLetter.computeIfAbsent(line.charAt(0), this::of)) {
            if (pattern.matcher(line).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a branch can begin with a letter: exactly what {@code hitEnd} tells, since more letters could make it match. */
    @SuppressWarnings("JdkObsolete")
    private static boolean mayBegin(Pattern branch, char letter) {
        Matcher matcher = branch.matcher(String.valueOf(letter));
        return matcher.matches() || matcher.hitEnd();
    }

    /** One expression of all branches that may begin with a letter; none where no branch may. */
    private List<Pattern> of(char letter) {
        List<String> fitting = new ArrayList<>();
        for (Pattern branch : branches) {
            if (mayBegin(branch, letter)) {
                fitting.add(branch.pattern().substring(0, branch.pattern().length() - behind.length()));
            }
        }
        return fitting.isEmpty()
                ? List.of()
                : List.of(Pattern.compile("(?:" + String.join("|", fitting) + ")" + behind));
    }

    /** The branches of the outermost level. */
    private static List<String> apart(String alternation) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean inClass = false;
        int from = 0;
        for (int i = 0; i < alternation.length(); i++) {
            char c = alternation.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (!inClass && (c == '(' || c == ')')) {
                depth += c == '(' ? 1 : -1;
            } else if (!inClass && c == '|' && depth == 0) {
                parts.add(alternation.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(alternation.substring(from));
        return parts;
    }
}
