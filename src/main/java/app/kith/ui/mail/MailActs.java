package app.kith.ui.mail;

import app.kith.change.FolderRole;
import app.kith.change.MessageFlags;
import app.kith.desk.Pins;
import app.kith.store.Conversations.MessageRow;
import app.kith.store.Operations.Lying;
import app.kith.store.SyncView;
import app.kith.store.SyncView.FolderRow;
import app.kith.sync.OperationQueue;
import app.kith.sync.OperationQueue.Entered;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the user does to mail in the window. Each act shows at once, whether there is a network or not. JavaFX thread only. */
public final class MailActs {
    private static final Logger LOG = LoggerFactory.getLogger(MailActs.class);
    /** A glance is no reading. */
    private static final Duration READING = Duration.ofMillis(1500);
    private static final MessageFlags SEEN = new MessageFlags(MessageFlags.SEEN, List.of());
    private static final MessageFlags FLAGGED = new MessageFlags(MessageFlags.FLAGGED, List.of());
    private static final Set<FolderRole> NO_GOAL = EnumSet.of(FolderRole.ALL, FolderRole.OUTBOX, FolderRole.DRAFTS,
            FolderRole.SENT, FolderRole.IMPORTED);

    private final OperationQueue queue;
    private final SyncView folders;
    private final Background background;
    private boolean readsOnOpen = true;
    private BooleanSupplier choosing = () -> false;
    private @Nullable Pins pins;

    /**
     * Makes the acts.
     *
     * @param queue where they are entered
     * @param folders the folders of the accounts
     * @param background where that is done
     */
    public MailActs(OperationQueue queue, SyncView folders, Background background) {
        this.queue = queue;
        this.folders = folders;
        this.background = background;
    }

    /**
     * Says where mails are pinned to customers' files; without it none can be.
     *
     * @param where where
     */
    public void setPins(Pins where) {
        pins = where;
    }

    /** Finds out whether a mail is pinned. */
    void pinned(long message, Consumer<Boolean> then, Consumer<KithException> failed) {
        Pins where = pins;
        if (where != null) {
            background.run("pinned-" + message, () -> where.all().containsKey(message), then, failed);
        }
    }

    /** Pins a mail to a customer's file; 0 takes the pin off. */
    void pin(long message, long contact, Consumer<Long> then, Consumer<KithException> failed) {
        Pins where = pins;
        if (where != null) {
            background.run("pin-" + message, () -> where.pin(message, contact), then, failed);
        }
    }

    /** An act whose undoing is offered. */
    enum Kind {
        /** Out of the inbox. */
        ARCHIVE,
        /** Into the trash. */
        DELETE,
        /** Into the junk folder. */
        JUNK,
        /** Back from the junk folder. */
        NOT_JUNK
    }

    /**
     * Says whether a mail that is open for a moment is marked as read.
     *
     * @param wanted whether it is
     */
    public void readsOnOpen(boolean wanted) {
        readsOnOpen = wanted;
    }

    /**
     * Says when the user is choosing several conversations: what is shown meanwhile is not being read.
     *
     * @param when whether he is
     */
    public void setChoosing(BooleanSupplier when) {
        choosing = when;
    }

    void put(Kind kind, long message, Consumer<Entered> then, Consumer<KithException> failed) {
        List<Long> one = List.of(message);
        run("put-" + message, to -> switch (kind) {
            case ARCHIVE -> to.archive(one);
            case DELETE -> to.delete(one);
            case JUNK -> to.junk(one, true);
            case NOT_JUNK -> to.junk(one, false);
        }, then, failed);
    }

    void move(long message, String path, Consumer<Entered> then, Consumer<KithException> failed) {
        run("put-" + message, to -> to.move(List.of(message), path), then, failed);
    }

    void flag(MessageRow message, Consumer<KithException> failed) {
        boolean on = !message.flagged();
        mark(message.id(), on ? FLAGGED : MessageFlags.NONE, on ? MessageFlags.NONE : FLAGGED, failed);
    }

    void read(MessageRow message, boolean read, Consumer<KithException> failed) {
        mark(message.id(), read ? SEEN : MessageFlags.NONE, read ? MessageFlags.NONE : SEEN, failed);
    }

    private void mark(long message, MessageFlags add, MessageFlags remove, Consumer<KithException> failed) {
        run("mark-" + message + add.words() + remove.words(), to -> to.flag(List.of(message), add, remove), _ -> {},
                failed);
    }

    /** A mail has been opened: it is read, if it is still open in a moment. */
    void opened(MessageRow message, BooleanSupplier stillOpen) {
        if (!readsOnOpen || !message.unread() || message.gone()) {
            return;
        }
        background.later(READING, "read-" + message.id(), () -> {
            if (stillOpen.getAsBoolean() && !choosing.getAsBoolean()) {
                read(message, true, e -> LOG.info("A mail was not marked as read: {}", e.problem()));
            }
        });
    }

    void undo(Entered done, Consumer<KithException> failed) {
        background.run("undo-" + done.change(), () -> {
            queue.undo(done);
            return done;
        }, _ -> {}, failed);
    }

    /** The folders into which a message can be moved, by their full names; those of all accounts in which it lies. */
    void goals(long message, Consumer<List<String>> then, Consumer<KithException> failed) {
        background.run("goals-" + message, () -> {
            List<Lying> places = queue.lying(message);
            Set<Long> accounts = places.stream().map(place -> place.folder().account()).collect(Collectors.toSet());
            Set<String> here = places.stream().map(place -> place.folder().path()).collect(Collectors.toSet());
            return accounts.stream().flatMap(account -> folders.folders(account).stream())
                    .filter(row -> row.selectable() && !NO_GOAL.contains(row.role()))
                    .map((FolderRow row) -> row.key().path()).filter(path -> !here.contains(path)).distinct().sorted()
                    .toList();
        }, then, failed);
    }

    private void run(String name, Function<OperationQueue, Entered> act, Consumer<Entered> then,
            Consumer<KithException> failed) {
        background.run(name, () -> act.apply(queue), then, failed);
    }
}
