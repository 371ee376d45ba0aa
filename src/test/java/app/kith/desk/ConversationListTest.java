package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.change.Operation;
import app.kith.desk.ConversationActs.Act;
import app.kith.desk.ConversationActs.Done;
import app.kith.store.ConversationList;
import app.kith.store.ConversationList.Filter;
import app.kith.store.ConversationList.Scope;
import app.kith.store.ConversationList.Sign;
import app.kith.store.Conversations.ConversationRow;
import app.kith.store.Conversations.MessageRow;
import app.kith.support.TestDesk;
import app.kith.words.KithException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of mail: what it is sifted by, what a folder shows, and what is done to whole conversations. */
class ConversationListTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Scope INBOX = new Scope(0, FolderRole.INBOX, "");
    private static final Scope TRASH = new Scope(0, FolderRole.TRASH, "");

    @TempDir
    private Path folder;

    private Desk desk;
    private Account lin;
    private Account sales;
    private long uid;

    @BeforeEach
    void open() {
        desk = TestDesk.open(folder.resolve("home"));
        lin = account("lin@firm.example");
        sales = account("sales@firm.example");
        for (Account account : List.of(lin, sales)) {
            seen(account, "INBOX", FolderRole.INBOX);
            seen(account, "Sent", FolderRole.SENT);
            seen(account, "Archive", FolderRole.ARCHIVE);
            seen(account, "Trash", FolderRole.TRASH);
        }
        seen(lin, "Projects/2026", FolderRole.OTHER);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Account account(String email) {
        Server nowhere = new Server("127.0.0.1", 1, Security.NONE);
        return desk.accounts().add(new Account(0, email, "", nowhere, nowhere, email, null, null, null), "x").account();
    }

    private void seen(Account account, String path, FolderRole role) {
        file(new MailEvent.FolderSeen(new FolderKey(account.id(), path), '/', role, true));
    }

    private void file(MailEvent... events) {
        ((Filing) desk.journal()).file(List.of(events));
    }

    /** Files a mail; returns the number of its conversation. */
    private long mail(Account account, String path, String from, String subject, int day, int flags, boolean file) {
        String raw = """
                From: %s
                To: %s
                Subject: %s
                Date: %d Nov 2026 09:00:00 +0000
                Message-ID: <%s-%d@test>
                MIME-Version: 1.0
                %s

                Could you send the price?
                """.formatted(from, from.contains("firm") ? "anna@nord.example" : account.email(), subject, day,
                subject.replaceAll("\\W", ""), day,
                file
                        ? """
                                Content-Type: multipart/mixed; boundary=b

                                --b
                                Content-Type: application/pdf; name="a.pdf"
                                Content-Disposition: attachment; filename="a.pdf"

                                pdf
                                --b--"""
                        : "Content-Type: text/plain");
        file(new MailEvent.Arrived(new FolderKey(account.id(), path), ++uid, NOW, new MessageFlags(flags, List.of()),
                raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        long[] all = desk.conversationList().ids(Filter.ALL, 0, NOW);
        return Arrays.stream(all).filter(id -> desk.conversations().messages(id).stream()
                .anyMatch(row -> row.subject().equals(subject))).findFirst().orElse(0);
    }

    private List<Long> ids(Scope scope, Sign... signs) {
        return Arrays.stream(desk.conversationList().ids(new Filter(0, "", Set.of(signs), scope), 0, NOW)).boxed()
                .toList();
    }

    private static Scope in(Account account, String path) {
        return new Scope(account.id(), null, path);
    }

    private List<String> folders(long conversation) {
        return desk.conversations().opened(conversation, Scope.ALL).orElseThrow().messages().stream()
                .flatMap(row -> desk.operations().lying(row.id()).stream()).map(place -> place.folder().path())
                .sorted().toList();
    }

    @Test
    void signsMailboxAndFolderSiftTheListAndAreCounted() {
        long price = mail(lin, "INBOX", "anna@nord.example", "Price", 12, 0, true);
        long plan = mail(lin, "Projects/2026", "anna@nord.example", "Plan", 13, MessageFlags.SEEN, false);
        long order = mail(sales, "INBOX", "bob@sued.example", "Order", 14,
                MessageFlags.SEEN | MessageFlags.FLAGGED, false);
        mail(lin, "Trash", "carl@west.example", "Old", 15, 0, false);
        assertThat(ids(Scope.ALL)).containsExactly(order, plan, price);
        assertThat(ids(Scope.ALL, Sign.UNREAD)).containsExactly(price);
        assertThat(ids(Scope.ALL, Sign.FLAGGED)).containsExactly(order);
        assertThat(ids(Scope.ALL, Sign.FILES)).containsExactly(price);
        assertThat(ids(Scope.ALL, Sign.MINE)).containsExactly(order, plan, price);
        assertThat(ids(Scope.ALL, Sign.MINE, Sign.UNREAD)).containsExactly(price);
        assertThat(ids(Scope.ALL, Sign.THEIRS)).isEmpty();
        assertThat(ids(INBOX)).containsExactly(order, price);
        assertThat(ids(INBOX, Sign.MINE)).containsExactly(order, price);
        assertThat(ids(INBOX, Sign.UNREAD, Sign.FILES)).containsExactly(price);
        assertThat(ids(new Scope(lin.id(), null, ""))).containsExactly(plan, price);
        assertThat(ids(new Scope(sales.id(), FolderRole.INBOX, ""), Sign.FLAGGED)).containsExactly(order);
        assertThat(ids(in(lin, "Projects/2026"))).containsExactly(plan);
        assertThat(ids(new Scope(0, null, "Nowhere"))).isEmpty();
        ConversationList list = desk.conversationList();
        assertThat(list.ids(new Filter(0, "anna PRICE", Set.of(), INBOX), 0, NOW)).containsExactly(price);
        assertThat(list.ids(new Filter(0, "", Set.of(), new Scope(lin.id(), null, "")), 1, NOW)).containsExactly(plan);
        assertThat(list.counts(Scope.ALL, NOW)).satisfies(counts -> {
            assertThat(counts.all()).isEqualTo(3);
            assertThat(counts.of(Sign.UNREAD)).isEqualTo(1);
            assertThat(counts.of(Sign.MINE)).isEqualTo(3);
            assertThat(counts.of(Sign.FILES)).isEqualTo(1);
        });
        for (Scope scope : List.of(INBOX, new Scope(lin.id(), null, ""), in(lin, "INBOX"), TRASH)) {
            assertThat(list.counts(scope, NOW).all()).as("%s", scope).isEqualTo(ids(scope).size());
            for (Sign sign : Sign.values()) {
                assertThat(list.counts(scope, NOW).of(sign)).as("%s %s", scope, sign)
                        .isEqualTo(ids(scope, sign).size());
            }
        }
    }

    @Test
    void whatLiesInTheTrashIsListedThereAndCanBeReadAndTakenOutAgain() {
        long price = mail(lin, "INBOX", "anna@nord.example", "Price", 12, 0, false);
        mail(lin, "Trash", "carl@west.example", "Old", 15, 0, false);
        assertThat(ids(TRASH)).hasSize(1).doesNotContain(price);
        long old = ids(TRASH).getFirst();
        ConversationRow row = desk.conversationList().rows(List.of(old), TRASH).getFirst();
        assertThat(row.subject()).isEqualTo("Old");
        assertThat(row.unread()).isEqualTo(1);
        assertThat(row.counterpart()).isEqualTo("carl@west.example");
        assertThat(desk.conversations().opened(old, Scope.ALL).orElseThrow().messages())
                .extracting(MessageRow::subject).containsExactly("Old");
        assertThat(desk.conversations().find(old)).as("it is in no other list").isEmpty();
        assertThat(desk.conversationActs().goals(List.of(old), TRASH)).containsKeys("INBOX", "Archive")
                .doesNotContainKeys("Trash", "Sent");
        desk.conversationActs().act(new Act.Move("INBOX"), List.of(old), TRASH);
        assertThat(ids(TRASH)).isEmpty();
        assertThat(ids(INBOX)).containsExactly(old, price);
        desk.conversationActs().act(new Act.Delete(), List.of(price), Scope.ALL);
        assertThat(ids(TRASH)).containsExactly(price);
        assertThat(ids(INBOX)).containsExactly(old);
        assertThatThrownBy(() -> desk.conversationActs().act(new Act.Move("Nowhere"), List.of(old), Scope.ALL))
                .isInstanceOf(KithException.class);
    }

    @Test
    void anActOnManyConversationsIsOneChangeAndIsTakenBackAndDoneAgainAsOne() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(mail(i % 2 == 0 ? lin : sales, "INBOX", "p" + i + "@nord.example", "Topic " + i, 1 + i, 0, false));
        }
        mail(lin, "Sent", "lin@firm.example", "Re: Topic 0", 20, MessageFlags.SEEN, false);
        long before = desk.history().list(0, 0, 1).getFirst().sequence();
        Done done = desk.conversationActs().act(new Act.Archive(), all, Scope.ALL);
        assertThat(done.conversations()).isEqualTo(12);
        assertThat(desk.history().list(0, 0, 1).getFirst().sequence()).isEqualTo(before + 1);
        assertThat(ids(INBOX)).isEmpty();
        assertThat(ids(new Scope(0, FolderRole.ARCHIVE, ""))).hasSize(12);
        assertThat(ids(Scope.ALL)).as("what is archived stays in the list of all").hasSize(13);
        assertThat(ids(new Scope(0, FolderRole.SENT, ""))).as("what was sent stays there").hasSize(1);
        desk.conversationActs().undo(done);
        assertThat(desk.history().list(0, 0, 1).getFirst().sequence()).isEqualTo(before + 2);
        assertThat(ids(INBOX)).hasSize(12);
        assertThat(desk.operations().list()).isEmpty();
        assertThat(desk.history().lastAct().map(heading -> heading.sequence())).as("it was taken back already")
                .isNotEqualTo(java.util.Optional.of(before + 1));
        long undone = desk.history().lastUndone().orElseThrow().sequence();
        desk.history().undo(undone);
        assertThat(ids(INBOX)).as("and is done again").isEmpty();
        assertThat(desk.operations().list()).hasSize(12);
        assertThat(desk.conversationActs().act(new Act.Archive(), all, Scope.ALL).conversations()).isZero();
    }

    @Test
    void whatTheServerHasBeenToldIsTakenBackByTheReverseAndOnlyOnce() {
        List<Long> all = List.of(mail(lin, "INBOX", "a@nord.example", "One", 1, 0, false),
                mail(lin, "INBOX", "b@nord.example", "Two", 2, MessageFlags.SEEN, false));
        Done read = desk.conversationActs().act(new Act.Read(), all, Scope.ALL);
        assertThat(read.conversations()).as("the other was read before").isEqualTo(1);
        Operation told = read.entered().operations().getFirst();
        desk.journal().enter(app.kith.change.Actor.SYNC, "test",
                _ -> List.of(new app.kith.change.Change.OperationChange(told.id(), told,
                        told.in(Operation.State.DONE, ""))));
        file(new MailEvent.Flagged(new FolderKey(lin.id(), "INBOX"), 1,
                new MessageFlags(MessageFlags.SEEN, List.of())));
        assertThat(ids(Scope.ALL, Sign.UNREAD)).isEmpty();
        desk.conversationActs().undo(read);
        assertThat(ids(Scope.ALL, Sign.UNREAD)).containsExactly(all.getFirst());
        assertThat(desk.operations().list()).hasSize(1);
        desk.conversationActs().undo(read);
        assertThat(desk.operations().list()).as("nothing is left to be taken back").hasSize(1);
    }

    @Test
    void readUnreadAndFlagConcernTheMailsThatSayIt() {
        long talk = mail(lin, "INBOX", "anna@nord.example", "Talk", 1, 0, false);
        mail(lin, "INBOX", "anna@nord.example", "Re: Talk", 2, 0, false);
        mail(lin, "Sent", "lin@firm.example", "Re: Talk", 3, MessageFlags.SEEN, false);
        assertThat(desk.conversations().messages(talk)).as("one conversation").hasSize(3);
        assertThat(row(talk).unread()).isEqualTo(2);
        desk.conversationActs().act(new Act.Read(), List.of(talk), Scope.ALL);
        assertThat(row(talk).unread()).isZero();
        desk.conversationActs().act(new Act.Unread(), List.of(talk), Scope.ALL);
        assertThat(desk.conversations().messages(talk)).extracting(MessageRow::unread).containsExactly(false, true,
                false);
        desk.conversationActs().act(new Act.Flag(), List.of(talk), Scope.ALL);
        assertThat(desk.conversations().messages(talk)).extracting(MessageRow::flagged).containsExactly(false, true,
                false);
        assertThat(ids(Scope.ALL, Sign.FLAGGED)).containsExactly(talk);
        desk.conversationActs().act(new Act.Unflag(), List.of(talk), Scope.ALL);
        assertThat(row(talk).flagged()).isZero();
        desk.conversationActs().act(new Act.Delete(), List.of(talk), INBOX);
        assertThat(folders(talk)).as("in the inbox only what lies there is thrown away").containsExactly("Sent");
        assertThat(ids(TRASH)).containsExactly(talk);
    }

    private ConversationRow row(long id) {
        return desk.conversations().find(id).orElseThrow();
    }

    @Test
    void archivingLeavesWhatWasFiledElsewhere() {
        long talk = mail(lin, "Projects/2026", "anna@nord.example", "Talk", 1, 0, false);
        mail(lin, "INBOX", "anna@nord.example", "Re: Talk", 2, 0, false);
        desk.conversationActs().act(new Act.Archive(), List.of(talk), Scope.ALL);
        assertThat(folders(talk)).containsExactly("Archive", "Projects/2026");
        desk.conversationActs().act(new Act.Archive(), List.of(talk), in(lin, "Projects/2026"));
        assertThat(folders(talk)).containsExactly("Archive", "Archive");
    }
}
