package app.kith.sync;

import app.kith.account.Account;
import app.kith.change.FolderRole;
import app.kith.change.Outgoing;
import app.kith.compose.Draft;
import app.kith.compose.DraftFile;
import app.kith.compose.Letter;
import app.kith.compose.LetterWriter;
import app.kith.mail.Mailbox;
import app.kith.store.OutboxView.DraftCopy;
import app.kith.sync.imap.ImapConnection;
import app.kith.sync.imap.ImapEdits;
import app.kith.sync.imap.Listed;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
    private final Account account;
    private final ImapConnection connection;
    private final Drafts drafts;
    private final StopSignal stop;
    private final Consumer<KithException> errors;
    private final Set<String> changed = new HashSet<>();

    DraftCopies(Account account, ImapConnection connection, Drafts drafts, StopSignal stop,
            Consumer<KithException> errors) {
        this.account = account;
        this.connection = connection;
        this.drafts = drafts;
        this.stop = stop;
        this.errors = errors;
    }

    /**
     * Brings the copies up to date.
     *
     * @param listed the folders of the server
     * @param followed those that were followed to their end in this pass
     * @return folders whose content is another one now
     */
    Set<String> run(List<Listed> listed, Set<String> followed) {
        Optional<Listed> folder = listed.stream().filter(each -> each.selectable() && each.role() == FolderRole.DRAFTS)
                .findFirst();
        boolean known = folder.map(each -> followed.contains(each.name())
                && !account.scope().leftOut().contains(each.name())).orElse(true);
        List<Outgoing> letters = drafts.all();
        List<DraftCopy> copies = drafts.copies(account);
        if (!known || letters.isEmpty()) {
            return Set.of();
        }
        try {
            String path = folder.map(Listed::name).orElse(null);
            for (Outgoing letter : letters) {
                stop.check();
                if (!drafts.isOpen(letter)) {
                    path = run(letter, DraftPlan.of(account, letter, copies, drafts), path);
                }
            }
        } catch (KithException e) {
            if (e.problem() != Problem.SERVER_REFUSED || stop.requested()) {
                throw e;
            }
            errors.accept(e); // A folder that is full keeps nobody from getting mail.
        }
        return changed;
    }

    /** Brings the copies of one letter up to date; returns the folder of drafts, which may have been made for that. */
    private @Nullable String run(Outgoing letter, DraftPlan plan, @Nullable String path) {
        String folder = path;
        if (plan.put()) {
            byte[] raw = copy(account, drafts, letter, plan.now());
            if (raw.length > account.scope().largest()) {
                return folder; // It would not be brought here again, and so not be known.
            }
            folder = folder == null ? connection.create("Drafts") : folder;
            connection.append(folder, "\\Draft \\Seen", raw);
            changed.add(folder);
        }
        remove(plan.remove());
        return folder;
    }

    /**
     * What waits to be done with copies of letters on the servers.
     *
     * @param accounts the accounts
     * @param drafts the letters
     * @param left tells whether an account's folder of drafts is left out of what is followed
     * @return a step for each letter of which something waits
     */
    static List<DraftStep> waiting(List<Account> accounts, Drafts drafts, Predicate<Account> left) {
        List<DraftStep> steps = new ArrayList<>();
        List<Outgoing> letters = drafts.all();
        for (Account account : letters.isEmpty() ? List.<Account>of() : accounts) {
            if (left.test(account)) {
                continue;
            }
            List<DraftCopy> copies = drafts.copies(account);
            letters.forEach(letter -> waiting(account, letter, copies, drafts).ifPresent(steps::add));
        }
        return steps;
    }

    private static Optional<DraftStep> waiting(Account account, Outgoing letter, List<DraftCopy> copies,
            Drafts drafts) {
        try {
            DraftPlan plan = DraftPlan.of(account, letter, copies, drafts);
            return plan.put() && isTooLarge(account, letter, plan, drafts)
                    ? Optional.empty()
                    : plan.kind().map(kind -> new DraftStep(account, letter, kind));
        } catch (KithException e) {
            if (e.problem() == Problem.NOT_FOUND) {
                return Optional.empty(); // It was sent or thrown away since the letters were listed.
            }
            throw e;
        }
    }

    private static boolean isTooLarge(Account account, Outgoing letter, DraftPlan plan, Drafts drafts) {
        long files = drafts.read(letter.id()).files().stream().mapToLong(DraftFile::size).sum();
        long largest = account.scope().largest();
        return files > largest / 2 && copy(account, drafts, letter, plan.now()).length > largest;
    }

    /** A draft as a message; what is no address yet is not in it. */
    private static byte[] copy(Account account, Drafts drafts, Outgoing letter, String headerId) {
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
                changed.add(copy.path());
            }
        }
    }
}
