package app.kith.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.assist.Proposals;
import app.kith.assist.Proposals.Decided;
import app.kith.assist.Threshold;
import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.store.ProposalKind;
import app.kith.store.ProposalView.Level;
import app.kith.store.ProposalView.Waiting;
import app.kith.support.TestDesk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What mail proposes, and what becomes of it. */
class ProposalsTest {
    private static final String ME = "me@firm.example";
    private static final String ANNA = """


            --\s
            Anna Keller
            %s
            Nordwind GmbH
            Tel.: +49 40 5551234
            """;

    @TempDir
    private Path folder;

    private Desk desk;
    private Account account;
    private long uid;
    private int day;

    @BeforeEach
    void begin() {
        desk = TestDesk.open(folder);
        account = account();
    }

    @AfterEach
    void end() {
        desk.close();
    }

    private Account account() {
        Account wanted = new Account(0, ME, "", new Server("localhost", 1, Security.TLS), null, ME, null, null, null);
        return desk.accounts().add(wanted, "secret").account();
    }

    private void received(String from, String text, String... headers) {
        file("INBOX", FolderRole.INBOX, from, ME, text, headers);
    }

    private void sent(String to) {
        file("Sent", FolderRole.SENT, ME, to, "Hello", new String[0]);
    }

    private void file(String path, FolderRole role, String from, String to, String text, String... headers) {
        Instant at = Instant.parse("2026-03-01T08:00:00Z").plusSeconds(86_400L * day++);
        String mail = "From: " + from + "\r\nTo: " + to + "\r\nSubject: Quotation " + day + "\r\nMessage-ID: <m" + day
                + "@test>\r\nDate: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC))
                + "\r\nMIME-Version: 1.0\r\n"
                + (headers.length == 0
                        ? "Content-Type: text/plain; charset=utf-8\r\n"
                        : String.join("\r\n", headers)
                                + "\r\n")
                + "\r\n" + text.replace("\n", "\r\n");
        FolderKey key = new FolderKey(account.id(), path);
        ((Filing) desk.journal()).file(List.of(new MailEvent.FolderSeen(key, '/', role, true),
                new MailEvent.Arrived(key, ++uid, at.plusSeconds(5), MessageFlags.NONE,
                        mail.getBytes(StandardCharsets.UTF_8))));
    }

    private void rule() {
        desk.acceptance().run(ME);
    }

    private List<Waiting> waiting(ProposalKind kind) {
        return desk.proposals().list(kind, 100);
    }

    private static Property property(Waiting one) {
        return requireNonNull(one.fact()).property();
    }

    private Waiting only(ProposalKind kind) {
        assertThat(waiting(kind)).hasSize(1);
        return waiting(kind).getFirst();
    }

    private Optional<ShownValue> shown(long contact, Property property) {
        return desk.customers().find(contact).orElseThrow().values().stream()
                .filter(one -> one.value().property() == property).findFirst();
    }

    private long contact(String name) {
        long[] ids = desk.customers().ids(name, app.kith.store.Customers.Order.NAME, 0);
        assertThat(ids).as("customers called " + name).hasSize(1);
        return ids[0];
    }

    @Test
    void whoWroteWaitsWhoWasWrittenToIsACustomerAndMachinesAreNobody() {
        received("\"WANG, Xiaoming\" <wang@hua.example>", "Hello");
        received("Shop <noreply@shop.example>", "Buy now");
        received("Sales <sales@shop.example>", "We have new offers for you");
        sent("Anna Keller <anna@nord.example>");
        rule();
        assertThat(desk.customers().count()).isEqualTo(1);
        Waiting wang = only(ProposalKind.PERSON);
        assertThat(wang.name()).isEqualTo("Wang Xiaoming");
        assertThat(wang.received()).isEqualTo(1);
        assertThat(wang.sent()).isZero();
        assertThat(only(ProposalKind.ROLE).email().shown()).isEqualTo("sales@shop.example");
        assertThat(desk.proposals().counts()).containsEntry(ProposalKind.PERSON, 1).containsEntry(ProposalKind.ROLE, 1)
                .containsEntry(ProposalKind.FACT, 0).containsEntry(ProposalKind.BOUNCE, 0);
    }

    @Test
    void anAcceptedPersonHasTheMailAsItsSourceAndWhatTheSignatureSays() {
        received("\"WANG, Xiaoming\" <wang@hua.example>",
                "你好\n\n-- \n王小明\n采购经理\n深圳华科电子有限公司\n手机：13800001234\n");
        Waiting wang = only(ProposalKind.PERSON);
        assertThat(wang.name()).isEqualTo("王小明");
        assertThat(desk.proposals().about(wang).signature()).extracting(said -> said.value().property())
                .contains(Property.TITLE, Property.COMPANY, Property.PHONE);
        Decided decided = desk.proposals().accept(List.of(wang.id()));
        assertThat(decided.done()).isEqualTo(1);
        long contact = contact("王小明");
        ShownValue title = shown(contact, Property.TITLE).orElseThrow();
        assertThat(title.value().raw()).isEqualTo("采购经理");
        assertThat(title.origins().getFirst().source()).isEqualTo(new Source(Source.Kind.MAIL, ME));
        assertThat(title.value().place()).isEqualTo("message " + wang.message());
        assertThat(waiting(ProposalKind.PERSON)).isEmpty();
        desk.history().undo(decided.change());
        assertThat(desk.customers().count()).isZero();
        assertThat(only(ProposalKind.PERSON).id()).isEqualTo(wang.id());
        rule();
        assertThat(desk.customers().count()).as("what was taken back does not come by itself").isZero();
    }

    @Test
    void aRefusalIsRememberedThroughARebuildAndCanBeTakenBack() {
        received("Bob <bob@spam.example>", "Hello");
        String id = only(ProposalKind.PERSON).id();
        Decided refused = desk.proposals().refuse(List.of(id));
        assertThat(waiting(ProposalKind.PERSON)).isEmpty();
        received("Bob <bob@spam.example>", "Hello again");
        assertThat(waiting(ProposalKind.PERSON)).isEmpty();
        desk.close();
        desk = Desk.open(TestDesk.options(folder).rebuilding());
        assertThat(waiting(ProposalKind.PERSON)).isEmpty();
        desk.history().undo(refused.change());
        assertThat(only(ProposalKind.PERSON).seen()).isEqualTo(2);
        assertThat(desk.proposals().accept(List.of("p999")).gone()).containsExactly("p999");
    }

    @Test
    void aSignatureFillsWhatIsEmptyWhenItWasSeenTwiceAndOverwritesNothing() {
        sent("anna@nord.example");
        rule();
        received("Anna Keller <anna@nord.example>", "Hello" + ANNA.formatted("Sales Manager"));
        rule();
        long anna = contact("anna");
        assertThat(shown(anna, Property.TITLE)).as("seen once").isEmpty();
        assertThat(waiting(ProposalKind.FACT)).extracting(ProposalsTest::property)
                .contains(Property.TITLE, Property.COMPANY, Property.PHONE);
        received("Anna Keller <anna@nord.example>", "Hello again" + ANNA.formatted("Sales Manager"));
        rule();
        assertThat(shown(anna, Property.TITLE).orElseThrow().value().raw()).isEqualTo("Sales Manager");
        assertThat(waiting(ProposalKind.FACT)).isEmpty();
        received("Anna Keller <anna@nord.example>", "News" + ANNA.formatted("Sales Director"));
        received("Anna Keller <anna@nord.example>", "More" + ANNA.formatted("Sales Director"));
        rule();
        assertThat(shown(anna, Property.TITLE).orElseThrow().value().raw()).isEqualTo("Sales Manager");
        Waiting promoted = only(ProposalKind.FACT);
        assertThat(promoted.present()).isEqualTo("Sales Manager");
        assertThat(promoted.line()).isEqualTo("Sales Director");
        assertThat(promoted.seen()).isEqualTo(2);
        assertThat(promoted.level()).isEqualTo(Level.OPEN);
        desk.proposals().accept(List.of(promoted.id()));
        assertThat(shown(anna, Property.TITLE).orElseThrow().value().raw()).isEqualTo("Sales Director");
        assertThat(waiting(ProposalKind.FACT)).isEmpty();
    }

    @Test
    void anAcceptedTitleGoesBeforeOneThatWasTyped() {
        long anna = desk.records().add(List.of(Value.of(Property.NAME, "", "Anna Keller"),
                Value.of(Property.EMAIL, "", "anna@nord.example"), Value.of(Property.TITLE, "", "Clerk"))).contact();
        received("Anna Keller <anna@nord.example>", "Hello" + ANNA.formatted("Sales Manager"));
        Waiting title = waiting(ProposalKind.FACT).stream().filter(one -> property(one) == Property.TITLE)
                .findFirst().orElseThrow();
        Decided decided = desk.proposals().accept(List.of(title.id()));
        assertThat(shown(anna, Property.TITLE).orElseThrow().value().raw()).isEqualTo("Sales Manager");
        desk.history().undo(decided.change());
        assertThat(shown(anna, Property.TITLE).orElseThrow().value().raw()).isEqualTo("Clerk");
    }

    @Test
    void whatALevelOfAcceptanceAllowsIsTheUsers() {
        desk.proposals().set(ProposalKind.PERSON, Threshold.NONE);
        sent("anna@nord.example");
        rule();
        assertThat(desk.customers().count()).isZero();
        assertThat(only(ProposalKind.PERSON).level()).isEqualTo(Level.CERTAIN);
        desk.proposals().set(ProposalKind.PERSON, Threshold.LIKELY);
        for (int i = 0; i < 3; i++) {
            received("Li Na <li@hua.example>", "Hello " + i);
        }
        received("Robert Far <bob@far.example>", "Hello");
        rule();
        assertThat(desk.customers().count()).isEqualTo(2);
        assertThat(only(ProposalKind.PERSON).name()).isEqualTo("Robert Far");
    }

    @Test
    void anAddressThatBouncesIsToldMarkedAndForgivenWhenItWritesAgain() {
        sent("anna@nord.example");
        rule();
        bounce("anna@nord.example", "5.2.2", "Mailbox full");
        assertThat(waiting(ProposalKind.BOUNCE)).as("a full mailbox is no dead address").isEmpty();
        bounce("anna@nord.example", "5.1.1", "User unknown");
        Waiting dead = only(ProposalKind.BOUNCE);
        assertThat(dead.status()).isEqualTo("5.1.1");
        assertThat(dead.line()).contains("User unknown");
        desk.proposals().refuse(List.of(dead.id()));
        assertThat(waiting(ProposalKind.BOUNCE)).isEmpty();
        bounce("anna@nord.example", "5.1.1", "User unknown");
        Waiting again = only(ProposalKind.BOUNCE);
        assertThat(again.seen()).isEqualTo(2);
        assertThat(desk.correspondents().matching("anna", 5)).hasSize(1);
        desk.proposals().accept(List.of(again.id()));
        assertThat(desk.correspondents().matching("anna", 5)).as("no letter is proposed to go there").isEmpty();
        long anna = contact("anna");
        assertThat(shown(anna, Property.EMAIL).orElseThrow().value().label()).isEqualTo(Proposals.INVALID);
        assertThat(waiting(ProposalKind.BOUNCE)).isEmpty();
        assertThat(desk.customers().find(anna).orElseThrow().addresses()).as("its mail stays").hasSize(1);
    }

    private void bounce(String address, String status, String reason) {
        String text = """
                --b
                Content-Type: text/plain

                Your message could not be delivered.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.firm.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: %s
                Diagnostic-Code: smtp; 550 %s %s

                --b--
                """.formatted(address, status, status, reason);
        received("Mail Delivery System <mailer-daemon@firm.example>", text,
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b");
    }

    @Test
    void somebodyWhoMayBeACustomerIsSaidToBeAndCanBeAdded() {
        long anna = desk.records().add(List.of(Value.of(Property.NAME, "", "Anna Keller"),
                Value.of(Property.EMAIL, "", "anna.keller@nord.example"))).contact();
        received("Anna Keller <anna.keller@web.example>", "My private address");
        Waiting person = only(ProposalKind.PERSON);
        assertThat(desk.proposals().about(person).perhaps()).extracting(one -> one.contact()).containsExactly(anna);
        desk.proposals().addTo(person.id(), anna);
        assertThat(desk.customers().count()).isEqualTo(1);
        assertThat(desk.customers().emails(List.of(anna)).get(anna)).hasSize(2);
        assertThat(waiting(ProposalKind.PERSON)).isEmpty();
    }

    @Test
    void whoWasTakenAwayIsNotProposedAgain() {
        sent("anna@nord.example");
        rule();
        long change = desk.records().erase(contact("anna")).change();
        rule();
        assertThat(desk.customers().count()).isZero();
        assertThat(waiting(ProposalKind.PERSON)).isEmpty();
        desk.history().undo(change);
        assertThat(desk.customers().count()).isEqualTo(1);
    }

    @Test
    void manyAreDecidedInOneChangeSet() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            received("Person <person" + i + "@firm" + i + ".example>", "Hello");
        }
        waiting(ProposalKind.PERSON).forEach(one -> ids.add(one.id()));
        Decided decided = desk.proposals().accept(ids);
        assertThat(desk.customers().count()).isEqualTo(20);
        desk.history().undo(decided.change());
        assertThat(desk.customers().count()).isZero();
        assertThat(waiting(ProposalKind.PERSON)).hasSize(20);
    }

    @Test
    void aNewAddressThatACustomerTellsIsProposedAndTheOldOneIsMarked() {
        sent("anna@old.example");
        rule();
        received("Anna Keller <anna@old.example>",
                "Hello,\nmy new e-mail address is anna@new.example. Best regards\nAnna");
        rule();
        Waiting told = only(ProposalKind.MOVED);
        assertThat(requireNonNull(told.fact()).raw()).isEqualTo("anna@new.example");
        assertThat(told.line()).isEqualTo("my new e-mail address is anna@new.example.");
        assertThat(told.present()).isEqualTo("anna@old.example");
        desk.close();
        desk = Desk.open(TestDesk.options(folder).rebuilding());
        assertThat(only(ProposalKind.MOVED)).as("a rebuild tells the same").isEqualTo(told);
        Decided accepted = desk.proposals().accept(List.of(told.id()));
        long anna = contact("Anna");
        assertThat(desk.customers().find(anna).orElseThrow().values().stream()
                .filter(one -> one.value().property() == Property.EMAIL)
                .map(one -> one.value().raw() + " " + one.value().label()))
                .containsExactly("anna@new.example ", "anna@old.example " + Proposals.OLD);
        assertThat(desk.correspondents().matching("anna", 5)).extracting(one -> one.email())
                .as("no letter is proposed to go to the old one").doesNotContain("anna@old.example");
        assertThat(waiting(ProposalKind.MOVED)).isEmpty();
        desk.history().undo(accepted.change());
        assertThat(only(ProposalKind.MOVED).id()).isEqualTo(told.id());
    }

    @Test
    void aNewAddressThatIsRefusedDoesNotComeAgainAndOneOfSomebodyElseIsNone() {
        sent("wang@old.example");
        sent("anna@nord.example");
        rule();
        received("王小明 <wang@old.example>", "您好，我的邮箱变更为 wang@new.example，请更新。");
        received("Anna <anna@nord.example>", "Tom has left the company. Please write to bob@nord.example from now on.");
        received("Anna <anna@nord.example>", "Our new e-mail is " + ME + ".");
        Waiting told = only(ProposalKind.MOVED);
        desk.proposals().refuse(List.of(told.id()));
        received("王小明 <wang@old.example>", "再次提醒，我的新邮箱是 wang@new.example。");
        assertThat(waiting(ProposalKind.MOVED)).isEmpty();
    }

    @Test
    void twoCustomersOfWhomOneToldTheOthersAddressAreLikelyOne() {
        sent("a.keller@old.example");
        sent("anna.k@new.example");
        rule();
        long[] both = desk.customers().ids("", app.kith.store.Customers.Order.NAME, 0);
        long one = both[0];
        long other = both[1];
        double before = desk.duplicates().explain(one, other).orElseThrow().probability();
        received("Anna Keller <a.keller@old.example>", "My new e-mail is anna.k@new.example.");
        assertThat(waiting(ProposalKind.MOVED)).as("what is another customer's already is no proposal").isEmpty();
        sent("tom@third.example");
        rule();
        assertThat(desk.duplicates().explain(one, other).orElseThrow().probability()).isGreaterThan(0.5)
                .isGreaterThan(before);
    }
}
