package app.kith.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.RandomAccessInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedDirectoryTest {
    private static final long SEED = Long.getLong("kith.seed", 1);

    @TempDir
    private Path folder;

    static SecretKey key(int number) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) number);
        return new SecretKeySpec(key, "AES");
    }

    private SealedDirectory open(int key) throws IOException {
        return SealedDirectory.open(folder, key(key), new BlockCache(1 << 17));
    }

    @Test
    void whatIsWrittenIsReadFromAnyPlaceInAnyPiece() throws IOException {
        Random random = new Random(SEED);
        for (int length : new int[]{0, 1, 15, 8191, 8192, 8193, 16384, 100_001}) {
            byte[] content = new byte[length];
            random.nextBytes(content);
            try (SealedDirectory directory = open(1)) {
                String name = "file" + length;
                try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
                    for (int at = 0; at < length;) {
                        int part = Math.min(length - at, 1 + random.nextInt(9000));
                        out.writeBytes(content, at, part);
                        at += part;
                    }
                }
                assertThat(directory.fileLength(name)).isEqualTo(length);
                try (IndexInput in = directory.openInput(name, IOContext.DEFAULT)) {
                    compare(in, content, random);
                    int from = length / 3;
                    compare(in.slice("part", from, length - from), Arrays.copyOfRange(content, from, length), random);
                }
            }
        }
    }

    private static void compare(IndexInput in, byte[] content, Random random) throws IOException {
        assertThat(in.length()).isEqualTo(content.length);
        for (int i = 0; i < 200; i++) {
            int at = random.nextInt(content.length + 1);
            byte[] part = new byte[random.nextInt(content.length - at + 1)];
            IndexInput other = random.nextBoolean() ? in : in.clone();
            other.seek(at);
            other.readBytes(part, 0, part.length);
            assertThat(part).isEqualTo(Arrays.copyOfRange(content, at, at + part.length));
            assertThat(other.getFilePointer()).isEqualTo(at + part.length);
            if (content.length - at >= 8) {
                RandomAccessInput random1 = in.randomAccessSlice(0, content.length);
                long number = 0;
                for (int b = 7; b >= 0; b--) {
                    number = number << 8 | content[at + b] & 0xff;
                }
                assertThat(random1.readLong(at)).isEqualTo(number);
                assertThat(random1.readInt(at)).isEqualTo((int) number);
                assertThat(random1.readShort(at)).isEqualTo((short) number);
                assertThat(random1.readByte(at)).isEqualTo((byte) number);
            }
        }
        int from = Math.min(3, content.length);
        int[] numbers = new int[(content.length - from) / Integer.BYTES];
        in.seek(from);
        in.readInts(numbers, 0, numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(numbers[i]).isEqualTo(in.randomAccessSlice(0, content.length).readInt(from + i * 4L));
        }
        in.seek(content.length);
        assertThatThrownBy(in::readByte).isInstanceOf(EOFException.class);
    }

    @Test
    void noWordOfTheIndexStandsInTheFolder() throws IOException {
        List<String> words = List.of("confidential", "quotation", "王小明");
        try (SealedDirectory directory = open(1); IndexWriter writer = new IndexWriter(directory, config())) {
            for (int i = 0; i < 500; i++) {
                Document document = new Document();
                document.add(new TextField("secretfield", "confidential quotation " + i, Store.YES));
                document.add(new TextField("name", "王小明", Store.YES));
                writer.addDocument(document);
            }
            writer.commit();
        }
        int looked = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                looked += bytes.length;
                for (String word : List.of("confidential", "quotation", "王小明", "secretfield", "Lucene")) {
                    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).as("%s in %s", word, file)
                            .doesNotContain(new String(word.getBytes(StandardCharsets.UTF_8),
                                    StandardCharsets.ISO_8859_1));
                }
            }
        }
        assertThat(looked).isGreaterThan(5000);
        assertThat(words).hasSize(3);
        try (SealedDirectory directory = open(1); DirectoryReader reader = DirectoryReader.open(directory)) {
            assertThat(new IndexSearcher(reader).count(new TermQuery(new Term("secretfield", "quotation"))))
                    .isEqualTo(500);
        }
        assertThatThrownBy(() -> DirectoryReader.open(open(2))).isInstanceOf(IOException.class);
    }

    private static IndexWriterConfig config() {
        return new IndexWriterConfig();
    }

    @Test
    void aChangedByteIsNoticedAndBlocksCannotChangePlaces() throws IOException {
        byte[] content = new byte[3 * Blocks.SIZE];
        try (SealedDirectory directory = open(1);
                IndexOutput out = directory.createOutput("file", IOContext.DEFAULT)) {
            out.writeBytes(content, content.length);
        }
        byte[] sealed = Files.readAllBytes(folder.resolve("file"));
        List<byte[]> broken = new ArrayList<>();
        for (int at : new int[]{0, Blocks.HEAD, 9000, sealed.length - 1}) {
            byte[] other = sealed.clone();
            other[at] ^= 1;
            broken.add(other);
        }
        byte[] exchanged = sealed.clone();
        int block = Blocks.SIZE + Blocks.TAG;
        System.arraycopy(sealed, Blocks.HEAD, exchanged, Blocks.HEAD + block, block);
        broken.add(exchanged);
        for (byte[] bytes : broken) {
            Files.write(folder.resolve("file"), bytes);
            try (SealedDirectory directory = open(1);
                    IndexInput in = directory.openInput("file", IOContext.DEFAULT)) {
                assertThatThrownBy(() -> in.readBytes(new byte[content.length], 0, content.length))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void twoWritersDoNotWriteAtOnce() throws IOException {
        try (SealedDirectory one = open(1); IndexWriter writer = new IndexWriter(one, config())) {
            writer.commit();
            assertThatThrownBy(() -> new IndexWriter(open(1), config())).isInstanceOf(LockObtainFailedException.class);
        }
    }

    @Test
    void anInterruptedThreadDoesNotCloseTheFilesOfOthers() throws Exception {
        try (SealedDirectory directory = open(1)) {
            try (IndexOutput out = directory.createOutput("file", IOContext.DEFAULT)) {
                out.writeBytes(new byte[50_000], 50_000);
            }
            try (IndexInput in = directory.openInput("file", IOContext.DEFAULT)) {
                Thread.currentThread().interrupt();
                in.clone().readByte();
                assertThat(Thread.interrupted()).isTrue();
                in.seek(40_000);
                assertThat(in.readByte()).isZero();
            }
        }
    }
}
