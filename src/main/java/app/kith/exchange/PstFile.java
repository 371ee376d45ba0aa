package app.kith.exchange;

import app.kith.change.MessageFlags;
import app.kith.words.Note;
import com.pff.PSTAppointment;
import com.pff.PSTContact;
import com.pff.PSTException;
import com.pff.PSTFile;
import com.pff.PSTFolder;
import com.pff.PSTMessage;
import com.pff.PSTObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A file in which Outlook keeps mail, contacts and a calendar (MS-PST). Meetings with others come as mails that tell of them. Its folders are gone through one after another and one item is in memory at
 * a time; what is damaged is set aside, and the rest is read. A damaged length can ask for more memory than there is.
 */
final class PstFile {
    private static final int DEEPEST = 40;
    /** What the user may miss; all else that is no mail is Outlook's own. */
    private static final List<String> OTHERS = List.of("IPM.Appointment", "IPM.Task", "IPM.StickyNote", "IPM.Activity",
            "IPM.DistList");
    /** The reader writes what it stumbles over to the standard streams, on which the command line says its results. */
    private static final ReentrantLock QUIET = new ReentrantLock();

    private final Path path;
    private final @Nullable MailTaker mail;
    private final @Nullable ContactTaker contacts;
    private final Set<Long> seen = new HashSet<>();
    private final Map<String, Integer> others = new LinkedHashMap<>();

    private PstFile(Path path, @Nullable MailTaker mail, @Nullable ContactTaker contacts) {
        this.path = path;
        this.mail = mail;
        this.contacts = contacts;
    }

    /** Takes the contacts of a file. */
    interface ContactTaker {
        void card(DraftCard card);
    }

    /** {@return whether a file begins as such files do} */
    static boolean begins(String latin) {
        return latin.startsWith("!BDN");
    }

    /**
     * Goes through the mails.
     *
     * @return false if the taker did not want to go on
     */
    static boolean mail(Path path, MailTaker taker) {
        return new PstFile(path, taker, null).read();
    }

    /** {@return the contacts; those that are damaged without values and with the reason} */
    static List<DraftCard> contacts(Path path) {
        List<DraftCard> cards = new ArrayList<>();
        new PstFile(path, null, cards::add).read();
        return cards;
    }

    private boolean read() {
        QUIET.lock();
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
        try {
            return readAll();
        } finally {
            System.setOut(out);
            System.setErr(err);
            QUIET.unlock();
        }
    }

    private boolean readAll() {
        PSTFile file;
        try {
            file = new PSTFile(path.toFile());
        } catch (PSTException | IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new MailFiles.BrokenFile(new IllegalStateException(e));
        }
        try {
            boolean whole = folder(file.getRootFolder(), "", 0);
            MailTaker taker = mail;
            if (taker != null) {
                others.forEach((folder, count) -> taker.aside(folder, Note.of("import.pst-other", count)));
            }
            return whole;
        } catch (PSTException | IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new MailFiles.BrokenFile(new IllegalStateException(e));
        } finally {
            close(file);
        }
    }

    private static void close(PSTFile file) {
        try {
            file.close();
        } catch (IOException e) {
            // It was only read.
            return;
        }
    }

    private boolean folder(PSTFolder folder, String name, int depth) {
        if (!seen.add(folder.getDescriptorNodeId()) || depth > DEEPEST) {
            return true; // A damaged file may hold a folder within itself.
        }
        boolean holds = !isSearch(folder) && folder.getContentCount() > 0;
        if (holds && !items(folder, name)) {
            return false;
        }
        for (PSTFolder one : inner(folder, name)) {
            // The file's root and the top of what the user sees are no folders of the user's.
            String own = String.valueOf(one.getDisplayName()).replace('/', '_').strip();
            if (!folder(one, depth < 1 ? "" : MailFiles.under(name, own), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private List<PSTFolder> inner(PSTFolder folder, String name) {
        try {
            return List.copyOf(folder.getSubFolders());
        } catch (PSTException | IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (folder.hasSubfolders() && !isSearch(folder)) {
                aside(name);
            }
            return List.of();
        }
    }

    /** A search folder only shows what lies in others. */
    private static boolean isSearch(PSTFolder folder) {
        return folder.getNodeType() == PSTObject.NID_TYPE_SEARCH_FOLDER;
    }

    private boolean items(PSTFolder folder, String name) {
        int broken = 0;
        for (int i = 0; broken < 3; i++) {
            PSTObject item;
            try {
                item = folder.getNextChild();
            } catch (PSTException | IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
                aside(MailFiles.under(name, "#" + (i + 1)));
                broken++;
                continue;
            }
            if (item == null) {
                return true;
            }
            if (!item(item, name, MailFiles.under(name, "#" + (i + 1)))) {
                return false;
            }
        }
        return true;
    }

    private boolean item(PSTObject item, String folder, String place) {
        if (!(item instanceof PSTMessage message)) {
            return true;
        }
        try {
            String kind = String.valueOf(message.getMessageClass());
            if (item instanceof PSTContact contact) {
                if (contacts != null) {
                    contacts.card(OutlookCard.of(new PstItem(contact), place));
                }
                return true;
            }
            if (mail == null) {
                return true;
            }
            byte[] meeting = item instanceof PSTAppointment appointment && kind.startsWith("IPM.Appointment")
                    ? OutlookMeeting.mime(appointment)
                    : null;
            if (meeting != null) {
                return mail.mail(new FoundMail(meeting, new PstItem(message).time(0x3007),
                        new MessageFlags(MessageFlags.SEEN, List.of()), folder, place));
            }
            if (!OutlookMail.isMail(kind)) {
                if (OTHERS.stream().anyMatch(kind::startsWith)) {
                    others.merge(folder, 1, Integer::sum);
                }
                return true;
            }
            if (message.getMessageSize() > MailFiles.LARGEST) {
                throw new MailFiles.TooLarge();
            }
            return mail.mail(mail(message, folder, place));
        } catch (MailFiles.TooLarge e) {
            aside(place, Note.of("import.mail-too-large", MailFiles.LARGEST >> 20));
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            aside(place);
        }
        return true;
    }

    private static FoundMail mail(PSTMessage message, String folder, String place) throws IOException {
        PstItem item = new PstItem(message);
        int bits = (message.isRead() ? MessageFlags.SEEN : 0) | (message.isFlagged() ? MessageFlags.FLAGGED : 0)
                | (message.hasReplied() ? MessageFlags.ANSWERED : 0) | (message.isUnsent() ? MessageFlags.DRAFT : 0);
        return new FoundMail(OutlookMail.mime(item), item.time(0x0E06), new MessageFlags(bits, List.of()), folder,
                place);
    }

    private void aside(String place) {
        aside(place, Note.of("import.mail-broken"));
    }

    private void aside(String place, Note reason) {
        String where = place.isEmpty() ? String.valueOf(path.getFileName()) : place;
        if (mail != null) {
            mail.aside(where, reason);
        } else if (contacts != null && where.indexOf('#') >= 0) {
            contacts.card(new DraftCard(List.of(), where, List.of(reason), List.of()));
        }
    }
}
