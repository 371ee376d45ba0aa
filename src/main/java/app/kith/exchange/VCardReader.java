package app.kith.exchange;

import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads vCards of all versions; a card begins at BEGIN even where the one before has no end. */
final class VCardReader implements CardReader {
    private static final int MOST_LINES = 20_000;
    private static final int LARGEST_CARD = 32 << 20;
    private static final int LARGEST_WIDE = 64 << 20;
    private static final int MOST_DEPTH = 20;

    private final Path file;
    private final InputStream in;
    private final VCardLines lines;
    private int count;
    private @Nullable VCardLine ahead;

    VCardReader(Path file) {
        this.file = file;
        FileCharset.Found charset = FileCharset.of(file);
        try {
            in = open(file, charset);
            boolean wide = charset.charset().name().startsWith("UTF-16");
            Charset usual = wide || charset.charset().equals(StandardCharsets.UTF_8)
                    ? Charset.forName("GB18030")
                    : charset.charset();
            lines = new VCardLines(in, usual);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }

    private static InputStream open(Path file, FileCharset.Found charset) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.skipNBytes(charset.mark());
        if (!charset.charset().name().startsWith("UTF-16")) {
            return in;
        }
        try (in) {
            byte[] bytes = in.readNBytes(LARGEST_WIDE);
            return new ByteArrayInputStream(new String(bytes, charset.charset()).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public @Nullable DraftCard next() {
        try {
            List<VCardLine> card = card();
            while (card != null && card.isEmpty()) {
                card = card();
            }
            if (card == null) {
                return null;
            }
            count++;
            return VCardMapper.draft(card, "#" + count);
        } catch (BoundedReader.TooLong e) {
            throw new KithException(e, Problem.IMPORT_REFUSED, file.getFileName(),
                    Note.of("import.hostile.card", count + 1));
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }

    /** {@return the lines of the next card without BEGIN and END; empty for none; null at the end of the file} */
    private @Nullable List<VCardLine> card() throws IOException {
        VCardLine line = take();
        if (line == null) {
            return null;
        }
        List<VCardLine> card = new ArrayList<>();
        long size = 0;
        if (!isMark(line, "BEGIN")) {
            card.add(line);
        }
        for (line = take(); line != null && !isMark(line, "END"); line = take()) {
            boolean agent = !card.isEmpty() && card.getLast().name().equals("AGENT")
                    && card.getLast().value().isBlank();
            if (isMark(line, "BEGIN") && !agent) {
                ahead = line;
                break;
            }
            if (isMark(line, "BEGIN")) {
                card.set(card.size() - 1, nested(card.getLast(), line));
            } else {
                card.add(line);
            }
            size += line.source().length();
            if (card.size() > MOST_LINES || size > LARGEST_CARD) {
                throw new BoundedReader.TooLong();
            }
        }
        return card;
    }

    /** A card inside of a card (AGENT of vCard 2.1) is kept as one value. */
    private VCardLine nested(VCardLine agent, VCardLine begin) throws IOException {
        StringBuilder text = new StringBuilder(begin.source());
        int depth = 1;
        while (depth > 0) {
            VCardLine line = take();
            if (line == null) {
                break;
            }
            depth += isMark(line, "BEGIN") ? 1 : isMark(line, "END") ? -1 : 0;
            text.append('\n').append(line.source());
            if (depth > MOST_DEPTH || text.length() > LARGEST_CARD) {
                throw new BoundedReader.TooLong();
            }
        }
        return new VCardLine(agent.group(), agent.name(), agent.parameters(), text.toString(), agent.source() + text,
                agent.old());
    }

    private @Nullable VCardLine take() throws IOException {
        VCardLine line = ahead == null ? lines.next() : ahead;
        ahead = null;
        return line;
    }

    private static boolean isMark(VCardLine line, String name) {
        return line.name().equals(name) && line.value().strip().toUpperCase(Locale.ROOT).equals("VCARD");
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }

    /** {@return whether bytes at the beginning of a file are those of a vCard} */
    static boolean begins(byte[] bytes) {
        FileCharset.Found charset = FileCharset.of(bytes);
        String text = new String(bytes, charset.mark(), bytes.length - charset.mark(), charset.charset());
        return text.stripLeading().toUpperCase(Locale.ROOT).startsWith("BEGIN:VCARD");
    }
}
