package app.kith.store;

import app.kith.account.Account;
import app.kith.account.Schedule;
import app.kith.account.Scope;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts. An account's address is the user's own, which decides the direction of mail. */
final class AccountTable {
    private final Transaction transaction;

    AccountTable(Transaction transaction) {
        this.transaction = transaction;
    }

    void put(Account account) throws SQLException {
        transaction.accountSeen(account.id());
        transaction.touched.accounts.add(account.id());
        forgetNames(account);
        Server smtp = account.smtp();
        Scope scope = account.scope();
        transaction.sql.update(
                "MERGE INTO account KEY (id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                account.id(),
                account.email(), EmailAddress.of(account.email()).normal(), account.name(), account.imap().host(),
                account.imap().port(), account.imap().security().name(), host(smtp), port(smtp), security(smtp),
                account.user(),
                account.smtpUser(), account.carddav(), account.certificate(), lines(scope.leftOut()), scope.since(),
                scope.largest(), lines(scope.excluded()), account.schedule().word(), account.schedule().paused(),
                lines(scope.shared()), scope.headersOnly(), scope.knownOnly());
        own(account.email());
    }

    /** What one mailbox calls its messages says nothing of another. */
    private void forgetNames(Account account) throws SQLException {
        transaction.sql.update("""
                DELETE FROM server_name WHERE account_id = ? AND NOT EXISTS (SELECT 1 FROM account
                WHERE id = ? AND imap_host = ? AND sign_in = ?)""", account.id(), account.id(), account.imap().host(),
                account.user());
    }

    /** No name in a scope has a line break. */
    private static String lines(List<String> names) {
        return String.join("\n", names);
    }

    /** Reads an account from its row. */
    static Account read(ResultSet row) throws SQLException {
        Server imap = new Server(row.getString("imap_host"), row.getInt("imap_port"),
                Security.valueOf(row.getString("imap_security")));
        String smtpHost = row.getString("smtp_host");
        @Nullable
        Server smtp = smtpHost == null
                ? null
                : new Server(smtpHost, row.getInt("smtp_port"), Security.valueOf(row.getString("smtp_security")));
        Scope scope = new Scope(row.getString("left_out_folders").lines().toList(),
                row.getObject("fetched_since", LocalDate.class), row.getLong("largest"),
                row.getString("excluded_senders").lines().toList(), row.getString("shared_folders").lines().toList(),
                row.getBoolean("headers_only"), row.getBoolean("known_only"));
        return new Account(row.getLong("id"), row.getString("email"), row.getString("name"), imap, smtp,
                row.getString("sign_in"), row.getString("smtp_sign_in"), row.getString("carddav"),
                row.getString("certificate"), scope,
                Schedule.of(row.getString("schedule")).pausing(row.getBoolean("paused")));
    }

    private static @Nullable String host(@Nullable Server server) {
        return server == null ? null : server.host();
    }

    private static @Nullable Integer port(@Nullable Server server) {
        return server == null ? null : (Integer) server.port();
    }

    private static @Nullable String security(@Nullable Server server) {
        return server == null ? null : server.security().name();
    }

    /** Removes an account with its folders and placements; its messages stay known, but are shown no more. */
    void remove(Account account) throws SQLException {
        transaction.accountSeen(account.id());
        transaction.touched.accounts.add(account.id());
        List<Long> folders = new ArrayList<>();
        transaction.sql.each(row -> folders.add(row.getLong(1)), "SELECT id FROM folder WHERE account_id = ?",
                account.id());
        for (long folder : folders) {
            long first = PlacementTable.place(folder, 0);
            long last = PlacementTable.place(folder, 0xFFFF_FFFFL);
            transaction.sql.each(row -> transaction.touched.messages.add(row.getLong(1)), """
                    SELECT message_id FROM placement WHERE place BETWEEN ? AND ?
                    UNION SELECT message_id FROM former_place WHERE folder_id = ?""", first, last, folder);
            transaction.sql.update("DELETE FROM placement WHERE place BETWEEN ? AND ?", first, last);
            transaction.sql.update("DELETE FROM left_out WHERE place BETWEEN ? AND ?", first, last);
            transaction.sql.update("DELETE FROM former_place WHERE folder_id = ?", folder);
            transaction.sql.update("DELETE FROM folder WHERE id = ?", folder);
            transaction.touched.folders.add(folder);
        }
        new OperationTable(transaction).removeAll(account.id());
        transaction.sql.update("DELETE FROM server_name WHERE account_id = ?", account.id());
        transaction.sql.update("DELETE FROM account WHERE id = ?", account.id());
        own(account.email());
    }

    /** Looks again whether an address is one of the user's own, and at all messages from it if that has changed. */
    void own(String email) throws SQLException {
        String normal = EmailAddress.of(email).normal();
        boolean own = transaction.sql.number("SELECT MIN(id) FROM account WHERE normal = ?", normal) != null;
        Long address = transaction.sql.number("SELECT id FROM address WHERE normal = ? AND own <> ?", normal, own);
        if (address != null) {
            transaction.sql.update("UPDATE address SET own = ? WHERE id = ?", own, address);
            transaction.touched.proposed.add(address);
            transaction.touched.recounted.add(address);
            transaction.sql.each(row -> transaction.touched.turned.add(row.getLong(1)),
                    "SELECT item / 1024 FROM message_person WHERE address_id = ?", address);
            transaction.touched.messages.addAll(transaction.touched.turned);
        }
    }
}
