package app.kith.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Draws small pictures and writes them as PNG with a palette (W3C PNG, sections 5 and 11). */
final class Png {
    private final int width;
    private final int height;
    private final int[] palette;
    private final byte[] pixels;

    /** Makes a picture that is filled with the first colour. */
    Png(int width, int height, int... palette) {
        this.width = width;
        this.height = height;
        this.palette = palette.clone();
        this.pixels = new byte[width * height];
    }

    void box(int x, int y, int w, int h, int colour) {
        for (int row = Math.max(0, y); row < Math.min(height, y + h); row++) {
            for (int column = Math.max(0, x); column < Math.min(width, x + w); column++) {
                pixels[row * width + column] = (byte) colour;
            }
        }
    }

    void ring(int x, int y, int radius, int thickness, int colour) {
        int inner = (radius - thickness) * (radius - thickness);
        for (int row = Math.max(0, y - radius); row < Math.min(height, y + radius); row++) {
            for (int column = Math.max(0, x - radius); column < Math.min(width, x + radius); column++) {
                int distance = (row - y) * (row - y) + (column - x) * (column - x);
                if (distance < radius * radius && distance >= inner) {
                    pixels[row * width + column] = (byte) colour;
                }
            }
        }
    }

    void disc(int x, int y, int radius, int colour) {
        ring(x, y, radius, radius, colour);
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
        out.writeBytes(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        byte[] head = {8, 3, 0, 0, 0};
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(head).array());
        ByteBuffer colours = ByteBuffer.allocate(palette.length * 3);
        for (int colour : palette) {
            colours.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
        }
        chunk(out, "PLTE", colours.array());
        chunk(out, "IDAT", deflated());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private byte[] deflated() {
        byte[] rows = new byte[(width + 1) * height];
        for (int row = 0; row < height; row++) {
            System.arraycopy(pixels, row * width, rows, row * (width + 1) + 1, width);
        }
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(rows);
            deflater.finish();
            byte[] buffer = new byte[rows.length + 200];
            int size = deflater.deflate(buffer);
            return java.util.Arrays.copyOf(buffer, size);
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
