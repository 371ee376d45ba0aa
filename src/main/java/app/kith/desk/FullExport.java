package app.kith.desk;

import app.kith.contact.Entry;
import app.kith.contact.KeptFile;
import app.kith.exchange.OneFile;
import app.kith.exchange.Parcel;
import app.kith.store.ChangesView;
import app.kith.store.Conversations;
import app.kith.store.MailList;
import app.kith.store.PastView;
import app.kith.store.SyncView;
import app.kith.store.UserTextView;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Everything that Kith knows, for another program: a JSON document as {@link FullJson} describes it, and where it goes into a folder
 * or a ZIP file, each mail beside it as it came, and each file that is kept with an entry. Secrets stay in the vault. Only what is here goes out: nothing is fetched. One
 * customer, or one mail, is in memory at a time. Blocks.
 */
public final class FullExport {
    /** The document within a folder or ZIP file. */
    public static final String DOCUMENT = "everything.json";

    private final Views views;
    private final Mails mails;
    private final KeptFiles kept;
    private final ExportNotes notes;
    private final Clock clock;

    /** What is read. */
    record Views(SyncView accounts, Exports exports, ChangesView changes, PastView past, UserTextView texts,
            Conversations conversations, MailList list) {}

    FullExport(Views views, Mails mails, KeptFiles kept, ExportNotes notes, Clock clock) {
        this.views = views;
        this.mails = mails;
        this.kept = kept;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * Writes everything into one document, with the headers of mails and without their bytes.
     *
     * @param destination the file
     * @return how much mail is told of
     * @throws KithException FILE_EXISTS, DISK, CANCELLED
     */
    public ExportedMail document(Destination destination) {
        MailSource source = new MailSource(views.conversations(), mails, false, destination.course());
        long[] written = {0};
        OneFile.write(destination.out(), destination.replace(),
                out -> written[0] = document(source, false, destination, out));
        notes.add(ExportNotes.What.EVERYTHING, 0, written[0], destination.out());
        return new ExportedMail(written[0], 0, source.headersOnly(), source.aside());
    }

    private long document(MailSource source, boolean withMails, Destination destination, OutputStream out) {
        return new FullJson(views, mails, source, withMails).write(destination.words(), clock.instant(), out);
    }

    /**
     * Writes everything into a folder or ZIP file: the document, and each mail as it came.
     *
     * @param destination where to
     * @return how much mail there is
     * @throws KithException FILE_EXISTS, FOLDER_FOREIGN, DISK, CANCELLED
     */
    public ExportedMail write(Destination destination) {
        MailSource source = new MailSource(views.conversations(), mails, false, destination.course());
        long[] written = {0};
        try (Parcel parcel = Parcel.begin(destination.out(), destination.zipped(), destination.replace(),
                clock.instant())) {
            parcel.file(DOCUMENT, out -> document(source, true, destination, out));
            for (Entry entry : views.changes().entries(0)) {
                for (int part = 0; part < entry.files().size(); part++) {
                    KeptFile file = entry.files().get(part);
                    parcel.file(FullJson.name(entry, part), out -> out.write(kept.read(file)));
                }
            }
            Set<Long> aside = new HashSet<>();
            source.aside().forEach(one -> aside.add(one.message()));
            long[] all = LongStream.concat(Arrays.stream(views.list().ids(MailList.Filter.ALL)),
                    Arrays.stream(views.list().elsewhere())).toArray();
            for (long id : all) {
                if (!aside.contains(id)) {
                    source.take(id, (row, raw) -> {
                        parcel.file(FullJson.name(row), out -> out.write(raw));
                        written[0]++;
                    });
                }
            }
            ExportedMail done = new ExportedMail(written[0], 0, source.headersOnly(), source.aside());
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("holds", "everything");
            about.putAll(done.report(destination.words()));
            parcel.seal(about);
            notes.add(ExportNotes.What.EVERYTHING, 0, written[0], destination.out());
            return done;
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, destination.out(), String.valueOf(e.getMessage()));
        }
    }
}
