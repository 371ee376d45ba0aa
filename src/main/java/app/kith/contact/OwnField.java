package app.kith.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of the user's own: what it is called and what it can hold. Its values are values of {@link Property#OWN} whose label is its
 * name, so they have sources and a history as all values have.
 *
 * @param name its name, as the user writes it; never blank
 * @param type what it can hold
 * @param choices what can be chosen; empty but for {@link Type#CHOICE}
 * @param sensitive whether it is shown and given away only with care
 */
public record OwnField(String name, Type type, List<String> choices, boolean sensitive) {
    /** How the keys begin of the texts in which the ledger keeps the fields; the name follows. */
    public static final String KEY = "field/";

    private static final String SENSITIVE = "sensitive";

    /** What a field can hold. The names stand in the ledger and are kept for ever. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** A number: {@code 1250.5}. */
        NUMBER,
        /** An amount and its currency: {@code 12500.50 CNY}. */
        MONEY,
        /** A day: {@code 2026-05-03}. */
        DATE,
        /** One of several. */
        CHOICE,
        /** {@code yes} or {@code no}. */
        YES_NO,
        /** The address of a page. */
        LINK;

        /**
         * Finds a type by its name.
         *
         * @param name in any case, with a hyphen or without: {@code yes-no}
         * @return the type; empty where there is none
         */
        public static Optional<Type> named(String name) {
            String wanted = name.strip().replace('-', '_').toUpperCase(Locale.ROOT);
            return List.of(values()).stream().filter(type -> type.name().equals(wanted)).findFirst();
        }

        /** {@return its name as it is written on the command line and in files} */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Keeps its own copy; only a choice has choices. */
    public OwnField {
        name = name.strip();
        choices = type == Type.CHOICE ? choices.stream().map(String::strip).distinct().toList() : List.of();
    }

    /**
     * Reads a value of this field.
     *
     * @param written as a person or a file has it
     * @return the value in the form in which it is kept; null where it is none of this field
     */
    public @Nullable String read(String written) {
        return OwnForm.read(this, written);
    }

    /**
     * A value of this field, in the form in which it is kept where it is understood, else as it is written: what a source says is
     * never thrown away.
     *
     * @param written as a person or a file has it
     * @return the value
     */
    public Value value(String written) {
        String read = read(written);
        return Value.of(Property.OWN, name, read == null ? written.strip() : read);
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
     * Reads a field as the ledger has it: the first line says what it holds, the second whether it is sensitive, all others what can
     * be chosen.
     *
     * @param name its name
     * @param text the lines; what is not understood holds any text
     * @return the field
     */
    public static OwnField parse(String name, String text) {
        List<String> lines = List.of(text.split("\n", -1));
        return new OwnField(name, Type.named(lines.getFirst()).orElse(Type.TEXT),
                lines.subList(Math.min(2, lines.size()), lines.size()),
                lines.size() > 1 && lines.get(1).equals(SENSITIVE));
    }

    /** {@return the lines that {@link #parse} reads} */
    public String text() {
        List<String> lines = new ArrayList<>(List.of(type.word(), sensitive ? SENSITIVE : ""));
        lines.addAll(choices);
        return String.join("\n", lines);
    }
}
