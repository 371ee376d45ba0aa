package app.kith.mail;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What a file is by its first bytes, for attachments whose label says nothing or lies. */
public final class FileType {
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Set<String> EMPTY_LABELS = Set.of("application/octet-stream", "application/octetstream",
            "application/x-octet-stream", "application/binary", "application/unknown", "application/download",
            "application/force-download", "application/x-download", "application/x-msdownload", "binary/octet-stream",
            "");

    private FileType() {}

    /**
     * Tells the type of a file.
     *
     * @param content its bytes
     * @param label the type that it is labelled with, in lower case
     * @return the type that the bytes show, else the label
     */
    public static String of(byte[] content, String label) {
        String shown = byContent(content);
        if (shown.isEmpty() || shown.equals(label)) {
            return label;
        }
        if (EMPTY_LABELS.contains(label)) {
            return shown;
        }
        // A label that is only more exact than the bytes can be is kept: a zip-based format, a kind of image or Office file.
        boolean exact = shown.equals("application/zip") || shown.equals("application/x-ole-storage")
                || (shown.startsWith("text/") && label.startsWith("text/"));
        return exact ? label : shown;
    }

    /** {@return the type that the bytes show; empty where they show none} */
    static String byContent(byte[] content) {
        if (startsWith(content, 0, "%PDF-")) {
            return "application/pdf";
        }
        if (startsWith(content, 0, "\u0089PNG\r\n")) {
            return "image/png";
        }
        if (startsWith(content, 0, "\u00FF\u00D8\u00FF")) {
            return "image/jpeg";
        }
        if (startsWith(content, 0, "GIF87a") || startsWith(content, 0, "GIF89a")) {
            return "image/gif";
        }
        if (startsWith(content, 0, "PK\u0003\u0004")) {
            return zipped(content);
        }
        if (startsWith(content, 0, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return compound(content);
        }
        return media(content);
    }

    private static String media(byte[] content) {
        if (startsWith(content, 0, "ID3") || (content.length > 2 && (content[0] & 0xFF) == 0xFF
                && ((content[1] & 0xFE) == 0xFA || (content[1] & 0xFE) == 0xF2))) {
            return "audio/mpeg";
        }
        if (startsWith(content, 4, "ftyp")) {
            return startsWith(content, 8, "heic") || startsWith(content, 8, "mif1")
                    ? "image/heic"
                    : startsWith(content, 8, "M4A")
                            ? "audio/mp4"
                            : startsWith(content, 8, "qt") ? "video/quicktime" : "video/mp4";
        }
        if (startsWith(content, 0, "RIFF")) {
            return startsWith(content, 8, "WEBP")
                    ? "image/webp"
                    : startsWith(content, 8, "WAVE")
                            ? "audio/wav"
                            : startsWith(content, 8, "AVI ") ? "video/x-msvideo" : "";
        }
        if (startsWith(content, 0, "Rar!\u001A\u0007")) {
            return "application/vnd.rar";
        }
        if (startsWith(content, 0, "7z\u00BC\u00AF'\u001C")) {
            return "application/x-7z-compressed";
        }
        if (startsWith(content, 0, "\u001F\u008B")) {
            return "application/gzip";
        }
        if (startsWith(content, 0, "{\\rtf")) {
            return "application/rtf";
        }
        if (startsWith(content, 0, "II*\0") || startsWith(content, 0, "MM\0*")) {
            return "image/tiff";
        }
        if (startsWith(content, 0, "BM") && content.length > 30 && content[6] == 0 && content[7] == 0) {
            return "image/bmp";
        }
        return startsWith(content, 0, "MZ") && content.length > 64
                ? "application/vnd.microsoft.portable-executable"
                : startsWith(content, 0, "BEGIN:VCALENDAR")
                        ? "text/calendar"
                        : startsWith(content, 0, "BEGIN:VCARD")
                                ? "text/vcard"
                                : "";
    }

    /** Office and OpenDocument files are zip archives; the names of their entries tell which. */
    private static String zipped(byte[] content) {
        if (contains(content, "mimetypeapplication/vnd.oasis.opendocument.text", 200)) {
            return "application/vnd.oasis.opendocument.text";
        }
        if (contains(content, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet", 200)) {
            return "application/vnd.oasis.opendocument.spreadsheet";
        }
        if (!contains(content, "[Content_Types].xml", content.length)) {
            return "application/zip";
        }
        if (contains(content, "word/document", content.length)) {
            return OFFICE + "wordprocessingml.document";
        }
        if (contains(content, "xl/workbook", content.length)) {
            return OFFICE + "spreadsheetml.sheet";
        }
        return contains(content, "ppt/presentation", content.length)
                ? OFFICE + "presentationml.presentation"
                : "application/zip";
    }

    /** Old Office files are compound files; the names of their streams, in UTF-16, tell which. */
    private static String compound(byte[] content) {
        if (contains(content, wide("WordDocument"), content.length)) {
            return "application/msword";
        }
        if (contains(content, wide("Workbook"), content.length) || contains(content, wide("Book"), content.length)) {
            return "application/vnd.ms-excel";
        }
        if (contains(content, wide("PowerPoint Document"), content.length)) {
            return "application/vnd.ms-powerpoint";
        }
        return contains(content, wide("__substg1.0_"), content.length)
                ? "application/vnd.ms-outlook"
                : "application/x-ole-storage";
    }

    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    private static boolean startsWith(byte[] content, int at, String bytes) {
        if (content.length < at + bytes.length()) {
            return false;
        }
        for (int i = 0; i < bytes.length(); i++) {
            if ((content[at + i] & 0xFF) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] content, String bytes, int limit) {
        int last = Math.min(limit, content.length) - bytes.length();
        for (int i = 0; i <= last; i++) {
            if ((content[i] & 0xFF) == bytes.charAt(0) && startsWith(content, i, bytes)) {
                return true;
            }
        }
        return false;
    }
}
