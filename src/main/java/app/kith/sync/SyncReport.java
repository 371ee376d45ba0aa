package app.kith.sync;

import app.kith.sync.carddav.BookReport;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over one account did, and whether the counts agree.
 *
 * @param account the account's address
 * @param status how it went
 * @param startedAt when it began
 * @param took how long it took
 * @param folders the folders, in the order in which they were looked at
 * @param contactsProposed how many customers were entered
 * @param errors what went wrong; empty if nothing did
 * @param sent how many messages were sent
 * @param told what became of the changes that waited for the server
 * @param books what was done with the account's address books
 * @param nextTry when it is tried again because the server could not be reached; null where nothing is waited out
 */
public record SyncReport(String account, Status status, Instant startedAt, Duration took, List<FolderReport> folders,
        int contactsProposed, List<KithException> errors, int sent, Told told, List<BookReport> books,
        @Nullable Instant nextTry) {

    /** Makes a report of a pass before which nothing was sent, and for which nothing waited. */
    public SyncReport(String account, Status status, Instant startedAt, Duration took, List<FolderReport> folders,
            int contactsProposed, List<KithException> errors) {
        this(account, status, startedAt, took, folders, contactsProposed, errors, 0, Told.NOTHING, List.of(), null);
    }

    /** The same with what became of the user's changes. */
    SyncReport with(Told outcome) {
        return new SyncReport(account, status, startedAt, took, folders, contactsProposed, errors, sent, outcome,
                books, nextTry);
    }

    /** The same with what sending came to. */
    SyncReport with(Sender.Sent outcome) {
        List<KithException> all = new ArrayList<>(outcome.errors());
        all.addAll(errors);
        // Who may not send may read all the same.
        boolean refused = outcome.errors().stream()
                .anyMatch(e -> e.problem().isSignIn() && e.problem() != Problem.SIGN_IN_NOT_ALLOWED);
        Status worse = refused
                ? Status.REFUSED
                : status == Status.OK && !outcome.errors().isEmpty() ? Status.PARTIAL : status;
        return new SyncReport(account, worse, startedAt, took, folders, contactsProposed, all, outcome.count(), told,
                books, nextTry);
    }

    /** The same with what was done with address books. A book that was never followed makes no pass a bad one. */
    public SyncReport with(List<BookReport> followed) {
        List<KithException> all = new ArrayList<>(errors);
        followed.stream().filter(book -> !book.waiting()).map(BookReport::error).filter(Objects::nonNull)
                .forEach(all::add);
        Status worse = status == Status.OK && all.size() > errors.size() ? Status.PARTIAL : status;
        return new SyncReport(account, worse, startedAt, took, folders, contactsProposed, all, sent, told, followed,
                nextTry);
    }

    /** The same where the watch waits until a time. */
    SyncReport with(Instant again) {
        return new SyncReport(account, status, startedAt, took, folders, contactsProposed, errors, sent, told, books,
                again);
    }

    /** {@return what ended the pass before its end, or kept it from beginning; empty where nothing did} */
    public Optional<KithException> ending() {
        return status == Status.OK || errors.isEmpty() ? Optional.empty() : Optional.of(errors.getLast());
    }

    /**
     * What became of the changes that waited for the server.
     *
     * @param done how many it has taken
     * @param failed how many cannot be done; what was there is shown again
     * @param waiting how many wait still
     * @param marked how many of those done left a message behind, marked as deleted, because the server has neither MOVE nor UIDPLUS
     */
    public record Told(int done, int failed, int waiting, int marked) {
        /** Nothing waited. */
        public static final Told NOTHING = new Told(0, 0, 0, 0);
    }

    /** How a pass went. */
    public enum Status {
        /** Everything in scope is kept. */
        OK,
        /** Something is missing; the errors say why. */
        PARTIAL,
        /** The server could not be reached. */
        UNREACHABLE,
        /** The server refused the sign-in. */
        REFUSED;

        /**
         * What a pass came to that a problem ended.
         *
         * @param problem the problem
         * @return how it went
         */
        static Status of(Problem problem) {
            if (problem.isSignIn()) {
                return REFUSED;
            }
            return switch (problem) {
                case HOST_UNKNOWN, UNREACHABLE, TIMEOUT, CONNECTION_LOST, SERVER_BUSY, TLS_UNTRUSTED, TLS_EXPIRED,
                        TLS_WRONG_HOST, TLS_MISSING ->
                    UNREACHABLE;
                default -> PARTIAL;
            };
        }

        /** {@return the word of the command line's contract} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@return messages kept in all folders together} */
    public long messages() {
        return folders.stream().mapToLong(FolderReport::local).sum();
    }

    /**
     * What was done in one folder.
     *
     * @param folder its full name
     * @param onServer messages on the server at the end
     * @param local messages kept at the end
     * @param fetched messages brought over
     * @param flagsChanged messages whose flags changed
     * @param vanished messages that are no longer there
     * @param leftOut messages left on the server on purpose
     * @param bytes bytes of messages brought over
     */
    public record FolderReport(String folder, long onServer, long local, long fetched, long flagsChanged, long vanished,
            List<LeftOut> leftOut, long bytes) {

        /** {@return whether {@code local + leftOut = onServer}} */
        public boolean agrees() {
            return local + leftOut.size() == onServer;
        }

        /** The report of two looks at the folder in one pass, of which this was the first. */
        FolderReport then(FolderReport second) {
            return new FolderReport(folder, second.onServer, second.local, fetched + second.fetched,
                    flagsChanged + second.flagsChanged, vanished + second.vanished, second.leftOut,
                    bytes + second.bytes);
        }
    }

    /**
     * A message left on the server on purpose.
     *
     * @param uid its UID
     * @param reason why, as a key of the word lists with its detail
     */
    public record LeftOut(long uid, String reason) {}
}
