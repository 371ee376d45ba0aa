package app.kith.search;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The text of a PDF, page by page. */
final class PdfText {
    private static final int MOST_PAGES = 300;
    private static final long MOST_INFLATED = 96L << 20;
    private static final int LARGEST_OF_OLD_PACKING = 1 << 20;
    private static final Pattern TWICE = Pattern
            .compile("(FlateDecode|/Fl|LZWDecode|RunLengthDecode)\\s*/(Fl|LZW|RunL)");

    private PdfText() {}

    static void read(byte[] content, Letters letters) throws IOException {
        check(content, letters);
        PdfFonts.use();
        try (PDDocument document = Loader.loadPDF(content)) {
            Stripper stripper = new Stripper(letters);
            stripper.setEndPage(MOST_PAGES);
            stripper.writeText(document, new Writer() {
                @Override
                public void write(char[] text, int from, int count) throws IOException {
                    if (!letters.add(new String(text, from, count))) {
                        throw new Full();
                    }
                }

                @Override
                public void flush() {
                    // Nothing is held back.
                }

                @Override
                public void close() {
                    // Nothing is open.
                }
            });
        } catch (Full e) {
            letters.checkTime();
        }
    }

    /** There is no room for more letters. */
    private static final class Full extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Inflates what is packed, to count it: a bomb must not go off in memory. */
    private static void check(byte[] content, Letters letters) throws IOException {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        boolean old = content.length > LARGEST_OF_OLD_PACKING
                && (text.contains("LZWDecode") || text.contains("RunLengthDecode"));
        if (old || TWICE.matcher(text).find()) {
            throw new IOException("packed in a way that cannot be measured");
        }
        long total = 0;
        Inflater inflater = new Inflater();
        try {
            byte[] block = new byte[1 << 16];
            for (int at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
                int start = at + 6;
                while (start < content.length && (content[start] == '\r' || content[start] == '\n')) {
                    start++;
                }
                inflater.reset();
                inflater.setInput(content, start, content.length - start);
                total += inflated(inflater, block, letters, MOST_INFLATED - total);
            }
        } finally {
            inflater.end();
        }
    }

    private static long inflated(Inflater inflater, byte[] block, Letters letters, long room) throws IOException {
        long count = 0;
        try {
            while (!inflater.finished() && !inflater.needsInput() && !inflater.needsDictionary()) {
                letters.checkTime();
                count += inflater.inflate(block);
                if (count > room) {
                    throw new IOException("too much is packed in it");
                }
            }
        } catch (DataFormatException e) {
            return count; // Something else, or the end of what can be read.
        }
        return count;
    }

    private static final class Stripper extends PDFTextStripper {
        private final Letters letters;

        Stripper(Letters letters) {
            this.letters = letters;
            setSuppressDuplicateOverlappingText(false);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            letters.checkTime();
            super.processOperator(operator, operands);
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            letters.checkTime();
            super.writeString(text, positions);
        }
    }
}
