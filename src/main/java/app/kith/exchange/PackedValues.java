package app.kith.exchange;

import app.kith.contact.Property;
import app.kith.contact.Value;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a card says, in a quarter of the memory: an import of a hundred thousand rows holds all its cards until they are entered at once. */
final class PackedValues {
    private static final List<Property> PROPERTIES = List.of(Property.values());
    private static final List<Value.Mark> MARKS = List.of(Value.Mark.values());

    private final byte[] bytes;

    PackedValues(List<Value> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * values.size());
        number(out, values.size());
        for (Value value : values) {
            out.write(PROPERTIES.indexOf(value.property()));
            boolean isNormal = value.normal().equals(value.raw());
            out.write(MARKS.indexOf(value.mark()) << 1 | (isNormal ? 1 : 0));
            text(out, value.label());
            text(out, value.raw());
            text(out, isNormal ? "" : value.normal());
            text(out, value.place());
        }
        this.bytes = out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(out, utf8.length);
        out.writeBytes(utf8);
    }

    /** Seven bits a byte, the lowest first; the eighth says that more follow. */
    private static void number(ByteArrayOutputStream out, int number) {
        int rest = number;
        while (rest > 127) {
            out.write(rest & 127 | 128);
            rest >>>= 7;
        }
        out.write(rest);
    }

    /** {@return the values, made anew each time} */
    List<Value> values() {
        return new Reading().values();
    }

    private final class Reading {
        private int at;

        List<Value> values() {
            int count = number();
            List<Value> values = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                Property property = PROPERTIES.get(bytes[at++]);
                int marked = bytes[at++];
                String label = text();
                String raw = text();
                String normal = text();
                values.add(new Value(property, label, raw, (marked & 1) == 1 ? raw : normal, text(),
                        MARKS.get(marked >> 1)));
            }
            return List.copyOf(values);
        }

        private String text() {
            int length = number();
            String text = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            return text;
        }

        private int number() {
            int number = 0;
            for (int shift = 0;; shift += 7) {
                int next = bytes[at++];
                number |= (next & 127) << shift;
                if (next >= 0) {
                    return number;
                }
            }
        }
    }
}
