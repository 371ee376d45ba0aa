package app.kith.mail;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/** HZ (RFC 1843): GB2312 in 7-bit text between {@code ~{} and {@code ~}}. The JDK has none. Only decodes. */
final class HzCharset extends Charset {

    HzCharset() {
        super("HZ-GB-2312", null);
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
        throw new UnsupportedOperationException("HZ is only read");
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new Decoder(this);
    }

    private static final class Decoder extends CharsetDecoder {
        private final CharsetDecoder gb = CharsetLabels.GB18030.newDecoder();
        private boolean hanzi;

        Decoder(Charset charset) {
            super(charset, 1, 1);
        }

        @Override
        protected void implReset() {
            hanzi = false;
        }

        @Override
        protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
            while (in.hasRemaining()) {
                int start = in.position();
                int first = in.get() & 0xFF;
                if (first == '~' || (hanzi && first > ' ' && first < 0x7F)) {
                    if (!in.hasRemaining()) {
                        in.position(start);
                        return CoderResult.UNDERFLOW;
                    }
                    int second = in.get() & 0xFF;
                    if (first == '~' && escape(second)) {
                        continue;
                    }
                    if (!out.hasRemaining()) {
                        in.position(start);
                        return CoderResult.OVERFLOW;
                    }
                    if (hanzi && second > ' ' && second < 0x7F) {
                        out.put(pair(first, second));
                    } else {
                        out.put((char) first);
                        if (first != '~' || second != '~') {
                            in.position(start + 1);
                        }
                    }
                } else {
                    if (!out.hasRemaining()) {
                        in.position(start);
                        return CoderResult.OVERFLOW;
                    }
                    hanzi &= first != '\n';
                    out.put(first < 0x80 ? (char) first : '\uFFFD');
                }
            }
            return CoderResult.UNDERFLOW;
        }

        /** {@return whether a tilde and this byte switch the mode or join lines, and leave no character} */
        private boolean escape(int second) {
            if (second == '{' && !hanzi) {
                hanzi = true;
                return true;
            }
            if (second == '}' && hanzi) {
                hanzi = false;
                return true;
            }
            return second == '\n' && !hanzi;
        }

        private char pair(int first, int second) {
            CharBuffer one = CharBuffer.allocate(2);
            CoderResult result = gb.reset().decode(ByteBuffer.wrap(new byte[]{(byte) (first | 0x80), (byte) (second
                    | 0x80)}), one, true);
            return result.isUnderflow() && one.position() == 1 ? one.get(0) : '\uFFFD';
        }
    }
}
