package app.kith.store;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Brings the schema to its newest form, one numbered step after another, each in a transaction of its own. A step that needs what
 * older rows do not hold empties all tables, the positions in the logs among them; then the store is built again from the logs.
 */
final class Migrations {
    private static final List<String> STEPS = List.of("V001__base.sql", "V002__conversation_clues.sql",
            "V003__sender_rule.sql", "V005__outbox.sql", "V006__operations.sql",
            "V007__user_text.sql", "V008__scope.sql", "V009__entries.sql",
            "V010__server_names.sql", "V011__merges.sql", "V012__found_values.sql", "V013__value_numbers.sql",
            "V014__turns.sql", "V015__proposals.sql", "V018__own_fields.sql", "V019__files.sql", "V020__moved.sql",
            "V021__changes_by_number.sql", "V022__erased.sql", "V023__entry_files.sql");

    private Migrations() {}

    static int newest() {
        return STEPS.size();
    }

    /**
     * Brings the schema up to date.
     *
     * @throws KithException STORE_TOO_NEW if it was made by a newer program
     */
    static void run(Handle handle) {
        handle.execute("CREATE TABLE IF NOT EXISTS schema_step (number INT PRIMARY KEY, name VARCHAR NOT NULL)");
        int done = handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM schema_step").mapTo(int.class).one();
        if (done > newest()) {
            throw new KithException(Problem.STORE_TOO_NEW, done, newest());
        }
        for (int number = done + 1; number <= newest(); number++) {
            step(handle, number, STEPS.get(number - 1));
        }
    }

    private static void step(Handle handle, int number, String name) {
        handle.useTransaction(transaction -> {
            transaction.createScript(read(name)).executeAsSeparateStatements();
            transaction.execute("INSERT INTO schema_step (number, name) VALUES (?, ?)", number, name);
        });
    }

    private static String read(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
