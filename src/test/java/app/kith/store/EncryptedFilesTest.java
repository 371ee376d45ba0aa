package app.kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store's file: what stands in it is what was written, in no form that can be read. */
class EncryptedFilesTest {
    private static final char[] PASSWORD = "0123456789abcdef".repeat(4).toCharArray();

    @TempDir
    private Path folder;

    @Test
    void encryptsAsXtsDoes() throws GeneralSecurityException {
        byte[] plain = new byte[2 * XtsCipher.BLOCK];
        new Random(3).nextBytes(plain);
        byte[] cipher = plain.clone();
        new XtsCipher(PASSWORD).encrypt(cipher, 0, cipher.length, 41);

        assertThat(Arrays.equals(cipher, byTheBook(plain, 41))).isTrue();
        new XtsCipher(PASSWORD).decrypt(cipher, 0, cipher.length, 41);
        assertThat(Arrays.equals(cipher, plain)).isTrue();
    }

    /** IEEE Std 1619-2018, 5.3.2, byte by byte as it stands there. */
    private static byte[] byTheBook(byte[] plain, long first) throws GeneralSecurityException {
        byte[] keys = KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract()
                .addIKM(new String(PASSWORD).getBytes(StandardCharsets.UTF_8))
                .thenExpand("kith store pages".getBytes(StandardCharsets.US_ASCII), 64));
        Cipher data = Cipher.getInstance("AES/ECB/NoPadding");
        data.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keys, 0, 32, "AES"));
        Cipher tweaking = Cipher.getInstance("AES/ECB/NoPadding");
        tweaking.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keys, 32, 32, "AES"));
        byte[] out = new byte[plain.length];
        for (int block = 0; block < plain.length / 4096; block++) {
            byte[] number = new byte[16];
            for (int i = 0; i < 8; i++) {
                number[i] = (byte) (first + block >>> 8 * i);
            }
            byte[] tweak = tweaking.doFinal(number);
            for (int unit = 0; unit < 256; unit++) {
                byte[] mixed = new byte[16];
                int from = block * 4096 + unit * 16;
                for (int i = 0; i < 16; i++) {
                    mixed[i] = (byte) (plain[from + i] ^ tweak[i]);
                }
                byte[] sealed = data.doFinal(mixed);
                int carry = 0;
                for (int i = 0; i < 16; i++) {
                    out[from + i] = (byte) (sealed[i] ^ tweak[i]);
                    int doubled = (tweak[i] & 255) << 1 | carry;
                    carry = doubled >>> 8;
                    tweak[i] = (byte) doubled;
                }
                if (carry == 1) {
                    tweak[0] ^= (byte) 0x87;
                }
            }
        }
        return out;
    }

    @Test
    void readsBackWhatWasWrittenAnywhere() throws Exception {
        Path file = folder.resolve("file");
        Random random = new Random(5);
        byte[] wanted = new byte[20 * XtsCipher.BLOCK];
        try (FileChannel channel = channel(file)) {
            channel.write(ByteBuffer.wrap(wanted), 0);
            for (int step = 0; step < 500; step++) {
                int from = random.nextInt(wanted.length);
                byte[] piece = new byte[random.nextInt(Math.min(9000, wanted.length - from)) + 1];
                random.nextBytes(piece);
                System.arraycopy(piece, 0, wanted, from, piece.length);
                assertThat(channel.write(ByteBuffer.wrap(piece), from)).isEqualTo(piece.length);
                int at = random.nextInt(wanted.length);
                ByteBuffer read = ByteBuffer.allocate(random.nextInt(9000) + 1);
                int got = channel.read(read, at);
                assertThat(got).isEqualTo(Math.min(read.capacity(), wanted.length - at));
                assertThat(Arrays.copyOf(read.array(), got)).isEqualTo(Arrays.copyOfRange(wanted, at, at + got));
            }
            assertThat(channel.read(ByteBuffer.allocate(1), channel.size())).isEqualTo(-1);
            channel.truncate(3 * XtsCipher.BLOCK);
            assertThat(channel.size()).isEqualTo(3 * XtsCipher.BLOCK);
        }
        Files.write(file, new byte[]{1, 2, 3}, StandardOpenOption.APPEND);
        try (FileChannel again = channel(file)) {
            assertThat(again.size()).as("a torn end is not seen").isEqualTo(3 * XtsCipher.BLOCK);
            ByteBuffer all = ByteBuffer.allocate(wanted.length);
            again.read(all, 0);
            assertThat(Arrays.copyOf(all.array(), 3 * XtsCipher.BLOCK))
                    .isEqualTo(Arrays.copyOf(wanted, 3 * XtsCipher.BLOCK));
        }
    }

    private static FileChannel channel(Path file) throws Exception {
        EncryptedPath files = EncryptedPath.register(() -> new XtsCipher(PASSWORD));
        try {
            return FilePath.get(files.getScheme() + ":" + file).open("rw");
        } finally {
            FilePath.unregister(files);
        }
    }

    @Test
    void aResultOfAnySizeIsWrittenToNoOtherFile() throws SQLException, Exception {
        try (Database database = new Database(folder, PASSWORD);
                Statement statement = database.writer().createStatement()) {
            statement.execute(
                    "CREATE TABLE told AS SELECT x AS id, 'Hollandgrachtweg ' || x AS word FROM SYSTEM_RANGE(1, 100000)");
            long before = temporaryFiles();
            try (ResultSet rows = statement.executeQuery("SELECT word FROM told ORDER BY word DESC")) {
                rows.next();
                assertThat(temporaryFiles()).isEqualTo(before);
            }
            database.writer().commit();
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .matches(content -> !content.contains("Hollandgrachtweg") && !content.contains("H:2,block"));
            }
        }
    }

    private static long temporaryFiles() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("h2tmp")).count();
        }
    }
}
