package app.kith.mail;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** The charsets with which the user may have a message read again. */
public final class ReadAs {
    /** The usual ones, by the names that people know them by; Chinese first. */
    public static final List<String> NAMES = List.of("UTF-8", "GB18030", "Big5", "Shift_JIS", "ISO-2022-JP", "EUC-JP",
            "EUC-KR", "windows-1252", "windows-1250", "windows-1251", "KOI8-R", "windows-1253", "windows-1254",
            "windows-1255", "windows-1256", "ISO-8859-15", "UTF-7", "HZ-GB-2312", "UTF-16");

    private ReadAs() {}

    /**
     * Finds a charset.
     *
     * @param name one of {@link #NAMES} or any other name of a charset
     * @return the charset; empty where none is known by that name
     */
    public static Optional<Charset> charset(String name) {
        return Optional.ofNullable(CharsetLabels.find(name));
    }
}
