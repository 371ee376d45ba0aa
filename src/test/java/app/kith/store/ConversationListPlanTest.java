package app.kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.change.FolderRole;
import app.kith.store.ConversationList.Filter;
import app.kith.store.ConversationList.Scope;
import app.kith.store.ConversationList.Sign;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the list of mail is read: from indexes alone, so that a mailbox of half a million mails is sifted while one looks. */
class ConversationListPlanTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);
    private static final int CONVERSATIONS = 3_000;

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void fill() {
        store = Store.open(folder, "secret".toCharArray());
        store.readers().useHandle(handle -> {
            handle.execute("""
                    INSERT INTO account (id, email, normal, name, imap_host, imap_port, imap_security, sign_in)
                    VALUES (1, 'a@b.test', 'a@b.test', '', 'h', 1, 'TLS', 'a')""");
            for (int i = 1; i <= 3; i++) {
                handle.execute("INSERT INTO folder VALUES (?, 1, ?, '/', ?, TRUE, 1, 1, 0, TRUE)", i, "F" + i,
                        i == 1 ? "INBOX" : i == 2 ? "TRASH" : "OTHER");
            }
            handle.execute(
                    """
                            INSERT INTO conversation (id, subject, first_at, last_at, messages, unread, attachments, flagged, turn, turn_until)
                            SELECT x, 'Subject', 0, x * 1000, 1, CASE WHEN MOD(x, 100) = 0 THEN 1 ELSE 0 END, MOD(x, 2),
                                CASE WHEN MOD(x, 300) = 0 THEN 1 ELSE 0 END, CASE WHEN MOD(x, 500) = 0 THEN 'MINE' ELSE 'NONE' END,
                                9000000000000 FROM SYSTEM_RANGE(1, ?)""",
                    CONVERSATIONS);
            handle.execute(
                    """
                            INSERT INTO conversation_folder SELECT id, MOD(id, 3) + 1, last_at, id, 1, unread, flagged, attachments
                            FROM conversation""");
            handle.execute(
                    "UPDATE conversation_count SET conversations = ?, unread = 30, flagged = 10, attachments = 1500",
                    CONVERSATIONS);
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    private String plan(String query) {
        return store.readers().withHandle(handle -> handle.createQuery("EXPLAIN " + query).mapTo(String.class).one());
    }

    private int count(Scope scope, Sign... signs) {
        return new ConversationList(store).ids(new Filter(0, "", Set.of(signs), scope), 0, NOW).length;
    }

    @Test
    void theListAndEveryChipAreReadFromAnIndexThatHasAllTheyNeed() {
        assertThat(plan("SELECT c.id FROM conversation c WHERE c.messages > 0 ORDER BY c.last_at DESC, c.id DESC"))
                .contains("CONVERSATION_LAST").contains("index sorted");
        assertThat(
                plan("SELECT c.id FROM conversation c WHERE TRUE AND c.unread > 0 ORDER BY c.last_at DESC, c.id DESC"))
                .contains("CONVERSATION_UNREAD: UNREAD > 0");
        assertThat(
                plan("SELECT c.id FROM conversation c WHERE TRUE AND c.flagged > 0 ORDER BY c.last_at DESC, c.id DESC"))
                .contains("CONVERSATION_FLAGGED: FLAGGED > 0");
        assertThat(plan("SELECT x.conversation_id FROM conversation_folder x LEFT JOIN conversation c ON c.id = "
                + "x.conversation_id WHERE x.folder_id = 1 ORDER BY x.folder_id, x.last_at DESC, x.conversation_id DESC"))
                .contains("CONVERSATION_FOLDER_LAST: FOLDER_ID").contains("index sorted");
        assertThat(plan("SELECT x.conversation_id FROM conversation c LEFT JOIN conversation_folder x ON "
                + "x.conversation_id = c.id AND x.folder_id = 1 WHERE x.folder_id = 1 AND c.turn = 'MINE' AND "
                + "c.turn_until >= 5 ORDER BY x.folder_id, x.last_at DESC, x.conversation_id DESC"))
                .contains("PUBLIC.CONVERSATION_TURNS").contains("CONVERSATION_ID = C.ID");
    }

    @Test
    void whatIsReadSoIsWhatIsThere() {
        assertThat(count(Scope.ALL)).isEqualTo(CONVERSATIONS);
        assertThat(count(Scope.ALL, Sign.UNREAD)).isEqualTo(30);
        assertThat(count(Scope.ALL, Sign.UNREAD, Sign.FLAGGED)).isEqualTo(10);
        assertThat(count(Scope.ALL, Sign.MINE)).isEqualTo(6);
        assertThat(count(new Scope(1, null, ""))).as("without the trash").isEqualTo(2_000);
        assertThat(count(new Scope(0, FolderRole.TRASH, ""))).isEqualTo(1_000);
        assertThat(count(new Scope(1, null, "F3"), Sign.FILES)).isEqualTo(500);
        assertThat(new ConversationList(store).counts(new Scope(1, null, ""), NOW).all()).isEqualTo(2_000);
        assertThat(new ConversationList(store).unread()).isEqualTo(30);
    }
}
