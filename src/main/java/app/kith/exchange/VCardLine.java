package app.kith.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A content line of a vCard (RFC 6350, 3.3; RFC 2426; vCard 2.1).
 *
 * @param group what stands before the dot, such as {@code item1}; empty where there is none
 * @param name the property's name in capitals; empty where the line is none
 * @param parameters its parameters in the order of the line
 * @param value its value, decoded to text but still with its escapes
 * @param source the line as it stood, unfolded
 * @param old whether it is of a vCard 2.1, which escapes less
 */
record VCardLine(String group, String name, List<Parameter> parameters, String value, String source, boolean old) {

    /**
     * A parameter.
     *
     * @param name its name in capitals; vCard 2.1 leaves out {@code TYPE}
     * @param value its value
     */
    record Parameter(String name, String value) {}

    /** A line that is no property. */
    static VCardLine none(String source, boolean old) {
        return new VCardLine("", "", List.of(), source, source, old);
    }

    /**
     * Reads what stands before the colon.
     *
     * @param head group, name and parameters
     * @param value the decoded value
     */
    static VCardLine of(String head, String value, String source, boolean old) {
        List<String> parts = split(head, ';');
        String name = parts.getFirst().strip().toUpperCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        String group = dot > 0 ? parts.getFirst().strip().substring(0, dot) : "";
        List<Parameter> parameters = new ArrayList<>();
        for (String part : parts.subList(1, parts.size())) {
            parameter(part, parameters);
        }
        return new VCardLine(group, dot >= 0 ? name.substring(dot + 1) : name, List.copyOf(parameters), value, source,
                old);
    }

    private static void parameter(String part, List<Parameter> into) {
        int equals = part.indexOf('=');
        if (equals < 0) {
            String bare = part.strip();
            if (!bare.isEmpty()) {
                into.add(new Parameter(encoding(bare) ? "ENCODING" : "TYPE", bare));
            }
            return;
        }
        String name = part.substring(0, equals).strip().toUpperCase(Locale.ROOT);
        for (String value : split(part.substring(equals + 1), ',')) {
            String text = value.strip();
            if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
                text = text.substring(1, text.length() - 1);
            }
            // Some write TYPE="work,voice" where TYPE=work,voice is meant.
            for (String one : name.equals("TYPE") ? List.of(text.split(",", -1)) : List.of(text)) {
                into.add(new Parameter(name, uncaret(one)));
            }
        }
    }

    private static boolean encoding(String bare) {
        return switch (bare.toUpperCase(Locale.ROOT)) {
            case "QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT" -> true;
            default -> false;
        };
    }

    /** Splits outside of quotation marks. */
    private static List<String> split(String text, char mark) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == mark && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** RFC 6868. */
    private static String uncaret(String text) {
        return text.indexOf('^') < 0
                ? text
                : text.replace("^^", "\u0000").replace("^n", "\n").replace("^'", "\"").replace('\u0000', '^');
    }

    /** {@return the first value of a parameter; null where it has none} */
    @Nullable
    String parameter(String wanted) {
        return parameters.stream().filter(parameter -> parameter.name().equals(wanted)).map(Parameter::value)
                .findFirst().orElse(null);
    }

    /** {@return its types in small letters} */
    Set<String> types() {
        Set<String> types = new LinkedHashSet<>();
        parameters.stream().filter(parameter -> parameter.name().equals("TYPE"))
                .forEach(parameter -> types.add(parameter.value().strip().toLowerCase(Locale.ROOT)));
        types.remove("");
        return types;
    }

    /** {@return its value as text, without escapes} */
    String text() {
        return unescape(value).strip();
    }

    /** {@return the parts of its value between semicolons, without escapes} */
    List<String> parts() {
        return parts(';');
    }

    /** {@return the parts of its value between commas, without escapes} */
    List<String> list() {
        return parts(',').stream().filter(part -> !part.isEmpty()).toList();
    }

    private List<String> parts(char mark) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == mark) {
                parts.add(unescape(value.substring(from, i)).strip());
                from = i + 1;
            }
        }
        parts.add(unescape(value.substring(from)).strip());
        return parts;
    }

    private String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char next = text.charAt(++i);
            switch (next) {
                case '\\', ';', ',', ':', '"' -> out.append(next);
                case 'n', 'N' -> out.append(old ? "\\" + next : "\n");
                default -> out.append('\\').append(next);
            }
        }
        return out.toString();
    }
}
