package app.kith.contact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A stage of the user's own sales, as it stands in the user's list of them. Where a customer stands is a value of {@link Property#STAGE}
 * as all values are; the list gives the stages their order, and says at which of them it ends.
 *
 * @param name its name, as the user writes it; never blank, one line
 * @param end how it ends there
 */
public record Stage(String name, End end) {
    /** The key of the text in which the ledger keeps the list. */
    public static final String KEY = "stages";

    private static final char APART = '\t';

    /** How it ends at a stage. The names stand in the ledger and are kept for ever. */
    public enum End {
        /** It does not: it goes on. */
        NONE,
        /** The customer was won. */
        WON,
        /** The customer was lost. */
        LOST;

        /** {@return its name as it is written on the command line and in files} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Finds an end by its name.
         *
         * @param name in any case
         * @return the end; empty where there is none of that name
         */
        public static Optional<End> named(String name) {
            return List.of(values()).stream().filter(end -> end.word().equals(name.strip().toLowerCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    /** Takes blanks off around the name. */
    public Stage {
        name = name.strip();
    }

    /**
     * A stage at which it does not end.
     *
     * @param name its name
     * @return the stage
     */
    public static Stage of(String name) {
        return new Stage(name, End.NONE);
    }

    /** {@return the form of the name in which two spellings of it are one} */
    public String key() {
        return key(name);
    }

    /**
     * The form of a name in which two spellings of it are one.
     *
     * @param name the name
     * @return the form
     */
    public static String key(String name) {
        return NormalForm.folded(name);
    }

    /**
     * Reads the list as the ledger has it: a line for each stage, in their order, its end and its name.
     *
     * @param text the lines; empty for none
     * @return the stages, each name once
     */
    public static List<Stage> parse(String text) {
        Map<String, Stage> stages = new LinkedHashMap<>();
        for (String line : text.split("\n", -1)) {
            int apart = line.indexOf(APART);
            Stage stage = new Stage(line.substring(apart + 1),
                    End.named(line.substring(0, Math.max(0, apart))).orElse(End.NONE));
            if (!stage.name().isEmpty()) {
                stages.putIfAbsent(stage.key(), stage);
            }
        }
        return List.copyOf(stages.values());
    }

    /**
     * Writes a list.
     *
     * @param stages the stages in their order
     * @return the lines that {@link #parse} reads
     */
    public static String text(Collection<Stage> stages) {
        List<String> lines = new ArrayList<>();
        stages.forEach(stage -> lines.add(stage.end().word() + APART + stage.name()));
        return String.join("\n", lines);
    }
}
