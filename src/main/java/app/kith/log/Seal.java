package app.kith.log;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals the records of one segment: AES-256-GCM under a key of the segment's own (HKDF-SHA-256 over the segment's salt).
 *
 * <p>A record is sealed in chunks of 64 KB by the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár: "Online
 * Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", CRYPTO 2015): the nonce is eight random bytes of the record,
 * then the chunk's number with its highest bit set in the last chunk, so that chunks can be neither swapped nor left out. Chunks
 * also keep the cipher on the JVM's fast path, which long single calls miss.
 *
 * <p>The record's number is authenticated with each chunk. Not thread-safe.
 */
final class Seal {
    static final int CHUNK = 1 << 16;
    private static final int PREFIX = 8;
    private static final int TAG = 16;
    private static final int LAST = 0x8000_0000;

    private final SecretKey key;
    private final byte[] salt;
    private final Cipher cipher;
    private final SecureRandom random = new SecureRandom();

    Seal(SecretKey logKey, byte[] salt) {
        this.salt = salt.clone();
        try {
            this.key = KDF.getInstance("HKDF-SHA256").deriveKey("AES",
                    HKDFParameterSpec.ofExtract().addIKM(logKey).addSalt(salt).thenExpand("kith log segment".getBytes(
                            java.nio.charset.StandardCharsets.US_ASCII), 32));
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the sealed length of so many plain bytes} */
    static int sealedLength(int plain) {
        return PREFIX + plain + chunks(plain) * TAG;
    }

    private static int chunks(int plain) {
        return Math.max(1, Math.ceilDiv(plain, CHUNK));
    }

    /**
     * Seals a record.
     *
     * @param sequence its number
     * @param plain its bytes
     * @param length how many of them
     * @param out where the sealed bytes go; its position is moved
     */
    void seal(long sequence, byte[] plain, int length, ByteBuffer out) {
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        out.put(nonce, 0, PREFIX);
        int chunks = chunks(length);
        try {
            for (int i = 0; i < chunks; i++) {
                int start = i * CHUNK;
                int size = Math.min(CHUNK, length - start);
                init(Cipher.ENCRYPT_MODE, nonce, i, i == chunks - 1, sequence);
                int written = cipher.doFinal(plain, start, size, out.array(), out.arrayOffset() + out.position());
                out.position(out.position() + written);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Opens a record.
     *
     * @param sequence its number
     * @param sealed its sealed bytes
     * @return its plain bytes
     * @throws GeneralSecurityException if it was changed, cut, or belongs elsewhere
     */
    byte[] open(long sequence, byte[] sealed) throws GeneralSecurityException {
        int body = sealed.length - PREFIX;
        int chunks = Math.ceilDiv(body, CHUNK + TAG);
        int length = body - chunks * TAG;
        if (chunks < 1 || length < 0) {
            throw new GeneralSecurityException("too short");
        }
        byte[] nonce = Arrays.copyOf(sealed, 12);
        byte[] plain = new byte[length];
        for (int i = 0; i < chunks; i++) {
            int start = PREFIX + i * (CHUNK + TAG);
            int size = Math.min(CHUNK + TAG, sealed.length - start);
            init(Cipher.DECRYPT_MODE, nonce, i, i == chunks - 1, sequence);
            cipher.doFinal(sealed, start, size, plain, i * CHUNK);
        }
        return plain;
    }

    private void init(int mode, byte[] nonce, int chunk, boolean last, long sequence) throws GeneralSecurityException {
        ByteBuffer.wrap(nonce).putInt(PREFIX, last ? chunk | LAST : chunk);
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(salt);
        cipher.updateAAD(ByteBuffer.allocate(8).putLong(0, sequence));
    }
}
