package app.kith.log;

import app.kith.change.Cursor;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MailBatch;
import app.kith.change.MailEvent;
import app.kith.change.MailEvent.Arrived;
import app.kith.change.MailEvent.Completed;
import app.kith.change.MailEvent.Erased;
import app.kith.change.MailEvent.Flagged;
import app.kith.change.MailEvent.FolderGone;
import app.kith.change.MailEvent.FolderReset;
import app.kith.change.MailEvent.FolderSeen;
import app.kith.change.MailEvent.Followed;
import app.kith.change.MailEvent.LeftOut;
import app.kith.change.MailEvent.Named;
import app.kith.change.MailEvent.Placed;
import app.kith.change.MailEvent.Vanished;
import app.kith.change.MessageFlags;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mail batch as a record of the mail log, in a plain binary form: version, first message, the folders that occur, the events.
 * Codes are kept for ever.
 */
final class MailCodec {
    private static final int VERSION = 1;
    private static final int FOLDER_SEEN = 1;
    private static final int FOLDER_GONE = 2;
    private static final int FOLDER_RESET = 3;
    private static final int ARRIVED = 4;
    private static final int PLACED = 5;
    private static final int FLAGGED = 6;
    private static final int VANISHED = 7;
    private static final int LEFT_OUT = 8;
    private static final int FOLLOWED = 9;
    private static final int NAMED = 10;
    private static final int HEADER_ARRIVED = 11;
    private static final int COMPLETED = 12;
    private static final int ERASED = 13;
    private static final int DIGEST = 32;

    private static final List<FolderRole> ROLES = List.of(FolderRole.OTHER, FolderRole.INBOX, FolderRole.SENT,
            FolderRole.DRAFTS,
            FolderRole.TRASH, FolderRole.JUNK, FolderRole.ARCHIVE, FolderRole.ALL, FolderRole.OUTBOX,
            FolderRole.WRITING, FolderRole.SHARED, FolderRole.IMPORTED);

    byte[] encode(MailBatch batch) {
        Buffer buffer = new Buffer(estimate(batch));
        try (DataOutputStream out = new DataOutputStream(buffer)) {
            Map<FolderKey, Integer> folders = new LinkedHashMap<>();
            batch.events().forEach(event -> folders.putIfAbsent(event.folder(), folders.size()));
            out.writeByte(VERSION);
            out.writeLong(batch.firstMessage());
            out.writeInt(folders.size());
            for (FolderKey folder : folders.keySet()) {
                out.writeLong(folder.account());
                writeText(out, folder.path());
            }
            out.writeInt(batch.events().size());
            for (MailEvent event : batch.events()) {
                write(out, event, folders.getOrDefault(event.folder(), 0));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return buffer.toByteArray();
    }

    private static int estimate(MailBatch batch) {
        long size = 1024;
        for (MailEvent event : batch.events()) {
            size += 64 + switch (event) {
                case Arrived arrived -> arrived.raw().length;
                case Completed completed -> completed.raw().length;
                default -> 0;
            };
        }
        return (int) Math.min(size, Integer.MAX_VALUE - 16);
    }

    private void write(DataOutputStream out, MailEvent event, int folder) throws IOException {
        switch (event) {
            case FolderSeen e -> {
                head(out, FOLDER_SEEN, folder);
                out.writeChar(e.separator());
                out.writeByte(ROLES.indexOf(e.role()));
                out.writeBoolean(e.selectable());
            }
            case FolderGone _ -> head(out, FOLDER_GONE, folder);
            case FolderReset e -> {
                head(out, FOLDER_RESET, folder);
                out.writeLong(e.uidValidity());
            }
            case Arrived e -> {
                head(out, e.headerOnly() ? HEADER_ARRIVED : ARRIVED, folder);
                placement(out, e.uid(), e.received(), e.flags());
                out.writeInt(e.raw().length);
                out.write(e.raw());
            }
            case Completed e -> {
                head(out, COMPLETED, folder);
                out.writeLong(e.message());
                out.writeInt(e.raw().length);
                out.write(e.raw());
            }
            case Erased e -> {
                head(out, ERASED, folder);
                out.writeInt((int) e.uid());
                out.writeLong(e.message());
                out.writeByte(e.digests().size());
                for (byte[] digest : e.digests()) {
                    out.write(digest, 0, DIGEST);
                }
            }
            case Placed e -> {
                head(out, PLACED, folder);
                placement(out, e.uid(), e.received(), e.flags());
                out.writeLong(e.message());
            }
            case Named e -> {
                head(out, NAMED, folder);
                out.writeInt((int) e.uid());
                writeText(out, e.name());
            }
            case Flagged e -> {
                head(out, FLAGGED, folder);
                out.writeInt((int) e.uid());
                flags(out, e.flags());
            }
            case Vanished e -> {
                head(out, VANISHED, folder);
                out.writeInt((int) e.uid());
            }
            case LeftOut e -> {
                head(out, LEFT_OUT, folder);
                out.writeInt((int) e.uid());
                writeText(out, e.reason());
            }
            case Followed e -> {
                head(out, FOLLOWED, folder);
                out.writeLong(e.cursor().uidValidity());
                out.writeLong(e.cursor().uidNext());
                out.writeLong(e.cursor().modSeq());
                out.writeBoolean(e.cursor().complete());
            }
        }
    }

    private static void head(DataOutputStream out, int code, int folder) throws IOException {
        out.writeByte(code);
        out.writeInt(folder);
    }

    private static void placement(DataOutputStream out, long uid, Instant received, MessageFlags flags)
            throws IOException {
        out.writeInt((int) uid); // UIDs are unsigned 32-bit numbers
        out.writeLong(received.getEpochSecond());
        flags(out, flags);
    }

    private static void flags(DataOutputStream out, MessageFlags flags) throws IOException {
        out.writeByte(flags.bits());
        out.writeShort(flags.keywords().size());
        for (String keyword : flags.keywords()) {
            writeText(out, keyword);
        }
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    MailBatch decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readUnsignedByte();
            if (version > VERSION) {
                throw new KithException(Problem.STORE_TOO_NEW, "mail log " + version, "mail log " + VERSION);
            }
            long first = in.readLong();
            FolderKey[] folders = new FolderKey[in.readInt()];
            for (int i = 0; i < folders.length; i++) {
                folders[i] = new FolderKey(in.readLong(), readText(in));
            }
            int count = in.readInt();
            List<MailEvent> events = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int code = in.readUnsignedByte();
                events.add(read(in, code, folders[in.readInt()]));
            }
            return new MailBatch(first, events);
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new KithException(e, Problem.LOG_DAMAGED, "mail", 0, 0);
        }
    }

    private static MailEvent read(DataInputStream in, int code, FolderKey folder) throws IOException {
        return switch (code) {
            case FOLDER_SEEN ->
                new FolderSeen(folder, in.readChar(), ROLES.get(in.readUnsignedByte()), in.readBoolean());
            case FOLDER_GONE -> new FolderGone(folder);
            case FOLDER_RESET -> new FolderReset(folder, in.readLong());
            case ARRIVED -> new Arrived(folder, uid(in), received(in), flags(in), in.readNBytes(in.readInt()));
            case HEADER_ARRIVED ->
                new Arrived(folder, uid(in), received(in), flags(in), in.readNBytes(in.readInt()), true);
            case COMPLETED -> new Completed(folder, in.readLong(), in.readNBytes(in.readInt()));
            case ERASED -> new Erased(folder, uid(in), in.readLong(), digests(in));
            case PLACED -> new Placed(folder, uid(in), received(in), flags(in), in.readLong());
            case NAMED -> new Named(folder, uid(in), readText(in));
            case FLAGGED -> new Flagged(folder, uid(in), flags(in));
            case VANISHED -> new Vanished(folder, uid(in));
            case LEFT_OUT -> new LeftOut(folder, uid(in), readText(in));
            case FOLLOWED ->
                new Followed(folder, new Cursor(in.readLong(), in.readLong(), in.readLong(), in.readBoolean()));
            default -> throw new IOException("unknown event " + code);
        };
    }

    private static long uid(DataInputStream in) throws IOException {
        return Integer.toUnsignedLong(in.readInt());
    }

    private static List<byte[]> digests(DataInputStream in) throws IOException {
        List<byte[]> digests = new ArrayList<>();
        int count = in.readUnsignedByte();
        for (int i = 0; i < count; i++) {
            digests.add(in.readNBytes(DIGEST));
        }
        return digests;
    }

    private static Instant received(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong());
    }

    private static MessageFlags flags(DataInputStream in) throws IOException {
        int bits = in.readUnsignedByte();
        int count = in.readUnsignedShort();
        if (bits == 0 && count == 0) {
            return MessageFlags.NONE;
        }
        List<String> keywords = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            keywords.add(readText(in));
        }
        return new MessageFlags(bits, keywords);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    /** Gives its array away without a copy when it is exactly full. */
    private static final class Buffer extends ByteArrayOutputStream {
        Buffer(int size) {
            super(size);
        }

        @Override
        public synchronized byte[] toByteArray() {
            return count == buf.length ? buf : super.toByteArray();
        }
    }
}
