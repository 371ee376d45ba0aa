package app.kith.mail;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Content-IDs and the {@code cid:} addresses by which HTML names them (RFC 2392). */
final class ContentIds {
    private static final int LIMIT = 1000;

    private ContentIds() {}

    /** {@return the ids that an HTML text names, in normal form} */
    static Set<String> namedBy(String html) {
        int at = Ascii.indexOf(html, "cid:", 0);
        if (at < 0) {
            return Set.of();
        }
        Set<String> ids = new HashSet<>();
        while (at >= 0 && ids.size() < LIMIT) {
            int from = at + 4;
            int to = from;
            while (to < html.length() && to < from + 300 && !endsAddress(html.charAt(to))) {
                to++;
            }
            ids.add(normal(html.substring(from, to)));
            at = Ascii.indexOf(html, "cid:", to);
        }
        return ids;
    }

    private static boolean endsAddress(char c) {
        return c <= ' ' || c == '"' || c == '\'' || c == '>' || c == ')' || c == '<';
    }

    /** {@return an id without percent-encoding, in lower case, as both sides are compared} */
    static String normal(String id) {
        String plain = id;
        if (id.indexOf('%') >= 0) {
            try {
                plain = URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                plain = id;
            }
        }
        return Ascii.lower(plain.replace("&amp;", "&")).trim();
    }
}
