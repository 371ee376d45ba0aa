package app.kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Actor;
import app.kith.change.Change.AccountChange;
import app.kith.change.ChangeSet;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.LogPosition;
import app.kith.change.LoggedBatch;
import app.kith.change.MailBatch;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.conversation.Conversation;
import app.kith.conversation.GeneratedMail;
import app.kith.conversation.GeneratedMail.Item;
import app.kith.conversation.Threader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The store has the conversations that the engine finds, in whatever batches the mail comes. */
class StoredConversationsTest {
    private static final char[] PASSWORD = "00ff".repeat(16).toCharArray();
    private static final FolderKey FOLDER = new FolderKey(1, "INBOX");

    @TempDir
    private Path folder;
    private static final Signatures SIGNATURES = new Signatures();

    private static byte[] digest(int item) {
        return ByteBuffer.allocate(32).putInt(28, item).array();
    }

    /** Files messages in an order, some at a time. */
    private static void file(Store store, List<Item> items, List<Integer> order, int batch) {
        Account account = new Account(1, "sales@firm.test", "", new Server("imap.test", 993, Security.TLS), null,
                "sales@firm.test", null, null, null);
        store.apply(new LogPosition(1, 1, 100, new byte[32]), new ChangeSet(Instant.EPOCH, Actor.USER, "test",
                List.of(new AccountChange(1, null, account))));
        int sequence = 0;
        for (int from = 0; from < order.size(); from += batch) {
            List<MailEvent> events = new ArrayList<>();
            List<Incoming> incoming = new ArrayList<>();
            if (from == 0) {
                events.add(new MailEvent.FolderSeen(FOLDER, '/', FolderRole.INBOX, true));
            }
            for (int i = from; i < Math.min(order.size(), from + batch); i++) {
                events.add(new MailEvent.Arrived(FOLDER, 1 + i, Instant.parse("2026-09-01T00:00:00Z"),
                        new MessageFlags(0, List.of()), new byte[1]));
                incoming.add(new Incoming(items.get(order.get(i)).mail(), digest(order.get(i)), SIGNATURES));
            }
            sequence++;
            store.apply(new LoggedBatch(1, sequence * 1000L,
                    new LogPosition(sequence, 1, sequence * 1000L + 900, new byte[32]),
                    new MailBatch(from + 1, events)), incoming);
        }
    }

    private static Set<Set<Integer>> conversations(Store store) {
        Map<Long, Set<Integer>> groups = new HashMap<>();
        store.readers().useHandle(handle -> handle.createQuery("SELECT conversation_id, digest FROM message")
                .map((row, _) -> groups.computeIfAbsent(row.getLong(1), _ -> new TreeSet<>())
                        .add(ByteBuffer.wrap(row.getBytes(2)).getInt(28)))
                .list());
        return Set.copyOf(groups.values());
    }

    @ParameterizedTest
    @CsvSource({"1, 1, false", "2, 9, true", "3, 40, true", "4, 400, true"})
    void anyOrderAndAnyBatchesGiveWhatTheEngineFinds(long seed, int batch, boolean reused) {
        List<Item> items = GeneratedMail.of(seed, 40, reused);
        Threader<Integer> threader = new Threader<>();
        List<Integer> order = new ArrayList<>(IntStream.range(0, items.size()).boxed().toList());
        order.forEach(i -> threader.add(i, items.get(i).mail()));
        Collections.shuffle(order, new Random(seed));
        try (Store store = Store.open(folder, PASSWORD)) {
            file(store, items, order, batch);
            assertThat(conversations(store)).isEqualTo(threader.conversations().stream().map(Conversation::messages)
                    .<Set<Integer>>map(TreeSet::new).collect(Collectors.toSet()));
            assertThat(new StoreCheck(store).orphansFound()).isEmpty();
            assertThat(new StoreCheck(store).indexes()).isEmpty();
        }
    }

    @Test
    void theNumberOfAJoinedConversationFindsTheOneThatStays() {
        List<Item> items = GeneratedMail.of(5, 60, true);
        List<Integer> order = new ArrayList<>(IntStream.range(0, items.size()).boxed().toList());
        Collections.shuffle(order, new Random(5));
        try (Store store = Store.open(folder, PASSWORD)) {
            file(store, items, order, 1);
            Conversations conversations = new Conversations(store);
            List<Long> joined = store.readers()
                    .withHandle(handle -> handle.createQuery("SELECT id FROM conversation WHERE joined_to IS NOT NULL")
                            .mapTo(Long.class).list());
            assertThat(joined).as("some conversations were joined").isNotEmpty();
            // A conversation has the number of its first message, so that message tells where it is now.
            assertThat(joined).allSatisfy(id -> assertThat(conversations.find(id).orElseThrow().id())
                    .isEqualTo(conversations.message(id).orElseThrow().conversation()));
        }
    }
}
