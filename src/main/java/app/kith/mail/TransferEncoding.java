package app.kith.mail;

import java.util.Arrays;

/** Content-Transfer-Encoding (RFC 2045, section 6), with the ways its label is misspelt. */
enum TransferEncoding {
    /** 7bit, 8bit, binary and everything unknown: the bytes are the content. */
    IDENTITY,
    /** Base64. */
    BASE64,
    /** Quoted-printable. */
    QUOTED_PRINTABLE,
    /** The uuencode of old programs: the whole body is one uuencoded file. */
    UUENCODE;

    /** {@return the encoding that a field value means; comments, quotes and semicolons around the word do not matter} */
    static TransferEncoding of(String value) {
        if (value.isEmpty()) {
            return IDENTITY;
        }
        if (Ascii.contains(value, "base64") || Ascii.contains(value, "base-64")) {
            return BASE64;
        }
        if (Ascii.contains(value, "quoted")) {
            return QUOTED_PRINTABLE;
        }
        if (Ascii.contains(value, "uue") || Ascii.contains(value, "x-uu")) {
            return UUENCODE;
        }
        return IDENTITY;
    }

    /** {@return whether the value names one of the encodings of the RFC as the RFC spells it} */
    static boolean isKnown(String value) {
        return switch (Ascii.lower(value.trim())) {
            case "", "7bit", "8bit", "binary", "base64", "quoted-printable", "x-uuencode", "x-uue", "uuencode" -> true;
            default -> false;
        };
    }

    /** {@return the decoded content of a range of bytes, a new array; never fails} */
    byte[] decode(byte[] bytes, int from, int to) {
        return switch (this) {
            case IDENTITY -> Arrays.copyOfRange(bytes, from, to);
            case BASE64 -> Base64Bytes.looksRight(bytes, from, to)
                    ? Base64Bytes.decode(bytes, from, to)
                    : decodeDoubtful(bytes, from, to);
            case QUOTED_PRINTABLE -> QuotedPrintable.decode(bytes, from, to);
            case UUENCODE -> Uuencode.decodeBody(bytes, from, to);
        };
    }

    /** Labelled base64 with foreign bytes in its first line: plain text under a wrong label, or damaged base64. */
    private static byte[] decodeDoubtful(byte[] bytes, int from, int to) {
        int letters = 0;
        int blanks = 0;
        int others = 0;
        for (int i = from; i < to && i < from + 2000; i++) {
            int value = Base64Bytes.value(bytes[i] & 0xFF);
            letters += value >= 0 ? 1 : 0;
            blanks += bytes[i] == ' ' ? 1 : 0;
            others += value == -1 ? 1 : 0;
        }
        boolean prose = blanks * 20 > letters || others > Math.max(2, letters / 20);
        return prose && !HiddenBase64.isSpacedOut(bytes, from, to)
                ? Arrays.copyOfRange(bytes, from, to)
                : Base64Bytes.decode(bytes, from, to);
    }
}
