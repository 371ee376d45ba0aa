package app.kith.store;

import app.kith.change.FolderRole;
import app.kith.conversation.Turn.Side;
import app.kith.store.Conversations.ConversationRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The long list of conversations, sifted: by what is to be done with them, by mailbox and folder, by customer and words. In a folder a
 * row shows what lies in that folder, also where that is hidden elsewhere. Blocks while it reads: not for the JavaFX thread.
 */
public final class ConversationList {
    /** What lies here is on its way out or still being written: it has pages of its own. */
    private static final Set<FolderRole> OWN = EnumSet.of(FolderRole.OUTBOX, FolderRole.WRITING);
    private static final String IN_ONE = """
            SELECT COUNT(*), COUNT(*) FILTER (WHERE unread > 0), COUNT(*) FILTER (WHERE flagged > 0),
                COUNT(*) FILTER (WHERE attachments > 0) FROM conversation_folder WHERE folder_id =\s""";

    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public ConversationList(Store store) {
        this.store = store;
    }

    /** By what conversations are sifted. */
    public enum Sign {
        /** Some of its mail has not been read. */
        UNREAD,
        /** Some of its mail is marked. */
        FLAGGED,
        /** The user owes an answer. */
        MINE,
        /** The user waits for an answer. */
        THEIRS,
        /** Some of its mail carries files. */
        FILES
    }

    /**
     * In which mailbox and folders conversations are looked for. All conditions hold together.
     *
     * @param account only what lies in this account; 0 for all
     * @param role only what lies in folders for this; null for any
     * @param path only what lies in folders of this full name; empty for any
     */
    public record Scope(long account, @Nullable FolderRole role, String path) {
        /** Everything that belongs to the user's correspondence, wherever it lies. */
        public static final Scope ALL = new Scope(0, null, "");

        /** {@return whether it names folders; what lies there is listed, hidden elsewhere or not} */
        public boolean isFolder() {
            return role != null || !path.isEmpty();
        }

        /**
         * Tells whether a folder is looked into.
         *
         * @param place the folder
         * @return true if it is
         */
        public boolean holds(Place place) {
            return (isFolder() || place.role().counts())
                    && ConversationList.holds(this, place.account(), place.role(), place.path());
        }
    }

    /**
     * Which conversations are wanted. All conditions hold together.
     *
     * @param contact only those that name this customer; 0 for all
     * @param text words that the subject or the counterpart's name must hold, all of them; empty for all
     * @param signs what they must show, all of it; empty for all
     * @param scope where they must lie
     */
    public record Filter(long contact, String text, Set<Sign> signs, Scope scope) {
        /** All conversations. */
        public static final Filter ALL = new Filter(0, "", Set.of(), Scope.ALL);

        /** Keeps its own copy. */
        public Filter {
            signs = Set.copyOf(signs);
        }

        List<String> words() {
            return Stream.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)).filter(word -> !word.isEmpty())
                    .toList();
        }
    }

    /**
     * The numbers of conversations, newest first, for a list that loads its rows as they come into view.
     *
     * @param filter which
     * @param limit at most so many; 0 for all
     * @param now what time it is: what was nobody's turn long enough is nobody's
     * @return their numbers
     */
    public long[] ids(Filter filter, int limit, Instant now) {
        return store.readers().withHandle(handle -> {
            List<Long> folders = folders(handle, filter.scope());
            if (!filter.scope().equals(Scope.ALL) && folders.isEmpty()) {
                return new long[0];
            }
            boolean within = !filter.scope().isFolder() && !folders.isEmpty();
            Sql sql = filter.scope().isFolder() ? inFolders(filter, folders, now) : everywhere(filter, now);
            if (limit > 0 && !within) {
                sql.add(" LIMIT " + limit);
            }
            LongStream ids = sql.query(handle).mapTo(long.class).stream().mapToLong(Long::longValue);
            if (within) {
                // Two indexes read through and laid over each other here take less time than a join.
                long[] lying = new Sql("SELECT conversation_id FROM conversation_folder WHERE folder_id IN ("
                        + numbers(folders) + ")").query(handle).mapTo(long.class).stream().mapToLong(Long::longValue)
                        .sorted().toArray();
                ids = ids.filter(id -> Arrays.binarySearch(lying, id) >= 0).limit(limit > 0 ? limit : Long.MAX_VALUE);
            }
            return ids.toArray();
        });
    }

    private static Sql everywhere(Filter filter, Instant now) {
        Sql sql = new Sql("SELECT c.id FROM conversation c");
        if (!filter.words().isEmpty()) {
            sql.add(" LEFT JOIN address a ON a.id = c.counterpart_id");
        }
        // Sums over visible mail alone say that there is some, and have indexes of their own.
        sql.add(filter.signs().contains(Sign.UNREAD) || filter.signs().contains(Sign.FLAGGED)
                ? " WHERE TRUE"
                : " WHERE c.messages > 0");
        sql.signs(filter, "c", now).contact(filter.contact(), true);
        filter.words().forEach(word -> sql
                .add(" AND LOCATE(?, LOWER(c.subject || ' ' || COALESCE(a.name || ' ' || a.normal, ''))) > 0", word));
        return sql.add(" ORDER BY c.last_at DESC, c.id DESC");
    }

    private static Sql inFolders(Filter filter, List<Long> folders, Instant now) {
        boolean one = folders.size() == 1;
        String in = one ? "x.folder_id = " + folders.getFirst() : "x.folder_id IN (" + numbers(folders) + ")";
        Sql sql = new Sql("SELECT x.conversation_id FROM ");
        if (filter.signs().contains(Sign.MINE) || filter.signs().contains(Sign.THEIRS)) {
            // Those in which it is somebody's turn are few. Outer joins are read in the order in which they are written.
            sql.add("conversation c LEFT JOIN conversation_folder x ON x.conversation_id = c.id AND " + in);
        } else {
            sql.add("conversation_folder x LEFT JOIN conversation c ON c.id = x.conversation_id");
        }
        if (!filter.words().isEmpty()) {
            sql.add("""
                     LEFT JOIN message m ON m.id = CASE WHEN c.messages > 0 THEN 0 ELSE x.last_message END
                    LEFT JOIN address a ON a.id = COALESCE(m.counterpart_id, c.counterpart_id)""");
        }
        sql.add(" WHERE " + in).signs(filter, "x", now).contact(filter.contact(), false);
        filter.words().forEach(word -> sql.add("""
                AND LOCATE(?, LOWER(c.subject || ' ' || COALESCE(m.subject || ' ' || m.sender_name, '') || ' '
                   || COALESCE(a.name || ' ' || a.normal, ''))) > 0""", word));
        // What is equal in all rows stands here too: only so H2 sees that the index has the order.
        return sql.add(one
                ? " ORDER BY x.folder_id, x.last_at DESC, x.conversation_id DESC"
                : " GROUP BY x.conversation_id ORDER BY MAX(x.last_at) DESC, x.conversation_id DESC");
    }

    private static String numbers(Collection<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** The numbers of the folders that a scope means; none where it means everything. */
    private static List<Long> folders(Handle handle, Scope scope) {
        if (scope.equals(Scope.ALL)) {
            return List.of();
        }
        return places(handle).stream().filter(scope::holds).map(Place::folder).toList();
    }

    static boolean holds(Scope scope, long account, FolderRole role, String path) {
        return (scope.account() == 0 || scope.account() == account) && (scope.role() == null || scope.role() == role)
                && (scope.path().isEmpty() || scope.path().equals(path)) && !OWN.contains(role);
    }

    /**
     * How many conversations there are, in all and of each kind.
     *
     * @param scope where
     * @param now what time it is
     * @return the numbers
     */
    public Counts counts(Scope scope, Instant now) {
        return store.readers().withHandle(handle -> {
            List<Long> folders = folders(handle, scope);
            if (!scope.equals(Scope.ALL) && folders.isEmpty()) {
                return new Counts(0, Map.of());
            }
            Counts counts = folders.size() > 1 || !folders.isEmpty() && !scope.isFolder()
                    ? several(handle, folders)
                    : new Sql(folders.isEmpty()
                            ? "SELECT conversations, unread, flagged, attachments FROM conversation_count"
                            : IN_ONE + folders.getFirst()).query(handle)
                            .map((row, _) -> counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                            .one();
            Map<Sign, Long> all = new HashMap<>(counts.bySign());
            for (Sign sign : List.of(Sign.MINE, Sign.THEIRS)) {
                Sql turns = new Sql("SELECT COUNT(*) FROM conversation c WHERE c.messages > 0").turn(sign, now);
                if (!folders.isEmpty()) {
                    turns.add(" AND EXISTS (SELECT 1 FROM conversation_folder x WHERE x.conversation_id = c.id"
                            + " AND x.folder_id IN (" + numbers(folders) + "))");
                }
                all.put(sign, turns.query(handle).mapTo(Long.class).one());
            }
            return new Counts(counts.all(), all);
        });
    }

    /** {@return how many conversations have unread mail, wherever} */
    public long unread() {
        return store.readers().withHandle(handle -> handle.createQuery("SELECT unread FROM conversation_count")
                .mapTo(Long.class).findFirst().orElse(0L));
    }

    private static Counts counts(long all, long unread, long flagged, long files) {
        return new Counts(all, Map.of(Sign.UNREAD, unread, Sign.FLAGGED, flagged, Sign.FILES, files));
    }

    /** A conversation in several folders counts once. */
    private static Counts several(Handle handle, List<Long> folders) {
        long[] rows = new Sql(
                """
                        SELECT conversation_id * 8 + CASE WHEN unread > 0 THEN 1 ELSE 0 END + CASE WHEN flagged > 0 THEN 2 ELSE 0 END
                            + CASE WHEN attachments > 0 THEN 4 ELSE 0 END FROM conversation_folder WHERE folder_id IN ("""
                        + numbers(folders) + ")")
                .query(handle).mapTo(long.class).stream().mapToLong(Long::longValue).sorted()
                .toArray();
        long[] found = new long[4];
        for (int from = 0; from < rows.length;) {
            long signs = 0;
            int to = from;
            for (; to < rows.length && rows[to] >> 3 == rows[from] >> 3; to++) {
                signs |= rows[to] & 7;
            }
            from = to;
            found[0]++;
            for (int sign = 0; sign < 3; sign++) {
                found[sign + 1] += signs >> sign & 1;
            }
        }
        return counts(found[0], found[1], found[2], found[3]);
    }

    /**
     * Rows for a list.
     *
     * @param ids numbers of conversations
     * @param scope what the list is of
     * @return a row for each that is still there, in no particular order
     */
    public List<ConversationRow> rows(List<Long> ids, Scope scope) {
        if (ids.isEmpty()) {
            return List.of();
        }
        if (!scope.isFolder()) {
            return new Conversations(store).rows(ids);
        }
        return store.readers().withHandle(handle -> {
            List<Long> folders = folders(handle, scope);
            Map<Long, ConversationRow> rows = new HashMap<>();
            if (!folders.isEmpty()) {
                new Sql("""
                        SELECT c.id, CASE WHEN c.messages > 0 THEN c.subject ELSE m.subject END AS subject,
                            CASE WHEN c.messages > 0 THEN c.first_at ELSE x.last_at END AS first_at,
                            x.last_at, x.messages, x.unread, x.flagged, x.attachments,
                            c.turn, c.turn_message, c.turn_since, c.turn_until, m.preview, m.status, a.name, a.shown, a.contact_id
                        FROM conversation_folder x JOIN conversation c ON c.id = x.conversation_id
                        JOIN message m ON m.id = x.last_message LEFT JOIN address a ON a.id = m.counterpart_id
                        WHERE x.conversation_id IN (%s) AND x.folder_id IN (%s)"""
                        .formatted(numbers(ids), numbers(folders))).query(handle)
                        .map((row, _) -> Conversations.conversation(row)).forEach(row -> rows.merge(row.id(), row,
                                (one, other) -> one.lastAt().isBefore(other.lastAt()) ? other : one));
            }
            return List.copyOf(rows.values());
        });
    }

    /** {@return the folders of all accounts that can be looked at, by account and path} */
    public List<Place> places() {
        return store.readers().withHandle(ConversationList::places);
    }

    private static List<Place> places(Handle handle) {
        return handle.createQuery("""
                SELECT f.id, f.account_id, a.email, f.path, f.role FROM folder f JOIN account a ON a.id = f.account_id
                WHERE f.selectable OR f.role = 'IMPORTED' ORDER BY f.account_id, f.path""")
                .map((row, _) -> new Place(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4),
                        FolderRole.valueOf(row.getString(5))))
                .stream().filter(place -> !OWN.contains(place.role())).toList();
    }

    /**
     * A folder.
     *
     * @param folder its number in the store
     * @param account number of its account
     * @param email address of its account
     * @param path its full name
     * @param role what it is for
     */
    public record Place(long folder, long account, String email, String path, FolderRole role) {}

    /**
     * How many conversations there are.
     *
     * @param all in all
     * @param bySign how many show each sign; where one is not named, none
     */
    public record Counts(long all, Map<Sign, Long> bySign) {

        /** Keeps its own copy. */
        public Counts {
            bySign = Map.copyOf(bySign);
        }

        /**
         * How many show a sign.
         *
         * @param sign the sign
         * @return the number
         */
        public long of(Sign sign) {
            return bySign.getOrDefault(sign, 0L);
        }
    }

    /** A statement with what is bound to it. */
    private static final class Sql {
        private final StringBuilder text;
        private final List<Object> bound = new ArrayList<>();

        Sql(String text) {
            this.text = new StringBuilder(text);
        }

        Sql add(String more, Object... values) {
            text.append(more);
            bound.addAll(List.of(values));
            return this;
        }

        /** What the conversations must show; {@code sums} has the sums over their mail. */
        Sql signs(Filter filter, String sums, Instant now) {
            for (Sign sign : filter.signs()) {
                switch (sign) {
                    case UNREAD -> add(" AND " + sums + ".unread > 0");
                    case FLAGGED -> add(" AND " + sums + ".flagged > 0");
                    case FILES -> add(" AND " + sums + ".attachments > 0");
                    case MINE, THEIRS -> turn(sign, now);
                }
            }
            return this;
        }

        Sql turn(Sign sign, Instant now) {
            return add(" AND c.turn = ? AND c.turn_until >= ?", (sign == Sign.MINE ? Side.MINE : Side.THEIRS).name(),
                    now.toEpochMilli());
        }

        void contact(long contact, boolean visible) {
            if (contact > 0) {
                add("""

                        AND c.id IN (SELECT n.conversation_id FROM address y JOIN message_person p ON p.address_id = y.id
                           JOIN message n ON n.id = p.item / 1024 WHERE y.contact_id = ?"""
                        + (visible ? " AND BITAND(n.status, 2) <> 0)" : ")"), contact);
            }
        }

        Query query(Handle handle) {
            Query query = handle.createQuery(text.toString());
            for (int i = 0; i < bound.size(); i++) {
                query.bind(i, bound.get(i));
            }
            return query;
        }
    }
}
