package app.kith.sync.web;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Tells addresses of the open internet from those of this computer, the local network and reserved ranges (RFC 6890). */
final class PublicAddress {
    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes, 0) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes, int from) {
        int a = bytes[from] & 0xFF;
        int b = bytes[from + 1] & 0xFF;
        int c = bytes[from + 2] & 0xFF;
        boolean local = a == 0 || a == 10 || a == 127 || a >= 224 || a == 169 && b == 254 || a == 192 && b == 168
                || a == 172 && b >= 16 && b < 32;
        boolean shared = a == 100 && b >= 64 && b < 128;
        boolean reserved = a == 192 && b == 0 && (c == 0 || c == 2) || a == 198 && (b == 18 || b == 19)
                || a == 198 && b == 51 && c == 100 || a == 203 && b == 0 && c == 113;
        return !local && !shared && !reserved;
    }

    /** Only what is handed out so far (2000::/3), and no tunnel whose inner address is not public. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        int second = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
        if (first == 0x64 && second == 0xFF9B) {
            return isPublic4(bytes, 12);
        }
        if (first == 0x2002) {
            return isPublic4(bytes, 2);
        }
        boolean teredoOrTest = first == 0x2001 && (second < 0x200 || second == 0xDB8);
        return (first & 0xE000) == 0x2000 && !teredoOrTest;
    }
}
