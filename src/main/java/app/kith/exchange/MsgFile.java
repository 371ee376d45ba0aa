package app.kith.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import org.apache.poi.hpsf.ClassID;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.Chunk;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.apache.poi.hsmf.datatypes.NameIdChunks;
import org.apache.poi.hsmf.datatypes.PropertyValue;
import org.apache.poi.hsmf.datatypes.RecipientChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** A message or contact that Outlook saved as a file (MS-OXMSG). */
final class MsgFile implements OutlookItem {
    private static final ClassID ADDRESS_SET = new ClassID("{00062004-0000-0000-C000-000000000046}");
    private static final int DEEPEST = 5;

    private final MAPIMessage message;
    private final int depth;

    private MsgFile(MAPIMessage message, int depth) {
        this.message = message;
        this.depth = depth;
        message.setReturnNullOnMissingChunk(true);
        if (message.has7BitEncodingStrings()) {
            message.guess7BitEncoding();
        }
    }

    /** Whether a compound file holds a mail or contact of Outlook. */
    static boolean isOne(Path file) {
        try (POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true)) {
            return system.getRoot().hasEntryCaseInsensitive("__properties_version1.0");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** Whether a file of Outlook holds a contact. */
    static boolean isContact(Path file) {
        try {
            return read(file, OutlookCard::isOne);
        } catch (MailFiles.BrokenFile | MailFiles.TooLarge | IOException e) {
            return false;
        }
    }

    /**
     * Reads a mail.
     *
     * @throws MailFiles.BrokenFile where it cannot be read
     */
    static byte[] mail(Path file) throws IOException {
        return read(file, OutlookMail::mime);
    }

    /**
     * Reads a contact.
     *
     * @throws MailFiles.BrokenFile where it cannot be read
     */
    static DraftCard card(Path file) throws IOException {
        return read(file, item -> OutlookCard.of(item, String.valueOf(file.getFileName())));
    }

    private interface Reading<T> {
        T of(OutlookItem item) throws IOException;
    }

    private static <T> T read(Path file, Reading<T> reading) throws IOException {
        MailFiles.small(file);
        try (MAPIMessage message = new MAPIMessage(file.toFile())) {
            return reading.of(new MsgFile(message, 0));
        } catch (IOException | UncheckedIOException e) {
            throw new MailFiles.BrokenFile(e);
        } catch (Exception e) {
            // A file made to mislead can make the reader throw anything.
            throw new MailFiles.BrokenFile(e);
        }
    }

    @Override
    public String messageClass() {
        return text(0x001A);
    }

    @Override
    public String text(int tag) {
        if (tag == 0x007D) {
            String[] kept = found(message::getHeaders);
            return kept == null ? "" : String.join("\n", kept);
        }
        for (Chunk chunk : message.getMainChunks().getChunks()) {
            if (chunk.getChunkId() == tag && chunk instanceof StringChunk text && text.getValue() != null) {
                return text.getValue();
            }
        }
        return "";
    }

    @Override
    public String addressText(int number) {
        NameIdChunks names = message.getNameIdChunks();
        long tag = names == null ? 0 : names.getPropertyTag(ADDRESS_SET, null, number);
        return tag == 0 ? "" : text((int) (tag & 0xFFFF));
    }

    @Override
    public @Nullable Instant time(int tag) {
        for (List<PropertyValue> values : message.getMainChunks().getProperties().entrySet().stream()
                .filter(each -> each.getKey().id == tag).map(java.util.Map.Entry::getValue).toList()) {
            for (PropertyValue value : values) {
                if (value.getValue() instanceof Calendar calendar) {
                    return calendar.toInstant();
                }
            }
        }
        return null;
    }

    @Override
    public @Nullable String body() {
        return found(message::getTextBody);
    }

    @Override
    public @Nullable String html() {
        return found(message::getHtmlBody);
    }

    @Override
    public @Nullable String rtf() {
        return found(message::getRtfBody);
    }

    private interface Asked<T> {
        @Nullable
        T get() throws ChunkNotFoundException;
    }

    private static <T> @Nullable T found(Asked<T> asked) {
        try {
            return asked.get();
        } catch (ChunkNotFoundException e) {
            return null;
        }
    }

    @Override
    public List<Recipient> recipients() {
        List<Recipient> all = new ArrayList<>();
        for (RecipientChunks one : message.getRecipientDetailsChunks()) {
            all.add(new Recipient(kind(one), text(one.getRecipientName()), text(one.getRecipientEmailAddress())));
        }
        return all;
    }

    private static int kind(RecipientChunks one) {
        List<PropertyValue> kinds = one.getProperties().get(MAPIProperty.RECIPIENT_TYPE);
        return kinds != null && !kinds.isEmpty() && kinds.getFirst().getValue() instanceof Integer kind ? kind : 1;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String text(@Nullable StringChunk chunk) {
        return chunk == null ? "" : text(chunk.getValue());
    }

    @Override
    public List<File> files() throws IOException {
        List<File> all = new ArrayList<>();
        for (AttachmentChunks attachment : message.getAttachmentFiles()) {
            String name = text(attachment.getAttachLongFileName());
            name = name.isEmpty() ? text(attachment.getAttachFileName()) : name;
            if (attachment.isEmbeddedMessage() && depth < DEEPEST) {
                OutlookItem inner = new MsgFile(attachment.getEmbeddedMessage(), depth + 1);
                all.add(new File((name.isEmpty() ? inner.text(0x0037) : name) + ".eml", "message/rfc822", "",
                        OutlookMail.mime(inner)));
            } else if (attachment.getAttachData() != null && attachment.getAttachData().getValue() != null) {
                all.add(new File(name, text(attachment.getAttachMimeTag()), text(attachment.getAttachContentId()),
                        attachment.getAttachData().getValue()));
            }
        }
        return all;
    }
}
