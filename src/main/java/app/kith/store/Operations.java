package app.kith.store;

import static java.util.Objects.requireNonNull;

import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MessageFlags;
import app.kith.change.Operation;
import app.kith.change.Operation.Destination;
import app.kith.change.Operation.Kind;
import app.kith.change.Operation.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Operations that wait or have failed, and the places of mail as they make them. Blocks while it reads. */
public final class Operations {
    private static final String ALL = "SELECT * FROM operation ";
    private static final int AT_ONCE = 1000;

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
                .map((row, _) -> operation(row)).list());
    }

    /**
     * What waits for the server of an account.
     *
     * @param account number of the account
     * @return the waiting operations in the order in which they were entered
     */
    public List<Operation> waiting(long account) {
        return store.readers().withHandle(handle -> handle
                .createQuery(ALL + "WHERE account_id = ? AND state = 'WAITING' ORDER BY id").bind(0, account)
                .map((row, _) -> operation(row)).list());
    }

    /**
     * One operation.
     *
     * @param id its number
     * @return the operation; empty where it is done, was taken back, or never was
     */
    public Optional<Operation> find(long id) {
        return store.readers().withHandle(handle -> handle.createQuery(ALL + "WHERE id = ?").bind(0, id)
                .map((row, _) -> operation(row)).findFirst());
    }

    private static Operation operation(ResultSet row) throws SQLException {
        String path = row.getString("to_path");
        Destination to = path == null
                ? null
                : new Destination(path, FolderRole.valueOf(row.getString("to_role")), row.getBoolean("to_chosen"));
        return new Operation(row.getLong("id"), row.getLong("account_id"), row.getLong("message_id"),
                Kind.valueOf(row.getString("kind")), row.getString("path"),
                OperationTable.flags(row.getString("flags_add")), OperationTable.flags(row.getString("flags_remove")),
                to, State.valueOf(row.getString("state")), row.getString("reason"));
    }

    /**
     * Where a message lies, as it will be when nothing waits any more. What waits to be sent lies nowhere.
     *
     * @param message its number
     * @return its places; empty where no server holds it
     */
    public List<Lying> lying(long message) {
        return store.readers().withHandle(handle -> {
            Overlay overlay = new Overlay();
            each(handle, Overlay.PLACES, message, overlay::place);
            each(handle, Overlay.WAITING, message, overlay::waiting);
            return servers(overlay.places());
        });
    }

    /**
     * The same for many messages at once, with where they lie that came from files.
     *
     * @param messages their numbers
     * @return how each of them stands
     */
    public Map<Long, Standing> standing(Collection<Long> messages) {
        Map<Long, Overlay> overlays = new LinkedHashMap<>();
        Map<Long, List<Lying>> files = new HashMap<>();
        List<Long> all = List.copyOf(messages);
        store.readers().useHandle(handle -> {
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                List<Long> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
                some.forEach(id -> overlays.put(id, new Overlay()));
                each(handle, Overlay.ALL_PLACES, some, (id, row) -> requireNonNull(overlays.get(id)).place(row));
                some.forEach(id -> files.put(id, requireNonNull(overlays.get(id)).all().stream()
                        .filter(place -> place.role() == FolderRole.IMPORTED).toList()));
                each(handle, Overlay.ALL_WAITING, some, (id, row) -> requireNonNull(overlays.get(id)).waiting(row));
            }
        });
        Map<Long, Standing> standing = new LinkedHashMap<>();
        overlays.forEach((id, overlay) -> standing.put(id,
                new Standing(servers(overlay.places()), files.getOrDefault(id, List.of()))));
        return standing;
    }

    private interface Numbered {
        void row(long message, ResultSet row) throws SQLException;
    }

    private static void each(Handle handle, String sql, List<Long> messages, Numbered visitor) {
        handle.createQuery(sql).bindList("messages", messages).map((row, _) -> {
            visitor.row(row.getLong("message_id"), row);
            return 0;
        }).list();
    }

    /**
     * Some operations that wait or have failed.
     *
     * @param column by which they are looked for
     * @param numbers what it may hold
     */
    private List<Operation> some(String column, Collection<Long> numbers) {
        List<Operation> found = new ArrayList<>();
        List<Long> all = List.copyOf(numbers);
        store.readers().useHandle(handle -> {
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                found.addAll(handle.createQuery(ALL + "WHERE " + column + " IN (<numbers>) ORDER BY id")
                        .bindList("numbers", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                        .map((row, _) -> operation(row)).list());
            }
        });
        return found;
    }

    /**
     * Those of some operations that wait or have failed.
     *
     * @param ids their numbers
     * @return them by their numbers; without those that are done, were taken back, or never were
     */
    public Map<Long, Operation> find(Collection<Long> ids) {
        Map<Long, Operation> found = new LinkedHashMap<>();
        some("id", ids).forEach(one -> found.put(one.id(), one));
        return found;
    }

    /**
     * What waits or has failed of some messages.
     *
     * @param messages their numbers
     * @return the operations, those of one message in the order in which they were entered
     */
    public List<Operation> of(Collection<Long> messages) {
        return some("message_id", messages);
    }

    /** No server knows of the outbox, nor of what came from files. */
    private static List<Lying> servers(List<Lying> places) {
        return places.stream()
                .filter(place -> place.role() != FolderRole.OUTBOX && place.role() != FolderRole.IMPORTED).toList();
    }

    /**
     * Where a message lies that came from a file, and of which no server knows.
     *
     * @param message its number
     * @return its places among what came from files
     */
    public List<Lying> imported(long message) {
        return store.readers().withHandle(handle -> {
            Overlay overlay = new Overlay();
            each(handle, Overlay.PLACES, message, overlay::place);
            return overlay.all().stream().filter(place -> place.role() == FolderRole.IMPORTED).toList();
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
            return servers(overlay.all());
        });
    }

    /**
     * By what a message can be known on a server.
     *
     * @param message its number
     * @return its signs; empty where there is no such message
     */
    public Optional<Signs> signs(long message) {
        return store.readers().withHandle(handle -> handle
                .createQuery("SELECT message_id, size, digest FROM message WHERE id = ?").bind(0, message)
                .map((row, _) -> new Signs(row.getString(1), row.getInt(2), row.getBytes(3))).findFirst());
    }

    private static void each(Handle handle, String sql, long message, Writer.Visitor visitor) {
        handle.createQuery(sql).bind(0, message).map((row, _) -> {
            visitor.row(row);
            return message;
        }).list();
    }

    /**
     * How a message stands.
     *
     * @param lying where it lies on servers, as it will when nothing waits any more
     * @param files where it lies that came from files
     */
    public record Standing(List<Lying> lying, List<Lying> files) {
        /** Of a message that lies nowhere. */
        public static final Standing NOWHERE = new Standing(List.of(), List.of());

        /** Keeps its own copies. */
        public Standing {
            lying = List.copyOf(lying);
            files = List.copyOf(files);
        }
    }

    /**
     * By what a message can be known.
     *
     * @param messageId its Message-ID without angle brackets; null where it has none
     * @param size bytes
     * @param digest SHA-256 of its bytes
     */
    public record Signs(@Nullable String messageId, int size, byte[] digest) {}

    /**
     * A message in a place.
     *
     * @param folder the folder
     * @param role what the folder is for
     * @param uidValidity the folder's UIDVALIDITY for which the UID holds; 0 where the message is yet to be brought here
     * @param uid its UID; 0 where the message is yet to be brought here
     * @param flags its flags there
     */
    public record Lying(FolderKey folder, FolderRole role, long uidValidity, long uid, MessageFlags flags) {
        Lying with(MessageFlags other) {
            return new Lying(folder, role, uidValidity, uid, other);
        }
    }
}
