package app.kith.desk;

import app.kith.rule.Since;
import app.kith.vault.SealedFile;
import app.kith.words.KithException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far each rule has looked, in one small file. It only saves looking again: what a rule did is marked in the ledger, so where the
 * file is lost or was not written in time rules look again at what came since they were switched on, and do nothing twice. Thread-safe.
 */
final class RuleBook {
    private static final Logger LOG = LoggerFactory.getLogger(RuleBook.class);

    private final SealedFile file;
    private Map<Long, Since> known = Map.of();
    private boolean read;

    RuleBook(SealedFile file) {
        this.file = file;
    }

    /** How far a rule has looked, and when; empty where it never did. */
    synchronized Optional<Since> of(long rule) {
        load();
        return Optional.ofNullable(known.get(rule));
    }

    synchronized void put(Map<Long, Since> seen) {
        load();
        Map<Long, Since> now = new TreeMap<>(known);
        now.putAll(seen);
        if (now.equals(known)) {
            return;
        }
        known = now;
        StringBuilder text = new StringBuilder("1\n");
        now.forEach((rule, one) -> text.append(rule).append(' ').append(one.message()).append(' ')
                .append(one.change()).append(' ').append(one.at()).append('\n'));
        try {
            file.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (KithException e) {
            LOG.warn("How far rules have looked could not be written; they will look again", e);
        }
    }

    private void load() {
        if (read) {
            return;
        }
        read = true;
        try {
            known = file.read().map(bytes -> parse(new String(bytes, StandardCharsets.UTF_8))).orElse(Map.of());
        } catch (KithException | IllegalArgumentException | DateTimeException e) {
            LOG.warn("How far rules have looked cannot be read; they will look again: {}", String.valueOf(e));
            try {
                file.setAside();
            } catch (KithException again) {
                LOG.warn("The file could not be set aside", again);
            }
        }
    }

    private static Map<Long, Since> parse(String text) {
        Map<Long, Since> seen = new TreeMap<>();
        text.lines().skip(1).forEach(line -> {
            String[] parts = line.split(" ", -1);
            if (parts.length != 4) {
                throw new IllegalArgumentException("a line of another form");
            }
            seen.put(Long.parseLong(parts[0]),
                    new Since(Long.parseLong(parts[1]), Long.parseLong(parts[2]), Instant.parse(parts[3])));
        });
        return seen;
    }
}
