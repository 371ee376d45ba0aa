package app.kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.mail.FileKind;
import app.kith.store.FileList.Filter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the list of files is read: in the order of an index, so that the first page of a large store is as quick as that of a small one. */
class FileListTest {
    @TempDir
    private Path folder;

    private static String plan(Store store, String query) {
        return store.readers().withHandle(handle -> handle.createQuery("EXPLAIN " + query).mapTo(String.class).one());
    }

    @Test
    void theListIsReadInTheOrderOfAnIndex() {
        try (Store store = Store.open(folder, "secret".toCharArray())) {
            fill(store, 3_000);
            assertThat(plan(store, "SELECT f.item FROM file f WHERE f.shown = TRUE "
                    + "ORDER BY f.shown, f.sent_at DESC, f.item DESC"))
                    .contains("FILE_TIME").contains("index sorted");
            assertThat(plan(store, "SELECT f.item FROM file f WHERE f.shown = TRUE AND f.kind = 'PDF' "
                    + "ORDER BY f.shown, f.kind, f.sent_at DESC, f.item DESC LIMIT 100"))
                    .contains("FILE_KIND").contains("index sorted");
            assertThat(plan(store, "SELECT f.item FROM file f WHERE f.shown = TRUE AND f.sent_at <= 500000 AND "
                    + "(f.sent_at < 500000 OR f.item < 512000) ORDER BY f.shown, f.sent_at DESC, f.item DESC LIMIT 100"))
                    .contains("FILE_TIME").contains("index sorted");
            FileList files = new FileList(store);
            assertThat(files.count()).isEqualTo(2_000);
            assertThat(files.ids(new Filter(0, FileKind.PDF, "offer 29"), 0, 5)).hasSizeLessThanOrEqualTo(5)
                    .isNotEmpty();
        }
    }

    static void fill(Store store, int count) {
        store.readers().useHandle(handle -> handle.execute("""
                INSERT INTO file SELECT x * 1024, x, x * 1000, CASE WHEN MOD(x, 2) = 0 THEN 'PDF' ELSE 'SHEET' END,
                    'Offer ' || x || '.pdf', 'offer ' || x || '.pdf', 1000, MOD(x, 3) <> 0 FROM SYSTEM_RANGE(1, ?)""",
                count));
    }
}
