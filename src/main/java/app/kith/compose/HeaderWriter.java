package app.kith.compose;

import app.kith.mail.Mailbox;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Writes header fields: folded before column 78, names and subjects in encoded words (RFC 2047) where they need them. */
final class HeaderWriter {
    private static final int WIDTH = 76;
    private static final int LONGEST_WORD = 45;
    private static final int LONGEST_TOKEN = 200;
    private static final Pattern ATOMS = Pattern
            .compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+( [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private final StringBuilder out = new StringBuilder(1024);

    /** Writes a field of text. */
    void text(String name, String value) {
        tokens(name, isPlain(value) ? List.of(value.split(" ", -1)) : encoded(value));
    }

    /** Text that says the same unencoded: printable ASCII, single blanks, nothing that looks encoded. */
    private static boolean isPlain(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c < 0x7F) && !value.contains("  ") && !value.contains("=?")
                && List.of(value.split(" ", -1)).stream().allMatch(word -> word.length() <= LONGEST_TOKEN);
    }

    /** Writes a field of words between which it may be folded. */
    void tokens(String name, List<String> tokens) {
        int column = name.length() + 1;
        out.append(name).append(':');
        for (String token : tokens) {
            boolean fold = column + 1 + token.length() > WIDTH && column > name.length() + 1;
            out.append(fold ? "\r\n " : " ").append(token);
            column = fold ? 1 + token.length() : column + 1 + token.length();
        }
        out.append("\r\n");
    }

    /** Writes a field of mailboxes; none where there are none. */
    void mailboxes(String name, List<Mailbox> boxes) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            tokens.addAll(mailbox(boxes.get(i)));
            if (i < boxes.size() - 1) {
                tokens.set(tokens.size() - 1, tokens.getLast() + ",");
            }
        }
        if (!tokens.isEmpty()) {
            tokens(name, tokens);
        }
    }

    private static List<String> mailbox(Mailbox box) {
        if (box.name().isEmpty()) {
            return List.of(box.address());
        }
        List<String> tokens = new ArrayList<>();
        boolean plain = isPlain(box.name()) && box.name().length() < WIDTH;
        if (plain && ATOMS.matcher(box.name()).matches()) {
            tokens.add(box.name());
        } else if (plain) {
            tokens.add('"' + box.name().replace("\\", "\\\\").replace("\"", "\\\"") + '"');
        } else {
            tokens.addAll(encoded(box.name()));
        }
        tokens.add("<" + box.address() + ">");
        return tokens;
    }

    /** Encoded words of UTF-8, none longer than 75 characters, cut between characters. */
    static List<String> encoded(String value) {
        List<String> words = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < value.length();) {
            int c = value.codePointAt(i);
            int size = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST_WORD) {
                words.add(word(part));
                part.setLength(0);
                bytes = 0;
            }
            part.appendCodePoint(c);
            bytes += size;
            i += Character.charCount(c);
        }
        words.add(word(part));
        return words;
    }

    private static String word(CharSequence part) {
        return "=?UTF-8?B?"
                + Base64.getEncoder().encodeToString(part.toString().getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    /** Writes a field with parameters, each on a line of its own. */
    void parameters(String name, String value, List<String> parameters) {
        out.append(name).append(": ").append(value);
        parameters.forEach(parameter -> out.append(";\r\n ").append(parameter));
        out.append("\r\n");
    }

    /** {@return the fields, without the empty line behind them} */
    String fields() {
        return out.toString();
    }
}
