package app.kith.ui.compose;

/** Puts a signature below what the user writes, behind the usual mark (RFC 3676, section 4.3), and above what is quoted. */
final class Signing {
    private static final String MARK = "\n-- \n";

    private Signing() {}

    /**
     * Puts a signature into a text that has none yet.
     *
     * @param quoted the text that the letter begins with; empty, or beginning with an empty line
     * @param signature the signature; empty for none
     * @return the text, with a line before it to write on
     */
    static String begin(String quoted, String signature) {
        if (signature.isBlank()) {
            return quoted;
        }
        return "\n" + MARK + signature.strip() + (quoted.isBlank() ? "\n" : "\n\n" + quoted.replaceAll("^\n+", ""));
    }

    /**
     * Takes another signature, because the letter goes out from another account now.
     *
     * @param text the letter
     * @param before the signature that it was begun with
     * @param after the other one; either may be empty
     * @return the text; as it was where the user has changed the former signature
     */
    static String swap(String text, String before, String after) {
        String old = before.isBlank() ? "" : MARK + before.strip();
        String now = after.isBlank() ? "" : MARK + after.strip();
        if (old.isEmpty()) {
            return text.isBlank() && !now.isEmpty() ? begin("", after) : text;
        }
        int at = text.indexOf(old);
        return at < 0 ? text : text.substring(0, at) + now + text.substring(at + old.length());
    }
}
