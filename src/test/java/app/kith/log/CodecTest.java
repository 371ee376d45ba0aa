package app.kith.log;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Schedule;
import app.kith.account.Scope;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.AccountChange;
import app.kith.change.Change.CardChange;
import app.kith.change.Change.OperationChange;
import app.kith.change.Change.ReadingChange;
import app.kith.change.Change.SenderChange;
import app.kith.change.Change.TextChange;
import app.kith.change.ChangeSet;
import app.kith.change.Cursor;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MailBatch;
import app.kith.change.MailEvent;
import app.kith.change.MailEvent.Arrived;
import app.kith.change.MessageFlags;
import app.kith.change.Operation;
import app.kith.change.SenderRule;
import app.kith.contact.Card;
import app.kith.contact.EmailAddress;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written can be read, by this version and by every later one. */
class CodecTest {
    private static final FolderKey INBOX = new FolderKey(3, "INBOX");
    private static final FolderKey PROJECTS = new FolderKey(3, "客户/华东");
    private static final Account ACCOUNT = new Account(3, "sales@example.test", "Lin Yue 林悦",
            new Server("imap.example.test", 993, Security.TLS), new Server("smtp.example.test", 465, Security.TLS),
            "sales@example.test", null, null, "-----BEGIN CERTIFICATE-----\n");
    private static final ChangeSet SET = new ChangeSet(Instant.parse("2026-11-22T10:00:00.123Z"), Actor.RULE,
            "written-to sales@example.test",
            List.of(new AccountChange(3, null, ACCOUNT), new CardChange(5, null, new Card(5, 4,
                    new Source(Source.Kind.MAIL, "sales@example.test"),
                    List.of(Value.email(EmailAddress.of("Wang@Example.test")), Value.of(Property.NAME, "", "王小明"))))));

    /** What an account has had beside the first form since its scope stands in the ledger; never change this text. */
    private static final String SINCE_ADDED = ",\"scope\":{\"leftOut\":[],\"largest\":62914560,\"excluded\":[]},"
            + "\"schedule\":{\"kind\":\"PUSH\",\"minutes\":0,\"times\":[],\"paused\":false}";

    /** What a scope has had since folders of other people stand in it; never change this text either. */
    private static final String SHARED_ADDED = ",\"shared\":[],\"headersOnly\":false";

    /** What a scope has had since known people stand in it, and a schedule since days of the week; never change these texts either. */
    private static final String KNOWN_ADDED = ",\"knownOnly\":false";
    private static final String DAYS_ADDED = ",\"days\":[]";

    private final MailCodec mails = new MailCodec();
    private final LedgerCodec ledger = new LedgerCodec();

    @Test
    void aChangeSetComesBackAsItWas() {
        assertThat(ledger.decode(ledger.encode(SET))).isEqualTo(SET);
        ChangeSet removed = new ChangeSet(SET.at(), Actor.USER, "x", List.of(new AccountChange(3, ACCOUNT, null)));
        assertThat(ledger.decode(ledger.encode(removed))).isEqualTo(removed);
        Account narrow = ACCOUNT.with(new Scope(List.of("归档", "Trash"), LocalDate.parse("2026-03-01"), 1000,
                List.of("shop.example"))).with(Schedule.of("at:08:00,13:30").pausing(true));
        ChangeSet edited = new ChangeSet(SET.at(), Actor.USER, "x", List.of(new AccountChange(3, ACCOUNT, narrow)));
        assertThat(ledger.decode(ledger.encode(edited))).isEqualTo(edited);
        ChangeSet wishes = new ChangeSet(SET.at(), Actor.USER, "x",
                List.of(new SenderChange("wang@example.test", SenderRule.NONE, new SenderRule(true, "GB18030")),
                        new ReadingChange(7, "", "Big5"), new TextChange("signature/3", "", "Lin")));
        assertThat(ledger.decode(ledger.encode(wishes))).isEqualTo(wishes);
    }

    /** The first form of the ledger, as Kith 0.1 wrote it. It must be read for ever; never change this text. */
    @Test
    void theFirstFormOfTheLedgerIsStillRead() {
        String first = """
                {"v":1,"set":{"at":"2026-11-22T10:00:00.123Z","actor":"RULE","reason":"written-to sales@example.test",
                "changes":[{"kind":"account","id":3,"after":{"id":3,"email":"sales@example.test","name":"Lin Yue 林悦",
                "imap":{"host":"imap.example.test","port":993,"security":"TLS"},
                "smtp":{"host":"smtp.example.test","port":465,"security":"TLS"},"user":"sales@example.test",
                "certificate":"-----BEGIN CERTIFICATE-----\\n"}},{"kind":"card","id":5,"after":{"id":5,"contact":4,
                "source":{"kind":"MAIL","place":"sales@example.test"},"values":[
                {"property":"EMAIL","label":"","raw":"Wang@Example.test","normal":"wang@example.test"},
                {"property":"NAME","label":"","raw":"王小明","normal":"王小明"}]}}]}}""";
        assertThat(ledger.decode(first.getBytes(StandardCharsets.UTF_8))).isEqualTo(SET);
        String written = new String(ledger.encode(SET), StandardCharsets.UTF_8);
        String third = written.replace(KNOWN_ADDED, "").replace(DAYS_ADDED, "");
        assertThat(third).isNotEqualTo(written);
        assertThat(ledger.decode(third.getBytes(StandardCharsets.UTF_8))).isEqualTo(SET);
        String second = third.replace(SHARED_ADDED, "");
        assertThat(second).isNotEqualTo(third);
        assertThat(ledger.decode(second.getBytes(StandardCharsets.UTF_8))).isEqualTo(SET);
        assertThat(second.replace(SINCE_ADDED, "")).isEqualTo(first.replace("\n", "")).isNotEqualTo(second);
    }

    /** The first form of an operation. It must be read for ever; never change this text. */
    @Test
    void theFirstFormOfAnOperationIsStillRead() {
        String first = """
                {"v":1,"set":{"at":"2026-11-22T10:00:00.123Z","actor":"USER","reason":"mail-moved 1","changes":[
                {"kind":"operation","id":9,"before":{"id":9,"account":3,"message":41,"kind":"MOVE","path":"INBOX",
                "add":{"bits":0,"keywords":[]},"remove":{"bits":0,"keywords":[]},
                "to":{"path":"归档","role":"ARCHIVE","chosen":true},"state":"WAITING","reason":""}},
                {"kind":"operation","id":10,"after":{"id":10,"account":3,"message":42,"kind":"FLAGS","path":"INBOX",
                "add":{"bits":1,"keywords":["$A"]},"remove":{"bits":4,"keywords":[]},"state":"FAILED",
                "reason":"refused no"}}]}}""";
        Operation move = Operation.move(9, 3, 41, "INBOX",
                new Operation.Destination("归档", FolderRole.ARCHIVE, true));
        Operation flags = Operation.flags(10, 3, 42, "INBOX", new MessageFlags(1, List.of("$A")),
                new MessageFlags(4, List.of())).in(Operation.State.FAILED, "refused no");
        ChangeSet set = new ChangeSet(SET.at(), Actor.USER, "mail-moved 1",
                List.of(new OperationChange(9, move, null), new OperationChange(10, null, flags)));
        assertThat(ledger.decode(first.getBytes(StandardCharsets.UTF_8))).isEqualTo(set);
        assertThat(new String(ledger.encode(set), StandardCharsets.UTF_8)).isEqualTo(first.replace("\n", ""));
    }

    /** The first form of the mail log, as Kith 0.1 wrote it. It must be read for ever; never change these bytes. */
    @Test
    void theFirstFormOfTheMailLogIsStillRead() {
        byte[] first = HexFormat.of().parseHex(
                "01000000000000002a00000002000000000000000300000005494e424f5800000000000000030000000de5aea2e688b7"
                        + "2fe58d8ee4b89c00000009030000000000000000000000070400000001ffffffff000000006553f10005000100000002"
                        + "2441000000030102030100000001002f06010200000000050000000000000008000000006553f1010000000000000000"
                        + "00002906000000000000000801000007000000000000000808000000000000000900000012746f6f2d6c617267652037"
                        + "30303030303030090000000000000000000000070000000000000009000000000000000b01");
        MailBatch batch = new MailBatch(42, List.of(new MailEvent.FolderReset(INBOX, 7),
                new Arrived(PROJECTS, 0xFFFF_FFFFL, Instant.ofEpochSecond(1_700_000_000),
                        new MessageFlags(5, List.of("$A")),
                        new byte[]{1, 2, 3}),
                new MailEvent.FolderSeen(PROJECTS, '/', FolderRole.ARCHIVE, true), new MailEvent.FolderGone(INBOX),
                new MailEvent.Placed(INBOX, 8, Instant.ofEpochSecond(1_700_000_001), MessageFlags.NONE, 41),
                new MailEvent.Flagged(INBOX, 8, new MessageFlags(1, List.of())), new MailEvent.Vanished(INBOX, 8),
                new MailEvent.LeftOut(INBOX, 9, "too-large 70000000"),
                new MailEvent.Followed(INBOX, new Cursor(7, 9, 11, true))));
        assertThat(text(mails.decode(first))).isEqualTo(text(batch));
        assertThat(HexFormat.of().formatHex(mails.encode(batch))).isEqualTo(HexFormat.of().formatHex(first));
    }

    @Test
    void anyBatchComesBackAsItWas() {
        for (int seed = 0; seed < 300; seed++) {
            MailBatch batch = batch(new Random(seed));
            assertThat(text(mails.decode(mails.encode(batch)))).as("seed %d", seed).isEqualTo(text(batch));
        }
    }

    private static MailBatch batch(Random random) {
        List<MailEvent> events = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(20); i++) {
            FolderKey folder = new FolderKey(random.nextInt(3),
                    random.nextBoolean() ? "INBOX" : "项目 " + random.nextInt(4));
            long uid = random.nextLong(1, 1L << 32);
            MessageFlags flags = new MessageFlags(random.nextInt(32),
                    random.nextBoolean() ? List.of() : List.of("$重要", "b"));
            Instant received = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
            events.add(switch (random.nextInt(13)) {
                case 0 -> new MailEvent.FolderSeen(folder, random.nextBoolean() ? '/' : '\0',
                        List.of(FolderRole.values()).get(random.nextInt(8)), random.nextBoolean());
                case 1 -> new MailEvent.FolderGone(folder);
                case 2 -> new MailEvent.FolderReset(folder, uid);
                case 3 -> new Arrived(folder, uid, received, flags, bytes(random));
                case 4 -> new MailEvent.Placed(folder, uid, received, flags, random.nextLong(1, 1L << 40));
                case 5 -> new MailEvent.Flagged(folder, uid, flags);
                case 6 -> new MailEvent.Vanished(folder, uid);
                case 9 -> new Arrived(folder, uid, received, flags, bytes(random), true);
                case 10 -> new MailEvent.Completed(folder, uid, bytes(random));
                case 11 -> new MailEvent.Erased(folder, uid, random.nextInt(3), digests(random));
                case 8 -> new MailEvent.Named(folder, uid, "M" + uid);
                case 7 -> new MailEvent.LeftOut(folder, uid, "too-large " + uid);
                default -> new MailEvent.Followed(folder, new Cursor(uid, uid, random.nextLong(1L << 60), true));
            });
        }
        return new MailBatch(random.nextLong(1L << 50), events);
    }

    private static List<byte[]> digests(Random random) {
        List<byte[]> digests = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            byte[] digest = new byte[32];
            random.nextBytes(digest);
            digests.add(digest);
        }
        return digests;
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(5000)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Records compare arrays by identity, so batches are compared by what they say. */
    private static String text(MailBatch batch) {
        StringBuilder text = new StringBuilder().append(batch.firstMessage());
        for (MailEvent event : batch.events()) {
            text.append('\n').append(switch (event) {
                case Arrived a -> a.folder() + " " + a.uid() + a.received() + a.flags() + a.headerOnly()
                        + HexFormat.of().formatHex(a.raw());
                case MailEvent.Completed c -> c.folder() + " " + c.message() + HexFormat.of().formatHex(c.raw());
                case MailEvent.Erased e -> e.folder() + " " + e.uid() + e.message()
                        + e.digests().stream().map(HexFormat.of()::formatHex).toList();
                default -> event.toString();
            });
        }
        return text.toString();
    }

    @Test
    void everyKindOfChangeHasItsNameInTheLedger() {
        List<Class<?>> named = Stream.of(LedgerCodec.Kinds.class.getAnnotation(JsonSubTypes.class).value())
                .<Class<?>>map(JsonSubTypes.Type::value).toList();
        assertThat(named).containsExactlyInAnyOrder(Change.class.getPermittedSubclasses());
    }
}
