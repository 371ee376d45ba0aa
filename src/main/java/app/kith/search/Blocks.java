package app.kith.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The blocks of one sealed file: AES-256-GCM with a key of the file's own, made out of the folder's key and a random number that
 * stands before the first block (HMAC-SHA-256). So the number of a block can be its nonce, and no block can be put into the place of
 * another.
 */
final class Blocks {
    /** Bytes of the random number before the first block. */
    static final int HEAD = 16;

    /** Plain bytes of a block; only the last may have fewer. */
    static final int SIZE = 8192;

    /** Bytes that sealing adds to a block. */
    static final int TAG = 16;

    private final SecretKeySpec key;
    private final Cipher cipher;

    Blocks(SecretKey folder, byte[] head) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(folder.getEncoded(), "HmacSHA256"));
            this.key = new SecretKeySpec(mac.doFinal(head), "AES");
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return how many plain bytes a sealed file of a length holds} */
    static long plainLength(long sealed) {
        long body = Math.max(0, sealed - HEAD);
        long whole = body / (SIZE + TAG);
        long rest = body % (SIZE + TAG);
        return whole * SIZE + Math.max(0, rest - TAG);
    }

    /** Seals a block; the result is longer by {@link #TAG}. */
    byte[] seal(long number, byte[] plain, int length) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, nonce(number));
            return cipher.doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Opens a block.
     *
     * @throws IOException if it was changed, or the key is another
     */
    byte[] open(long number, byte[] sealed) throws IOException {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, nonce(number));
            return cipher.doFinal(sealed);
        } catch (GeneralSecurityException e) {
            throw new IOException("block " + number + " does not open", e);
        }
    }

    private static GCMParameterSpec nonce(long number) {
        return new GCMParameterSpec(TAG * 8, ByteBuffer.allocate(12).putLong(4, number).array());
    }
}
