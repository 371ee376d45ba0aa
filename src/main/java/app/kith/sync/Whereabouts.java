package app.kith.sync;

import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.Operation.Destination;
import app.kith.store.Operations.Lying;
import app.kith.store.SyncView;
import app.kith.store.SyncView.FolderRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From where to where mail goes: which of its places are meant, and which folder is the archive, the trash, the junk folder. */
final class Whereabouts {
    /** Which place of several is meant when one is to be moved: where mail is worked on before where it is kept. */
    private static final List<FolderRole> ORDER = List.of(FolderRole.INBOX, FolderRole.OTHER, FolderRole.ARCHIVE,
            FolderRole.JUNK, FolderRole.TRASH, FolderRole.DRAFTS, FolderRole.SENT, FolderRole.SHARED, FolderRole.ALL);

    private final SyncView view;
    private final Map<Long, List<FolderRow>> known = new HashMap<>();

    /** For one act: the folders of an account are looked up once. */
    Whereabouts(SyncView view) {
        this.view = view;
    }

    /** Where mail is put by its meaning. */
    enum Goal {
        /** Out of the inbox, kept. */
        ARCHIVE(FolderRole.ARCHIVE, "Archive"),
        /** Thrown away; it can be taken out again. */
        TRASH(FolderRole.TRASH, "Trash"),
        /** Taken for junk. */
        JUNK(FolderRole.JUNK, "Junk"),
        /** No junk after all. */
        INBOX(FolderRole.INBOX, "INBOX");

        private final FolderRole role;
        private final String name;

        Goal(FolderRole role, String name) {
            this.role = role;
            this.name = name;
        }

        /** Whether mail in a folder of some role goes there: what the user sent or is writing is neither put away nor junk. */
        private boolean takesFrom(FolderRole from) {
            return switch (this) {
                case ARCHIVE -> from == FolderRole.INBOX || from == FolderRole.OTHER || from == FolderRole.JUNK
                        || from == FolderRole.TRASH;
                case TRASH -> from != FolderRole.TRASH;
                case JUNK -> from != FolderRole.JUNK && from != FolderRole.SENT && from != FolderRole.DRAFTS;
                case INBOX -> from == FolderRole.JUNK;
            };
        }
    }

    /** Those of the places of a message from which it goes to a goal. */
    List<Lying> sources(List<Lying> places, Goal goal) {
        List<Lying> sources = new ArrayList<>();
        for (Lying place : places) {
            // The view of all mail loses a message by itself when it leaves its real place.
            boolean shadow = place.role() == FolderRole.ALL && places.stream().anyMatch(
                    other -> other.role() != FolderRole.ALL && other.folder().account() == place.folder().account());
            if (goal.takesFrom(place.role()) && !shadow) {
                sources.add(place);
            }
        }
        return folders(sources);
    }

    /** Each folder once: an operation concerns a message in a folder, however often it lies there. */
    static List<Lying> folders(List<Lying> places) {
        List<Lying> once = new ArrayList<>();
        for (Lying place : places) {
            if (once.stream().noneMatch(other -> other.folder().equals(place.folder()))) {
                once.add(place);
            }
        }
        return once;
    }

    /** The one place that is meant when a message is to be moved into a folder; empty where it cannot go there. */
    Optional<Lying> source(List<Lying> places, String path) {
        return places.stream().filter(place -> !place.folder().path().equals(path))
                .filter(place -> places.stream().noneMatch(
                        other -> other.folder().equals(new FolderKey(place.folder().account(), path))))
                .filter(place -> folder(place.folder().account(), path).isPresent()).min(first());
    }

    static Comparator<Lying> first() {
        return Comparator.comparingInt(place -> ORDER.indexOf(place.role()));
    }

    private List<FolderRow> folders(long account) {
        return known.computeIfAbsent(account, view::folders);
    }

    private Optional<FolderRow> folder(long account, String path) {
        return folders(account).stream().filter(row -> row.selectable() && row.key().path().equals(path))
                .findFirst();
    }

    /** A folder that the user names. */
    Destination named(long account, String path) {
        return new Destination(path, folder(account, path).map(FolderRow::role).orElse(FolderRole.OTHER), false);
    }

    /** The folder of an account for a goal, to be made where there is none. */
    Destination chosen(long account, Goal goal) {
        List<FolderRow> rows = folders(account).stream().filter(FolderRow::selectable).toList();
        Optional<FolderRow> found = rows.stream().filter(row -> row.role() == goal.role).findFirst();
        if (found.isEmpty() && goal == Goal.ARCHIVE) {
            found = rows.stream().filter(row -> row.role() == FolderRole.ALL).findFirst();
        }
        return found.map(row -> new Destination(row.key().path(), row.role(), true))
                .orElse(new Destination(goal.name, goal.role, true));
    }
}
