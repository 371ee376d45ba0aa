package app.kith.sync;

import app.kith.account.Account;
import app.kith.change.FolderRole;
import app.kith.change.Outgoing;
import app.kith.change.Outgoing.State;
import app.kith.compose.Draft;
import app.kith.compose.Letter;
import app.kith.compose.LetterWriter;
import app.kith.mail.Mailbox;
import app.kith.store.OutboxView.DraftCopy;
import app.kith.sync.imap.ImapConnection;
import app.kith.sync.imap.ImapEdits;
import app.kith.sync.imap.Listed;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a copy of each letter that is being written in the account's folder of drafts, so that it can be gone on with elsewhere: put
 * there when the letter is closed, replaced by its next version, removed when it is sent or thrown away.
 *
 * <p>Nothing has to be remembered for that. The Message-ID of a copy names the letter and its version, and the folder has been followed
 * to its end just before; so what is there is known, also after an answer that was lost. A version that another program has removed
 * is not put there again. Only copies that this program has made are ever touched.
 */
final class DraftCopies {
    private static final String MARK = "kith-draft.";

    private final Account account;
    private final ImapConnection connection;
    private final Drafts drafts;
    private final StopSignal stop;
    private final Consumer<KithException> errors;

    DraftCopies(Account account, ImapConnection connection, Drafts drafts, StopSignal stop,
            Consumer<KithException> errors) {
        this.account = account;
        this.connection = connection;
        this.drafts = drafts;
        this.stop = stop;
        this.errors = errors;
    }

    /** The Message-ID of the copy of a version of a letter. */
    static String id(Outgoing letter, String version) {
        return MARK + version + "." + letter.messageId();
    }

    private static boolean isOf(DraftCopy copy, Outgoing letter) {
        return copy.headerId().startsWith(MARK) && copy.headerId().endsWith("." + letter.messageId());
    }

    /**
     * Brings the copies up to date.
     *
     * @param listed the folders of the server
     * @param followed those that were followed to their end in this pass
     */
    void run(List<Listed> listed, Set<String> followed) {
        Optional<Listed> folder = listed.stream().filter(each -> each.selectable() && each.role() == FolderRole.DRAFTS)
                .findFirst();
        boolean known = folder.map(each -> followed.contains(each.name())
                && !account.scope().leftOut().contains(each.name())).orElse(true);
        List<Outgoing> letters = drafts.all();
        List<DraftCopy> copies = drafts.copies(account);
        if (!known || letters.isEmpty()) {
            return;
        }
        try {
            String path = folder.map(Listed::name).orElse(null);
            for (Outgoing letter : letters) {
                stop.check();
                if (!drafts.isOpen(letter)) {
                    path = run(letter, copies.stream().filter(copy -> isOf(copy, letter)).toList(), path);
                }
            }
        } catch (KithException e) {
            if (e.problem() != Problem.SERVER_REFUSED || stop.requested()) {
                throw e;
            }
            errors.accept(e); // A folder that is full keeps nobody from getting mail.
        }
    }

    /** Brings the copies of one letter up to date; returns the folder of drafts, which may have been made for that. */
    private @Nullable String run(Outgoing letter, List<DraftCopy> copies, @Nullable String path) {
        boolean wanted = letter.state() == State.DRAFT && letter.account() == account.id();
        if (!wanted && copies.stream().noneMatch(DraftCopy::lies)) {
            return path;
        }
        String now = wanted ? id(letter, version(letter)) : "";
        String folder = path;
        if (wanted && copies.stream().noneMatch(copy -> copy.headerId().equals(now))) {
            byte[] raw = copy(letter, now);
            if (raw.length > account.scope().largest()) {
                return folder; // It would not be brought here again, and so not be known.
            }
            folder = folder == null ? connection.create("Drafts") : folder;
            connection.append(folder, "\\Draft \\Seen", raw);
        }
        remove(copies.stream().filter(copy -> copy.lies() && !copy.headerId().equals(now)).toList());
        return folder;
    }

    /** A word for what a draft says; another one for anything else. */
    private String version(Outgoing draft) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(drafts.raw(draft));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A draft as a message; what is no address yet is not in it. */
    private byte[] copy(Outgoing letter, String headerId) {
        Draft said = drafts.read(letter.id());
        Draft writable = new Draft(writable(said.to()), writable(said.cc()), writable(said.bcc()), said.subject(),
                said.text(), said.inReplyTo(), said.references(), said.files(), said.marks());
        return LetterWriter.draft(writable.letter(headerId, drafts.today(),
                new Mailbox(account.name(), account.email()), drafts::content));
    }

    private static List<Mailbox> writable(List<Mailbox> people) {
        return people.stream().filter(Letter::canBeWritten).toList();
    }

    private void remove(List<DraftCopy> copies) {
        ImapEdits edits = new ImapEdits(connection);
        for (DraftCopy copy : copies) {
            boolean same = edits.open(copy.path()) == copy.uidValidity();
            boolean there = same && connection.existing(connection.set(new long[]{copy.uid()})).length == 1;
            if (there) {
                edits.remove(new long[]{copy.uid()});
            }
        }
    }
}
