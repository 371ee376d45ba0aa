package app.kith.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * A value with parameters, as Content-Type and Content-Disposition are (RFC 2045, section 5.1): read leniently, with the
 * continuations and charsets of RFC 2231, and with encoded words and raw bytes where they are not allowed.
 */
final class ParameterField {
    private static final String[] KNOWN = {"charset", "name", "filename", "boundary", "format", "delsp", "method",
            "type", "report-type", "protocol", "micalg", "smime-type", "start", "size", "component", "x-unix-mode"};

    private static final int LONGEST_VALUE = 200;

    private final String text;
    private final TextDecoder decoder;
    private final List<String> names = new ArrayList<>(3);
    private final List<String> values = new ArrayList<>(3);
    private final EncodedWords words;
    private String value = "";
    private int at;

    /** Reads an unfolded field value. */
    ParameterField(String text, TextDecoder decoder) {
        this.text = text;
        this.decoder = decoder;
        this.words = new EncodedWords(text, decoder);
        if (!text.isEmpty()) {
            readValue();
            while (at < text.length()) {
                readParameter();
            }
        }
    }

    /** {@return the value before the parameters, in lower case, without blanks, quotes and comments; empty where there is none} */
    String value() {
        return value;
    }

    /** {@return a parameter as it stands, undecoded; empty where it is missing} */
    String plain(String name) {
        int i = names.indexOf(name);
        return i < 0 ? plainRfc2231(name) : values.get(i).trim();
    }

    private String plainRfc2231(String name) {
        for (String candidate : names) {
            if (candidate.length() > name.length() && candidate.charAt(name.length()) == '*'
                    && candidate.startsWith(name)) {
                return Rfc2231.read(name, names, values, decoder).trim();
            }
        }
        return "";
    }

    /** {@return a parameter decoded: by RFC 2231 where it is written so, else encoded words; empty where it is missing} */
    String text(String name) {
        String extended = Rfc2231.read(name, names, values, decoder);
        if (!extended.isEmpty()) {
            return HeaderText.clean(extended);
        }
        int i = names.indexOf(name);
        if (i < 0) {
            return "";
        }
        String decoded = EncodedWords.decode(values.get(i), decoder);
        return Rfc2231.unpercent(decoded, decoder);
    }

    private void readValue() {
        int i = 0;
        StringBuilder out = new StringBuilder(32);
        while (i < text.length() && text.charAt(i) != ';' && out.length() < LONGEST_VALUE) {
            char c = text.charAt(i);
            if (c == '(') {
                i = skipComment(i);
                continue;
            }
            if (c == ' ' && !out.isEmpty()) {
                i = skipBlanks(i);
                boolean slashFollows = i < text.length() && text.charAt(i) == '/';
                if (startsParameter(i) || (isMediaType(out) && !slashFollows)) {
                    break;
                }
                continue;
            }
            if (c > ' ' && c != '"') {
                out.append((char) Ascii.lower(c));
            }
            i++;
        }
        value = out.toString();
        if (value.indexOf('=') > 0 && value.indexOf('/') < 0) {
            // No value at all: the field begins with a parameter.
            value = "";
            i = 0;
        }
        at = i;
    }

    private static boolean isMediaType(StringBuilder out) {
        int slash = out.indexOf("/");
        return slash > 0 && slash < out.length() - 1;
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    /** {@return whether a well-known parameter name and its equals sign stand at an index} */
    private boolean startsParameter(int i) {
        for (String name : KNOWN) {
            if (Ascii.startsWith(text, i, name)) {
                int after = i + name.length();
                while (after < text.length() && (text.charAt(after) == '*' || Ascii.isDigit(text.charAt(after)))) {
                    after++;
                }
                if (after < text.length() && text.charAt(after) == '=') {
                    return true;
                }
            }
        }
        return false;
    }

    private int skipComment(int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    private void readParameter() {
        while (at < text.length() && (text.charAt(at) == ';' || text.charAt(at) == ' ' || text.charAt(at) == ',')) {
            at++;
        }
        int nameFrom = at;
        while (at < text.length() && text.charAt(at) != '=' && text.charAt(at) != ';') {
            at++;
        }
        String name = Ascii.lower(text.substring(nameFrom, at)).trim();
        int comment = name.indexOf('(');
        if (comment > 0) {
            name = name.substring(0, comment).trim();
        }
        if (at >= text.length() || text.charAt(at) == ';') {
            return;
        }
        at++;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        String content = at < text.length() && text.charAt(at) == '"' ? quoted() : token();
        names.add(name);
        values.add(content);
    }

    private String quoted() {
        StringBuilder out = new StringBuilder();
        int i = at + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && (text.charAt(i + 1) == '"' || text.charAt(i + 1) == '\\')) {
                out.append(text.charAt(i + 1));
                i += 2;
            } else if (c == '"' && closes(i)) {
                skipToSemicolon(i + 1);
                return out.toString();
            } else {
                out.append(c);
                i++;
            }
        }
        // No closing quote: the value ends at the next semicolon, if there is one.
        decoder.repairs().add("a quoted parameter was not closed");
        int end = text.indexOf(';', at);
        int from = at + 1;
        at = end < 0 ? text.length() : end;
        return text.substring(from, Math.max(from, at)).trim();
    }

    /** A quote inside a quoted value, as in {@code "a "b" c.txt"}, is followed by neither end, semicolon nor parameter. */
    private boolean closes(int quote) {
        int i = skipBlanks(quote + 1);
        if (i >= text.length() || text.charAt(i) == ';' || text.charAt(i) == '(' || startsParameter(i)) {
            return true;
        }
        int next = quote + 1;
        while (next < text.length() && text.charAt(next) != '"' && text.charAt(next) != ';') {
            next++;
        }
        return next >= text.length() || text.charAt(next) == ';';
    }

    private void skipToSemicolon(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != ';') {
            if (text.charAt(i) == ' ') {
                i = skipBlanks(i);
                if (startsParameter(i)) {
                    break;
                }
            } else {
                i++;
            }
        }
        at = i;
    }

    private String token() {
        int from = at;
        while (at < text.length() && text.charAt(at) != ';') {
            if (text.charAt(at) == ' ') {
                at = skipBlanks(at);
                if (startsParameter(at)) {
                    break;
                }
            } else {
                int wordEnd = text.startsWith("=?", at) ? words.endOfWord(at) : -1;
                at = wordEnd > at ? wordEnd : at + 1;
            }
        }
        String token = text.substring(from, at).trim();
        int comment = token.endsWith(")") ? token.indexOf(" (") : -1;
        return comment > 0 && names.isEmpty() ? token.substring(0, comment) : token;
    }
}
