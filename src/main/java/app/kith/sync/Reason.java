package app.kith.sync;

import app.kith.sync.SyncReport.LeftOut;
import app.kith.words.Words;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Why some messages of a folder were left on the server.
 *
 * @param key {@code folder}, {@code too-large}, {@code before}, {@code sender}, {@code stranger} or {@code erased}, as {@link Selection} gives them
 * @param detail bytes of the largest, newest day, or the rule for the sender; empty where there is nothing to say
 * @param count how many messages
 */
public record Reason(String key, String detail, long count) {
    private static final long MEGABYTE = 1L << 20;

    /**
     * Puts reasons together that are alike.
     *
     * @param leftOut the messages
     * @return the reasons, the most frequent first
     */
    public static List<Reason> of(Collection<LeftOut> leftOut) {
        Map<String, List<String>> groups = new TreeMap<>();
        for (LeftOut each : leftOut) {
            String reason = each.reason();
            int gap = reason.indexOf(' ');
            String key = gap < 0 ? reason : reason.substring(0, gap);
            String detail = gap < 0 ? "" : reason.substring(gap + 1);
            // Each sender is a reason of its own; sizes and days are one.
            groups.computeIfAbsent(key.equals("sender") ? reason : key, _ -> new ArrayList<>()).add(detail);
        }
        return groups.entrySet().stream().map(group -> of(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingLong(Reason::count).reversed()).toList();
    }

    private static Reason of(String group, List<String> details) {
        int gap = group.indexOf(' ');
        Comparator<String> order = Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());
        return new Reason(gap < 0 ? group : group.substring(0, gap), details.stream().max(order).orElse(""),
                details.size());
    }

    /**
     * Says it in words.
     *
     * @param words the language
     * @return half a sentence, with the number
     */
    public String sentence(Words words) {
        String name = "left-out." + key;
        return words.keys().contains(name + ".other")
                ? words.count(name, count, shown(words))
                : words.count("left-out.unknown", count, key + " " + detail);
    }

    private String shown(Words words) {
        try {
            return switch (key) {
                case "too-large" -> NumberFormat.getIntegerInstance(words.locale())
                        .format(Math.ceilDiv(Long.parseLong(detail), MEGABYTE));
                case "before" -> LocalDate.parse(detail)
                        .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(words.locale()));
                default -> detail;
            };
        } catch (NumberFormatException | DateTimeException e) {
            return detail;
        }
    }

    /**
     * Says several in words.
     *
     * @param reasons the reasons
     * @param words the language
     * @return all of them on one line; empty where there is none
     */
    public static String sentence(List<Reason> reasons, Words words) {
        return reasons.stream().map(reason -> reason.sentence(words)).collect(Collectors.joining(" · "));
    }
}
