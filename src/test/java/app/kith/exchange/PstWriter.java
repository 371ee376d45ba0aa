package app.kith.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes small Unicode pst files for tests, as [MS-PST] has them: header, allocation map, blocks, and the two B-trees over nodes and
 * blocks. What is in the nodes is made by {@link PstNodes}. Not ciphered; at most some 250 KB, as there is one allocation map.
 */
// All buffers come from allocate, by little.
@SuppressWarnings("ByteBufferBackingArray")
final class PstWriter {
    private static final int PAGE = 512;
    private static final int LARGEST_BLOCK = 8_176;
    private static final int FIRST_PAGE = 0x4400;
    private static final int DATA = 0x4800;
    private static final int ONE_MAP = 253_952;

    private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    private final TreeMap<Long, long[]> blockIndex = new TreeMap<>();
    private final TreeMap<Long, long[]> nodeIndex = new TreeMap<>();
    private long nextBlock = 4;
    private long nextPage = 1;

    /** A node within another: its number, its data, and what is within it. */
    record SubNode(long id, byte[] data, List<SubNode> inner) {

        SubNode(long id, byte[] data) {
            this(id, data, List.of());
        }
    }

    /** Adds a node. */
    void node(long id, long parent, byte[] data, List<SubNode> inner) {
        nodeIndex.put(id, new long[]{data(data), subNodes(inner), parent});
    }

    private long subNodes(List<SubNode> inner) {
        if (inner.isEmpty()) {
            return 0;
        }
        ByteBuffer list = little(8 + 24 * inner.size());
        list.put((byte) 2).put((byte) 0).putShort((short) inner.size()).putInt(0);
        inner.stream().sorted((a, b) -> Long.compare(a.id, b.id)).forEach(
                each -> list.putLong(each.id).putLong(data(each.data)).putLong(subNodes(each.inner)));
        return block(list.array(), true);
    }

    /** One block, or a list of blocks where the data are longer. */
    private long data(byte[] data) {
        if (data.length <= LARGEST_BLOCK) {
            return block(data, false);
        }
        List<Long> parts = new ArrayList<>();
        for (int from = 0; from < data.length; from += LARGEST_BLOCK) {
            parts.add(block(java.util.Arrays.copyOfRange(data, from, Math.min(data.length, from + LARGEST_BLOCK)),
                    false));
        }
        ByteBuffer list = little(8 + 8 * parts.size());
        list.put((byte) 1).put((byte) 1).putShort((short) parts.size()).putInt(data.length);
        parts.forEach(list::putLong);
        return block(list.array(), true);
    }

    private long block(byte[] data, boolean internal) {
        long id = nextBlock | (internal ? 2 : 0);
        nextBlock += 4;
        long at = (long) DATA + blocks.size();
        int whole = (data.length + 16 + 63) / 64 * 64;
        ByteBuffer block = little(whole);
        block.put(data).position(whole - 16);
        block.putShort((short) data.length).putShort(signature(at, id)).putInt(crc(data, 0, data.length)).putLong(id);
        blocks.writeBytes(block.array());
        blockIndex.put(id, new long[]{at, data.length});
        return id;
    }

    /** {@return the file} */
    byte[] file() {
        long pagesAt = DATA + (long) (blocks.size() + PAGE - 1) / PAGE * PAGE;
        ByteArrayOutputStream pages = new ByteArrayOutputStream();
        List<byte[]> blockEntries = new ArrayList<>();
        blockIndex.forEach((id, where) -> blockEntries.add(little(24).putLong(id).putLong(where[0])
                .putShort((short) where[1]).putShort((short) 2).array()));
        long[] blockRoot = tree(pages, pagesAt, blockEntries, 0x80, 0);
        List<byte[]> nodeEntries = new ArrayList<>();
        nodeIndex.forEach((id, what) -> nodeEntries.add(little(32).putLong(id).putLong(what[0]).putLong(what[1])
                .putInt((int) what[2]).array()));
        long[] nodeRoot = tree(pages, pagesAt, nodeEntries, 0x81, 0);
        int size = (int) pagesAt + pages.size();
        if (size > FIRST_PAGE + ONE_MAP) {
            throw new IllegalStateException("More than one allocation map can tell");
        }
        ByteBuffer file = little(size);
        file.put(header(size, nodeRoot, blockRoot)).position(FIRST_PAGE);
        file.put(map(0x84, size)).put(map(0x83, size)).put(blocks.toByteArray()).position((int) pagesAt);
        return file.put(pages.toByteArray()).array();
    }

    /** Writes the pages of one level, and those above; {@return number and place of the root} */
    private long[] tree(ByteArrayOutputStream pages, long pagesAt, List<byte[]> entries, int kind, int level) {
        int width = entries.getFirst().length;
        int most = 488 / width;
        List<byte[]> above = new ArrayList<>();
        long[] last = new long[2];
        for (int from = 0; from < entries.size(); from += most) {
            List<byte[]> some = entries.subList(from, Math.min(entries.size(), from + most));
            ByteBuffer page = little(PAGE);
            some.forEach(page::put);
            page.put(488, (byte) some.size()).put(489, (byte) most).put(490, (byte) width).put(491, (byte) level);
            long id = nextPage;
            nextPage += 4;
            long at = pagesAt + pages.size();
            pages.writeBytes(trailed(page, kind, at, id));
            above.add(little(24).put(some.getFirst(), 0, 8).putLong(id).putLong(at).array());
            last = new long[]{id, at};
        }
        return above.size() == 1 ? last : tree(pages, pagesAt, above, kind, level + 1);
    }

    /** A map in which everything that there is is taken. */
    private static byte[] map(int kind, int size) {
        ByteBuffer page = little(PAGE);
        int slots = (size - FIRST_PAGE) / 64;
        for (int i = 0; i < 496; i++) {
            int bits = kind == 0x83 ? 8 : Math.clamp(slots - i * 8L, 0, 8);
            page.put(i, (byte) (0xFF00 >> bits));
        }
        long at = kind == 0x84 ? FIRST_PAGE : FIRST_PAGE + PAGE;
        return trailed(page, kind, at, at);
    }

    private static byte[] trailed(ByteBuffer page, int kind, long at, long id) {
        short sign = kind == 0x84 || kind == 0x83 ? 0 : signature(at, id);
        page.position(496).put((byte) kind).put((byte) kind).putShort(sign).putInt(crc(page.array(), 0, 496))
                .putLong(id);
        return page.array();
    }

    private byte[] header(int size, long[] nodeRoot, long[] blockRoot) {
        ByteBuffer header = little(564);
        header.putInt(0x4E444221).position(8).putShort((short) 0x4D53).putShort((short) 23).putShort((short) 19)
                .put((byte) 1).put((byte) 1).position(32).putLong(nextPage).putInt(1);
        for (int i = 0; i < 32; i++) {
            header.putInt(0x400 << 5 | i);
        }
        header.position(184).putLong(size).putLong(FIRST_PAGE).putLong(0).putLong(0).putLong(nodeRoot[0])
                .putLong(nodeRoot[1]).putLong(blockRoot[0]).putLong(blockRoot[1]).put((byte) 2);
        for (int i = 256; i < 512; i++) {
            header.put(i, (byte) 0xFF);
        }
        header.put(512, (byte) 0x80).put(513, (byte) 0).position(516).putLong(nextBlock);
        header.putInt(4, crc(header.array(), 8, 471)).putInt(524, crc(header.array(), 8, 516));
        return header.array();
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    /** [MS-PST] 5.5 */
    private static short signature(long at, long id) {
        long mixed = at ^ id;
        return (short) (mixed >> 16 ^ mixed);
    }

    /** [MS-PST] 5.3: CRC-32 that begins with nothing and is not turned over at the end. */
    private static int crc(byte[] data, int from, int count) {
        int crc = 0;
        for (int i = from; i < from + count; i++) {
            crc ^= data[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? crc >>> 1 ^ 0xEDB88320 : crc >>> 1;
            }
        }
        return crc;
    }

    /** Properties by their ids, for those who read better than they count. */
    static Map<Integer, Object> properties(Object... idsAndValues) {
        TreeMap<Integer, Object> all = new TreeMap<>();
        for (int i = 0; i < idsAndValues.length; i += 2) {
            all.put((Integer) idsAndValues[i], idsAndValues[i + 1]);
        }
        return all;
    }

    /** {@return a copy with more} */
    static Map<Integer, Object> with(Map<Integer, Object> some, Object... more) {
        TreeMap<Integer, Object> all = new TreeMap<>(some);
        all.putAll(properties(more));
        return all;
    }
}
