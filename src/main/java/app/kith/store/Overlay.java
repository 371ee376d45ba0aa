package app.kith.store;

import app.kith.change.FolderRole;
import app.kith.change.MessageFlags;
import app.kith.change.Operation.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one message lies, as the server says, with what still waits laid over it in its order. An operation finds the message by
 * folder, not by UID, so that it also holds for a place that an earlier operation brings about, and after a new UIDVALIDITY.
 */
final class Overlay {
    static final String PLACES = """
            SELECT f.account_id, f.path, f.role, f.uid_validity, p.place, p.flags FROM placement p
            JOIN folder f ON f.id = p.place / 4294967296 WHERE p.message_id = ? ORDER BY 1, 2, p.place""";
    static final String WAITING = """
            SELECT o.account_id, o.kind, o.flags_add, o.flags_remove, o.to_path, o.to_role, t.path FROM operation_target t
            JOIN operation o ON o.id = t.operation_id WHERE t.message_id = ? AND o.state = 'WAITING' ORDER BY o.id, t.place""";

    private final List<Place> places = new ArrayList<>();
    private @Nullable FolderRole left;

    /** Takes a row of {@link #PLACES}; all of them first. */
    void place(ResultSet row) throws SQLException {
        places.add(new Place(row.getLong(1), row.getString(2), FolderRole.valueOf(row.getString(3)), row.getLong(4),
                PlacementTable.uidOf(row.getLong(5)), row.getInt(6)));
    }

    /** Takes a row of {@link #WAITING}. */
    void waiting(ResultSet row) throws SQLException {
        long account = row.getLong(1);
        String path = row.getString(7);
        switch (Kind.valueOf(row.getString(2))) {
            case FLAGS -> flag(account, path, bits(row.getString(3)), bits(row.getString(4)));
            case MOVE -> move(account, path, row.getString(5), FolderRole.valueOf(row.getString(6)));
            case EXPUNGE -> expunge(account, path);
        }
    }

    private static int bits(String words) {
        return OperationTable.flags(words).bits();
    }

    private void flag(long account, String path, int add, int remove) {
        places.replaceAll(place -> place.isIn(account, path) ? place.flagged((place.flags() | add) & ~remove) : place);
    }

    private void move(long account, String path, String to, FolderRole role) {
        places.replaceAll(place -> place.isIn(account, path)
                ? new Place(account, to, role, 0, 0, place.flags())
                : place);
        if (places.isEmpty()) {
            // It has left its folder and has not been seen in the new one yet: it is on its way.
            places.add(new Place(account, to, role, 0, 0, MessageFlags.SEEN));
        }
    }

    private void expunge(long account, String path) {
        for (Place place : List.copyOf(places)) {
            if (place.isIn(account, path)) {
                places.remove(place);
                left = place.role();
            }
        }
    }

    /** {@return where it will lie} */
    List<Place> places() {
        return places;
    }

    /** {@return what the folder is for that it was removed from; null where it was not} */
    @Nullable
    FolderRole left() {
        return left;
    }

    /** A place, with a UID of 0 where the message is yet to be brought there. */
    record Place(long account, String path, FolderRole role, long uidValidity, long uid, int flags) {
        boolean isIn(long otherAccount, String otherPath) {
            return account == otherAccount && path.equals(otherPath);
        }

        Place flagged(int bits) {
            return new Place(account, path, role, uidValidity, uid, bits);
        }
    }
}
