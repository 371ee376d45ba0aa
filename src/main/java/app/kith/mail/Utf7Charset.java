package app.kith.mail;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/** UTF-7 (RFC 2152): UTF-16 in base64 between {@code +} and {@code -}. The JDK has none. Only decodes. */
final class Utf7Charset extends Charset {

    Utf7Charset() {
        super("UTF-7", null);
    }

    @Override
    public boolean contains(Charset other) {
        return false;
    }

    @Override
    public boolean canEncode() {
        return false;
    }

    @Override
    public CharsetEncoder newEncoder() {
        throw new UnsupportedOperationException("UTF-7 is only read");
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new Decoder(this);
    }

    private static final class Decoder extends CharsetDecoder {
        private boolean shifted;
        private boolean justShifted;
        private int bits;
        private int count;

        Decoder(Charset charset) {
            super(charset, 1, 1);
        }

        @Override
        protected void implReset() {
            shifted = false;
            justShifted = false;
            bits = 0;
            count = 0;
        }

        @Override
        protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
            while (in.hasRemaining()) {
                if (!out.hasRemaining()) {
                    return CoderResult.OVERFLOW;
                }
                int b = in.get() & 0xFF;
                if (!shifted) {
                    if (b == '+') {
                        implReset();
                        shifted = true;
                        justShifted = true;
                    } else {
                        out.put(b < 0x80 ? (char) b : '\uFFFD');
                    }
                } else {
                    shiftedByte(b, out);
                }
            }
            return CoderResult.UNDERFLOW;
        }

        private void shiftedByte(int b, CharBuffer out) {
            int value = Base64Bytes.value(b);
            if (value >= 0) {
                justShifted = false;
                bits = (bits << 6) | value;
                count += 6;
                if (count >= 16) {
                    count -= 16;
                    out.put((char) (bits >>> count));
                    bits &= (1 << count) - 1;
                }
                return;
            }
            shifted = false;
            if (b == '-') {
                if (justShifted) {
                    out.put('+');
                }
            } else {
                out.put(b < 0x80 ? (char) b : '\uFFFD');
            }
        }
    }
}
