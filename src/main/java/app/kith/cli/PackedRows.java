package app.kith.cli;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of texts, each row in one piece of memory: a table of a million rows takes little more room than its file. A row is made
 * anew whenever it is asked for.
 */
final class PackedRows extends AbstractList<List<String>> {
    private final List<byte[]> rows = new ArrayList<>();

    @Override
    public boolean add(List<String> row) {
        List<byte[]> values = row.stream().map(value -> value.getBytes(StandardCharsets.UTF_8)).toList();
        ByteBuffer packed = ByteBuffer.allocate(values.stream().mapToInt(value -> Integer.BYTES + value.length).sum());
        values.forEach(value -> packed.putInt(value.length).put(value));
        return rows.add(packed.array());
    }

    @Override
    public List<String> get(int index) {
        byte[] packed = rows.get(index);
        ByteBuffer rest = ByteBuffer.wrap(packed);
        List<String> row = new ArrayList<>();
        while (rest.hasRemaining()) {
            int length = rest.getInt();
            row.add(new String(packed, rest.position(), length, StandardCharsets.UTF_8));
            rest.position(rest.position() + length);
        }
        return row;
    }

    @Override
    public int size() {
        return rows.size();
    }
}
