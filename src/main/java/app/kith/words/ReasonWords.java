package app.kith.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says in the user's language why a change set was made: its reason is a short key with its details behind it. */
public final class ReasonWords {
    private static final String CHANGE = "record.change.";
    private static final String ENTRY = "entry-";
    private static final String KIND = "record.kind.";
    /** What rules did is kept by their numbers, which say nothing to a reader. */
    private static final Set<String> NUMBERED = Set.of("rule", "rule-accepted", "rule-refused");

    private ReasonWords() {}

    /**
     * The words for a reason.
     *
     * @param words the language
     * @param reason the reason as the ledger has it
     * @return the words; the reason itself where there are none
     */
    public static String of(Words words, String reason) {
        int blank = reason.indexOf(' ');
        String key = blank < 0 ? reason : reason.substring(0, blank);
        String detail = blank < 0 ? "" : reason.substring(blank + 1);
        if (key.startsWith(ENTRY)) {
            int second = detail.indexOf(' ');
            String kind = second < 0 ? detail : detail.substring(0, second);
            return trimmed(words.get(CHANGE + key, words.get(KIND + kind),
                    second < 0 ? "" : detail.substring(second + 1)));
        }
        if (NUMBERED.contains(key)) {
            detail = detail.replaceFirst("^[0-9]+ ", "");
        }
        for (String name : new String[]{key, key.split("-", 2)[0]}) {
            String found = words.get(CHANGE + name, detail);
            if (!found.equals(CHANGE + name)) {
                return trimmed(found);
            }
        }
        return reason;
    }

    /**
     * The words for a reason of a change set that may take another one back.
     *
     * @param words the language
     * @param reason the reason as the ledger has it
     * @param about the reason of what it takes back; empty for none
     * @return the words
     */
    public static String of(Words words, String reason, String about) {
        return about.isEmpty() ? of(words, reason) : words.get(CHANGE + "undone", of(words, about));
    }

    /**
     * What words mean that are looked for: each may stand in a reason as it was written, or in what the program calls a kind of act.
     *
     * @param words the language
     * @param query the words
     * @return each with the beginnings of the reasons that it means
     */
    public static Map<String, List<String>> sought(Words words, String query) {
        Map<String, List<String>> sought = new LinkedHashMap<>();
        for (String text : query.strip().split("\\s+", -1)) {
            if (!text.isEmpty()) {
                sought.put(text, holding(words, text));
            }
        }
        return sought;
    }

    private static List<String> holding(Words words, String text) {
        String wanted = text.toLowerCase(words.locale());
        List<String> found = new ArrayList<>();
        for (String key : words.keys()) {
            boolean holds = words.get(key).toLowerCase(words.locale()).contains(wanted);
            if (holds && key.startsWith(CHANGE)) {
                found.add(key.substring(CHANGE.length()));
            } else if (holds && key.startsWith(KIND)) {
                String kind = " " + key.substring(KIND.length());
                found.addAll(List.of(ENTRY + "added" + kind, ENTRY + "edited" + kind, ENTRY + "removed" + kind));
            }
        }
        return found;
    }

    /** Without a colon at its end where there was no detail. */
    private static String trimmed(String text) {
        return text.replaceAll("\\s*[:：]\\s*$", "");
    }
}
