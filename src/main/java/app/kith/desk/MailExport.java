package app.kith.desk;

import app.kith.exchange.MboxWriter;
import app.kith.exchange.OneFile;
import app.kith.exchange.Parcel;
import app.kith.store.Conversations;
import app.kith.store.MailList;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Mails as files that any mail program reads. One mail is in memory at a time. Only what is here goes out: nothing is fetched. Blocks.
 */
public final class MailExport {
    private final MailList list;
    private final Conversations conversations;
    private final Mails mails;
    private final ExportNotes notes;
    private final Clock clock;

    MailExport(MailList list, Conversations conversations, Mails mails, ExportNotes notes, Clock clock) {
        this.list = list;
        this.conversations = conversations;
        this.mails = mails;
        this.notes = notes;
        this.clock = clock;
    }

    /** The forms. */
    public enum Format {
        /** A file for each mail, its bytes as they came, in a folder or ZIP file with a folder for each year. */
        EML,
        /** One file for all, as {@link MboxWriter} describes it. */
        MBOX
    }

    /**
     * Writes mails out.
     *
     * @param filter which
     * @param format the form
     * @param destination where to; for one file it says no more than its place and whether it may be replaced
     * @return how much there is
     * @throws KithException FILE_EXISTS, FOLDER_FOREIGN, DISK, CANCELLED
     */
    public ExportedMail write(MailList.Filter filter, Format format, Destination destination) {
        long[] ids = list.ids(filter);
        MailSource source = new MailSource(conversations, mails, false, destination.course());
        long[] written = {0};
        if (format == Format.MBOX) {
            OneFile.write(destination.out(), destination.replace(), out -> {
                MboxWriter mbox = new MboxWriter(out);
                for (long id : ids) {
                    source.take(id, (row, raw) -> {
                        mbox.write(row.senderAddress(), row.sentAt(), raw);
                        written[0]++;
                    });
                }
            });
        } else {
            files(ids, source, destination, written);
        }
        notes.add(ExportNotes.What.MAIL, filter.contact(), written[0], destination.out());
        return new ExportedMail(written[0], 0, source.headersOnly(), source.aside());
    }

    private void files(long[] ids, MailSource source, Destination destination, long[] written) {
        MailNames names = new MailNames(destination.zone());
        DateTimeFormatter year = DateTimeFormatter.ofPattern("uuuu", Locale.ROOT).withZone(destination.zone());
        try (Parcel parcel = Parcel.begin(destination.out(), destination.zipped(), destination.replace(),
                clock.instant())) {
            for (long id : ids) {
                source.take(id, (row, raw) -> {
                    written[0]++;
                    String name = names.mail(row, written[0], ids.length);
                    parcel.file(year.format(row.sentAt()) + "/" + name, out -> out.write(raw));
                });
            }
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("holds", "mail");
            about.putAll(new ExportedMail(written[0], 0, source.headersOnly(), source.aside())
                    .report(destination.words()));
            parcel.seal(about);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, destination.out(), String.valueOf(e.getMessage()));
        }
    }
}
