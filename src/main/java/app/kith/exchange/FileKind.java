package app.kith.exchange;

import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a file is, by what it holds; its name only where that does not tell. */
public enum FileKind {
    /** Cells with a separator between them. */
    CSV,
    /** A workbook of Office Open XML. */
    XLSX,
    /** A workbook of the older binary form. */
    XLS,
    /** A text document of Office Open XML. */
    DOCX,
    /** A page of HTML with a table, which some programs write under the name of a workbook. */
    HTML,
    /** vCards. */
    VCARD,
    /** Entries of a directory. */
    LDIF,
    /** A contact of Outlook, saved as a file. */
    MSG,
    /** A file in which Outlook keeps mail and contacts. */
    PST,
    /** What Kith itself exports. */
    JSON;

    private static final int LOOKED_AT = 4096;

    /**
     * Recognises a file.
     *
     * @param file the file
     * @return what it is
     * @throws KithException IMPORT_REFUSED where it is nothing that can be read; DISK
     */
    public static FileKind of(Path file) {
        if (Files.isDirectory(file)) {
            throw new KithException(Problem.IMPORT_REFUSED, file.getFileName(), Note.of("import.hostile.folder"));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return of(file, in.readNBytes(LOOKED_AT));
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }

    private static FileKind of(Path file, byte[] begin) {
        String latin = new String(begin, StandardCharsets.ISO_8859_1);
        if (begin.length == 0) {
            throw new KithException(Problem.IMPORT_REFUSED, file.getFileName(), Note.of("import.hostile.empty"));
        }
        if (latin.startsWith("PK")) {
            return SafeZip.kind(file);
        }
        if (latin.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return MsgFile.isOne(file) ? MSG : XLS;
        }
        if (PstFile.begins(latin)) {
            return PST;
        }
        if (VCardReader.begins(begin)) {
            return VCARD;
        }
        FileCharset.Found charset = FileCharset.of(begin);
        String text = new String(begin, charset.mark(), begin.length - charset.mark(), charset.charset())
                .stripLeading();
        if (text.chars().limit(1000).filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != 1).count() > 2
                || text.startsWith("%PDF")) {
            throw new KithException(Problem.IMPORT_REFUSED, file.getFileName(), Note.of("import.hostile.unknown"));
        }
        return ofText(String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT),
                text.toLowerCase(Locale.ROOT));
    }

    private static FileKind ofText(String name, String text) {
        if (text.startsWith("dn:") || text.startsWith("version: 1\n") || text.startsWith("version: 1\r")
                || name.endsWith(".ldif") || name.endsWith(".ldi")) {
            return LDIF;
        }
        if (text.startsWith("<") && text.contains("<html") || text.startsWith("<table")
                || text.startsWith("<!doctype")) {
            return HTML;
        }
        if (name.endsWith(".vcf") || name.endsWith(".vcard")) {
            return VCARD;
        }
        return text.startsWith("{") ? JSON : CSV;
    }
}
