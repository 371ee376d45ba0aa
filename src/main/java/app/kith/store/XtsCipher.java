package app.kith.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in XTS mode (IEEE Std 1619-2018) over whole blocks, each with its number as the tweak. The block cipher is the platform's,
 * which the processor's own instructions do; H2's, in plain Java, took a third of an import's time. Used by one thread at a time.
 */
final class XtsCipher {
    /** Bytes of a block; the unit that is encrypted, and read and written as a whole. */
    static final int BLOCK = 4096;

    private static final int UNIT = 16;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Cipher encrypt;
    private final Cipher decrypt;
    private final Cipher tweak;
    private final byte[] tweaks = new byte[BLOCK];
    private final byte[] mixed = new byte[BLOCK];

    /**
     * Makes the cipher.
     *
     * @param password what the keys are made from; as hard to guess as a key
     */
    XtsCipher(char[] password) {
        byte[] secret = new String(password).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] keys = KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract().addIKM(secret)
                    .thenExpand("kith store pages".getBytes(StandardCharsets.US_ASCII), 64));
            encrypt = cipher(Cipher.ENCRYPT_MODE, Arrays.copyOf(keys, 32));
            decrypt = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(keys, 32));
            tweak = cipher(Cipher.ENCRYPT_MODE, Arrays.copyOfRange(keys, 32, 64));
            Arrays.fill(keys, (byte) 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static Cipher cipher(int mode, byte[] key) throws GeneralSecurityException {
        // Each unit is mixed with a tweak of its own, before and after: that is XTS. Alone this mode would be of no use.
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"));
        return cipher;
    }

    /**
     * Encrypts blocks in place.
     *
     * @param data whole blocks
     * @param from where the first begins
     * @param length how many bytes of it
     * @param first number of the first block
     */
    void encrypt(byte[] data, int from, int length, long first) {
        run(encrypt, data, from, length, first);
    }

    /** Decrypts blocks in place; see {@link #encrypt}. */
    void decrypt(byte[] data, int from, int length, long first) {
        run(decrypt, data, from, length, first);
    }

    private void run(Cipher cipher, byte[] data, int from, int length, long first) {
        try {
            for (int at = from; at < from + length; at += BLOCK) {
                tweaks(first + (at - from) / BLOCK);
                mix(data, at, mixed, 0);
                cipher.update(mixed, 0, BLOCK, data, at); // In place it would copy the block first.
                mix(data, at, data, at);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first tweak is the encrypted number of the block; each further one the one before it times x in GF(2^128). */
    private void tweaks(long block) throws GeneralSecurityException {
        LONGS.set(tweaks, 0, block);
        LONGS.set(tweaks, 8, 0L);
        tweak.update(tweaks, 0, UNIT, tweaks, 0);
        long low = (long) LONGS.get(tweaks, 0);
        long high = (long) LONGS.get(tweaks, 8);
        for (int at = UNIT; at < BLOCK; at += UNIT) {
            long over = high >> 63 & 0x87;
            high = high << 1 | low >>> 63;
            low = low << 1 ^ over;
            LONGS.set(tweaks, at, low);
            LONGS.set(tweaks, at + 8, high);
        }
    }

    private void mix(byte[] data, int from, byte[] into, int to) {
        for (int at = 0; at < BLOCK; at += 8) {
            LONGS.set(into, to + at, (long) LONGS.get(data, from + at) ^ (long) LONGS.get(tweaks, at));
        }
    }
}
