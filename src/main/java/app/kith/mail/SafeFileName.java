package app.kith.mail;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns the name that an attachment came with into one that is safe to save under, on every system. */
public final class SafeFileName {
    /** How many bytes of UTF-8 a safe name has at most; every file system takes that many. */
    public static final int LENGTH = 200;

    private static final int LONGEST_EXTENSION = 24;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$", "com0", "com1",
            "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "com¹", "com²", "com³", "lpt0", "lpt1",
            "lpt2",
            "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "lpt¹", "lpt²", "lpt³", "clock$");
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(Map.entry("text/plain", ".txt"),
            Map.entry("text/html", ".html"), Map.entry("text/calendar", ".ics"), Map.entry("text/csv", ".csv"),
            Map.entry("text/vcard", ".vcf"), Map.entry("text/x-vcard", ".vcf"), Map.entry("message/rfc822", ".eml"),
            Map.entry("message/global", ".eml"), Map.entry("message/delivery-status", ".txt"),
            Map.entry("text/rfc822-headers", ".txt"), Map.entry("image/png", ".png"), Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/jpg", ".jpg"), Map.entry("image/gif", ".gif"), Map.entry("image/webp", ".webp"),
            Map.entry("image/bmp", ".bmp"), Map.entry("image/tiff", ".tif"), Map.entry("application/pdf", ".pdf"),
            Map.entry("application/zip", ".zip"), Map.entry("application/json", ".json"),
            Map.entry("application/xml", ".xml"), Map.entry("text/xml", ".xml"), Map.entry("application/rtf", ".rtf"),
            Map.entry("application/msword", ".doc"), Map.entry("application/vnd.ms-excel", ".xls"),
            Map.entry("application/vnd.ms-powerpoint", ".ppt"), Map.entry("application/vnd.ms-outlook", ".msg"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx"),
            Map.entry("application/pgp-signature", ".asc"), Map.entry("application/pkcs7-signature", ".p7s"),
            Map.entry("audio/mpeg", ".mp3"), Map.entry("video/mp4", ".mp4"));

    private SafeFileName() {}

    /**
     * Makes a name safe: the last part of a path, without control characters and marks of writing direction, without what Windows does
     * not take, no device name, no dots and blanks at its ends, at most {@link #LENGTH} bytes with its extension kept, never empty.
     *
     * @param name any text
     * @return the safe name
     */
    public static String of(String name) {
        String clean = trimmed(cleaned(lastPart(name)));
        if (clean.isEmpty()) {
            return "attachment";
        }
        int dot = clean.indexOf('.');
        String stem = (dot < 0 ? clean : clean.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
        return shortened(DEVICES.contains(stem) ? "_" + clean : clean);
    }

    /**
     * Makes the name of an attachment safe; one without a name is named after its type.
     *
     * @param attachment the attachment
     * @return the safe name
     */
    public static String of(Attachment attachment) {
        if (!attachment.name().isBlank()) {
            return of(attachment.name());
        }
        String type = attachment.type();
        String stem = type.startsWith("image/")
                ? "image"
                : type.equals("text/calendar")
                        ? "invite"
                        : type.startsWith(
                                "message/") ? "message" : "attachment";
        return stem + EXTENSIONS.getOrDefault(type, "");
    }

    private static String lastPart(String name) {
        int end = name.length();
        while (end > 0 && isSeparator(name.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && !isSeparator(name.charAt(start - 1))) {
            start--;
        }
        return name.substring(start, end);
    }

    private static boolean isSeparator(char c) {
        return c == '/' || c == '\\' || c == '\u2215' || c == '\u2044' || c == '\uFF0F' || c == '\uFF3C';
    }

    private static String cleaned(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length();) {
            int c = name.codePointAt(i);
            i += Character.charCount(c);
            if ("<>:\"|?*".indexOf(c) >= 0 || (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFD) {
                out.append('_');
            } else if (c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c)) {
                if (out.isEmpty() || out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.FORMAT
                    && Character.getType(c) != Character.PRIVATE_USE && Character.getType(c) != Character.UNASSIGNED) {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    /** A dot at the beginning hides a file; dots and blanks at the end are lost on Windows. */
    private static String trimmed(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && (name.charAt(start) == '.' || name.charAt(start) == ' ')) {
            start++;
        }
        while (end > start && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
            end--;
        }
        return name.substring(start, end);
    }

    private static String shortened(String name) {
        if (bytes(name, 0, name.length()) <= LENGTH) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        boolean extension = dot > 0 && bytes(name, dot, name.length()) <= LONGEST_EXTENSION;
        String tail = extension ? name.substring(dot) : "";
        int room = LENGTH - bytes(tail, 0, tail.length());
        int end = 0;
        while (end < name.length()) {
            int width = Character.charCount(name.codePointAt(end));
            room -= bytes(name, end, end + width);
            if (room < 0) {
                break;
            }
            end += width;
        }
        return trimmed(name.substring(0, end)) + tail;
    }

    private static int bytes(String text, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            count += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
        }
        return count;
    }
}
