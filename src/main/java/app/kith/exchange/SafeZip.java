package app.kith.exchange;

import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through an Office file before anything reads it: every part is inflated once and counted, so that what the file says of
 * itself is not believed; a part that declares a document type is refused.
 */
final class SafeZip {
    private static final int MOST_PARTS = 5_000;
    private static final long LARGEST = 1L << 30;
    private static final int MOST_RATIO = 200;
    private static final long RATIO_FROM = 32L << 20;
    private static final int LOOKED_AT = 4096;

    private SafeZip() {}

    /** {@return what kind of Office file it is} */
    static FileKind kind(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") != null) {
                return FileKind.XLSX;
            }
            if (zip.getEntry("word/document.xml") != null) {
                return FileKind.DOCX;
            }
            boolean workbook = zip.stream().anyMatch(entry -> entry.getName().endsWith("workbook.xml"));
            if (workbook) {
                return FileKind.XLSX;
            }
        } catch (IllegalArgumentException e) {
            throw refused(e, file, "import.hostile.zip");
        } catch (IOException e) {
            throw failure(e, file);
        }
        throw new KithException(Problem.IMPORT_REFUSED, file.getFileName(), Note.of("import.hostile.unknown"));
    }

    /**
     * Looks through a file.
     *
     * @throws KithException IMPORT_REFUSED for a bomb, a document type, a damaged file
     */
    static void check(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw new KithException(Problem.IMPORT_REFUSED, file.getFileName(), Note.of("import.hostile.bomb"));
            }
            long total = 0;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                total += check(file, zip, entry, total);
            }
        } catch (IllegalArgumentException e) {
            throw refused(e, file, "import.hostile.zip");
        } catch (IOException e) {
            throw failure(e, file);
        }
    }

    private static long check(Path file, ZipFile zip, ZipEntry entry, long before) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] begin = in.readNBytes(LOOKED_AT);
            boolean xml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")
                    || entry.getName().endsWith(".vml");
            String text = new String(begin, StandardCharsets.ISO_8859_1).replace("\0", "").toLowerCase(Locale.ROOT);
            if (xml && text.contains("<!doctype")) {
                throw new KithException(Problem.IMPORT_REFUSED, file.getFileName(), Note.of("import.hostile.doctype"));
            }
            long size = begin.length;
            byte[] block = new byte[1 << 16];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                size += count;
                long packed = Math.max(1, entry.getCompressedSize());
                if (before + size > LARGEST || size > RATIO_FROM && size / packed > MOST_RATIO) {
                    throw new KithException(Problem.IMPORT_REFUSED, file.getFileName(), Note.of("import.hostile.bomb"));
                }
            }
            return size;
        }
    }

    /** {@return the failure that an exception stands for: the file is damaged, or the disk} */
    static KithException failure(IOException e, Path file) {
        return e instanceof ZipException || e instanceof EOFException
                ? refused(e, file, "import.hostile.zip")
                : new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
    }

    private static KithException refused(Exception e, Path file, String why) {
        return new KithException(e, Problem.IMPORT_REFUSED, file.getFileName(), Note.of(why));
    }
}
