package app.kith.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Message ids (RFC 5322, section 3.6.4), leniently: without brackets, glued together, folded inside, with commas, comments or prose
 * between them.
 */
final class MessageIds {
    private static final int LIMIT = 5000;

    private MessageIds() {}

    /** {@return the first id of a Message-ID or Content-ID field; null where there is none} */
    static @Nullable String first(String value) {
        if (value.isEmpty()) {
            return null;
        }
        List<String> ids = inBrackets(value);
        if (!ids.isEmpty()) {
            return ids.getFirst();
        }
        String bare = strip(withoutBlanks(value, 0, value.length()));
        return bare.isEmpty() ? null : bare;
    }

    /** {@return all ids that a field names, in order; prose around them is dropped} */
    static List<String> all(String value) {
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> ids = inBrackets(value);
        return ids.isEmpty() ? bare(value) : ids;
    }

    /** {@return whether a field holds words beside ids, so that what stands in brackets may be a mail address} */
    static boolean hasProse(String value) {
        int depth = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '<') {
                depth++;
            } else if (c == '>') {
                depth = 0;
            } else if (depth == 0 && c > ' ' && c != ',' && c != ';') {
                return true;
            }
        }
        return false;
    }

    private static List<String> inBrackets(String value) {
        List<String> ids = new ArrayList<>(4);
        int open = value.indexOf('<');
        while (open >= 0 && ids.size() < LIMIT) {
            int from = open + 1;
            int i = from;
            while (i < value.length() && value.charAt(i) != '>' && value.charAt(i) != '<') {
                i++;
            }
            String id = strip(withoutBlanks(value, from, i));
            if (!id.isEmpty()) {
                ids.add(id);
            }
            open = value.indexOf('<', i);
        }
        return ids;
    }

    /** Without any bracket: every word must look like an id, else it is prose. */
    private static List<String> bare(String value) {
        List<String> ids = new ArrayList<>(2);
        int i = 0;
        while (i < value.length() && ids.size() < LIMIT) {
            while (i < value.length() && isSeparator(value.charAt(i))) {
                i++;
            }
            int from = i;
            while (i < value.length() && !isSeparator(value.charAt(i))) {
                i++;
            }
            String id = strip(value.substring(from, i));
            if (!id.isEmpty()) {
                boolean alone = ids.isEmpty() && i >= value.length();
                if (id.indexOf('@') <= 0 && !alone) {
                    return List.of();
                }
                ids.add(id);
            }
        }
        return ids;
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == ',' || c == ';' || c == '\t';
    }

    private static String withoutBlanks(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (value.charAt(i) <= ' ') {
                StringBuilder out = new StringBuilder(to - from);
                for (int k = from; k < to; k++) {
                    if (value.charAt(k) > ' ') {
                        out.append(value.charAt(k));
                    }
                }
                return out.toString();
            }
        }
        return value.substring(from, to);
    }

    private static String strip(String id) {
        int from = 0;
        int to = id.length();
        while (from < to && id.charAt(from) == '<') {
            from++;
        }
        while (to > from && id.charAt(to - 1) == '>') {
            to--;
        }
        boolean quoted = to - from > 1 && id.charAt(from) == '"' && id.charAt(to - 1) == '"';
        if (quoted) {
            return id.substring(from + 1, to - 1);
        }
        return id.substring(from, to);
    }
}
