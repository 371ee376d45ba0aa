package app.kith.mail;

import java.util.List;

/** OpenPGP inside plain text (RFC 9580, section 6 and 7): shows clear-signed text without its armour. Checks no signature. */
final class PgpText {
    private static final String SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final String END = "-----END PGP SIGNATURE-----";
    private static final String MESSAGE = "-----BEGIN PGP MESSAGE-----";

    private PgpText() {}

    /** {@return the text to read; what it shows goes to the signs} */
    static String read(String text, List<Sign> signs) {
        int message = lineStart(text, MESSAGE);
        if (message >= 0) {
            signs.add(new Sign(Sign.Kind.ENCRYPTED, MESSAGE));
            return text;
        }
        int begin = lineStart(text, SIGNED);
        if (begin < 0) {
            return text;
        }
        signs.add(new Sign(Sign.Kind.SIGNED, SIGNED));
        int headers = text.indexOf("\n\n", begin);
        int signature = text.indexOf("\n" + SIGNATURE, begin);
        if (headers < 0 || signature < headers) {
            return text;
        }
        int end = text.indexOf(END, signature);
        String before = text.substring(0, begin);
        String signed = unescape(text.substring(headers + 2, Math.max(headers + 2, signature)));
        String after = end < 0 ? "" : text.substring(end + END.length());
        return before + signed + after;
    }

    private static int lineStart(String text, String line) {
        if (text.startsWith(line)) {
            return 0;
        }
        int at = text.indexOf("\n" + line);
        return at < 0 ? -1 : at + 1;
    }

    private static String unescape(String signed) {
        String inner = signed.replace("\n- ", "\n");
        return inner.startsWith("- ") ? inner.substring(2) : inner;
    }
}
