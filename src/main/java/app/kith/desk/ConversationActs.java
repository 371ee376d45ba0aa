package app.kith.desk;

import app.kith.change.FolderRole;
import app.kith.change.MessageFlags;
import app.kith.store.ConversationList.Scope;
import app.kith.store.ConversationMails;
import app.kith.store.ConversationMails.Mail;
import app.kith.store.Operations.Lying;
import app.kith.store.SyncView;
import app.kith.store.SyncView.FolderRow;
import app.kith.sync.OperationQueue;
import app.kith.sync.OperationQueue.Entered;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the user does to whole conversations: to the mails that the list shows of them, all in one change set. Mail that no server holds
 * is passed over. Works without a network; servers are told when they can be reached. Thread-safe; blocks.
 */
public final class ConversationActs {
    private static final MessageFlags SEEN = new MessageFlags(MessageFlags.SEEN, List.of());
    private static final MessageFlags FLAGGED = new MessageFlags(MessageFlags.FLAGGED, List.of());
    private static final Set<FolderRole> NO_GOAL = EnumSet.of(FolderRole.ALL, FolderRole.OUTBOX, FolderRole.WRITING,
            FolderRole.DRAFTS, FolderRole.SENT, FolderRole.IMPORTED);

    private final ConversationMails mails;
    private final SyncView folders;
    private final OperationQueue queue;

    ConversationActs(ConversationMails mails, SyncView folders, OperationQueue queue) {
        this.mails = mails;
        this.folders = folders;
        this.queue = queue;
    }

    /** What can be done. */
    public sealed interface Act {
        /** All of their mail has been read. */
        record Read() implements Act {}

        /** The newest mail that somebody else wrote has not been read. */
        record Unread() implements Act {}

        /** The newest mail that somebody else wrote is marked. */
        record Flag() implements Act {}

        /** None of their mail is marked. */
        record Unflag() implements Act {}

        /** Out of the inbox, into the archive; in another folder, what lies there. */
        record Archive() implements Act {}

        /** Into the trash, from which all can be taken again. */
        record Delete() implements Act {}

        /**
         * Into a folder of the accounts that have it.
         *
         * @param path the folder's full name
         */
        record Move(String path) implements Act {}
    }

    /**
     * What an act came to.
     *
     * @param conversations how many conversations are different now
     * @param entered what was entered; takes all of it back as one
     */
    public record Done(int conversations, Entered entered) {}

    /**
     * Does something to conversations.
     *
     * @param act what
     * @param conversations their numbers
     * @param scope where the list looks that shows them
     * @return what it came to
     * @throws KithException NOT_FOUND if mail is to go into a folder that no account has
     */
    public Done act(Act act, Collection<Long> conversations, Scope scope) {
        OperationQueue to = queue.passingOver();
        List<Mail> all = mails.of(conversations, scope, act instanceof Act.Read);
        return switch (act) {
            case Act.Read _ -> done(all, Mail::unread, some -> to.flag(some, SEEN, MessageFlags.NONE));
            case Act.Unread _ -> done(newest(all), _ -> true, some -> to.flag(some, MessageFlags.NONE, SEEN));
            case Act.Flag _ -> done(newest(all), _ -> true, some -> to.flag(some, FLAGGED, MessageFlags.NONE));
            case Act.Unflag _ -> done(all, Mail::flagged, some -> to.flag(some, MessageFlags.NONE, FLAGGED));
            case Act.Archive _ -> done(all, mail -> scope.isFolder() || isInInbox(mail), to::archive);
            case Act.Delete _ -> done(all, _ -> true, to::delete);
            case Act.Move move -> {
                known(move.path());
                yield done(all, mail -> goes(mail, scope), some -> to.move(some, move.path()));
            }
        };
    }

    private static Done done(List<Mail> mails, Predicate<Mail> wanted, Function<List<Long>, Entered> act) {
        Map<Long, Long> conversations = new LinkedHashMap<>();
        mails.stream().filter(wanted).forEach(mail -> conversations.put(mail.id(), mail.conversation()));
        Entered entered = act.apply(List.copyOf(conversations.keySet()));
        Set<Long> different = new HashSet<>();
        entered.messages().forEach(message -> different.add(conversations.getOrDefault(message, 0L)));
        return new Done(different.size(), entered);
    }

    /** Of each conversation the newest mail of somebody else; the newest of all where there is none. */
    private static List<Mail> newest(List<Mail> mails) {
        Map<Long, Mail> newest = new LinkedHashMap<>();
        mails.forEach(mail -> newest.merge(mail.conversation(), mail,
                (before, now) -> now.outgoing() && !before.outgoing() ? before : now));
        return List.copyOf(newest.values());
    }

    private static boolean isInInbox(Mail mail) {
        return mail.stands().lying().stream().map(Lying::role).anyMatch(FolderRole.INBOX::equals);
    }

    /** What the user sent stays among what was sent, unless that is where the list looks. */
    private static boolean goes(Mail mail, Scope scope) {
        return scope.isFolder() || mail.stands().lying().stream().map(Lying::role)
                .anyMatch(role -> role != FolderRole.SENT && role != FolderRole.DRAFTS);
    }

    private void known(String path) {
        if (folders.accounts().stream().flatMap(account -> folders.folders(account.id()).stream())
                .noneMatch(row -> row.selectable() && row.key().path().equals(path))) {
            throw new KithException(Problem.NOT_FOUND, path);
        }
    }

    /**
     * The folders into which conversations can be moved: those of all accounts in which their mail lies.
     *
     * @param conversations their numbers
     * @param scope where the list looks that shows them
     * @return what each folder is for, by its full name, in order
     */
    public Map<String, FolderRole> goals(Collection<Long> conversations, Scope scope) {
        List<Mail> all = mails.of(conversations, scope, false);
        Map<Long, Set<String>> here = new HashMap<>();
        all.stream().flatMap(mail -> mail.stands().lying().stream()).forEach(place -> here
                .computeIfAbsent(place.folder().account(), _ -> new HashSet<>()).add(place.folder().path()));
        boolean one = all.stream().map(mail -> mail.stands().lying().stream().map(Lying::folder)
                .collect(Collectors.toSet())).distinct().count() == 1;
        Map<String, FolderRole> goals = new TreeMap<>();
        here.forEach((account, paths) -> folders.folders(account).stream()
                .filter(row -> row.selectable() && !NO_GOAL.contains(row.role()))
                .filter(row -> !one || !paths.contains(row.key().path()))
                .forEach((FolderRow row) -> goals.putIfAbsent(row.key().path(), row.role())));
        return goals;
    }

    /**
     * Takes an act back, all of it as one.
     *
     * @param done what it came to
     */
    public void undo(Done done) {
        queue.undo(done.entered());
    }

    /**
     * Sees that there are conversations of some numbers.
     *
     * @param conversations the numbers
     * @throws KithException NOT_FOUND for the first that is none
     */
    public void require(Collection<Long> conversations) {
        Set<Long> there = mails.there(conversations);
        conversations.stream().filter(id -> !there.contains(id)).findFirst().ifPresent(id -> {
            throw new KithException(Problem.NOT_FOUND, "#" + id);
        });
    }
}
