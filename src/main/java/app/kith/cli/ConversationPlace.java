package app.kith.cli;

import app.kith.change.FolderRole;
import app.kith.desk.Desk;
import app.kith.store.ConversationList.Scope;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which mailbox and folder conversations are looked for. */
final class ConversationPlace {
    @Option(names = "--account", paramLabel = "E", description = "only what lies in this mailbox")
    private @Nullable String account;

    @Option(names = "--folder", paramLabel = "F", description = "only what lies in the folder of this full name")
    private String folder = "";

    @Option(names = "--role", paramLabel = "ROLE", description = "only what lies in folders for this: ${COMPLETION-CANDIDATES}")
    private @Nullable Role role;

    /** What folders are for that can be looked at. */
    private enum Role {
        INBOX(FolderRole.INBOX),
        SENT(FolderRole.SENT),
        DRAFTS(FolderRole.DRAFTS),
        ARCHIVE(FolderRole.ARCHIVE),
        JUNK(FolderRole.JUNK),
        TRASH(FolderRole.TRASH);

        private final FolderRole meant;

        Role(FolderRole meant) {
            this.meant = meant;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The place.
     *
     * @throws KithException NOT_FOUND if there is no such mailbox, or no such folder in it
     */
    Scope scope(Desk desk) {
        long number = account == null ? 0 : desk.accounts().find(account).id();
        if (!folder.isEmpty() && desk.conversationList().places().stream()
                .noneMatch(place -> place.path().equals(folder) && (number == 0 || place.account() == number))) {
            throw new KithException(Problem.NOT_FOUND, folder);
        }
        return new Scope(number, role == null ? null : role.meant, folder);
    }
}
