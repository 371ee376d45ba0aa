package app.kith.ui.body;

import org.jspecify.annotations.Nullable;

/**
 * What the head of a picture says about it, read before anything is decoded: a few bytes can stand for gigabytes of pixels.
 *
 * @param width in pixels
 * @param height in pixels
 * @param stillLength for a GIF of several pictures, how many bytes hold the first of them; else 0
 */
record PictureSize(int width, int height, int stillLength) {
    private static final long PIXELS = 40_000_000;

    boolean isReasonable() {
        return width > 0 && height > 0 && (long) width * height <= PIXELS;
    }

    /** {@return the size of a PNG, JPEG, GIF or BMP; null for anything else} */
    static @Nullable PictureSize of(byte[] bytes) {
        if (bytes.length < 26) {
            return null;
        }
        if (starts(bytes, 0x89, 'P', 'N', 'G')) {
            return new PictureSize(big(bytes, 16, 4), big(bytes, 20, 4), 0);
        }
        if (starts(bytes, 'G', 'I', 'F', '8')) {
            return new PictureSize(little(bytes, 6, 2), little(bytes, 8, 2), StillGif.lengthOfFirst(bytes));
        }
        if (starts(bytes, 'B', 'M')) {
            return new PictureSize(little(bytes, 18, 4), Math.abs(little(bytes, 22, 4)), 0);
        }
        return starts(bytes, 0xFF, 0xD8, 0xFF) ? jpeg(bytes) : null;
    }

    private static @Nullable PictureSize jpeg(byte[] bytes) {
        int at = 2;
        while (at + 9 < bytes.length) {
            int marker = bytes[at + 1] & 0xFF;
            if ((bytes[at] & 0xFF) != 0xFF) {
                return null;
            }
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return new PictureSize(big(bytes, at + 7, 2), big(bytes, at + 5, 2), 0);
            }
            at += marker == 0xFF ? 1 : 2 + Math.max(2, big(bytes, at + 2, 2));
        }
        return null;
    }

    private static boolean starts(byte[] bytes, int... head) {
        for (int i = 0; i < head.length; i++) {
            if ((bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }

    private static int big(byte[] bytes, int at, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    private static int little(byte[] bytes, int at, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }
}
