package app.kith.mail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of MAPI properties as TNEF carries it (MS-OXTNEF, section 2.1.3.4). The first value of each property is kept as a range of
 * the bytes; a list that breaks off keeps what was read before.
 */
final class MapiProperties {
    /** The property set of appointments (MS-OXPROPS, section 1.3.2), as its sixteen bytes stand in the stream. */
    private static final String APPOINTMENTS = "0220060000000000c000000000000046";
    private static final int LIMIT = 5000;
    private static final int NAMED = 0x8000;
    private static final int MANY_VALUES = 0x1000;
    private static final int STRING = 0x1E;
    private static final int UNICODE = 0x1F;
    private static final int OBJECT = 0x0D;
    private static final int BINARY = 0x102;
    private static final int TIME = 0x40;
    private static final int OBJECT_ID = 16;

    private final ByteBuffer in;
    private final Charset charset;
    private final Map<Integer, Value> values = new HashMap<>();

    private MapiProperties(byte[] bytes, int from, int to, Charset charset) {
        this.in = ByteBuffer.wrap(bytes, from, to - from).order(ByteOrder.LITTLE_ENDIAN);
        this.charset = charset;
    }

    /**
     * A value's place.
     *
     * @param type the property type without the flag of many values
     * @param from where it begins
     * @param to where it ends
     */
    record Value(int type, int from, int to) {
        boolean isObject() {
            return type == OBJECT;
        }
    }

    /**
     * Reads a list.
     *
     * @param bytes the bytes it stands in
     * @param charset what 8-bit strings are in
     * @return the properties, 5,000 at most
     */
    static MapiProperties read(byte[] bytes, int from, int to, Charset charset) {
        MapiProperties properties = new MapiProperties(bytes, from, to, charset);
        properties.readAll();
        return properties;
    }

    private void readAll() {
        if (in.remaining() < 4) {
            return;
        }
        int count = in.getInt();
        for (int i = 0; i < count && i < LIMIT && in.remaining() >= 4; i++) {
            int type = in.getShort() & 0xFFFF;
            int id = in.getShort() & 0xFFFF;
            if (id >= NAMED) {
                id = named();
            }
            if (!readValues(type, id)) {
                return;
            }
        }
    }

    /** {@return the key of a named property: its number in the set of appointments with the bit above 16, else -1} */
    private int named() {
        if (in.remaining() < 24) {
            in.position(in.limit());
            return -1;
        }
        StringBuilder set = new StringBuilder(32);
        for (int i = 0; i < 16; i++) {
            int b = in.get() & 0xFF;
            set.append(Character.forDigit(b >> 4, 16)).append(Character.forDigit(b & 15, 16));
        }
        boolean byName = in.getInt() != 0;
        int number = in.getInt();
        if (byName) {
            skip(number);
            return -1;
        }
        return set.toString().equals(APPOINTMENTS) ? appointment(number) : -1;
    }

    /** {@return the key of a property of the set of appointments} */
    static int appointment(int number) {
        return 1 << 16 | (number & 0xFFFF);
    }

    private boolean readValues(int typeAndFlag, int id) {
        int type = typeAndFlag & ~MANY_VALUES;
        int width = width(type);
        boolean counted = width < 0 || (typeAndFlag & MANY_VALUES) != 0;
        if (width == 0 || in.remaining() < 4) {
            return false;
        }
        int count = counted ? in.getInt() : 1;
        if (count < 0) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (in.remaining() < 4) {
                return false;
            }
            int length = width < 0 ? in.getInt() : width;
            int from = in.position();
            if (length < 0 || length > in.remaining()) {
                return false;
            }
            if (i == 0 && id >= 0) {
                values.putIfAbsent(id, new Value(type, from, from + length));
            }
            skip(length);
        }
        return true;
    }

    /** Values and names fill whole groups of four bytes. */
    private void skip(int length) {
        long end = in.position() + (Math.max(0L, length) + 3) / 4 * 4;
        in.position((int) Math.min(in.limit(), end));
    }

    /** {@return how many bytes a value of a type takes; -1 where its length stands before it, 0 for an unknown type} */
    private static int width(int type) {
        return switch (type) {
            case STRING, UNICODE, OBJECT, BINARY -> -1;
            case 0x01, 0x02, 0x03, 0x04, 0x0A, 0x0B -> 4;
            case 0x05, 0x06, 0x07, 0x14, TIME -> 8;
            case 0x48 -> 16;
            default -> 0;
        };
    }

    boolean has(int id) {
        return values.containsKey(id);
    }

    /** {@return where a property's bytes are, without the id that comes before an object; null where it is missing} */
    @Nullable
    Value value(int id) {
        Value value = values.get(id);
        return value != null && value.isObject() && value.to - value.from >= OBJECT_ID
                ? new Value(OBJECT, value.from + OBJECT_ID, value.to)
                : value;
    }

    /** {@return a string property without the NUL at its end; empty where it is missing} */
    String text(int id) {
        return text(id, charset);
    }

    /** {@return a string property, read with a charset where it is not Unicode; empty where it is missing} */
    String text(int id, Charset eightBit) {
        Value value = value(id);
        if (value == null || (value.type != STRING && value.type != UNICODE && value.type != BINARY)) {
            return "";
        }
        Charset used = value.type == UNICODE ? StandardCharsets.UTF_16LE : eightBit;
        String text = new String(in.array(), value.from, value.to - value.from, used);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) {
            end--;
        }
        return text.substring(0, end);
    }

    /** {@return a 32-bit number; the given one where it is missing} */
    int number(int id, int otherwise) {
        Value value = value(id);
        return value == null || value.to - value.from != 4 || value.type == STRING
                ? otherwise
                : in.getInt(value.from);
    }

    /** {@return a time (hundreds of nanoseconds since 1601, MS-DTYP 2.3.3); null where it is missing or out of all reason} */
    @Nullable
    Instant time(int id) {
        Value value = value(id);
        if (value == null || value.type != TIME) {
            return null;
        }
        long seconds = in.getLong(value.from) / 10_000_000 - 11_644_473_600L;
        return seconds < -5_000_000_000L || seconds > 10_000_000_000L ? null : Instant.ofEpochSecond(seconds);
    }
}
