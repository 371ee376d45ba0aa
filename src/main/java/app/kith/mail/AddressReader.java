package app.kith.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Address lists (RFC 5322, section 3.4, with the obsolete forms), leniently: semicolons between addresses, commas missing at
 * folds, empty members, {@code <<a@b>>}, names with {@code @} or commas in encoded words, addresses with blanks or trailing dots.
 * Group names are dropped, their members kept. One pass.
 */
final class AddressReader {
    private final String text;
    private final TextDecoder decoder;
    private final EncodedWords words;
    private final List<Mailbox> found;
    private final StringBuilder phrase = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private String address = "";
    private boolean hasAddress;
    private boolean quotedPhrase;
    private boolean openBrackets;
    private int at;

    private AddressReader(String text, TextDecoder decoder, List<Mailbox> found) {
        this.text = text;
        this.decoder = decoder;
        this.words = new EncodedWords(text, decoder);
        this.found = found;
    }

    /** {@return the mailboxes of all fields of one name, in order} */
    static List<Mailbox> read(List<String> values, TextDecoder decoder) {
        if (values.isEmpty()) {
            return List.of();
        }
        List<Mailbox> found = new ArrayList<>(2);
        for (String value : values) {
            new AddressReader(value, decoder, found).run();
        }
        return List.copyOf(found);
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case ',', ';' -> {
                    at++;
                    flush();
                }
                case '"' -> quotedString();
                case '(' -> comment();
                case '<' -> angle();
                case ':' -> colon();
                case '=' -> word();
                default -> {
                    phrase.append(c);
                    at++;
                }
            }
        }
        flush();
    }

    private void word() {
        int end = words.endOfWord(at);
        if (end > at) {
            phrase.append(text, at, end);
            at = end;
        } else {
            phrase.append('=');
            at++;
        }
    }

    private void quotedString() {
        int start = at++;
        StringBuilder quoted = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            quoted.append(text.charAt(at++));
        }
        if (at >= text.length()) {
            // No closing quote: it was no quoted string.
            decoder.repairs().add("a quote in an address list was not closed");
            at = start + 1;
            return;
        }
        at++;
        if (at < text.length() && text.charAt(at) == '@') {
            phrase.append(text, start, at);
        } else {
            phrase.append(quoted);
            quotedPhrase = true;
        }
    }

    private void comment() {
        if (openBrackets) {
            phrase.append('(');
            at++;
            return;
        }
        int depth = 0;
        int from = at + 1;
        int i = at;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                break;
            }
        }
        if (i >= text.length()) {
            openBrackets = true;
            decoder.repairs().add("a bracket in an address list was not closed");
            phrase.append('(');
            at++;
            return;
        }
        if (comment.isEmpty() && i > from) {
            comment.append(text, from, i);
        }
        at = i + 1;
    }

    private void angle() {
        if (hasAddress) {
            // The comma is missing: words since the last address belong to this one.
            String next = phrase.substring(phrase.indexOf("\0") + 1);
            phrase.setLength(phrase.length() - next.length());
            flush();
            phrase.append(next);
        }
        at++;
        while (at < text.length() && (text.charAt(at) == '<' || text.charAt(at) == ' ')) {
            at++;
        }
        int from = at;
        boolean quoted = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '>' || c == '<' || (c == ',' && !isRoute(from)))) {
                break;
            }
            at++;
        }
        address = cleanAddress(text.substring(from, at));
        hasAddress = true;
        while (at < text.length() && text.charAt(at) == '>') {
            at++;
        }
        if (!phrase.isEmpty()) {
            phrase.append('\0');
        }
    }

    private boolean isRoute(int from) {
        return from < text.length() && text.charAt(from) == '@';
    }

    private void colon() {
        at++;
        String name = phrase.toString().strip();
        if (name.equalsIgnoreCase("mailto")) {
            phrase.setLength(0);
        } else if (hasAddress || name.indexOf('@') >= 0) {
            phrase.append(':');
        } else {
            phrase.setLength(0);
            comment.setLength(0);
        }
    }

    /** Ends the mailbox that was being read. */
    private void flush() {
        String name = phrase.toString();
        String aside = comment.toString();
        boolean quoted = quotedPhrase;
        phrase.setLength(0);
        comment.setLength(0);
        quotedPhrase = false;
        if (hasAddress) {
            hasAddress = false;
            int mark = name.indexOf('\0');
            String shown = mark < 0 ? name : name.substring(0, mark);
            if (shown.isBlank() && mark < 0) {
                shown = name;
            }
            add(shown.isBlank() ? aside : shown, address);
            return;
        }
        if (!name.isBlank()) {
            bare(name.strip(), aside, quoted);
        } else if (!aside.isBlank() && found.isEmpty()) {
            add(aside, "");
        }
    }

    /** A member without angle brackets: an address, several with commas missing, or a mere name. */
    private void bare(String member, String aside, boolean quoted) {
        if (quoted && member.indexOf('@') < 0) {
            add(member, "");
            return;
        }
        String decoded = member.contains("=?") ? EncodedWords.decode(member, decoder) : member;
        List<String> parts = words(decoded);
        StringBuilder name = new StringBuilder();
        int addresses = 0;
        for (String part : parts) {
            if (part.indexOf('@') > 0) {
                add(addresses == 0 && name.isEmpty() ? aside : name.toString(), cleanAddress(part));
                name.setLength(0);
                addresses++;
            } else {
                name.append(name.isEmpty() ? "" : " ").append(part);
            }
        }
        if (addresses == 0) {
            boolean undisclosed = Ascii.startsWith(decoded, 0, "undisclosed")
                    || Ascii.startsWith(decoded, 0, "recipient list");
            if (parts.size() == 1 && isAtom(decoded) && !undisclosed) {
                add(aside, decoded);
            } else if (!undisclosed) {
                add(decoded, "");
            }
        }
    }

    /** Splits at blanks outside quotes. */
    private static List<String> words(String text) {
        List<String> parts = new ArrayList<>(1);
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (text.charAt(i) == ' ' && !quoted) {
                if (i > from) {
                    parts.add(text.substring(from, i));
                }
                from = i + 1;
            }
        }
        if (from < text.length()) {
            parts.add(text.substring(from));
        }
        return parts.size() > 1 && text.indexOf('@') >= 0 ? joined(parts) : parts;
    }

    /** The obsolete syntax allows blanks around the dots and the at sign of an address (RFC 5322, section 4.4). */
    private static List<String> joined(List<String> parts) {
        List<String> whole = new ArrayList<>(parts.size());
        StringBuilder last = new StringBuilder(parts.getFirst());
        boolean dotted = false;
        for (String part : parts.subList(1, parts.size())) {
            boolean address = last.indexOf("@") >= 0;
            boolean goesOn = address
                    ? dotted || part.startsWith(".") || last.charAt(last.length() - 1) == '@'
                    : part.startsWith("@");
            if (goesOn) {
                dotted = address && part.endsWith(".");
                last.append(part);
            } else {
                whole.add(last.toString());
                last.setLength(0);
                last.append(part);
                dotted = false;
            }
        }
        whole.add(last.toString());
        return whole;
    }

    private static boolean isAtom(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private void add(String name, String mailAddress) {
        String shown = unquote(EncodedWords.decode(name, decoder));
        if (!shown.isEmpty() || !mailAddress.isEmpty()) {
            found.add(new Mailbox(shown, mailAddress));
        }
    }

    private static String unquote(String name) {
        String out = collapse(name);
        while (out.length() > 1 && (out.charAt(0) == '"' || out.charAt(0) == '\'')
                && out.charAt(out.length() - 1) == out
                        .charAt(0)) {
            out = out.substring(1, out.length() - 1).strip();
        }
        return out;
    }

    private static String collapse(String name) {
        if (name.indexOf("  ") < 0) {
            return name;
        }
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != ' ' || out.isEmpty() || out.charAt(out.length() - 1) != ' ') {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Drops what an address cannot hold: a route, a scheme, comments, blanks outside quotes. */
    private String cleanAddress(String written) {
        String in = written.contains("=?") ? EncodedWords.decode(written, decoder) : HeaderText.clean(written);
        if (Ascii.startsWith(in, 0, "mailto:")) {
            in = in.substring(7);
        }
        if (in.startsWith("@") && in.indexOf(':') > 0) {
            in = in.substring(in.lastIndexOf(':') + 1);
        }
        StringBuilder out = new StringBuilder(in.length());
        boolean quoted = false;
        int depth = 0;
        for (int i = 0; i < in.length(); i++) {
            char c = in.charAt(i);
            quoted ^= c == '"';
            if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && depth > 0) {
                depth--;
            } else if (depth == 0 && (quoted || (c > ' ' && c != '<' && c != '>'))) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
