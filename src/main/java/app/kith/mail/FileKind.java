package app.kith.mail;

import java.util.Locale;

/** What kind of file an attachment is, as people call it: told by its name, else by its MIME type. */
public enum FileKind {
    /** A PDF. */
    PDF("pdf"),
    /** A text with pages. */
    DOCUMENT("doc docx docm odt rtf txt md wps pages htm html"),
    /** A table. */
    SHEET("xls xlsx xlsm xlsb csv ods et numbers"),
    /** Slides. */
    SLIDES("ppt pptx pps ppsx odp dps key"),
    /** A photo or a picture. */
    PICTURE("png jpg jpeg gif bmp webp tif tiff heic svg"),
    /** A drawing of a part or a plan. */
    DRAWING("dwg dxf step stp iges igs stl x_t sldprt sldasm vsd vsdx"),
    /** Files packed into one. */
    ARCHIVE("zip rar 7z gz tgz tar bz2 xz"),
    /** Sound or film. */
    MEDIA("mp3 wav m4a ogg amr mp4 mov avi mkv webm"),
    /** A mail, a contact or an appointment. */
    CARD("eml msg vcf ics"),
    /** Anything else. */
    OTHER("");

    private static final int LONGEST_ENDING = 8;

    private final String endings;

    FileKind(String endings) {
        this.endings = " " + endings + " ";
    }

    /**
     * Tells the kind.
     *
     * @param name the name of the file; may be empty
     * @param type the MIME type in lower case, without parameters
     * @return the kind; never null
     */
    public static FileKind of(String name, String type) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || name.length() - dot > LONGEST_ENDING
                ? ""
                : name.substring(dot + 1).toLowerCase(Locale.ROOT).strip();
        for (FileKind kind : values()) {
            if (!ending.isEmpty() && kind.endings.contains(" " + ending + " ")) {
                return kind;
            }
        }
        // A label of plain text says nothing of a file whose name has an ending that is none of text.
        return ending.isEmpty() || !type.startsWith("text/") ? ofType(type) : OTHER;
    }

    private static FileKind ofType(String type) {
        if (type.startsWith("image/")) {
            return PICTURE;
        }
        if (type.startsWith("audio/") || type.startsWith("video/")) {
            return MEDIA;
        }
        if (type.equals("application/pdf")) {
            return PDF;
        }
        if (type.contains("spreadsheet") || type.contains("excel") || type.equals("text/csv")) {
            return SHEET;
        }
        if (type.contains("presentation") || type.contains("powerpoint")) {
            return SLIDES;
        }
        if (type.contains("word") || type.startsWith("text/plain") || type.equals("text/html")) {
            return DOCUMENT;
        }
        if (type.equals("message/rfc822") || type.equals("text/calendar") || type.contains("vcard")) {
            return CARD;
        }
        return type.contains("zip") || type.contains("compressed") ? ARCHIVE : OTHER;
    }
}
