package app.kith.sync;

import app.kith.account.Account;
import app.kith.change.FolderRole;
import app.kith.sync.imap.Counts;
import app.kith.sync.imap.ImapConnection;
import app.kith.sync.imap.Listed;
import java.time.Duration;
import java.util.List;

/**
 * A folder that a server offers before anything of it is fetched.
 *
 * @param path its full name
 * @param role what it is for
 * @param messages how many messages it has; −1 where the server does not say
 */
public record OfferedFolder(String path, FolderRole role, long messages) {
    private static final Duration SILENCE = Duration.ofSeconds(20);
    /** A server that has to be asked for each folder by itself is asked for so many. */
    private static final int MOST_ASKED = 100;

    /**
     * Asks a server for its folders.
     *
     * @param account where and as whom
     * @param secret its password
     * @return those that can hold mail, in the server's order
     */
    public static List<OfferedFolder> by(Account account, String secret) {
        try (ImapConnection connection = ImapConnection.open(account, secret, SILENCE, _ -> {})) {
            int[] asked = {0};
            return connection.list().stream().filter(Listed::selectable)
                    .map(each -> new OfferedFolder(each.name(), each.role(), messages(connection, each, asked)))
                    .toList();
        }
    }

    private static long messages(ImapConnection connection, Listed folder, int[] asked) {
        Counts counts = folder.counts();
        if (counts != null) {
            return counts.messages();
        }
        return asked[0]++ < MOST_ASKED ? connection.messages(folder.name()) : -1;
    }

    /** {@return whether it is fetched where the user says nothing: neither junk nor what was thrown away, nor what is other people's} */
    public boolean usual() {
        return role != FolderRole.JUNK && role != FolderRole.TRASH && role != FolderRole.SHARED;
    }
}
