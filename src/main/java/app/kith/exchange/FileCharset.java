package app.kith.exchange;

import app.kith.mail.TextCharset;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the charset of a text file: its byte-order mark, else UTF-16 by its zero bytes, else UTF-8 where the whole file keeps to its
 * rules, else a guess by the lines that hold bytes above 127.
 */
final class FileCharset {
    private static final int BLOCK = 1 << 16;
    private static final int EVIDENCE = 24 * 1024;
    private static final int AROUND = 24;
    /** A file of UTF-8 into which some foreign bytes were pasted is still one. */
    private static final int GOOD_FOR_ONE_BAD = 20;

    private final ByteArrayOutputStream evidence = new ByteArrayOutputStream();
    private int following;
    private long good;
    private long bad;
    private int min;
    private int max;

    private FileCharset() {}

    /**
     * A charset, and how many bytes to skip before the text begins.
     *
     * @param charset the charset
     * @param mark length of the byte-order mark
     */
    record Found(Charset charset, int mark) {}

    static Found of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = in.readNBytes(BLOCK);
            Found marked = marked(block);
            if (marked != null) {
                return marked;
            }
            FileCharset reading = new FileCharset();
            while (block.length > 0) {
                reading.take(block);
                block = in.readNBytes(BLOCK);
            }
            return new Found(reading.charset(), 0);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }

    /** {@return the charset of bytes that are all there} */
    static Found of(byte[] bytes) {
        Found marked = marked(bytes);
        if (marked != null) {
            return marked;
        }
        FileCharset reading = new FileCharset();
        reading.take(bytes);
        return new Found(reading.charset(), 0);
    }

    private static @org.jspecify.annotations.Nullable Found marked(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return new Found(StandardCharsets.UTF_8, 3);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return new Found(StandardCharsets.UTF_16LE, 2);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return new Found(StandardCharsets.UTF_16BE, 2);
        }
        int even = 0;
        int odd = 0;
        int seen = Math.min(bytes.length, 4096) & ~1;
        for (int i = 0; i < seen; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        int zeros = Math.max(even, odd);
        if (zeros < Math.max(2, seen / 40) || Math.min(even, odd) * 8 > zeros) {
            return null;
        }
        return new Found(even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 0);
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private void take(byte[] block) {
        int kept = 0;
        for (int i = 0; i < block.length; i++) {
            if (block[i] < 0 && i >= kept && evidence.size() < EVIDENCE) {
                int from = Math.max(kept, i - AROUND);
                int to = i;
                while (to < block.length && block[to] != '\n' && to < i + 400) {
                    to++;
                }
                evidence.write(block, from, to - from);
                evidence.write('\n');
                kept = to;
            }
            utf8(block[i] & 0xFF);
        }
    }

    /** The well-formed sequences of Unicode's table 3-7. */
    private void utf8(int b) {
        if (following > 0) {
            if (b >= min && b <= max) {
                following--;
                min = 0x80;
                max = 0xBF;
                good += following == 0 ? 1 : 0;
                return;
            }
            bad++;
            following = 0;
        }
        if (b < 0x80) {
            return;
        }
        min = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        max = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        following = b >= 0xC2 && b < 0xE0 ? 1 : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xF0 && b < 0xF5 ? 3 : 0;
        bad += following == 0 ? 1 : 0;
    }

    private Charset charset() {
        if (bad * GOOD_FOR_ONE_BAD <= good) {
            return StandardCharsets.UTF_8;
        }
        return TextCharset.guess(evidence.toByteArray());
    }
}
