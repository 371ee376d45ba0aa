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
     * @param length how many bytes of it
     * @param first number of the first block
     */
    void encrypt(byte[] data, int length, long first) {
        run(encrypt, data, length, first);
    }

    /** Decrypts blocks in place; see {@link #encrypt}. */
    void decrypt(byte[] data, int length, long first) {
        run(decrypt, data, length, first);
    }

    private void run(Cipher cipher, byte[] data, int length, long first) {
        try {
            for (int at = 0; at < length; at += BLOCK) {
                tweaks(first + at / BLOCK);
                mix(data, at);
                cipher.update(data, at, BLOCK, data, at);
                mix(data, at);
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

    private void mix(byte[] data, int from) {
        for (int at = 0; at < BLOCK; at += 8) {
            LONGS.set(data, from + at, (long) LONGS.get(data, from + at) ^ (long) LONGS.get(tweaks, at));
        }
    }
}
