package app.kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new mail costs does not grow with the number of addresses that are known: with fifty mails of each H2 began with these. */
class TurnPlanTest {
    private static final String WANTED = "UNNEST(CAST(ARRAY[1, 2, 3] AS BIGINT ARRAY))";

    @TempDir
    private Path folder;

    private static String plan(Store store, String query) {
        return store.readers().withHandle(handle -> handle.createQuery("EXPLAIN " + query).mapTo(String.class).one());
    }

    @Test
    void whomAMailNamesIsReadFromTheMail() {
        try (Store store = Store.open(folder, "secret".toCharArray())) {
            store.readers().useHandle(handle -> {
                handle.execute(
                        """
                                INSERT INTO address SELECT x, 'a' || x || '@b.example', 'a' || x || '@b.example', 'b.example', '',
                                    x = 1, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL FROM SYSTEM_RANGE(1, 2000)""");
                handle.execute("INSERT INTO message_person SELECT x * 1024, MOD(x * 7, 2000) + 1, 0 "
                        + "FROM SYSTEM_RANGE(1, 100000)");
                handle.execute("ANALYZE");
            });
            String plan = plan(store, TurnTable.NAMED.formatted(WANTED));
            assertThat(plan).containsSubsequence("UNNEST", "\"MESSAGE_PERSON\" \"P\"", "\"ADDRESS\" \"A\"");
            assertThat(plan).as("no table is gone through").doesNotContain("tableScan")
                    .contains(": ITEM >= (W.ID * 1024)", ": ID = P.ADDRESS_ID");
            long read = store.readers().withHandle(handle -> handle
                    .createQuery(TurnTable.NAMED.formatted(WANTED)).map((row, _) -> row.getLong(2)).list().stream()
                    .filter(address -> address > 0).count());
            assertThat(read).isEqualTo(3);
        }
    }
}
