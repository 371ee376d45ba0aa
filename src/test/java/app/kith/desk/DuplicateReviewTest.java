package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.desk.DuplicateReview.Group;
import app.kith.desk.Records.Entered;
import app.kith.store.Customers;
import app.kith.support.TestDesk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicateReviewTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = TestDesk.open(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private long add(String name, String email, String phone) {
        List<Value> values = new ArrayList<>(List.of(Value.of(Property.NAME, "", name)));
        if (!email.isEmpty()) {
            values.add(Value.of(Property.EMAIL, "", email));
        }
        if (!phone.isEmpty()) {
            values.add(Value.of(Property.PHONE, "mobile", phone));
        }
        return desk.records().add(values).contact();
    }

    private List<Group> groups() {
        return desk.duplicates().scan(_ -> {}, () -> false).groups();
    }

    private List<String> shown(long contact, Property property) {
        return desk.customers().find(contact).orElseThrow().values().stream().map(ShownValue::value)
                .filter(value -> value.property() == property).map(Value::raw).toList();
    }

    /** Enough others that a list looks like a list. */
    private void others() {
        for (int i = 0; i < 30; i++) {
            add("Person " + (char) ('A' + i % 26) + "son" + i, "p" + i + "@firm" + i + ".example",
                    "1390000" + (2000 + i * 7));
        }
    }

    @Test
    void twoCardsOfOnePersonAreProposedExplainedMergedAndPartedYearsLater() {
        others();
        long one = add("王小明", "wang@hua.example", "138 0000 1234");
        long two = add("Wang Xiaoming", "wang@hua.example", "+86 13800001234");
        Group group = groups().stream().filter(found -> found.contacts().contains(one)).findFirst().orElseThrow();
        assertThat(group.contacts()).containsExactly(one, two);
        assertThat(group.pairs().getFirst().why()).isNotEmpty();
        assertThat(desk.duplicates().explain(one, two).orElseThrow().probability()).isGreaterThan(0.5);
        desk.records()
                .log(new Entry(0, two, Entry.Kind.CALL, Instant.parse("2026-01-01T08:00:00Z"), null, "first", "", "",
                        null, "", "", new Source(Source.Kind.HAND, "")));

        Entered merged = desk.duplicates().merge(one, List.of(two), List.of());
        assertThat(desk.customers().find(two)).isEmpty();
        assertThat(shown(one, Property.NAME)).containsExactly("王小明", "Wang Xiaoming");
        assertThat(shown(one, Property.EMAIL)).containsExactly("wang@hua.example");
        assertThat(desk.records().entries(one)).hasSize(1);
        assertThat(groups()).noneMatch(found -> found.contacts().contains(one));

        // Later edits: each stays with the card it was made on.
        Entry call = desk.records().entries(one).getFirst();
        desk.records().change(new Entry(call.id(), one, call.kind(), call.at(), null, "edited", "", "", null, "", "",
                call.source()));
        desk.records().edit(one, List.of(Value.of(Property.TITLE, "", "Director")), List.of());
        desk.close();
        desk = Desk.open(TestDesk.options(folder).rebuilding());
        History.Undone parted = desk.history().undo(merged.change());
        assertThat(parted.conflicts()).isEmpty();
        assertThat(shown(two, Property.NAME)).containsExactly("Wang Xiaoming");
        assertThat(shown(one, Property.TITLE)).containsExactly("Director");
        assertThat(desk.records().entries(two)).extracting(Entry::title).containsExactly("edited");
        assertThat(desk.doctor().check(_ -> {}).faults()).isEmpty();
    }

    @Test
    void aMailAloneThatTellsANewAddressRenewsTheScan() {
        Account account = desk.accounts()
                .add(new Account(0, "me@firm.example", "", new Server("localhost", 1, Security.TLS),
                        null, "me@firm.example", null, null, null), "secret")
                .account();
        others();
        long before = add("Katharina Zwiebelstein", "k.zwiebelstein@old.example", "");
        long after = add("K. Zwiebelstein", "kz@new.example", "");
        double first = desk.duplicates().explain(before, after).orElseThrow().probability();
        assertThat(groups()).noneMatch(found -> found.contacts().containsAll(List.of(before, after)));
        FolderKey inbox = new FolderKey(account.id(), "INBOX");
        byte[] mail = """
                From: Katharina Zwiebelstein <k.zwiebelstein@old.example>\r
                To: me@firm.example\r
                Subject: New address\r
                Date: Mon, 2 Nov 2026 09:00:00 +0100\r
                Message-ID: <n1@old.example>\r
                \r
                Hello,\r
                \r
                please update your records with my new address kz@new.example.\r
                """.getBytes(StandardCharsets.US_ASCII);
        ((Filing) desk.journal()).file(List.of(new MailEvent.FolderSeen(inbox, '/', FolderRole.INBOX, true),
                new MailEvent.Arrived(inbox, 1, Instant.parse("2026-11-02T08:00:00Z"), MessageFlags.NONE, mail)));
        assertThat(groups()).anyMatch(found -> found.contacts().containsAll(List.of(before, after)));
        assertThat(desk.duplicates().explain(before, after).orElseThrow().probability()).isGreaterThan(first);
    }

    @Test
    void aMergeIsTakenBackAlsoAfterItsResultWasMergedAgain() {
        long one = add("A", "a@x.example", "");
        long two = add("B", "b@x.example", "");
        long three = add("C", "c@x.example", "");
        Entered first = desk.duplicates().merge(two, List.of(one), List.of());
        Entered second = desk.duplicates().merge(three, List.of(two), List.of());
        assertThat(shown(three, Property.NAME)).containsExactlyInAnyOrder("A", "B", "C");
        desk.history().undo(first.change());
        assertThat(shown(one, Property.NAME)).containsExactly("A");
        assertThat(shown(three, Property.NAME)).containsExactlyInAnyOrder("B", "C");
        desk.history().undo(second.change());
        assertThat(shown(two, Property.NAME)).containsExactly("B");
        assertThat(shown(three, Property.NAME)).containsExactly("C");
        assertThat(desk.customers().ids("", Customers.Order.NAME, 0)).containsExactly(one, two, three);
    }

    @Test
    void notTheSameIsRememberedThroughMergesAndTakenBack() {
        others();
        long one = add("王小明", "wang@hua.example", "138 0000 1234");
        long two = add("王小明", "wang@hua.example", "138 0000 1234");
        assertThat(groups()).anyMatch(found -> found.contacts().equals(List.of(one, two)));
        Entered apart = desk.duplicates().apart(List.of(one, two));
        assertThat(groups()).noneMatch(found -> found.contacts().contains(one));
        assertThat(desk.duplicates().apart(List.of(two, one)).change()).isZero();
        long three = add("王小明", "", "138 0000 1234");
        desk.duplicates().merge(three, List.of(one), List.of());
        assertThat(groups()).noneMatch(found -> found.contacts().containsAll(List.of(two, three)));
        desk.history().undo(apart.change());
        assertThat(groups()).anyMatch(found -> found.contacts().containsAll(List.of(two, three)));
    }

    @Test
    void whoWritesToOneAnotherAreTwo() {
        others();
        Account account = desk.accounts().add(new Account(0, "me@firm.example", "",
                new Server("localhost", 1, Security.NONE), null, "me@firm.example", null, null, null), "").account();
        long one = add("Wang Wei", "wei@hua.example", "138 0000 1234");
        long two = add("Wang Wei", "wang@hua.example", "138 0000 1234");
        boolean before = groups().stream().anyMatch(found -> found.contacts().equals(List.of(one, two)));
        TestDesk.file(desk, account, List.of("""
                From: Wang Wei <wei@hua.example>
                To: Wang Wei <wang@hua.example>, me@firm.example
                Date: Sun, 01 Mar 2026 08:00:00 +0000
                Message-ID: <m1@hua.example>
                Subject: hello

                Hello
                """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)), Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(desk.customers().areInOneMail(one, two)).isTrue();
        assertThat(before).isTrue();
        assertThat(groups()).noneMatch(found -> found.contacts().containsAll(List.of(one, two)));
    }

    @Test
    void companiesAreComparedAmongThemselvesAndSafeGroupsAreMergedAtOnce() {
        others();
        long one = add("王小明", "wang@hua.example", "138 0000 1234");
        long two = add("王小明", "wang@hua.example", "138 0000 1234");
        long three = add("Anna Keller", "anna@nord.example", "+49 170 5551234");
        long four = add("Anna Keller", "anna@nord.example", "");
        for (String name : List.of("Nordwind GmbH", "Nordwind", "Suedwind AG", "Hohlbeck KG", "Ashdown Ltd",
                "Carver Inc.")) {
            desk.records().add(List.of(Value.of(Property.NAME, "", name), Value.of(Property.KIND, "", "company"),
                    Value.of(Property.PHONE, "", name.startsWith("Nordwind") ? "+49 40 5550000" : "")));
        }
        List<Group> safe = groups().stream().filter(Group::safe).toList();
        assertThat(safe).extracting(Group::contacts).contains(List.of(one, two), List.of(three, four));
        Entered all = desk.duplicates().mergeAll(safe).orElseThrow();
        assertThat(desk.customers().find(two)).isEmpty();
        assertThat(desk.customers().find(four)).isEmpty();
        desk.history().undo(all.change());
        assertThat(desk.customers().find(two)).isPresent();
        assertThat(desk.duplicates().explain(one, three).orElseThrow().probability()).isLessThan(0.5);
        assertThat(desk.duplicates().explain(one, 9999)).isEmpty();
    }
}
