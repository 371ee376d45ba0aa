package app.kith.mail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes TNEF streams for tests: attributes and lists of MAPI properties as MS-OXTNEF describes them. */
final class TnefSample {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TnefSample() {
        int32(0x223E9F78);
        int16(1);
    }

    /** Writes little-endian numbers and padded values one after another. */
    static final class Properties {
        private final ByteArrayOutputStream list = new ByteArrayOutputStream();
        private int count;

        Properties text(int id, String text) {
            return value(id, 0x1F, (text + "\0").getBytes(StandardCharsets.UTF_16LE));
        }

        Properties bytes(int id, byte[] bytes) {
            return value(id, 0x102, bytes);
        }

        Properties object(int id, byte[] bytes) {
            byte[] withId = new byte[16 + bytes.length];
            System.arraycopy(bytes, 0, withId, 16, bytes.length);
            return value(id, 0x0D, withId);
        }

        Properties number(int id, int number) {
            list.writeBytes(numbers(id << 16 | 0x03, number));
            count++;
            return this;
        }

        /** A time of the property set of appointments, in seconds since 1970. */
        Properties appointmentTime(int number, long seconds) {
            list.writeBytes(numbers(0x8001 << 16 | 0x40, 0x00062002, 0, 0xC0, 0x46000000, 0, number));
            long ticks = (seconds + 11_644_473_600L) * 10_000_000;
            list.writeBytes(numbers((int) ticks, (int) (ticks >> 32)));
            count++;
            return this;
        }

        /** A property known by name, with several values. */
        Properties named(String name, String... values) {
            byte[] wide = (name + "\0").getBytes(StandardCharsets.UTF_16LE);
            list.writeBytes(numbers(0x8002 << 16 | 0x101F, 1, 2, 3, 4, 1, wide.length));
            padded(wide);
            list.writeBytes(numbers(values.length));
            for (String value : values) {
                byte[] text = (value + "\0").getBytes(StandardCharsets.UTF_16LE);
                list.writeBytes(numbers(text.length));
                padded(text);
            }
            count++;
            return this;
        }

        private Properties value(int id, int type, byte[] bytes) {
            list.writeBytes(numbers(id << 16 | type, 1, bytes.length));
            padded(bytes);
            count++;
            return this;
        }

        private void padded(byte[] bytes) {
            list.writeBytes(bytes);
            list.writeBytes(new byte[(4 - bytes.length % 4) % 4]);
        }

        byte[] all() {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(numbers(count));
            whole.writeBytes(list.toByteArray());
            return whole.toByteArray();
        }
    }

    static Properties properties() {
        return new Properties();
    }

    static byte[] numbers(int... numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(numbers.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            buffer.putInt(number);
        }
        return buffer.array();
    }

    private void int16(int number) {
        out.write(number);
        out.write(number >> 8);
    }

    private void int32(int number) {
        out.writeBytes(numbers(number));
    }

    TnefSample attribute(int id, byte[] data) {
        out.write(id == 0x69002 || id == 0x69005 || id == 0x18010 || id == 0x6800F ? 2 : 1);
        int32(id);
        int32(data.length);
        out.writeBytes(data);
        int sum = 0;
        for (byte b : data) {
            sum += b & 0xFF;
        }
        int16(sum);
        return this;
    }

    TnefSample message(Properties properties) {
        return attribute(0x69003, properties.all());
    }

    TnefSample attachment(Properties properties) {
        return attribute(0x69002, new byte[14]).attribute(0x69005, properties.all());
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** {@return RTF in the frame of compressed RTF, not compressed (MS-OXRTFCP, section 2.1.3.1)} */
    static byte[] framed(String rtf) {
        byte[] bytes = rtf.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(numbers(bytes.length + 12, bytes.length, 0x414C454D, 0));
        frame.writeBytes(bytes);
        return frame.toByteArray();
    }
}
