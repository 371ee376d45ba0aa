package app.kith.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opens the Transport Neutral Encapsulation Format (MS-OXTNEF) in which Outlook and Exchange wrap a whole message as
 * {@code winmail.dat}: its attachments, its body (plain, HTML, or compressed RTF) and its meeting.
 *
 * <p>A stream that breaks off gives what was read before. Messages inside are opened three levels deep, 1,000 files at most are
 * told apart. Reads in a time linear in the size of the stream.
 */
final class TnefReader {
    private static final int SIGNATURE = 0x223E9F78;
    private static final int DEPTH = 3;
    private static final int FILES = 1000;

    private static final int CODE_PAGE = 0x69007;
    private static final int MESSAGE_CLASS = 0x78008;
    private static final int BODY = 0x2800C;
    private static final int MESSAGE_PROPERTIES = 0x69003;
    private static final int NEW_ATTACHMENT = 0x69002;
    private static final int ATTACHMENT_TITLE = 0x18010;
    private static final int ATTACHMENT_DATA = 0x6800F;
    private static final int ATTACHMENT_PROPERTIES = 0x69005;

    private static final int P_SUBJECT = 0x37;
    private static final int P_CLASS = 0x1A;
    private static final int P_START = 0x60;
    private static final int P_END = 0x61;
    private static final int P_BODY = 0x1000;
    private static final int P_RTF = 0x1009;
    private static final int P_HTML = 0x1013;
    private static final int P_DISPLAY_NAME = 0x3001;
    private static final int P_DATA = 0x3701;
    private static final int P_FILE_NAME = 0x3704;
    private static final int P_METHOD = 0x3705;
    private static final int P_LONG_FILE_NAME = 0x3707;
    private static final int P_MIME_TYPE = 0x370E;
    private static final int P_CONTENT_ID = 0x3712;
    private static final int P_CODE_PAGE = 0x3FDE;
    private static final int METHOD_MESSAGE = 5;
    private static final MapiProperties NONE = MapiProperties.read(new byte[0], 0, 0, CharsetLabels.WINDOWS_1252);

    private final byte[] bytes;
    private final int to;
    private final int depth;
    private final List<Attachment> files = new ArrayList<>();
    private Charset charset = CharsetLabels.WINDOWS_1252;
    private String messageClass = "";
    private String body = "";
    private MapiProperties message = NONE;
    private boolean inAttachment;
    private String title = "";
    private int dataFrom;
    private int dataTo;
    private MapiProperties attachment = NONE;

    private TnefReader(byte[] bytes, int to, int depth) {
        this.bytes = bytes;
        this.to = to;
        this.depth = depth;
    }

    /**
     * Opens a stream.
     *
     * @param bytes the decoded content of the part; the files keep it reachable
     * @return what it holds; null where it is no TNEF
     */
    static @Nullable Tnef read(byte[] bytes) {
        return read(bytes, 0, bytes.length, 0);
    }

    private static @Nullable Tnef read(byte[] bytes, int from, int to, int depth) {
        if (to - from < 6 || int32(bytes, from) != SIGNATURE) {
            return null;
        }
        TnefReader reader = new TnefReader(bytes, to, depth);
        reader.attributes(from + 6);
        return reader.result();
    }

    private static int int32(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }

    private void attributes(int from) {
        int at = from;
        while (to - at >= 9 && (bytes[at] == 1 || bytes[at] == 2) && files.size() < FILES) {
            int id = int32(bytes, at + 1);
            int length = int32(bytes, at + 5);
            int start = at + 9;
            if (length < 0) {
                break;
            }
            int end = (int) Math.min(to, (long) start + length);
            attribute(id, start, end);
            at = (int) Math.min(to, (long) end + 2);
        }
        endAttachment();
    }

    private void attribute(int id, int from, int end) {
        switch (id) {
            case CODE_PAGE -> {
                if (end - from >= 4) {
                    charset = charset(int32(bytes, from), charset);
                }
            }
            case MESSAGE_CLASS -> messageClass = string(from, end);
            case BODY -> body = string(from, end);
            case MESSAGE_PROPERTIES -> message = MapiProperties.read(bytes, from, end, charset);
            case NEW_ATTACHMENT -> {
                endAttachment();
                inAttachment = true;
            }
            case ATTACHMENT_TITLE -> title = string(from, end);
            case ATTACHMENT_DATA -> {
                dataFrom = from;
                dataTo = end;
            }
            case ATTACHMENT_PROPERTIES -> attachment = MapiProperties.read(bytes, from, end, charset);
            default -> {
            }
        }
    }

    private static Charset charset(int codePage, Charset otherwise) {
        Charset found = CharsetLabels.find(codePage == 20127 ? "windows-1252" : "cp" + codePage);
        return found == null ? otherwise : found;
    }

    private String string(int from, int end) {
        int last = from;
        while (last < end && bytes[last] != 0) {
            last++;
        }
        return new String(bytes, from, last - from, charset);
    }

    private void endAttachment() {
        if (inAttachment) {
            file();
        }
        inAttachment = false;
        title = "";
        dataFrom = 0;
        dataTo = 0;
        attachment = NONE;
    }

    private void file() {
        MapiProperties.Value inside = attachment.value(P_DATA);
        int from = inside == null ? dataFrom : inside.from();
        int end = inside == null ? dataTo : inside.to();
        String name = name();
        if (inside != null && attachment.number(P_METHOD, 0) == METHOD_MESSAGE && depth < DEPTH) {
            Tnef inner = read(bytes, from, end, depth + 1);
            if (inner != null) {
                innerMessage(inner, name);
                return;
            }
        }
        String type = Ascii.lower(attachment.text(P_MIME_TYPE).trim());
        String contentId = MessageIds.first(attachment.text(P_CONTENT_ID));
        byte[] all = bytes;
        files.add(new Attachment(name, type.indexOf('/') > 0 ? type : "application/octet-stream", false, contentId,
                () -> Arrays.copyOfRange(all, from, end)));
    }

    private String name() {
        for (int id : new int[]{P_LONG_FILE_NAME, P_FILE_NAME}) {
            String name = HeaderText.clean(attachment.text(id));
            if (!name.isEmpty()) {
                return name;
            }
        }
        String old = HeaderText.clean(title);
        return old.isEmpty() ? HeaderText.clean(attachment.text(P_DISPLAY_NAME)) : old;
    }

    /** There is no raw form of a message inside; its body becomes a file of its own, its files stand beside it. */
    private void innerMessage(Tnef inner, String name) {
        String html = inner.html();
        String content = html == null ? inner.text() : html;
        byte[] utf8 = content.getBytes(StandardCharsets.UTF_8);
        files.add(new Attachment(name + (html == null ? ".txt" : ".html"), html == null ? "text/plain" : "text/html",
                false, null, utf8::clone));
        files.addAll(inner.files());
    }

    private Tnef result() {
        String text = message.has(P_BODY) ? message.text(P_BODY) : body;
        String html = message.text(P_HTML, charset(message.number(P_CODE_PAGE, 0), charset));
        MapiProperties.Value rtf = message.value(P_RTF);
        if (html.isBlank() && rtf != null) {
            byte[] words = CompressedRtf.expand(bytes, rtf.from(), rtf.to());
            RtfText read = RtfText.read(words, charset);
            html = read.html();
            text = text.isBlank() ? read.text() : text;
        }
        return new Tnef(PlainText.clean(text), html.isBlank() ? null : PlainText.clean(html), List.copyOf(files),
                invitation());
    }

    /** The classes are those of MS-OXOCAL, section 2.2.10, and their forms in old streams ({@code IPM.Microsoft Schedule.MtgReq}). */
    private @Nullable Invitation invitation() {
        String kind = (message.has(P_CLASS) ? message.text(P_CLASS) : messageClass).toLowerCase(Locale.ROOT);
        String method;
        if (kind.startsWith("ipm.schedule.meeting.request") || kind.endsWith("schedule.mtgreq")) {
            method = "REQUEST";
        } else if (kind.startsWith("ipm.schedule.meeting.cancel") || kind.endsWith("schedule.mtgcncl")) {
            method = "CANCEL";
        } else if (kind.startsWith("ipm.schedule.meeting.resp") || kind.contains("schedule.mtgresp")) {
            method = "REPLY";
        } else if (kind.startsWith("ipm.appointment")) {
            method = "PUBLISH";
        } else {
            return null;
        }
        Instant start = time(0x820D, P_START);
        Instant end = time(0x820E, P_END);
        return start == null
                ? null
                : new Invitation(method, "", HeaderText.clean(message.text(P_SUBJECT)), start, end,
                        message.number(MapiProperties.appointment(0x8215), 0) == 1,
                        HeaderText.clean(message.text(MapiProperties.appointment(0x8208))), null, List.of(), Map.of(),
                        null);
    }

    private @Nullable Instant time(int appointment, int general) {
        Instant time = message.time(MapiProperties.appointment(appointment));
        return time == null ? message.time(general) : time;
    }
}
