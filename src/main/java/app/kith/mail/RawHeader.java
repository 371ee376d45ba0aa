package app.kith.mail;

import java.util.Arrays;

/** The header of a message as it stands in its bytes. */
public final class RawHeader {
    private RawHeader() {}

    /**
     * Cuts the header out.
     *
     * @param raw the message, CRLF line ends
     * @return its header with the empty line behind it, as servers give it alone (BODY[HEADER], RFC 9051, section 6.4.5); the bytes
     *         themselves where they are nothing but a header
     */
    public static byte[] of(byte[] raw) {
        for (int i = 3; i < raw.length; i++) {
            if (raw[i] == '\n' && raw[i - 1] == '\r' && raw[i - 2] == '\n' && raw[i - 3] == '\r') {
                return i + 1 == raw.length ? raw : Arrays.copyOf(raw, i + 1);
            }
        }
        return raw;
    }
}
