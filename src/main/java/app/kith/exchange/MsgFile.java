package app.kith.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.ByteChunk;
import org.apache.poi.hsmf.datatypes.RecipientChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/**
 * A mail of Outlook (MS-OXMSG), written as MIME: with the header that came over the line where Outlook kept it, else with one made of
 * its properties; the texts and files around it anew.
 */
final class MsgFile {
    private static final Pattern STRUCTURE = Pattern.compile(
            "(?im)^(?:Content-[A-Za-z-]+|MIME-Version):[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*");
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    private final MAPIMessage message;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private MsgFile(MAPIMessage message) {
        this.message = message;
        message.setReturnNullOnMissingChunk(true);
    }

    /** Whether a compound file holds a mail of Outlook. */
    static boolean isOne(Path file) {
        try (POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true)) {
            return system.getRoot().hasEntryCaseInsensitive("__properties_version1.0");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /**
     * Reads a mail.
     *
     * @throws MailFiles.BrokenFile where it cannot be read
     */
    static byte[] mail(Path file) throws IOException {
        MailFiles.small(file);
        try (MAPIMessage message = new MAPIMessage(file.toFile())) {
            return new MsgFile(message).write();
        } catch (IOException | UncheckedIOException e) {
            throw new MailFiles.BrokenFile(e);
        } catch (Exception e) {
            // A file made to mislead can make the reader throw anything.
            throw new MailFiles.BrokenFile(e);
        }
    }

    private byte[] write() throws Exception {
        if (message.has7BitEncodingStrings()) {
            message.guess7BitEncoding();
        }
        head();
        String mixed = "=_mixed_kith";
        String either = "=_either_kith";
        line("MIME-Version: 1.0");
        line("Content-Type: multipart/mixed; boundary=\"" + mixed + "\"");
        line("");
        line("--" + mixed);
        line("Content-Type: multipart/alternative; boundary=\"" + either + "\"");
        line("");
        String html = message.getHtmlBody();
        String text = message.getTextBody();
        String rich = html == null && text == null ? message.getRtfBody() : null;
        if (text != null || html == null) {
            part(either, rich == null ? "text/plain; charset=utf-8" : "text/rtf; charset=utf-8", "",
                    String.valueOf(text != null ? text : rich == null ? "" : rich).getBytes(StandardCharsets.UTF_8));
        }
        if (html != null) {
            part(either, "text/html; charset=utf-8", "", html.getBytes(StandardCharsets.UTF_8));
        }
        line("--" + either + "--");
        for (AttachmentChunks attachment : message.getAttachmentFiles()) {
            attachment(mixed, attachment);
        }
        line("--" + mixed + "--");
        return out.toByteArray();
    }

    private void head() throws Exception {
        String[] kept = message.getHeaders();
        String head = kept == null ? "" : String.join("\n", kept).replace("\r", "").replaceAll("\\n+", "\n") + "\n";
        head = STRUCTURE.matcher(head).replaceAll("").strip();
        boolean isWhole = Pattern.compile("(?im)^(?:From|Date):").matcher(head).find();
        if (isWhole) {
            head.lines().filter(one -> !one.isBlank()).forEach(this::line);
            return;
        }
        line("From: " + address(message.getDisplayFrom(), sender()));
        recipients();
        line("Subject: " + word(text(message.getSubject())));
        if (message.getMessageDate() != null) {
            line("Date: " + DATE.format(message.getMessageDate().toInstant().atOffset(ZoneOffset.UTC)));
        }
        String id = property(0x1035);
        if (!id.isEmpty()) {
            line("Message-ID: " + id);
        }
        String reply = property(0x1042);
        if (!reply.isEmpty()) {
            line("In-Reply-To: " + reply);
        }
    }

    /** The sender's address: PidTagSenderSmtpAddress, else PidTagSenderEmailAddress where that is one. */
    private String sender() {
        String smtp = property(0x5D01);
        return smtp.isEmpty() ? property(0x0C1F) : smtp;
    }

    private String property(int id) {
        for (var chunk : message.getMainChunks().getChunks()) {
            if (chunk.getChunkId() == id && chunk instanceof StringChunk text) {
                return text(text.getValue());
            }
        }
        return "";
    }

    private void recipients() {
        List<String> to = new ArrayList<>();
        for (RecipientChunks one : message.getRecipientDetailsChunks()) {
            to.add(address(one.getRecipientName(), one.getRecipientEmailAddress()));
        }
        line("To: " + to.stream().filter(text -> !text.isBlank()).collect(Collectors.joining(", ")));
    }

    private static String address(@Nullable String name, @Nullable String address) {
        String plain = text(address).replaceAll("[<>\\s]", "");
        boolean isAddress = plain.indexOf('@') > 0;
        String shown = text(name).equals(plain) ? "" : word(text(name));
        return isAddress ? (shown + " <" + plain + ">").strip() : shown + " <>";
    }

    private void attachment(String boundary, AttachmentChunks attachment) {
        ByteChunk data = attachment.getAttachData();
        if (data == null || data.getValue() == null) {
            return;
        }
        String name = text(value(attachment.getAttachLongFileName()));
        name = name.isEmpty() ? text(value(attachment.getAttachFileName())) : name;
        String type = text(value(attachment.getAttachMimeTag()));
        String id = text(value(attachment.getAttachContentId()));
        boolean safe = type.matches("[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+");
        part(boundary, safe ? type : "application/octet-stream",
                "Content-Disposition: attachment; filename*=utf-8''" + percent(name)
                        + (id.isEmpty() ? "" : "\r\nContent-ID: <" + id.replaceAll("[<>\\s]", "") + ">"),
                data.getValue());
    }

    private static @Nullable String value(@Nullable StringChunk chunk) {
        return chunk == null ? null : chunk.getValue();
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

    /** One line of text as RFC 2047 has it. */
    private static String word(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            return text.matches("[A-Za-z0-9 .'-]*") ? text : '"' + text.replaceAll("[\"\\\\]", " ") + '"';
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

    private static String text(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[\\r\\n\\x00]+", " ").strip();
    }

    private void line(String line) {
        out.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
