package app.kith.exchange;

import static app.kith.exchange.PstWriter.little;
import static app.kith.exchange.PstWriter.properties;
import static app.kith.exchange.PstWriter.utf16;

import app.kith.exchange.PstWriter.SubNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a pst file of a test holds: folders, items with recipients and attachments, as property and table contexts on heaps. */
// All buffers come from allocate, by little.
@SuppressWarnings("ByteBufferBackingArray")
final class PstNodes {
    /**
     * Named properties of contacts and appointments: sets by number in the list of sets, property, and the id they have here. The reader
     * that the program uses leaves out the last one, so that it is one that nobody needs.
     */
    private static final int[][] NAMED = {{0, 0x8080, 0x8000}, {0, 0x8083, 0x8001}, {0, 0x8084, 0x8002},
            {1, 0x820D, 0x8003}, {1, 0x820E, 0x8004}, {1, 0x8208, 0x8005}, {0, 0x8082, 0x8006}, {2, 0x0023, 0x8007},
            {0, 0x8092, 0x8008}};
    static final int EMAIL_SHOWN = 0x8000;
    static final int EMAIL = 0x8001;
    static final int EMAIL_KIND = 0x8006;
    static final int START = 0x8003;
    static final int END = 0x8004;
    static final int LOCATION = 0x8005;
    static final int MEETING_ID = 0x8007;
    private static final int LARGEST_IN_HEAP = 2_000;
    private static final int ROOT = 0x122;

    private final PstWriter writer = new PstWriter();
    private int nextFolder = 0x8022 >> 5;
    private int nextItem = 0x10000;

    /** A folder. */
    record Folder(String name, List<Item> items, List<Folder> inner) {}

    /** An item: its properties by id, to whom it went, what is attached. */
    record Item(Map<Integer, Object> said, List<Recipient> to, List<File> files) {}

    /** A recipient: 1 To, 2 Cc, 3 Bcc. */
    record Recipient(int kind, String name, String email) {}

    /** An attachment. */
    record File(String name, String type, byte[] bytes) {}

    /** {@return a file with the folders below its top} */
    static byte[] file(List<Folder> folders) {
        PstNodes nodes = new PstNodes();
        nodes.writer.node(0x21, 0, new Heap(0xBC).properties(properties(0x3001, "Outlook")), List.of());
        nodes.writer.node(0x61, 0, nodes.names(), List.of());
        nodes.folder(ROOT, ROOT,
                new Folder("", List.of(), List.of(new Folder("Top of Outlook data file", List.of(), folders))));
        return nodes.writer.file();
    }

    private byte[] names() {
        ByteBuffer sets = little(48);
        sets.putInt(0x00062004).putShort((short) 0).putShort((short) 0)
                .put(new byte[]{(byte) 0xC0, 0, 0, 0, 0, 0, 0, 0x46});
        sets.putInt(0x00062002).putShort((short) 0).putShort((short) 0)
                .put(new byte[]{(byte) 0xC0, 0, 0, 0, 0, 0, 0, 0x46});
        sets.putInt(0x6ED8DA90).putShort((short) 0x450B).putShort((short) 0x101B)
                .put(new byte[]{(byte) 0x98, (byte) 0xDA, 0, (byte) 0xAA, 0, 0x3F, 0x13, 0x05});
        ByteBuffer entries = little(8 * NAMED.length);
        for (int[] one : NAMED) {
            entries.putInt(one[1]).putShort((short) (one[0] + 3 << 1)).putShort((short) (one[2] - 0x8000));
        }
        return new Heap(0xBC).properties(
                properties(0x0001, 251, 0x0002, sets.array(), 0x0003, entries.array(), 0x0004, new byte[4]));
    }

    private void folder(int id, int parent, Folder folder) {
        List<Integer> inner = new ArrayList<>();
        for (Folder each : folder.inner) {
            int number = nextFolder++ << 5 | 0x02;
            inner.add(number);
            folder(number, id, each);
        }
        List<Integer> items = new ArrayList<>();
        for (Item each : folder.items) {
            int number = nextItem++ << 5 | 0x04;
            items.add(number);
            item(number, id, each);
        }
        writer.node(id, parent,
                new Heap(0xBC).properties(properties(0x3001, folder.name, 0x3602, items.size(), 0x3603, 0,
                        0x360A, !inner.isEmpty())),
                List.of());
        writer.node(id + 11, 0, new Heap(0x7C).table(rows(inner)), List.of());
        writer.node(id + 12, 0, new Heap(0x7C).table(rows(items)), List.of());
        writer.node(id + 13, 0, new Heap(0x7C).table(rows(List.of())), List.of());
    }

    private static SortedMap<Integer, Map<Integer, Object>> rows(List<Integer> ids) {
        TreeMap<Integer, Map<Integer, Object>> rows = new TreeMap<>();
        ids.forEach(id -> rows.put(id, Map.of()));
        return rows;
    }

    private void item(int id, int folder, Item item) {
        List<SubNode> inner = new ArrayList<>();
        Heap heap = new Heap(0xBC);
        byte[] data = heap.properties(PstWriter.with(item.said, 0x0E08, 1_000));
        inner.addAll(heap.apart());
        TreeMap<Integer, Map<Integer, Object>> to = new TreeMap<>();
        for (Recipient each : item.to) {
            to.put(to.size() + 1, properties(0x0C15, each.kind, 0x3001, each.name, 0x3002, "SMTP", 0x3003, each.email,
                    0x39FE, each.email));
        }
        if (!to.isEmpty()) {
            inner.add(new SubNode(0x692, new Heap(0x7C).table(to)));
        }
        TreeMap<Integer, Map<Integer, Object>> files = new TreeMap<>();
        for (File each : item.files) {
            int number = 0x400 + files.size() << 5 | 0x05;
            files.put(number, properties(0x3705, 1));
            Heap file = new Heap(0xBC);
            byte[] said = file.properties(properties(0x3705, 1, 0x3707, each.name, 0x3704, each.name, 0x370E, each.type,
                    0x3701, each.bytes, 0x0E20, each.bytes.length));
            inner.add(new SubNode(number, said, file.apart()));
        }
        if (!files.isEmpty()) {
            inner.add(new SubNode(0x671, new Heap(0x7C).table(files)));
        }
        writer.node(id, folder, data, inner);
    }

    /** A heap on a node of one block; what is too large for it lies in nodes within. */
    private static final class Heap {
        private final int client;
        private int root = 1 << 5;
        private final List<byte[]> allocations = new ArrayList<>();
        private final List<SubNode> apart = new ArrayList<>();

        Heap(int client) {
            this.client = client;
        }

        List<SubNode> apart() {
            return apart;
        }

        private int put(byte[] data) {
            allocations.add(data);
            return allocations.size() << 5;
        }

        /** Where a value lies: in the heap, or in a node of its own. */
        private int reference(byte[] data) {
            if (data.length == 0) {
                return 0;
            }
            if (data.length <= LARGEST_IN_HEAP) {
                return put(data);
            }
            int id = 0x500 + apart.size() << 5 | 0x1F;
            apart.add(new SubNode(id, data));
            return id;
        }

        byte[] properties(Map<Integer, Object> said) {
            allocations.add(new byte[8]);
            TreeMap<Integer, Object> sorted = new TreeMap<>(said);
            ByteBuffer records = little(8 * sorted.size());
            sorted.forEach((id, value) -> records.putShort(id.shortValue()).putShort((short) type(value))
                    .putInt(inline(value)));
            int leaf = put(records.array());
            allocations.set(0,
                    little(8).put((byte) 0xB5).put((byte) 2).put((byte) 6).put((byte) 0).putInt(leaf).array());
            return bytes();
        }

        private int inline(Object value) {
            return switch (value) {
                case Integer number -> number;
                case Boolean yes -> yes ? 1 : 0;
                case Instant time -> reference(little(8).putLong(ticks(time)).array());
                case String text -> reference(utf16(text));
                case byte[] bytes -> reference(bytes);
                default -> throw new IllegalArgumentException(value.toString());
            };
        }

        private static int type(Object value) {
            return switch (value) {
                case Integer _ -> 0x0003;
                case Boolean _ -> 0x000B;
                case Instant _ -> 0x0040;
                case String _ -> 0x001F;
                case byte[] _ -> 0x0102;
                default -> throw new IllegalArgumentException(value.toString());
            };
        }

        /** Hundreds of nanoseconds since 1601. */
        private static long ticks(Instant time) {
            return (time.getEpochSecond() + 11_644_473_600L) * 10_000_000L + time.getNano() / 100;
        }

        /** A table whose columns are those of its rows, all of them four bytes wide. As in Outlook's own files its index comes first. */
        byte[] table(SortedMap<Integer, Map<Integer, Object>> rows) {
            allocations.add(new byte[8]);
            TreeMap<Integer, Integer> columns = new TreeMap<>();
            columns.put(0x67F2, 3);
            columns.put(0x67F3, 3);
            rows.values().forEach(row -> row.forEach((id, value) -> columns.put(id, type(value))));
            List<Integer> order = new ArrayList<>(List.of(0x67F2, 0x67F3));
            columns.keySet().stream().filter(id -> id != 0x67F2 && id != 0x67F3).forEach(order::add);
            int fixed = 4 * order.size();
            int bits = (order.size() + 7) / 8;
            ByteBuffer matrix = little(rows.size() * (fixed + bits));
            ByteBuffer index = little(8 * rows.size());
            rows.forEach((id, row) -> {
                index.putInt(id).putInt(index.position() / 8);
                matrix.putInt(id).putInt(1);
                order.stream().skip(2).forEach(one -> matrix.putInt(row.containsKey(one) ? inline(row.get(one)) : 0));
                byte[] filled = new byte[bits];
                for (int i = 0; i < order.size(); i++) {
                    filled[i / 8] |= i < 2 || row.containsKey(order.get(i)) ? (byte) (0x80 >> i % 8) : 0;
                }
                matrix.put(filled);
            });
            int leaf = rows.isEmpty() ? 0 : put(index.array());
            allocations.set(0,
                    little(8).put((byte) 0xB5).put((byte) 4).put((byte) 4).put((byte) 0).putInt(leaf).array());
            int data = rows.isEmpty() ? 0 : put(matrix.array());
            ByteBuffer info = little(22 + 8 * order.size());
            info.put((byte) 0x7C).put((byte) order.size()).putShort((short) fixed).putShort((short) fixed)
                    .putShort((short) fixed).putShort((short) (fixed + bits)).putInt(1 << 5).putInt(data).putInt(0);
            List<Integer> places = new ArrayList<>(order);
            columns.forEach((id, type) -> info.putShort(type.shortValue()).putShort(id.shortValue())
                    .putShort((short) (4 * places.indexOf(id))).put((byte) 4).put((byte) places.indexOf(id)));
            root = put(info.array());
            return bytes();
        }

        private byte[] bytes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int[] at = new int[allocations.size() + 1];
            int position = 12;
            for (int i = 0; i < allocations.size(); i++) {
                at[i] = position;
                position += allocations.get(i).length;
            }
            at[allocations.size()] = position;
            int map = position + position % 2;
            out.writeBytes(little(12).putShort((short) map).put((byte) 0xEC).put((byte) client).putInt(root).array());
            allocations.forEach(out::writeBytes);
            out.writeBytes(new byte[map - position]);
            ByteBuffer tail = little(4 + 2 * at.length);
            tail.putShort((short) allocations.size()).putShort((short) 0);
            for (int one : at) {
                tail.putShort((short) one);
            }
            out.writeBytes(tail.array());
            if (out.size() > 8_176) {
                throw new IllegalStateException("More than one block can hold");
            }
            return out.toByteArray();
        }
    }
}
