package app.kith.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message of Outlook written as MIME: with the header that came over the line where Outlook kept it, else with one made of its
 * properties; the texts and files around it anew.
 */
final class OutlookMail {
    private static final Pattern STRUCTURE = Pattern.compile(
            "(?im)^(?:Content-[A-Za-z-]+|MIME-Version):[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*");
    private static final Pattern WHOLE = Pattern.compile("(?im)^(?:From|Date):");
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;
    private static final String[] KINDS = {"To", "Cc", "Bcc"};

    private final OutlookItem item;
    private final List<OutlookItem.File> more;
    private final String header;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private OutlookMail(OutlookItem item, List<OutlookItem.File> more, String header) {
        this.item = item;
        this.more = more;
        this.header = header;
    }

    /**
     * Writes a message.
     *
     * @throws IOException where its files cannot be read
     */
    static byte[] mime(OutlookItem item) throws IOException {
        return mime(item, List.of(), "");
    }

    /**
     * Writes a message with more than the item itself has.
     *
     * @param more files to come along
     * @param header a line for its header; empty for none
     * @throws IOException where its files cannot be read
     */
    static byte[] mime(OutlookItem item, List<OutlookItem.File> more, String header) throws IOException {
        return new OutlookMail(item, more, header).write();
    }

    /** {@return whether a class of items is mail: letters, reports of delivery, invitations, posts} */
    static boolean isMail(String messageClass) {
        String name = messageClass.toUpperCase(Locale.ROOT);
        return name.isEmpty() || name.equals("IPM") || name.startsWith("IPM.NOTE") || name.startsWith("REPORT.")
                || name.startsWith("IPM.SCHEDULE") || name.startsWith("IPM.POST") || name.startsWith("IPM.RECALL")
                || name.startsWith("IPM.OUTLOOK.RECALL");
    }

    private byte[] write() throws IOException {
        head();
        String mixed = "=_mixed_kith";
        String either = "=_either_kith";
        if (!header.isEmpty()) {
            line(header);
        }
        line("MIME-Version: 1.0");
        line("Content-Type: multipart/mixed; boundary=\"" + mixed + "\"");
        line("");
        line("--" + mixed);
        line("Content-Type: multipart/alternative; boundary=\"" + either + "\"");
        line("");
        String html = item.html();
        String text = item.body();
        String rich = html == null && text == null ? item.rtf() : null;
        if (text != null || html == null) {
            part(either, rich == null ? "text/plain; charset=utf-8" : "text/rtf; charset=utf-8", "",
                    String.valueOf(text != null ? text : rich == null ? "" : rich).getBytes(StandardCharsets.UTF_8));
        }
        if (html != null) {
            part(either, "text/html; charset=utf-8", "", html.getBytes(StandardCharsets.UTF_8));
        }
        line("--" + either + "--");
        for (OutlookItem.File file : item.files()) {
            file(mixed, file);
        }
        more.forEach(file -> file(mixed, file));
        line("--" + mixed + "--");
        return out.toByteArray();
    }

    private void head() {
        String head = item.text(0x007D).replace("\r", "").replaceAll("\\n+", "\n") + "\n";
        head = STRUCTURE.matcher(head).replaceAll("").strip();
        if (WHOLE.matcher(head).find()) {
            head.lines().filter(one -> !one.isBlank()).forEach(this::line);
            return;
        }
        line("From: " + address(first(item.text(0x0C1A), item.text(0x0042)), sender()));
        for (int kind = 1; kind <= KINDS.length; kind++) {
            recipients(kind);
        }
        line("Subject: " + words(text(subject())));
        Instant sent = time();
        if (sent != null) {
            line("Date: " + DATE.format(sent.atOffset(ZoneOffset.UTC)));
        }
        line("Message-ID: ", item.text(0x1035));
        line("In-Reply-To: ", item.text(0x1042));
        line("References: ", item.text(0x1039));
    }

    /** The subject; Outlook marks where its prefix ends with two characters before it (PidTagSubject in a pst). */
    private String subject() {
        String subject = item.text(0x0037);
        return subject.startsWith("\u0001") && subject.length() > 1 ? subject.substring(2) : subject;
    }

    /** When it was sent, else when it came or was made. */
    private @Nullable Instant time() {
        for (int tag : new int[]{0x0039, 0x0E06, 0x3007}) {
            Instant time = item.time(tag);
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    /** The sender's address on the Internet, else what Outlook has where that is one. */
    private String sender() {
        for (int tag : new int[]{0x5D01, 0x5D02, 0x0C1F, 0x0065}) {
            String address = item.text(tag);
            if (address.indexOf('@') > 0) {
                return address;
            }
        }
        return "";
    }

    private void recipients(int kind) {
        String all = item.recipients().stream().filter(one -> one.kind() == kind || kind == 1 && one.kind() < 1)
                .map(one -> address(one.name(), one.address())).filter(text -> !text.isBlank())
                .collect(Collectors.joining(",\r\n "));
        if (!all.isEmpty() || kind == 1) {
            line(KINDS[kind - 1] + ": " + all);
        }
    }

    private static String address(String name, String address) {
        String plain = text(address).replaceAll("[<>\\s]", "");
        boolean isAddress = plain.indexOf('@') > 0;
        String shown = text(name).equals(plain) ? "" : word(text(name));
        return isAddress ? (shown + " <" + plain + ">").strip() : shown + " <>";
    }

    private void file(String boundary, OutlookItem.File file) {
        boolean safe = file.type().matches("[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+");
        String id = file.id().replaceAll("[<>\\s]", "");
        part(boundary, safe ? file.type() : "application/octet-stream",
                "Content-Disposition: attachment; filename*=utf-8''" + percent(text(file.name()))
                        + (id.isEmpty() ? "" : "\r\nContent-ID: <" + id + ">"),
                file.bytes());
    }

    private static String percent(String name) {
        StringBuilder out = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > 0 && (Character.isLetterOrDigit(b) || b == '.' || b == '-' || b == '_');
            out.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b));
        }
        return out.toString();
    }

    private void part(String boundary, String type, String more, byte[] content) {
        line("--" + boundary);
        line("Content-Type: " + type);
        if (!more.isEmpty()) {
            line(more);
        }
        line("Content-Transfer-Encoding: base64");
        line("");
        out.writeBytes(Base64.getMimeEncoder().encode(content));
        line("");
    }

    /** A name before an address. */
    private static String word(String text) {
        boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        return !plain || text.matches("[A-Za-z0-9 .'-]*")
                ? words(text)
                : '"' + text.replaceAll("[\"\\\\]", " ") + '"';
    }

    /** One line of text as RFC 2047 has it. */
    private static String words(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F) && !text.contains("=?")) {
            return text;
        }
        List<String> words = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = from;
            int bytes = 0;
            while (to < text.length() && bytes < 36) {
                int point = text.codePointAt(to);
                bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
                to += Character.charCount(point);
            }
            words.add("=?utf-8?B?"
                    + Base64.getEncoder().encodeToString(text.substring(from, to).getBytes(StandardCharsets.UTF_8))
                    + "?=");
            from = to;
        }
        return String.join("\r\n ", words);
    }

    private static String text(String text) {
        return text.replaceAll("[\\r\\n\\x00]+", " ").strip();
    }

    private void line(String name, String value) {
        if (!text(value).isEmpty()) {
            line(name + text(value));
        }
    }

    private void line(String line) {
        out.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
