package app.kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A row of the table of proposals. level: how sure it is, 2 certain, 1 likely, 0 the user has to say. */
record ProposalRow(long address, ProposalKind kind, String property, String normal, @Nullable Long contact,
        String label, String raw, String line, String present, int seen, long firstAt, long lastAt,
        @Nullable Long message, int level, long rank) {

    static final int CERTAIN = 2;
    static final int LIKELY = 1;
    static final int OPEN = 0;

    /** What tells it from others. */
    record Key(long address, ProposalKind kind, String property, String normal) {}

    Key key() {
        return new Key(address, kind, property, normal);
    }

    /** What a decision about it is filed under: {@code person}, {@code bounce}, {@code fact/TITLE/sales director}. */
    static String what(ProposalKind kind, String property, String normal) {
        return switch (kind) {
            case PERSON, ROLE -> "person";
            case BOUNCE -> "bounce";
            case MOVED -> "moved/" + normal;
            case FACT -> "fact/" + property + "/" + normal;
        };
    }

    static ProposalRow read(ResultSet row) throws SQLException {
        return new ProposalRow(row.getLong("address_id"), ProposalKind.valueOf(row.getString("kind")),
                row.getString("property"), row.getString("normal"), row.getObject("contact_id", Long.class),
                row.getString("label"), row.getString("raw"), row.getString("line"), row.getString("present"),
                row.getInt("seen"), row.getLong("first_at"), row.getLong("last_at"),
                row.getObject("message_id", Long.class), row.getInt("level"), row.getLong("rank"));
    }

    void addTo(Rows rows) {
        rows.add(address, kind.name(), property, normal, contact, label, raw, line, present, seen, firstAt, lastAt,
                message, level, rank);
    }
}
