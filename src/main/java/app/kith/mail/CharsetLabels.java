package app.kith.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From the label of a charset to the charset that the bytes are really in.
 *
 * <p>Labels are written by programs that mean a larger set than they name: {@code gb2312} is read as GB18030,
 * {@code iso-8859-1} as windows-1252, as the WHATWG Encoding Standard has it. {@code us-ascii} stays itself, since 8-bit
 * bytes under it say nothing.
 */
final class CharsetLabels {
    static final Charset GB18030 = Charset.forName("GB18030");
    static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    static final Charset EUC_JP = Charset.forName("EUC-JP");
    static final Charset EUC_KR = Charset.forName("x-windows-949");
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    static final Charset KOI8_R = Charset.forName("KOI8-R");
    static final Charset ISO_2022_JP = Charset.forName("x-windows-50221");
    static final Charset ISO_2022_KR = Charset.forName("ISO-2022-KR");
    static final Charset ISO_2022_CN = Charset.forName("ISO-2022-CN");
    static final Charset HZ = new HzCharset();
    static final Charset UTF_7 = new Utf7Charset();

    private static final Map<String, Charset> TABLE = table();

    private CharsetLabels() {}

    private static Map<String, Charset> table() {
        Map<String, Charset> map = new HashMap<>();
        put(map, StandardCharsets.UTF_8,
                "utf-8 utf8 utf-8mb4 utf8mb4 unicode-1-1-utf-8 unicode11utf8 x-unicode20utf8 cp65001 65001 utf");
        put(map, StandardCharsets.US_ASCII,
                "us-ascii ascii us ansi-x3.4-1968 iso646-us 7bit 7-bit iso-ir-6 ascii-us usascii");
        put(map, WINDOWS_1252,
                "iso-8859-1 iso8859-1 iso88591 iso-88591 iso8859 iso-8859 latin1 latin-1 l1 windows-1252 "
                        + "cp1252 cp-1252 x-cp1252 win-1252 1252 ansi iso-latin-1 en iso-ir-100");
        put(map, GB18030, "gb2312 gbk gb18030 gb-18030 gb-2312 gb-2312-80 gb2312-80 gb2312-1980 cp936 ms936 936 x-gbk "
                + "windows-936 chinese csgb2312 csiso58gb231280 iso-ir-58 euc-cn euccn x-euc-cn cn-gb gb gb2312.1980-0 "
                + "simplified-chinese cn x-gb2312 gb18030-2000 gb18030-2005 gb18030-2022 zh-cn");
        put(map, BIG5, "big5 big-5 cn-big5 csbig5 x-x-big5 big5-hkscs big5hkscs cp950 ms950 950 windows-950 x-big5 "
                + "big5-eten traditional-chinese zh-tw big5-2003");
        put(map, SHIFT_JIS,
                "shift-jis shiftjis sjis x-sjis ms-kanji csshiftjis cp932 ms932 932 windows-932 windows-31j "
                        + "x-ms-cp932 shift-jisx0213 cswindows31j");
        put(map, EUC_JP, "euc-jp eucjp x-euc-jp x-eucjp cseucpkdfmtjapanese ujis");
        put(map, ISO_2022_JP, "iso-2022-jp iso2022jp iso-2022jp iso2022-jp csiso2022jp iso-2022-jp-1 iso-2022-jp-2 "
                + "iso-2022-jp-3 iso-2022-jp-2004 iso-2022-jp-ms cp50220 cp50221 cp50222 jis jis7 x-iso-2022-jp");
        put(map, EUC_KR,
                "ks-c-5601-1987 ks-c-5601 ks-c-5601-1989 ksc5601 ksc-5601 ks-x-1001 euc-kr euckr cseuckr korean "
                        + "cp949 ms949 949 uhc windows-949 x-windows-949 iso-ir-149 csksc56011987");
        put(map, ISO_2022_KR, "iso-2022-kr iso2022kr csiso2022kr");
        put(map, ISO_2022_CN, "iso-2022-cn iso2022cn iso-2022-cn-ext");
        put(map, HZ, "hz-gb-2312 hz hz-gb2312 hzgb2312");
        put(map, UTF_7, "utf-7 utf7 unicode-1-1-utf-7 x-unicode-2-0-utf-7 csunicode11utf7 cp65000 65000");
        put(map, StandardCharsets.UTF_16, "utf-16 utf16 unicode ucs-2 ucs2 iso-10646-ucs-2 csunicode");
        put(map, StandardCharsets.UTF_16LE, "utf-16le utf16le");
        put(map, StandardCharsets.UTF_16BE, "utf-16be utf16be unicodefffe");
        put(map, KOI8_R, "koi8-r koi8r koi8 koi cskoi8r");
        put(map, "KOI8-U", "koi8-u koi8-ru koi8u");
        put(map, WINDOWS_1251, "windows-1251 cp1251 cp-1251 win-1251 x-cp1251 1251 cyrillic-windows");
        put(map, "ISO-8859-2", "iso-8859-2 iso8859-2 iso88592 latin2 latin-2 l2");
        put(map, "windows-1250", "windows-1250 cp1250 cp-1250 x-cp1250 win-1250 1250");
        put(map, "windows-1253", "windows-1253 cp1253 x-cp1253 1253 greek-windows");
        put(map, "ISO-8859-7", "iso-8859-7 iso8859-7 greek");
        put(map, "windows-1254", "windows-1254 iso-8859-9 iso8859-9 latin5 cp1254 x-cp1254 1254 turkish");
        put(map, "windows-1255",
                "windows-1255 iso-8859-8 iso-8859-8-i iso-8859-8-e iso8859-8 visual logical hebrew cp1255 "
                        + "x-cp1255 1255");
        put(map, "windows-1256", "windows-1256 cp1256 x-cp1256 1256");
        put(map, "ISO-8859-6", "iso-8859-6 iso-8859-6-i iso-8859-6-e iso8859-6 arabic");
        put(map, "windows-1257", "windows-1257 cp1257 x-cp1257 1257 baltic");
        put(map, "windows-1258", "windows-1258 cp1258 x-cp1258 1258 vietnamese");
        put(map, "x-windows-874", "windows-874 iso-8859-11 tis-620 tis620 cp874 874 x-windows-874 thai");
        put(map, "ISO-8859-15", "iso-8859-15 iso8859-15 latin9 latin-9 l9");
        put(map, "ISO-8859-5", "iso-8859-5 iso8859-5 cyrillic");
        put(map, "x-MacRoman", "macintosh macroman mac x-mac-roman x-mac applemac");
        put(map, "x-MacCyrillic", "x-mac-cyrillic x-mac-ukrainian");
        put(map, "IBM866", "ibm866 cp866 866 dos-866");
        return Map.copyOf(map);
    }

    private static void put(Map<String, Charset> map, String name, String labels) {
        if (Charset.isSupported(name)) {
            put(map, Charset.forName(name), labels);
        }
    }

    private static void put(Map<String, Charset> map, Charset charset, String labels) {
        for (String label : labels.split(" ", -1)) {
            map.put(label, charset);
        }
    }

    /**
     * Finds the charset that a label means.
     *
     * @param label the label as written, with quotes and junk around it; may be null
     * @return the charset to read with; {@code US_ASCII} for a label that promises 7-bit text; null where the label says nothing
     */
    static @Nullable Charset find(@Nullable String label) {
        if (label == null || label.isEmpty()) {
            return null;
        }
        Charset direct = TABLE.get(label);
        if (direct != null) {
            return direct;
        }
        String name = clean(label);
        Charset known = TABLE.get(name);
        if (known != null || name.isEmpty() || name.startsWith("x-unknown") || name.startsWith("unknown")) {
            return known;
        }
        if (name.startsWith("gb") && name.length() < 12) {
            return GB18030;
        }
        return byItsOwnName(name);
    }

    private static @Nullable Charset byItsOwnName(String name) {
        Charset known = EveryName.TABLE.get(name);
        if (known != null) {
            return known;
        }
        if (name.startsWith("cp-")) {
            return EveryName.TABLE.get("cp" + name.substring(3));
        }
        String page = name.startsWith("windows") ? name.substring(7) : name.startsWith("win-") ? name.substring(4) : "";
        return page.isEmpty() ? null : EveryName.TABLE.get("windows-" + page);
    }

    /** All charsets of the JDK; asking the JDK for a name that it does not know costs a millisecond each time. */
    private static final class EveryName {
        private static final Map<String, Charset> TABLE = new HashMap<>();

        static {
            for (Charset charset : Charset.availableCharsets().values()) {
                TABLE.put(clean(charset.name()), charset);
                charset.aliases().forEach(alias -> TABLE.putIfAbsent(clean(alias), charset));
            }
        }
    }

    /** Lower case, without quotes, blanks, a language tag or anything after them; {@code _} and {@code -} are one. */
    private static String clean(String label) {
        StringBuilder out = new StringBuilder(label.length());
        for (int i = 0; i < label.length() && i < 60; i++) {
            char c = label.charAt(i);
            boolean letter = Ascii.isLetter(c) || Ascii.isDigit(c);
            if (letter || ((c == '-' || c == '_' || c == '.') && !out.isEmpty())) {
                out.append(c == '_' ? '-' : (char) Ascii.lower(c));
            } else if (!out.isEmpty()) {
                break;
            }
        }
        return out.toString();
    }

    /** {@return whether a charset writes a character of its own script in two bytes, both high for the ordinary ones} */
    static boolean isDoubleByte(Charset charset) {
        return charset.equals(GB18030) || charset.equals(BIG5) || charset.equals(EUC_JP) || charset.equals(EUC_KR);
    }
}
