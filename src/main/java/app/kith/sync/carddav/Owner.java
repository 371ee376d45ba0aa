package app.kith.sync.carddav;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Whether two addresses are of one owner, so that a secret for one may be told to the other. */
final class Owner {
    /** Second levels under which others register names; of countries, which have two letters. */
    private static final Set<String> SHARED = Set.of("com", "co", "net", "org", "gov", "edu", "ac", "or", "ne", "go",
            "gob", "gen", "id", "me", "nom", "ltd", "plc", "sch", "web", "firm", "idv", "mil", "info");

    private Owner() {}

    static boolean same(URI one, URI other) {
        String here = host(one);
        String there = host(other);
        boolean https = "https".equalsIgnoreCase(other.getScheme());
        if (here.equals(there)) {
            // Another port of one machine may be another's: only the usual one, for which no port is written.
            return port(one) == port(other) || https && port(other) == 443;
        }
        boolean literal = here.matches("[0-9.]+") || here.contains(":") || !here.contains(".") || !there.contains(".");
        return !literal && https && registered(here).equals(registered(there));
    }

    private static String host(URI uri) {
        return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    }

    private static int port(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    /** The part of a name that one owner has registered. */
    static String registered(String host) {
        String[] labels = host.split("\\.", -1);
        int count = labels.length;
        boolean country = count > 2 && labels[count - 1].length() == 2 && SHARED.contains(labels[count - 2]);
        int kept = Math.min(count, country ? 3 : 2);
        return String.join(".", java.util.Arrays.asList(labels).subList(count - kept, count));
    }
}
