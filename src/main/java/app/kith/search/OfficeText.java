package app.kith.search;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of docx, xlsx and pptx (ECMA-376): all runs of text, and the numbers of cells. Each part is read as a stream, so bombs do not go off. */
final class OfficeText {
    private static final long MOST_INFLATED = 256L << 20;
    private static final int MOST_PARTS = 5000;

    private OfficeText() {}

    static void read(byte[] content, Letters letters) throws IOException {
        ZipParts zip = new ZipParts(content);
        long[] inflated = {0};
        try {
            for (ZipParts.Part part : zip.parts(MOST_PARTS)) {
                letters.checkTime();
                if (isText(part.name().toLowerCase(Locale.ROOT)) && !letters.isFull()) {
                    try (InputStream in = new Counted(zip.open(part), inflated)) {
                        part(in, letters);
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("not well-formed", e);
        }
    }

    private static boolean isText(String name) {
        return name.endsWith(".xml") && (name.equals("word/document.xml") || name.startsWith("word/header")
                || name.startsWith("word/footer") || name.startsWith("word/footnotes")
                || name.equals("xl/sharedstrings.xml") || name.startsWith("xl/worksheets/sheet")
                || name.startsWith("ppt/slides/slide") || name.startsWith("ppt/notesslides/"));
    }

    private static void part(InputStream in, Letters letters) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        boolean text = false;
        boolean number = false;
        while (xml.hasNext() && !letters.isFull()) {
            letters.checkTime();
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    text = name.equals("t") || number && name.equals("v");
                    if (name.equals("c")) {
                        number = !"s".equals(xml.getAttributeValue(null, "t"));
                    } else if (name.equals("tab") || name.equals("br")) {
                        letters.add(" ");
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (text) {
                        letters.add(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    text = false;
                    String name = xml.getLocalName();
                    if (name.equals("p") || name.equals("si") || name.equals("c")) {
                        letters.add("\n");
                    }
                }
                default -> {
                }
            }
        }
    }

    /** Counts what comes out of the archive, over all its parts. */
    private static final class Counted extends FilterInputStream {
        private final long[] count;

        Counted(InputStream in, long[] count) {
            super(in);
            this.count = count;
        }

        private int counted(int more) throws IOException {
            count[0] += Math.max(0, more);
            if (count[0] > MOST_INFLATED) {
                throw new IOException("too much");
            }
            return more;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            counted(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return counted(super.read(into, offset, length));
        }
    }
}
