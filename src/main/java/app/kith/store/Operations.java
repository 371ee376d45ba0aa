package app.kith.store;

import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MessageFlags;
import app.kith.change.Operation;
import app.kith.change.Operation.Destination;
import app.kith.change.Operation.Kind;
import app.kith.change.Operation.State;
import app.kith.change.Operation.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Operations that wait or have failed, and the places of mail as they make them. Blocks while it reads. */
public final class Operations {
    private static final String ALL = "SELECT * FROM operation ";

    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public Operations(Store store) {
        this.store = store;
    }

    /** {@return all that wait or have failed, in the order in which they were entered} */
    public List<Operation> open() {
        return store.readers().withHandle(handle -> handle.createQuery(ALL + "ORDER BY id")
                .map((row, _) -> operation(handle, row)).list());
    }

    /**
     * What waits for the server of an account.
     *
     * @param account number of the account
     * @return the waiting operations in the order in which they were entered
     */
    public List<Operation> waiting(long account) {
        return open().stream().filter(op -> op.account() == account && op.state() == State.WAITING).toList();
    }

    /**
     * One operation.
     *
     * @param id its number
     * @return the operation; empty where it is done, was taken back, or never was
     */
    public Optional<Operation> find(long id) {
        return store.readers().withHandle(handle -> handle.createQuery(ALL + "WHERE id = ?").bind(0, id)
                .map((row, _) -> operation(handle, row)).findFirst());
    }

    private static Operation operation(Handle handle, ResultSet row) throws SQLException {
        String path = row.getString("to_path");
        Destination to = path == null
                ? null
                : new Destination(path, FolderRole.valueOf(row.getString("to_role")), row.getBoolean("to_chosen"));
        return new Operation(row.getLong("id"), row.getLong("account_id"), Kind.valueOf(row.getString("kind")),
                OperationTable.flags(row.getString("flags_add")), OperationTable.flags(row.getString("flags_remove")),
                to, targets(handle, row.getLong("id")), State.valueOf(row.getString("state")), row.getString("reason"));
    }

    private static List<Target> targets(Handle handle, long operation) {
        return handle.createQuery("SELECT * FROM operation_target WHERE operation_id = ? ORDER BY place")
                .bind(0, operation).map((row, _) -> new Target(row.getString("path"), row.getLong("uid_validity"),
                        row.getLong("uid"), row.getLong("message_id")))
                .list();
    }

    /**
     * Where a message lies, as it will be when nothing waits any more.
     *
     * @param message its number
     * @return its places; empty where no server holds it
     */
    public List<Lying> lying(long message) {
        return store.readers().withHandle(handle -> {
            Overlay overlay = new Overlay();
            each(handle, Overlay.PLACES, message, overlay::place);
            each(handle, Overlay.WAITING, message, overlay::waiting);
            return overlay.places().stream().map(place -> lying(message, place)).toList();
        });
    }

    /**
     * Where a message lies by what the server said last.
     *
     * @param message its number
     * @return its places
     */
    public List<Lying> onServer(long message) {
        return store.readers().withHandle(handle -> {
            Overlay overlay = new Overlay();
            each(handle, Overlay.PLACES, message, overlay::place);
            return overlay.places().stream().map(place -> lying(message, place)).toList();
        });
    }

    private static void each(Handle handle, String sql, long message, Writer.Visitor visitor) {
        handle.createQuery(sql).bind(0, message).map((row, _) -> {
            visitor.row(row);
            return message;
        }).list();
    }

    private static Lying lying(long message, Overlay.Place place) {
        return new Lying(new FolderKey(place.account(), place.path()), place.role(),
                new Target(place.path(), place.uid() == 0 ? 0 : place.uidValidity(), place.uid(), message),
                new MessageFlags(place.flags(), List.of()));
    }

    /**
     * A message in a place.
     *
     * @param folder the folder
     * @param role what the folder is for
     * @param target the place as an operation names it
     * @param flags its system flags there
     */
    public record Lying(FolderKey folder, FolderRole role, Target target, MessageFlags flags) {}
}
