package app.kith.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Content-Transfer-Encodings (RFC 2045). All results have CRLF line ends. */
enum Transfer {
    SEVEN_BIT("7bit"),
    EIGHT_BIT("8bit"),
    QUOTED_PRINTABLE("quoted-printable"),
    BASE64("base64");

    private static final int LONGEST_LINE = 998;
    private static final String HEX = "0123456789ABCDEF";

    private final String label;

    Transfer(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** {@return the encoding that a program chooses for a text} */
    static Transfer of(Program program, Coding coding, Tongue tongue) {
        if (program == Program.FOXMAIL || program == Program.QQMAIL) {
            return BASE64;
        }
        if (coding.equals(Coding.ASCII) || coding.label().equals("iso-2022-jp")) {
            return SEVEN_BIT;
        }
        return switch (program) {
            case THUNDERBIRD -> EIGHT_BIT;
            case APPLE -> QUOTED_PRINTABLE;
            default -> tongue.wide() ? BASE64 : QUOTED_PRINTABLE;
        };
    }

    /** {@return this encoding, or quoted-printable where the text has too long a line} */
    Transfer fit(byte[] text) {
        if (this == BASE64 || this == QUOTED_PRINTABLE) {
            return this;
        }
        int line = 0;
        for (byte b : text) {
            line = b == '\n' ? 0 : line + 1;
            if (line > LONGEST_LINE - 2) {
                return QUOTED_PRINTABLE;
            }
        }
        return this;
    }

    /** {@return encoded text; its lines may end in LF} */
    byte[] text(byte[] text) {
        byte[] lines = crlf(text);
        return switch (this) {
            case SEVEN_BIT, EIGHT_BIT -> lines;
            case BASE64 -> base64(lines);
            case QUOTED_PRINTABLE -> quotedPrintable(text);
        };
    }

    /** {@return a file in base64} */
    static byte[] base64(byte[] content) {
        byte[] encoded = Base64.getMimeEncoder().encode(content);
        byte[] ended = java.util.Arrays.copyOf(encoded, encoded.length + 2);
        ended[encoded.length] = '\r';
        ended[encoded.length + 1] = '\n';
        return ended;
    }

    private static byte[] crlf(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + 100);
        for (byte b : text) {
            if (b == '\n') {
                out.write('\r');
            }
            out.write(b);
        }
        return out.toByteArray();
    }

    private static byte[] quotedPrintable(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length * 3 / 2 + 100);
        int column = 0;
        for (int i = 0; i < text.length; i++) {
            int b = text[i] & 0xff;
            if (b == '\n') {
                out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
                column = 0;
                continue;
            }
            boolean endsLine = i + 1 == text.length || text[i + 1] == '\n';
            boolean blank = b == ' ' || b == '\t';
            boolean plain = blank ? !endsLine : b >= 33 && b <= 126 && b != '=';
            int width = plain ? 1 : 3;
            if (column + width > 75) {
                out.writeBytes("=\r\n".getBytes(StandardCharsets.US_ASCII));
                column = 0;
            }
            if (!plain) {
                out.write('=');
                out.write(HEX.charAt(b >> 4));
                b = HEX.charAt(b & 15);
            }
            out.write(b);
            column += width;
        }
        return out.toByteArray();
    }
}
