package app.kith.mail;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** The charset of text that does not say it, for rooms that read other things than mail. */
public final class TextCharset {
    private TextCharset() {}

    /**
     * Guesses the charset of 8-bit bytes that are not UTF-8.
     *
     * @param bytes some of the text, best those lines that hold bytes above 127
     * @return the likeliest charset; windows-1252 where nothing speaks for another
     */
    public static Charset guess(byte[] bytes) {
        return CharsetGuess.of(bytes, 0, bytes.length);
    }

    /**
     * Finds the charset that a label means.
     *
     * @param label such as {@code gb2312}, with the misspellings of mail
     * @return the charset to read with; null where the label says nothing
     */
    public static @Nullable Charset named(String label) {
        return CharsetLabels.find(label);
    }

    /**
     * Decodes quoted-printable (RFC 2045, 6.7).
     *
     * @param bytes the encoded bytes
     * @return the decoded bytes; what is not in the encoding is left as it is
     */
    public static byte[] quotedPrintable(byte[] bytes) {
        return QuotedPrintable.decode(bytes, 0, bytes.length);
    }
}
