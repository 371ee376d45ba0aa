package app.kith.support;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Mailbox names on the wire and on disk: modified UTF-7 (RFC 3501, section 5.1.3). Written for tests, apart from the product's. */
final class MailboxName {
    private MailboxName() {}

    static String encode(String name) {
        StringBuilder encoded = new StringBuilder();
        int at = 0;
        while (at < name.length()) {
            char c = name.charAt(at);
            if (c >= 0x20 && c <= 0x7e) {
                encoded.append(c == '&' ? "&-" : c);
                at++;
                continue;
            }
            int end = at;
            while (end < name.length() && (name.charAt(end) < 0x20 || name.charAt(end) > 0x7e)) {
                end++;
            }
            byte[] utf16 = name.substring(at, end).getBytes(StandardCharsets.UTF_16BE);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(utf16);
            encoded.append('&').append(base64.replace('/', ',')).append('-');
            at = end;
        }
        return encoded.toString();
    }

    static String decode(String encoded) {
        StringBuilder name = new StringBuilder();
        int at = 0;
        while (at < encoded.length()) {
            int shift = encoded.indexOf('&', at);
            if (shift < 0) {
                return name.append(encoded, at, encoded.length()).toString();
            }
            int end = encoded.indexOf('-', shift);
            name.append(encoded, at, shift);
            if (end == shift + 1) {
                name.append('&');
            } else {
                byte[] utf16 = Base64.getDecoder().decode(encoded.substring(shift + 1, end).replace(',', '/'));
                name.append(new String(utf16, StandardCharsets.UTF_16BE));
            }
            at = end + 1;
        }
        return name.toString();
    }
}
