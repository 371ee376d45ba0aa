package app.kith.store;

import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MessageFlags;
import app.kith.change.Operation.Kind;
import app.kith.store.Operations.Lying;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Where one message lies, as the server says, with what still waits laid over it in its order. */
final class Overlay {
    static final String PLACES = """
            SELECT f.account_id, f.path, f.role, p.place, p.flags, p.keywords, f.uid_validity FROM placement p
            JOIN folder f ON f.id = p.place / 4294967296 WHERE p.message_id = ? ORDER BY 1, 2, p.place""";
    static final String WAITING = """
            SELECT account_id, kind, flags_add, flags_remove, to_path, to_role, path FROM operation
            WHERE message_id = ? AND state = 'WAITING' ORDER BY id""";

    static final String ALL_PLACES = """
            SELECT f.account_id, f.path, f.role, p.place, p.flags, p.keywords, f.uid_validity, p.message_id FROM placement p
            JOIN folder f ON f.id = p.place / 4294967296 WHERE p.message_id IN (<messages>) ORDER BY 1, 2, p.place""";
    static final String ALL_WAITING = """
            SELECT account_id, kind, flags_add, flags_remove, to_path, to_role, path, message_id FROM operation
            WHERE message_id IN (<messages>) AND state = 'WAITING' ORDER BY id""";

    private final List<Lying> places = new ArrayList<>();

    /** Takes a row of {@link #PLACES}; all of them first. */
    void place(ResultSet row) throws SQLException {
        places.add(new Lying(new FolderKey(row.getLong(1), row.getString(2)), FolderRole.valueOf(row.getString(3)),
                row.getLong(7), PlacementTable.uidOf(row.getLong(4)),
                PlacementTable.flags(row.getInt(5), row.getString(6))));
    }

    /** Takes a row of {@link #WAITING}. */
    void waiting(ResultSet row) throws SQLException {
        FolderKey folder = new FolderKey(row.getLong(1), row.getString(7));
        switch (Kind.valueOf(row.getString(2))) {
            case FLAGS -> flag(folder, OperationTable.flags(row.getString(3)),
                    OperationTable.flags(row.getString(4)));
            case MOVE -> move(folder, new FolderKey(folder.account(), row.getString(5)),
                    FolderRole.valueOf(row.getString(6)));
        }
    }

    private void flag(FolderKey folder, MessageFlags add, MessageFlags remove) {
        places.replaceAll(place -> place.folder().equals(folder)
                ? place.with(place.flags().plus(add).minus(remove))
                : place);
    }

    private void move(FolderKey folder, FolderKey to, FolderRole role) {
        places.replaceAll(place -> place.folder().equals(folder) ? new Lying(to, role, 0, 0, place.flags()) : place);
        if (places.isEmpty()) {
            // It has left its folder and has not been seen in the new one yet: it is on its way.
            places.add(new Lying(to, role, 0, 0, new MessageFlags(MessageFlags.SEEN, List.of())));
        }
    }

    /** {@return every place} */
    List<Lying> all() {
        return List.copyOf(places);
    }

    /** {@return where it will lie; places in which it is marked for removal only where it lies nowhere else} */
    List<Lying> places() {
        List<Lying> staying = places.stream().filter(place -> !place.flags().has(MessageFlags.DELETED)).toList();
        return staying.isEmpty() ? all() : staying;
    }
}
