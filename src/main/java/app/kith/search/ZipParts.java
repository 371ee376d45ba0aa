package app.kith.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The parts of a zip archive in memory, by its directory (PKWARE APPNOTE 4.3.12). Read from the front, as a stream, many archives that
 * spreadsheets are saved as cannot be understood: they tell the sizes of parts behind them, in a form that streams do not expect.
 */
final class ZipParts {
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteBuffer archive;

    /** One part: its name, how it is packed, how long it is so, and where it stands. */
    record Part(String name, int method, int packed, int at) {}

    ZipParts(byte[] content) {
        archive = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads the directory.
     *
     * @param most how many parts are borne
     * @return the parts, in its order
     * @throws IOException if there is none, or it makes no sense
     */
    List<Part> parts(int most) throws IOException {
        try {
            int end = end();
            int count = archive.getShort(end + 10) & 0xffff;
            int at = archive.getInt(end + 16);
            if (count > most) {
                throw new IOException("too many parts");
            }
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                if (archive.getInt(at) != ENTRY) {
                    throw new IOException("no entry where one should be");
                }
                int name = archive.getShort(at + 28) & 0xffff;
                byte[] letters = new byte[name];
                archive.get(at + ENTRY_LENGTH, letters);
                parts.add(new Part(new String(letters, StandardCharsets.UTF_8), archive.getShort(at + 10),
                        archive.getInt(at + 20), archive.getInt(at + 42)));
                at += ENTRY_LENGTH + name + (archive.getShort(at + 30) & 0xffff)
                        + (archive.getShort(at + 32) & 0xffff);
            }
            return parts;
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("the directory leads out of the archive", e);
        }
    }

    private int end() throws IOException {
        int last = archive.limit() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (archive.getInt(at) == END) {
                return at;
            }
        }
        throw new IOException("no archive");
    }

    /** Opens a part; what comes out may be far larger than it is packed. The caller closes it. */
    InputStream open(Part part) throws IOException {
        try {
            if (archive.getInt(part.at()) != LOCAL) {
                throw new IOException("no part where one should be");
            }
            int from = part.at() + LOCAL_LENGTH + (archive.getShort(part.at() + 26) & 0xffff)
                    + (archive.getShort(part.at() + 28) & 0xffff);
            InputStream packed = new ByteArrayInputStream(archive.array(), from, part.packed());
            if (part.packed() < 0 || from + (long) part.packed() > archive.limit()) {
                throw new IOException("a part leads out of the archive");
            }
            return switch (part.method()) {
                case STORED -> packed;
                case DEFLATED -> new Inflated(packed);
                default -> throw new IOException("packed in method " + part.method());
            };
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("a part leads out of the archive", e);
        }
    }

    /** Frees what the inflater holds outside the heap as soon as it is closed. */
    private static final class Inflated extends InflaterInputStream {
        Inflated(InputStream packed) {
            super(packed, new Inflater(true));
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
