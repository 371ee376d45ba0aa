package app.kith.assist;

import app.kith.store.ProposalKind;
import app.kith.store.ProposalView.Level;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the user lets the program accept unasked. */
public enum Threshold {
    /** Nothing. */
    NONE(null),
    /** What is as good as sure. */
    CERTAIN(Level.CERTAIN),
    /** What is likely, too. */
    LIKELY(Level.LIKELY);

    /** The key of the text in which the thresholds are kept. */
    static final String KEY = "setting/proposals";

    private final @Nullable Level level;

    Threshold(@Nullable Level level) {
        this.level = level;
    }

    /** {@return how sure a proposal must be; null where nothing is accepted} */
    @Nullable
    Level level() {
        return level;
    }

    /** Reads the text; what it does not say is as at first: whom the user wrote to, and what fills what is empty. */
    static Map<ProposalKind, Threshold> read(String text) {
        Map<ProposalKind, Threshold> thresholds = new EnumMap<>(ProposalKind.class);
        thresholds.put(ProposalKind.PERSON, CERTAIN);
        thresholds.put(ProposalKind.ROLE, CERTAIN);
        thresholds.put(ProposalKind.FACT, CERTAIN);
        thresholds.put(ProposalKind.BOUNCE, NONE);
        thresholds.put(ProposalKind.MOVED, NONE);
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            for (ProposalKind kind : ProposalKind.values()) {
                for (Threshold each : values()) {
                    if (equals > 0 && line.equals(word(kind.name()) + "=" + word(each.name()))) {
                        thresholds.put(kind, each);
                    }
                }
            }
        });
        return thresholds;
    }

    static String written(Map<ProposalKind, Threshold> thresholds) {
        return thresholds.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(each -> word(each.getKey().name()) + "=" + word(each.getValue().name()))
                .collect(Collectors.joining("\n"));
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
