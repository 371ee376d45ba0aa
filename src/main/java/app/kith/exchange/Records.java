package app.kith.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers pairs of label and value, as people write them below one another, into rows under a header. */
final class Records {
    private static final Pattern PAIR = Pattern.compile("\\s*([^:：]{1,30}?)\\s*[:：]\\s*(.*\\S)\\s*", Pattern.DOTALL);
    private static final int MOST = 20_000;

    private final Predicate<String> known;
    private final List<Map<String, String>> records = new ArrayList<>();
    private Map<String, String> now = new LinkedHashMap<>();

    /**
     * Makes the gatherer.
     *
     * @param known tells whether a text is a label that is known
     */
    Records(Predicate<String> known) {
        this.known = known;
    }

    /** Takes a line; one that is blank ends a record. */
    void line(String text) {
        Matcher pair = PAIR.matcher(text);
        if (text.isBlank()) {
            end();
        } else if (pair.matches()) {
            pair(pair.group(1), pair.group(2));
        }
    }

    /** Takes a pair; a label that the record has already begins the next one. */
    void pair(String label, String value) {
        if (now.containsKey(label)) {
            end();
        }
        now.put(label, value);
    }

    /** Ends a record. Prose has colons too: a record without two labels that are known is none. */
    void end() {
        if (now.keySet().stream().filter(known).count() >= 2 && records.size() < MOST) {
            records.add(now);
        }
        now = new LinkedHashMap<>();
    }

    /** {@return the records as rows of a sheet, the header first; empty where there are none} */
    List<Row> rows(String sheet) {
        end();
        Set<String> labels = new LinkedHashSet<>();
        records.forEach(one -> labels.addAll(one.keySet()));
        List<Row> rows = new ArrayList<>();
        if (!records.isEmpty()) {
            rows.add(new Row(sheet, 1, List.copyOf(labels)));
        }
        for (Map<String, String> one : records) {
            rows.add(new Row(sheet, rows.size() + 1L,
                    labels.stream().map(label -> one.getOrDefault(label, "")).toList()));
        }
        return rows;
    }
}
