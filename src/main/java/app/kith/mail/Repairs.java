package app.kith.mail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what had to be mended while one message is read; each phrase once, and not without end. */
final class Repairs {
    private static final int LIMIT = 40;
    private final Set<String> phrases = new LinkedHashSet<>();

    void add(String phrase) {
        if (phrases.size() < LIMIT) {
            phrases.add(phrase);
        }
    }

    List<String> list() {
        return List.copyOf(phrases);
    }
}
