package app.kith.sync;

import app.kith.account.Account;
import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.Journal;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.change.Outgoing;
import app.kith.change.Outgoing.Fate;
import app.kith.change.Outgoing.Recipient;
import app.kith.change.Outgoing.State;
import app.kith.compose.Draft;
import app.kith.compose.DraftCodec;
import app.kith.compose.DraftFile;
import app.kith.compose.MessageId;
import app.kith.mail.Attachment;
import app.kith.mail.Mail;
import app.kith.mail.MailReader;
import app.kith.mail.Mailbox;
import app.kith.mail.SafeFileName;
import app.kith.store.OutboxView;
import app.kith.store.OutboxView.DraftCopy;
import app.kith.store.OutboxView.Placed;
import app.kith.store.SyncView;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Letters being written: outgoing messages in the state DRAFT. A draft is one entry whose bytes are replaced; files are kept beside it
 * once. What lies in the folder of drafts is what the draft says, so that a kill at any moment leaves the last version that was filed.
 * Thread-safe.
 */
public final class Drafts {
    private final Outbox outbox;
    private final OutboxView view;
    private final Journal journal;
    private final Filing filing;
    private final LongFunction<byte[]> raw;
    private final Clock clock;
    private final LongConsumer closed;
    private final Set<Long> open = ConcurrentHashMap.newKeySet();
    private final MailReader reader = new MailReader();

    /**
     * Makes the drafts.
     *
     * @param outbox where letters go when they are written
     * @param view what is being written
     * @param journal where steps are entered
     * @param filing where bytes are kept
     * @param raw reads the bytes of a message by its number
     * @param clock what time it is, and where
     * @param closed told the number of an account of whose letters the server has still to be told
     */
    public Drafts(Outbox outbox, OutboxView view, Journal journal, Filing filing, LongFunction<byte[]> raw,
            Clock clock, LongConsumer closed) {
        this.closed = closed;
        this.outbox = outbox;
        this.view = view;
        this.journal = journal;
        this.filing = filing;
        this.raw = raw;
        this.clock = clock;
    }

    /** Puts right what a kill left half done, and forgets files that no draft names. To be called once, before anything else. */
    public void recover() {
        Map<Long, Placed> places = view.drafts();
        Set<Long> files = new HashSet<>();
        Set<Long> accounts = new HashSet<>();
        List<Outgoing> all = view.list(0);
        all.forEach(outgoing -> places.remove(outgoing.id()));
        places.forEach(this::adopt);
        places.putAll(view.drafts());
        for (Outgoing outgoing : view.list(0)) {
            accounts.add(outgoing.account());
            Placed place = places.get(outgoing.id());
            if (outgoing.state() == State.DRAFT) {
                settle(outgoing, place);
                read(outgoing.id()).files().forEach(file -> files.add(file.message()));
            } else if (place != null) {
                filing.file(List.of(new MailEvent.Vanished(FolderKey.drafts(place.account()), outgoing.id())));
            }
        }
        accounts.forEach(account -> filing.file(view.files(account).entrySet().stream()
                .filter(file -> !files.contains(file.getValue()))
                .map(file -> (MailEvent) new MailEvent.Vanished(FolderKey.files(account), file.getKey())).toList()));
    }

    /** A draft whose first version was filed and not entered. */
    private void adopt(long id, Placed place) {
        enter("draft-recovered ", null, new Outgoing(id, place.account(), place.message(), MessageId.make(""), "",
                recipients(draft(place.message(), id)), State.DRAFT, Instant.EPOCH, 0, "", false));
    }

    private void settle(Outgoing draft, @Nullable Placed place) {
        if (view.placed(draft.account(), draft.id()).isPresent()) {
            filing.file(List.of(new MailEvent.Vanished(FolderKey.outbox(draft.account()), draft.id())));
        }
        if (place == null) {
            filing.file(List.of(seen(FolderKey.drafts(draft.account())), new MailEvent.Placed(
                    FolderKey.drafts(draft.account()), draft.id(), now(), read(), draft.message())));
        } else if (place.message() != draft.message()) {
            Draft said = draft(place.message(), draft.id());
            outbox.step(draft, Actor.SYNC, "draft-recovered", before -> before
                    .written(place.account(), before.sender(), place.message()).with(recipients(said)));
        }
    }

    /** The log keeps whole seconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static MessageFlags read() {
        return new MessageFlags(MessageFlags.SEEN, List.of());
    }

    private static MailEvent seen(FolderKey folder) {
        return new MailEvent.FolderSeen(folder, '\0', FolderRole.WRITING, true);
    }

    /**
     * Keeps a draft, in place of its former version. When this returns it is on the disk. It counts as open, so that no server is told
     * of it, until {@link #close}.
     *
     * @param id number of the draft; 0 for a new one
     * @param account the account that is to send it
     * @param draft what it says
     * @return the draft's entry
     * @throws KithException OUTGOING_SETTLED if it is no draft any more
     */
    public Outgoing save(long id, Account account, Draft draft) {
        return outbox.alone(() -> {
            Outgoing before = id == 0 ? null : writable(id);
            long number = before == null ? view.next() : id;
            open.add(number);
            Placed old = before == null ? null : view.drafts().get(number);
            List<MailEvent> events = new ArrayList<>(List.of(seen(FolderKey.drafts(account.id()))));
            if (old != null) {
                events.add(new MailEvent.Vanished(FolderKey.drafts(old.account()), number));
            }
            events.add(new MailEvent.Arrived(FolderKey.drafts(account.id()), number, now(), read(),
                    DraftCodec.write(draft)));
            events.addAll(filesHere(account.id(), draft.files()));
            filing.file(events);
            Outgoing after = entry(before, number, account, draft);
            if (!after.equals(before)) {
                enter("draft-saved ", before, after);
            }
            return after;
        });
    }

    private Outgoing writable(long id) {
        Outgoing before = outbox.get(id);
        if (before.state() != State.DRAFT && before.state() != State.CANCELLED) {
            throw Outbox.settled(before);
        }
        return before;
    }

    private Outgoing entry(@Nullable Outgoing before, long number, Account account, Draft draft) {
        long message = Objects.requireNonNull(view.drafts().get(number)).message();
        String messageId = before == null ? MessageId.make(account.email()) : before.messageId();
        return new Outgoing(number, account.id(), message, messageId, account.email(), recipients(draft), State.DRAFT,
                Instant.EPOCH, 0, "", false);
    }

    private static List<Recipient> recipients(Draft draft) {
        return draft.addresses().stream().map(address -> new Recipient(address, Fate.WAITING, "")).toList();
    }

    private void enter(String reason, @Nullable Outgoing before, Outgoing after) {
        journal.enter(Actor.USER, reason + after.id(),
                _ -> List.of(new Change.OutgoingChange(after.id(), before, after)));
    }

    /** Files that were added while another account was to send the letter lie in that one's folder; they are kept here too. */
    private List<MailEvent> filesHere(long account, List<DraftFile> files) {
        Map<Long, Long> here = view.files(account);
        long next = nextFile(here);
        List<MailEvent> events = new ArrayList<>();
        for (DraftFile file : files) {
            if (!here.containsValue(file.message())) {
                events.add(seen(FolderKey.files(account)));
                events.add(new MailEvent.Placed(FolderKey.files(account), next++, now(), read(),
                        file.message()));
            }
        }
        return events;
    }

    private static long nextFile(Map<Long, Long> files) {
        return files.keySet().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
    }

    /**
     * Keeps a file for a draft. When this returns it is on the disk; the original may vanish.
     *
     * @param account the account that is to send it
     * @param name its name
     * @param type its MIME type
     * @param content its bytes
     * @return the file, to be named in the draft
     */
    public DraftFile attach(Account account, String name, String type, byte[] content) {
        return outbox.alone(() -> {
            FolderKey folder = FolderKey.files(account.id());
            long uid = nextFile(view.files(account.id()));
            filing.file(List.of(seen(folder), new MailEvent.Arrived(folder, uid, now(), read(),
                    DraftCodec.writeFile(content))));
            Long message = Objects.requireNonNull(view.files(account.id()).get(uid));
            return new DraftFile(name, type, content.length, message);
        });
    }

    /**
     * The bytes of a file that goes along.
     *
     * @param file the file
     * @return its bytes
     */
    public byte[] content(DraftFile file) {
        return DraftCodec.content(raw.apply(file.message()));
    }

    /**
     * What a draft says.
     *
     * @param id its number
     * @return the draft
     * @throws KithException NOT_FOUND
     */
    public Draft read(long id) {
        return draft(outbox.get(id).message(), id);
    }

    private Draft draft(long message, long id) {
        return DraftCodec.read(raw.apply(message)).orElseThrow(() -> new KithException(Problem.NOT_FOUND, "#" + id));
    }

    /**
     * Puts a draft into the outbox; it is a draft no more.
     *
     * @param id its number
     * @param account the account that sends it
     * @param draft what it says
     * @param notBefore not to be sent before this; in the past for at once
     * @return the outgoing message, and the number of the change set
     * @throws KithException ADDRESS_INVALID, OUTGOING_SETTLED
     */
    public Outbox.Queued send(long id, Account account, Draft draft, Instant notBefore) {
        Outgoing before = writable(id);
        Outbox.Queued queued = outbox.queue(before, account,
                draft.letter(before.messageId(), ZonedDateTime.now(clock), new Mailbox(account.name(), account.email()),
                        this::content),
                notBefore);
        forget(id);
        return queued;
    }

    /**
     * Says that nobody is writing on a draft any more for now: the next pass puts it into the folder of drafts on the server.
     *
     * @param id its number
     */
    public void close(long id) {
        open.remove(id);
        view.find(id).filter(draft -> draft.state() == State.DRAFT).map(Outgoing::account).ifPresent(closed::accept);
    }

    /**
     * What waits to be done with the copies of letters in the folders of drafts on the servers.
     *
     * @param accounts the accounts
     * @param folders their folders
     * @return a step for each letter of which something waits, also of one that is still being written on
     */
    public List<DraftStep> waiting(List<Account> accounts, SyncView folders) {
        return DraftCopies.waiting(accounts, this, account -> folders.folders(account.id()).stream()
                .anyMatch(folder -> folder.role() == FolderRole.DRAFTS
                        && account.scope().leftOut().contains(folder.key().path())));
    }

    /** Whether somebody is writing on a letter. */
    boolean isOpen(Outgoing letter) {
        return letter.state() == State.DRAFT && open.contains(letter.id());
    }

    List<Outgoing> all() {
        return view.list(0);
    }

    List<DraftCopy> copies(Account account) {
        return view.draftCopies(account.id());
    }

    /** The bytes of a draft as it is kept; equal drafts have equal ones. */
    byte[] raw(Outgoing draft) {
        return raw.apply(draft.message());
    }

    ZonedDateTime today() {
        return ZonedDateTime.now(clock);
    }

    private void forget(long id) {
        open.remove(id);
        Placed place = view.drafts().get(id);
        if (place != null) {
            filing.file(List.of(new MailEvent.Vanished(FolderKey.drafts(place.account()), id)));
        }
    }

    /**
     * Takes a letter that has not been sent to anybody back from the outbox and makes a draft of it again.
     *
     * @param id its number
     * @param account the account that was to send it
     * @return what it says
     * @throws KithException OUTGOING_SETTLED if it is too late for that
     */
    public Draft takeBack(long id, Account account) {
        return outbox.alone(() -> {
            Outgoing before = outbox.get(id);
            boolean unsent = before.state() == State.WAITING || before.state() == State.REFUSED;
            if (!unsent || before.lookFirst() || before.any(Fate.TAKEN)) {
                throw Outbox.settled(before);
            }
            Draft draft = draft(reader.read(raw.apply(before.message())), before, account);
            filing.file(List.of(seen(FolderKey.drafts(account.id())), new MailEvent.Arrived(
                    FolderKey.drafts(account.id()), id, now(), read(), DraftCodec.write(draft))));
            try {
                outbox.step(before, Actor.USER, "draft-again", _ -> entry(before, id, account, draft));
            } catch (KithException e) {
                forget(id);
                throw Outbox.settled(outbox.get(id));
            }
            filing.file(List.of(new MailEvent.Vanished(FolderKey.outbox(before.account()), id)));
            return draft;
        });
    }

    /**
     * Makes a draft again of one that was thrown away, or of a letter that was cancelled.
     *
     * @param id its number
     * @param account the account that was to send it
     * @return what it says
     * @throws KithException OUTGOING_SETTLED if it was not thrown away
     */
    public Draft restore(long id, Account account) {
        return outbox.alone(() -> {
            Outgoing before = outbox.get(id);
            if (before.state() != State.CANCELLED) {
                throw Outbox.settled(before);
            }
            byte[] bytes = raw.apply(before.message());
            Draft draft = DraftCodec.read(bytes).orElseGet(() -> draft(reader.read(bytes), before, account));
            save(id, account, draft);
            open.remove(id); // Nobody writes on it again yet.
            return draft;
        });
    }

    private Draft draft(Mail mail, Outgoing from, Account account) {
        Draft open = new Draft(mail.to(), mail.cc(), List.of(), mail.subject(), mail.text(), mail.inReplyTo(),
                mail.references(), List.of());
        List<String> named = open.addresses();
        List<Mailbox> blind = from.recipients().stream().map(Recipient::address)
                .filter(address -> !named.contains(app.kith.contact.EmailAddress.of(address).normal()))
                .map(address -> new Mailbox("", address)).toList();
        List<DraftFile> files = mail.attachments().stream().map(file -> attach(account, file)).toList();
        return new Draft(open.to(), open.cc(), blind, open.subject(), open.text(), open.inReplyTo(),
                open.references(), files);
    }

    private DraftFile attach(Account account, Attachment file) {
        return attach(account, SafeFileName.of(file), file.type(), file.content());
    }

    /**
     * Throws a draft away. {@link #save} under its number brings it back.
     *
     * @param id its number
     * @throws KithException OUTGOING_SETTLED if it is no draft any more
     */
    public void discard(long id) {
        outbox.alone(() -> {
            Outgoing before = writable(id);
            enter("draft-discarded ", before, before.to(State.CANCELLED, ""));
            forget(id);
            return before;
        });
    }
}
