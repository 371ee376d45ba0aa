package app.kith.ui.mail;

import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.store.ConversationList.Place;
import app.kith.store.ConversationList.Scope;
import app.kith.words.Words;
import java.util.List;
import java.util.function.Predicate;

/** What folders are called: by what they are for in the user's words, else by their names. */
final class FolderNames {
    /** The folders that have a meaning, in the order in which they are shown. */
    static final List<FolderRole> ROLES = List.of(FolderRole.INBOX, FolderRole.SENT, FolderRole.DRAFTS,
            FolderRole.ARCHIVE, FolderRole.JUNK, FolderRole.TRASH);

    private FolderNames() {}

    static String role(FolderRole role, Words words) {
        return words.get("screen.role." + ConversationsModel.word(role));
    }

    /** A folder; by its meaning alone where its account has no other of that meaning. */
    static String of(Place place, List<Place> all, Words words) {
        if (place.role() == FolderRole.IMPORTED) {
            return words.get("mails.from-file", new FolderKey(place.account(), place.path()).importedName());
        }
        if (!ROLES.contains(place.role())) {
            return place.path();
        }
        boolean only = all.stream()
                .noneMatch(other -> other.account() == place.account() && other.role() == place.role()
                        && other.folder() != place.folder());
        String role = role(place.role(), words);
        return only || place.path().equals(role) ? role : place.path() + " · " + role;
    }

    /** What is shown, for the head of the list. */
    static String of(Scope scope, List<Place> all, Words words) {
        if (scope.equals(Scope.ALL)) {
            return words.get("mails.all");
        }
        boolean several = accounts(all) > 1;
        Predicate<Place> mine = place -> place.account() == scope.account();
        String email = all.stream().filter(mine).map(Place::email).findFirst().orElse("");
        FolderRole role = scope.role();
        String folder = role != null
                ? role(role, words)
                : all.stream().filter(mine.and(place -> place.path().equals(scope.path()))).findFirst()
                        .map(place -> of(place, all, words)).orElse(scope.path());
        if (scope.account() == 0) {
            return several ? words.get("mails.everywhere", folder) : folder;
        }
        return folder.isEmpty() ? email : several ? folder + " · " + email : folder;
    }

    static long accounts(List<Place> all) {
        return all.stream().mapToLong(Place::account).distinct().count();
    }
}
