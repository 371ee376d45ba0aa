package app.kith.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The charset of a text and the label that it goes under, which is not always the same.
 *
 * @param label what the mail says
 * @param charset what the bytes are
 */
record Coding(String label, Charset charset) {
    static final Coding UTF_8 = new Coding("utf-8", StandardCharsets.UTF_8);
    static final Coding ASCII = new Coding("us-ascii", StandardCharsets.US_ASCII);
    private static final Coding LATIN_1 = new Coding("iso-8859-1", StandardCharsets.ISO_8859_1);
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Coding GB2312 = new Coding("gb2312", GB18030);
    private static final Coding GBK = new Coding("gbk", Charset.forName("GBK"));
    private static final Coding GB = new Coding("GB18030", GB18030);
    private static final Coding BIG5 = new Coding("big5", Charset.forName("Big5"));
    private static final Coding JIS = new Coding("iso-2022-jp", Charset.forName("ISO-2022-JP"));

    /** {@return the coding that a program set up for a language uses by itself} */
    static Coding of(Program program, Tongue tongue, int person) {
        if (program == Program.GMAIL || program == Program.APPLE) {
            return UTF_8;
        }
        return switch (tongue) {
            case ZH -> switch (program) {
                case OUTLOOK -> GB2312;
                case FOXMAIL -> person % 3 == 0 ? GB2312 : person % 3 == 1 ? GBK : UTF_8;
                case QQMAIL -> person % 2 == 0 ? GB : UTF_8;
                default -> GBK;
            };
            case ZH_HANT -> BIG5;
            case JA -> JIS;
            case DE, FR -> LATIN_1;
            case EN -> person % 2 == 0 ? LATIN_1 : UTF_8;
        };
    }

    /** {@return this coding, or ASCII where that is enough, or UTF-8 where this one lacks a character} */
    Coding fit(String text) {
        if (ascii(text)) {
            return ASCII;
        }
        return equals(UTF_8) || charset.equals(GB18030) || charset.newEncoder().canEncode(text) ? this : UTF_8;
    }

    byte[] bytes(String text) {
        return text.getBytes(charset);
    }

    static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 126) {
                return false;
            }
        }
        return true;
    }
}
