package app.kith.demo;

import java.util.Base64;

/** Encoded words in headers (RFC 2047). */
final class Words {
    private static final int LONGEST = 75;

    private Words() {}

    /**
     * Encodes a header text.
     *
     * @param text any text
     * @param wanted the coding of the rest of the mail
     * @return the text itself where it is ASCII, else encoded words, folded by CRLF and a blank
     */
    static String of(String text, Coding wanted) {
        Coding coding = wanted.fit(text);
        if (Coding.ascii(text)) {
            return text;
        }
        boolean q = coding.label().equals("iso-8859-1");
        String head = "=?" + coding.label() + (q ? "?Q?" : "?B?");
        StringBuilder all = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int to = from;
            String fitting = "";
            while (to < text.length()) {
                int next = to + Character.charCount(text.codePointAt(to));
                String longer = q
                        ? quoted(coding.bytes(text.substring(from, next)))
                        : Base64.getEncoder()
                                .encodeToString(coding.bytes(text.substring(from, next)));
                if (head.length() + longer.length() + 2 > LONGEST) {
                    break;
                }
                fitting = longer;
                to = next;
            }
            all.append(from == 0 ? "" : "\r\n ").append(head).append(fitting).append("?=");
            from = to;
        }
        return all.toString();
    }

    /** {@return name and address for From, To and Cc} */
    static String mailbox(String name, String address, Coding coding) {
        if (!Coding.ascii(name)) {
            return of(name, coding) + " <" + address + ">";
        }
        boolean special = name.chars().anyMatch(c -> ",.()@'&".indexOf(c) >= 0);
        return (special ? '"' + name + '"' : name) + " <" + address + ">";
    }

    private static String quoted(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            if (Character.isLetterOrDigit(b)) {
                text.append((char) b);
            } else {
                text.append(b == ' ' ? "_" : hex(b));
            }
        }
        return text.toString();
    }

    private static String hex(byte b) {
        return "=" + Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)) + Character.toUpperCase(Character
                .forDigit(b & 15, 16));
    }
}
