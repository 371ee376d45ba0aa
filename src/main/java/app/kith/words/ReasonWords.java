package app.kith.words;

/** Says in the user's language why a change set was made: its reason is a short key with its details behind it. */
public final class ReasonWords {
    private static final String CHANGE = "record.change.";
    private static final String ENTRY = "entry-";

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
            return trimmed(words.get(CHANGE + key, words.get("record.kind." + kind),
                    second < 0 ? "" : detail.substring(second + 1)));
        }
        for (String name : new String[]{key, key.split("-", 2)[0]}) {
            String found = words.get(CHANGE + name, detail);
            if (!found.equals(CHANGE + name)) {
                return trimmed(found);
            }
        }
        return reason;
    }

    /** Without a colon at its end where there was no detail. */
    private static String trimmed(String text) {
        return text.replaceAll("\\s*[:：]\\s*$", "");
    }
}
