package app.kith.mail;

import java.util.Arrays;

/** A growing array of bytes without the locks of {@code ByteArrayOutputStream}. */
final class ByteSink {
    private byte[] bytes;
    private int size;

    ByteSink(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    void add(int b) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + 1, size + (size >> 1)));
        }
        bytes[size++] = (byte) b;
    }

    void add(byte[] source, int from, int to) {
        int length = to - from;
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + length, size + (size >> 1)));
        }
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** {@return the array behind this sink, of which the first {@link #size()} bytes count} */
    byte[] array() {
        return bytes;
    }

    byte[] toArray() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
