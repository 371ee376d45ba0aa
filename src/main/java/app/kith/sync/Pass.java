package app.kith.sync;

import app.kith.sync.SyncReport.FolderReport;
import app.kith.sync.SyncReport.Status;
import app.kith.sync.SyncReport.Told;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A report of a pass as it is kept: the messages that were left out are counted by their reasons, and errors are named so that they
 * can be told in any language.
 *
 * @param account number of the account
 * @param only the one folder that was followed; empty for all
 * @param startedAt when it began
 * @param took how long it took
 * @param status how it went
 * @param folders the folders
 * @param contactsProposed how many customers were entered
 * @param sent how many messages were sent
 * @param told what became of the changes that waited for the server
 * @param troubles what went wrong; empty if nothing did
 */
public record Pass(long account, String only, Instant startedAt, Duration took, Status status, List<Folder> folders,
        int contactsProposed, int sent, Told told, List<Trouble> troubles) {

    /**
     * What was done in one folder.
     *
     * @param folder its full name
     * @param onServer messages on the server at the end
     * @param local messages kept at the end
     * @param fetched messages brought over
     * @param flagsChanged messages whose flags changed
     * @param vanished messages that were no longer there
     * @param leftOut messages left on the server on purpose, by their reasons
     * @param bytes bytes of messages brought over
     */
    public record Folder(String folder, long onServer, long local, long fetched, long flagsChanged, long vanished,
            List<Reason> leftOut, long bytes) {

        /** {@return how many messages are on the server and neither kept nor left out; below 0 if too many are kept} */
        public long missing() {
            return onServer - local - leftOut.stream().mapToLong(Reason::count).sum();
        }
    }

    /**
     * Something that went wrong.
     *
     * @param problem name of the problem
     * @param details what its sentence names
     */
    public record Trouble(String problem, List<String> details) {
        private static Trouble of(KithException failure) {
            return new Trouble(failure.problem().name(), failure.details().stream().map(String::valueOf).toList());
        }

        /** {@return the failure, to be told in words} */
        public KithException failure() {
            try {
                return new KithException(Problem.valueOf(problem), details.toArray());
            } catch (IllegalArgumentException e) {
                return new KithException(e, Problem.INTERNAL, problem);
            }
        }
    }

    /**
     * Makes what is kept of a report.
     *
     * @param account number of the account
     * @param only the one folder that was followed; empty for all
     * @param report the report
     * @return what is kept
     */
    public static Pass of(long account, String only, SyncReport report) {
        return new Pass(account, only, report.startedAt(), report.took(), report.status(),
                report.folders().stream().map(Pass::folder).toList(), report.contactsProposed(), report.sent(),
                report.told(), report.errors().stream().map(Trouble::of).toList());
    }

    private static Folder folder(FolderReport report) {
        return new Folder(report.folder(), report.onServer(), report.local(), report.fetched(), report.flagsChanged(),
                report.vanished(), Reason.of(report.leftOut()), report.bytes());
    }

    /** {@return messages brought over} */
    public long fetched() {
        return folders.stream().mapToLong(Folder::fetched).sum();
    }

    /** {@return messages whose flags changed} */
    public long flagsChanged() {
        return folders.stream().mapToLong(Folder::flagsChanged).sum();
    }

    /** {@return messages that were no longer there} */
    public long vanished() {
        return folders.stream().mapToLong(Folder::vanished).sum();
    }

    /** {@return messages left on the server on purpose} */
    public long leftOut() {
        return folders.stream().flatMap(folder -> folder.leftOut().stream()).mapToLong(Reason::count).sum();
    }

    /** {@return when it ended} */
    public Instant endedAt() {
        return startedAt.plus(took);
    }

    /** {@return whether everything of the account was in step at the end} */
    public boolean allGood() {
        return only.isEmpty() && status == Status.OK;
    }

    /** Whether it was a pass as a schedule means it: over all folders, with an answer of the server, and not stopped by the user. */
    boolean counts() {
        return only.isEmpty() && status != Status.UNREACHABLE
                && troubles.stream().noneMatch(trouble -> trouble.problem().equals(Problem.CANCELLED.name()));
    }
}
