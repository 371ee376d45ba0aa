package app.kith.desk;

import app.kith.contact.Entry;
import app.kith.contact.KeptFile;
import app.kith.exchange.Parcel;
import app.kith.mail.Attachment;
import app.kith.mail.Mail;
import app.kith.store.Conversations;
import app.kith.store.Conversations.MessageRow;
import app.kith.store.Timeline.Talk;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The mails of some conversations, put into a parcel: each as it came, and what was attached beside, each content once; the files that
 * are kept with activities and records among them.
 */
final class PackedMails {
    private final Map<Long, List<Packed>> byConversation = new HashMap<>();
    private final Map<Long, List<String>> byEntry = new HashMap<>();
    private final Map<String, String> filesByContent = new HashMap<>();
    private final Mails mails;
    private final Parcel parcel;
    private final MailNames names;
    private long count;

    private PackedMails(Mails mails, Parcel parcel, ZoneId zone) {
        this.mails = mails;
        this.parcel = parcel;
        this.names = new MailNames(zone);
    }

    /**
     * A mail in the parcel.
     *
     * @param message its number
     * @param outgoing whether the user wrote it
     * @param name its file, a path within the parcel
     * @param files what was attached, paths within the parcel
     */
    record Packed(long message, boolean outgoing, String name, List<String> files) {}

    private record Place(Instant at, long message) {}

    /** Packs the mails of conversations, numbered by time over all of them. */
    static PackedMails pack(List<Talk> talks, Conversations conversations, Mails mails, MailSource source,
            Parcel parcel, ZoneId zone) throws IOException {
        List<Place> places = new ArrayList<>();
        talks.forEach(talk -> conversations.messages(talk.id())
                .forEach(row -> places.add(new Place(row.sentAt(), row.id()))));
        places.sort(Comparator.comparing(Place::at).thenComparingLong(Place::message));
        PackedMails packed = new PackedMails(mails, parcel, zone);
        for (Place place : places) {
            source.take(place.message(), (row, raw) -> packed.add(row, raw, places.size()));
        }
        return packed;
    }

    private void add(MessageRow row, byte[] raw, int last) {
        count++;
        String name = "mails/" + names.mail(row, count, last);
        parcel.file(name, out -> out.write(raw));
        List<String> files = new ArrayList<>();
        Mail mail = mails.read(row, raw);
        for (Attachment attachment : mail.attachments()) {
            // Pictures within a text stand in the mail; alone, most are logos.
            if (!attachment.inline()) {
                files.add(file(attachment));
            }
        }
        byConversation.computeIfAbsent(row.conversation(), _ -> new ArrayList<>())
                .add(new Packed(row.id(), row.outgoing(), name, List.copyOf(files)));
    }

    /** Packs the files that are kept with an entry. */
    void add(Entry entry, KeptFiles kept) {
        List<String> files = new ArrayList<>();
        for (KeptFile file : entry.files()) {
            files.add(filesByContent.computeIfAbsent(file.digest(), _ -> {
                String name = "files/" + names.file(file.name());
                parcel.file(name, out -> out.write(kept.read(file)));
                return name;
            }));
        }
        byEntry.put(entry.id(), List.copyOf(files));
    }

    /** {@return the files that are kept with an entry, paths within the parcel} */
    List<String> files(Entry entry) {
        return byEntry.getOrDefault(entry.id(), List.of());
    }

    private String file(Attachment attachment) {
        byte[] content = attachment.content();
        return filesByContent.computeIfAbsent(digest(content), _ -> {
            String name = "files/" + names.file(attachment);
            parcel.file(name, out -> out.write(content));
            return name;
        });
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every Java has it.
        }
    }

    /** {@return the packed mails of a conversation, oldest first} */
    List<Packed> of(long conversation) {
        return byConversation.getOrDefault(conversation, List.of());
    }

    /** {@return how many mails were packed} */
    long mails() {
        return count;
    }

    /** {@return how many files were packed beside them} */
    long files() {
        return filesByContent.size();
    }
}
