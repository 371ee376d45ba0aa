package app.kith.mail;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The Cryptographic Message Syntax (RFC 5652) as far as it takes to tell what an {@code application/pkcs7-mime} part is, and to read
 * the message inside an opaque signature, which is signed but not encrypted. Checks no signature. Both definite and indefinite
 * lengths (X.690, 8.1.3) are read.
 */
final class SignedData {
    /** What a part holds. */
    enum Kind {
        /** A signed message, readable. */
        SIGNED,
        /** An encrypted message. */
        ENCRYPTED,
        /** Something else, or nothing that can be told. */
        OTHER
    }

    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int INTEGER = 0x02;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int OCTETS = 0x04;
    private static final int OCTETS_IN_PIECES = 0x24;
    private static final int CONTENT = 0xA0;
    private static final int DEEPEST = 8;

    private static final byte[] SIGNED_DATA = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 2};
    private static final byte[] ENVELOPED_DATA = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 3};
    private static final byte[] AUTH_ENVELOPED = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 9, 16, 1,
            23};

    private final byte[] bytes;
    private int at;
    private int tag;
    /** Where the element's content ends; the end of the bytes where its length is not told. */
    private int end;
    private boolean open;

    private SignedData(byte[] bytes) {
        this.bytes = bytes;
        this.end = bytes.length;
    }

    /** {@return what a structure is} */
    static Kind kind(byte[] bytes) {
        SignedData data = new SignedData(bytes);
        if (!data.enter(SEQUENCE) || !data.header() || data.tag != OBJECT_IDENTIFIER) {
            return Kind.OTHER;
        }
        return data.is(SIGNED_DATA)
                ? Kind.SIGNED
                : data.is(ENVELOPED_DATA) || data.is(AUTH_ENVELOPED) ? Kind.ENCRYPTED : Kind.OTHER;
    }

    /** {@return the message inside a signature; null where there is none, as where the signature stands apart from what it signs} */
    static byte @Nullable [] content(byte[] bytes) {
        if (kind(bytes) != Kind.SIGNED) {
            return null;
        }
        SignedData data = new SignedData(bytes);
        boolean found = data.enter(SEQUENCE) && data.pass(OBJECT_IDENTIFIER) && data.enter(CONTENT)
                && data.enter(SEQUENCE) && data.pass(INTEGER) && data.pass(SET) && data.enter(SEQUENCE)
                && data.pass(OBJECT_IDENTIFIER) && data.enter(CONTENT) && data.header();
        if (!found) {
            return null;
        }
        ByteSink out = new ByteSink(bytes.length);
        data.octets(out, 0);
        return out.size() == 0 ? null : out.toArray();
    }

    private boolean is(byte[] identifier) {
        return Arrays.equals(bytes, at, end, identifier, 0, identifier.length);
    }

    /** Reads a tag and a length; false where none is left. */
    private boolean header() {
        if (at + 2 > bytes.length) {
            return false;
        }
        tag = bytes[at++] & 0xFF;
        int first = bytes[at++] & 0xFF;
        open = first == 0x80;
        if (open) {
            end = bytes.length;
            return true;
        }
        long length = first;
        if (first > 0x80) {
            int count = first & 0x7F;
            if (count > 4 || at + count > bytes.length) {
                return false;
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = length << 8 | (bytes[at++] & 0xFF);
            }
        }
        end = (int) Math.min(bytes.length, at + length);
        return true;
    }

    private boolean enter(int wanted) {
        return header() && tag == wanted;
    }

    private boolean pass(int wanted) {
        if (!header() || tag != wanted || open) {
            return false;
        }
        at = end;
        return true;
    }

    /** Gathers an octet string that may be written in pieces. */
    private void octets(ByteSink out, int depth) {
        if (tag == OCTETS) {
            out.add(bytes, at, end);
            at = end;
            return;
        }
        if (tag != OCTETS_IN_PIECES || depth > DEEPEST) {
            at = bytes.length;
            return;
        }
        int last = end;
        while (at + 1 < last && !(bytes[at] == 0 && bytes[at + 1] == 0) && header()) {
            octets(out, depth + 1);
        }
        at = Math.min(last, at + 2);
    }
}
