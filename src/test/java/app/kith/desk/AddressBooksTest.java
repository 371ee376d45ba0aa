package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.kith.account.Account;
import app.kith.account.AddressBook;
import app.kith.account.AddressBook.Direction;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import app.kith.support.BookServer;
import app.kith.support.TestDesk;
import app.kith.sync.StopSignal;
import app.kith.sync.carddav.BookPlan;
import app.kith.sync.carddav.BookPlan.Kind;
import app.kith.sync.carddav.BookReport;
import app.kith.sync.carddav.OpenDifference;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBooksTest {
    @TempDir
    private Path folder;

    private final BookServer server = new BookServer();
    private Desk desk;
    private Account account;

    @BeforeEach
    void open() {
        desk = TestDesk.open(folder);
        account = add(server.url());
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    private Account add(String url) {
        return desk.accounts().add(new Account(0, BookServer.USER, "", new Server("localhost", 993, Security.TLS), null,
                BookServer.USER, null, url, null), BookServer.PASSWORD).account();
    }

    static String card(String uid, String name, String... lines) {
        return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + uid + "\r\nFN:" + name + "\r\nN:" + name + ";;;;\r\n"
                + String.join("", List.of(lines).stream().map(line -> line + "\r\n").toList()) + "END:VCARD\r\n";
    }

    private BookReport pass() {
        return desk.addressBooks().pass(account, false, new StopSignal()).getFirst();
    }

    private AddressBook book() {
        return desk.addressBooks().of(account.id()).getFirst();
    }

    private BookReport accept() {
        if (desk.addressBooks().of(account.id()).isEmpty()) {
            pass();
        }
        return desk.addressBooks().accept(account, book(), new StopSignal());
    }

    private BookPlan plan() {
        return desk.addressBooks().plan(account, book(), new StopSignal());
    }

    private long contact(String name) {
        return java.util.Arrays.stream(desk.customers().ids("", app.kith.store.Customers.Order.NAME, 0))
                .filter(id -> shown(id, Property.NAME).toString().startsWith("[" + name)).findFirst().orElseThrow();
    }

    private int contacts() {
        return desk.customers().ids("", app.kith.store.Customers.Order.NAME, 0).length;
    }

    private List<String> shown(long contact, Property property) {
        return desk.customers().find(contact).orElseThrow().values().stream().map(ShownValue::value)
                .filter(value -> value.property() == property).map(Value::raw).toList();
    }

    private static Value value(Property property, String raw) {
        return Value.of(property, "", raw);
    }

    /** Two more passes change nothing on either side. */
    private void assertSettled() {
        pass();
        long last = ledger();
        var there = server.texts();
        pass();
        assertThat(server.texts()).as("what is on the server after one pass more").isEqualTo(there);
        assertThat(ledger()).as("change sets after one pass more").isEqualTo(last);
    }

    /** The number of the last change set. */
    private long ledger() {
        return desk.history().list(0, 0, 1).getFirst().sequence();
    }

    @Test
    void theFirstPassIsShownAndWaitsForTheUsersYes() {
        long known = desk.records().add(List.of(value(Property.NAME, "Anna Keller"),
                value(Property.EMAIL, "anna@nord.example"))).contact();
        server.put("a.vcf", card("a", "Anna Keller", "EMAIL;TYPE=WORK:anna@nord.example", "TEL;TYPE=CELL:+49 171 1"));
        server.put("w.vcf", card("w", "王小明", "TEL;TYPE=WORK:+86 755 1234"));

        BookReport first = pass();
        assertThat(first.waiting()).isTrue();
        assertThat(first.onServer()).isEqualTo(2);
        assertThat(contacts()).as("nothing comes in before the yes").isEqualTo(1);
        BookPlan plan = plan();
        assertThat(plan.count(Kind.NEW)).isEqualTo(1);
        assertThat(plan.count(Kind.JOINED)).isEqualTo(1);
        assertThat(plan.items().stream().filter(item -> item.kind() == Kind.JOINED).findFirst().orElseThrow().details())
                .contains("+ +49 171 1");
        assertThat(contacts()).as("a plan changes nothing").isEqualTo(1);

        BookReport done = accept();
        assertThat(done.error()).isNull();
        assertThat(done.local()).isEqualTo(2);
        assertThat(contacts()).isEqualTo(2);
        assertThat(shown(known, Property.PHONE)).containsExactly("+49 171 1");
        assertThat(server.text("a.vcf")).as("nothing is written at the first pass").doesNotContain("X-KITH");
        assertSettled();
    }

    @Test
    void anEditHereIsPutIntoItsLineAndAllElseStaysByteForByte() {
        String photo = "PHOTO;ENCODING=b;TYPE=JPEG:" + "QUJD".repeat(60).replaceAll("(.{60})", "$1\r\n ");
        server.put("a.vcf", card("a", "Anna Keller", "item1.EMAIL;TYPE=INTERNET;TYPE=WORK:anna@nord.example",
                "item1.X-ABLabel:_$!<Work>!$_", photo, "X-SPECIAL;X-P=1:keep\\, me",
                "TEL;TYPE=CELL;TYPE=pref:+49 171 1",
                "CATEGORIES:Friends,VIP"));
        accept();
        String before = server.text("a.vcf");
        long anna = contact("Anna");
        desk.records().edit(anna, List.of(value(Property.PHONE, "+49 171 22222")), List.of(value(Property.PHONE,
                "+49 171 1")));
        assertThat(desk.addressBooks().waiting(book()).count(Kind.SENT)).isEqualTo(1);
        assertThat(pass().sent()).isEqualTo(1);
        assertThat(server.text("a.vcf")).isEqualTo(before.replace("+49 171 1", "+49 171 22222"));
        assertThat(shown(anna, Property.PHONE)).containsExactly("+49 171 22222");
        assertSettled();

        desk.records().edit(anna, List.of(value(Property.TITLE, "Head of Purchasing"),
                value(Property.TAG, "fair")), List.of());
        pass();
        assertThat(server.text("a.vcf")).contains("TITLE:Head of Purchasing\r\n", "CATEGORIES:Friends,VIP,fair\r\n",
                photo);
        assertSettled();
        server.put("a.vcf", server.text("a.vcf").replace("Head of Purchasing", "Director"));
        pass();
        assertThat(shown(anna, Property.TITLE)).as("what the server had is the server's to change")
                .containsExactly("Director");
        assertSettled();
    }

    @Test
    void differentPropertiesOfBothSidesGoBothWaysAndTheSameOneIsAsked() {
        server.put("a.vcf", card("a", "Anna Keller", "TITLE:Buyer", "EMAIL:anna@nord.example"));
        accept();
        long anna = contact("Anna");
        desk.records().edit(anna, List.of(value(Property.TITLE, "Head"), value(Property.PHONE, "+49 171 22222")),
                List.of());
        server.put("a.vcf", server.text("a.vcf").replace("TITLE:Buyer", "TITLE:Director").replace("END:",
                "URL:https://nord.example\r\nEND:"));
        BookReport report = pass();
        assertThat(report.conflicts()).isEqualTo(1);
        assertThat(server.text("a.vcf")).as("the server's own stays until the user decides").contains("TITLE:Director")
                .contains("+49 171 22222");
        assertThat(shown(anna, Property.TITLE)).as("both versions are kept").contains("Head");
        assertThat(shown(anna, Property.URL)).containsExactly("https://nord.example");
        assertSettled();
        OpenDifference open = desk.addressBooks().differences(book()).getFirst();
        assertThat(open.ours()).containsExactly("Head");
        assertThat(open.theirs()).containsExactly("Director");

        assertThat(desk.addressBooks().decide(book(), open, true)).isPositive();
        pass();
        assertThat(server.text("a.vcf")).contains("TITLE:Head\r\n");
        assertThat(pass().conflicts()).isZero();
        assertSettled();
    }

    @Test
    void aDifferenceDecidedForTheServerTakesItsValue() {
        server.put("a.vcf", card("a", "Anna Keller", "TITLE:Buyer"));
        accept();
        long anna = contact("Anna");
        desk.records().edit(anna, List.of(value(Property.TITLE, "Head")), List.of());
        server.put("a.vcf", server.text("a.vcf").replace("TITLE:Buyer", "TITLE:Director"));
        pass();
        desk.addressBooks().decide(book(), desk.addressBooks().differences(book()).getFirst(), false);
        assertThat(shown(anna, Property.TITLE)).containsExactly("Director");
        pass();
        assertThat(server.text("a.vcf")).contains("TITLE:Director");
        assertSettled();
    }

    @Test
    void aCardErasedThereGoesHereButNotWhatElseIsKnown() {
        for (int i = 0; i < 10; i++) {
            server.put(i + ".vcf", card("u" + i, "Person " + i, "TEL:+49 30 1000" + i));
        }
        accept();
        long known = contact("Person 3");
        desk.records().edit(known, List.of(value(Property.NICKNAME, "Three")), List.of());
        pass();
        server.remove("3.vcf");
        server.remove("4.vcf");
        BookReport report = pass();
        assertThat(report.removed()).isEqualTo(2);
        assertThat(shown(known, Property.NICKNAME)).containsExactly("Three");
        assertThat(contacts()).isEqualTo(9);
        assertThat(shown(known, Property.PHONE)).isEmpty();
        assertThat(shown(known, Property.NICKNAME)).containsExactly("Three");
        assertSettled();

        for (int i = 5; i < 8; i++) {
            server.remove(i + ".vcf");
        }
        BookReport asked = pass();
        assertThat(Objects.requireNonNull(asked.error()).problem()).isEqualTo(Problem.BOOK_REMOVALS);
        assertThat(contacts()).as("three of eight go by nobody's word").isEqualTo(9);
        assertThat(plan().count(Kind.REMOVED)).isEqualTo(3);
        assertThat(accept().removed()).isEqualTo(3);
        assertThat(contacts()).isEqualTo(6);
        assertSettled();
    }

    @Test
    void anEmptiedOrMissingBookIsAnErrorAndNoDeletion() {
        server.put("a.vcf", card("a", "Anna Keller"));
        server.put("b.vcf", card("b", "Bert Keller"));
        accept();
        server.gone(true);
        assertThat(Objects.requireNonNull(pass().error()).problem()).isEqualTo(Problem.BOOK_GONE);
        server.gone(false);
        server.forgetTokens(410);
        server.remove("a.vcf");
        server.remove("b.vcf");
        assertThat(Objects.requireNonNull(pass().error()).problem()).isEqualTo(Problem.BOOK_EMPTIED);
        assertThat(contacts()).isEqualTo(2);
        assertThat(server.texts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 409, 410, 500, 507})
    void aTokenThatTheServerForgotIsMadeUpForByComparingAll(int status) {
        for (int i = 0; i < 6; i++) {
            server.put(i + ".vcf", card("u" + i, "Person " + i));
        }
        accept();
        server.forgetTokens(status);
        server.put("1.vcf", card("u1", "Person 1", "TEL:+49 30 5555"));
        server.remove("2.vcf");
        BookReport report = pass();
        assertThat(report.error()).isNull();
        assertThat(report.fetched()).isEqualTo(1);
        assertThat(report.removed()).isEqualTo(1);
        assertSettled();
    }

    @Test
    void aPassThatIsTakenBackIsNeitherDoneAgainNorSentThere() {
        server.put("a.vcf", card("a", "Anna Keller", "TITLE:Buyer"));
        server.put("b.vcf", card("b", "Bert Keller"));
        server.put("c.vcf", card("c", "Carl Keller"));
        accept();
        server.put("a.vcf", server.text("a.vcf").replace("Buyer", "Head"));
        server.put("d.vcf", card("d", "Dora Keller"));
        server.remove("b.vcf");
        pass();
        long anna = contact("Anna");
        assertThat(shown(anna, Property.TITLE)).containsExactly("Head");
        var there = server.texts();
        desk.history().undo(desk.history().list(0, 0, 1).getFirst().sequence());
        assertThat(shown(anna, Property.TITLE)).containsExactly("Buyer");
        assertThat(contacts()).as("Anna, Bert again, Carl, no Dora").isEqualTo(3);
        pass();
        assertThat(shown(anna, Property.TITLE)).as("not corrected").containsExactly("Buyer");
        assertThat(contacts()).isEqualTo(3);
        assertThat(server.texts()).as("nor written there").isEqualTo(there);
        assertSettled();

        server.put("a.vcf", server.text("a.vcf").replace("Head", "Director"));
        pass();
        assertThat(shown(anna, Property.TITLE)).as("a change there comes in").containsExactly("Director");
        assertSettled();
    }

    @Test
    void customersWithTheChosenTagAreOnceInTheBookWhateverIsCut() {
        server.put("a.vcf", card("a", "Anna Keller"));
        accept();
        long li = desk.records().add(List.of(value(Property.NAME, "李雷"), value(Property.PHONE, "+86 138 0000 1111"),
                value(Property.TAG, "Phone"), value(Property.STAGE, "Negotiation"))).contact();
        pass();
        assertThat(server.texts()).as("none is put there unasked").hasSize(1);
        desk.addressBooks().set(book().tagged("phone"));
        server.failing(request -> request.startsWith("PUT") ? BookServer.CUT_AFTER : BookServer.AS_USUAL);
        assertThat(pass().error()).isNotNull();
        server.failing(_ -> BookServer.AS_USUAL);
        assertThat(server.texts()).hasSize(2);
        pass();
        assertThat(server.texts()).as("its own card is known again").hasSize(2);
        String text = server.texts().values().stream().filter(one -> one.contains("李雷")).findFirst().orElseThrow();
        assertThat(text).contains("TEL:+86 138 0000 1111").doesNotContain("Negotiation");
        assertThat(contacts()).isEqualTo(2);
        assertSettled();
        desk.records().edit(li, List.of(value(Property.TITLE, "总监")), List.of());
        pass();
        assertThat(server.texts().values().toString()).contains("TITLE:总监");
        assertSettled();
    }

    @Test
    void aCustomerTakenAwayHereIsErasedThereAndManyOnlyAtTheUsersWord() {
        for (int i = 0; i < 10; i++) {
            server.put(i + ".vcf", card("u" + i, "Person " + i));
        }
        accept();
        desk.records().erase(contact("Person 1"));
        pass();
        assertThat(server.texts()).hasSize(9).doesNotContainKey("1.vcf");
        for (int i = 2; i < 5; i++) {
            desk.records().erase(contact("Person " + i));
        }
        assertThat(Objects.requireNonNull(pass().error()).problem()).isEqualTo(Problem.BOOK_REMOVALS);
        assertThat(server.texts()).hasSize(9);
        assertThat(plan().count(Kind.ERASED)).isEqualTo(3);
        accept();
        assertThat(server.texts()).hasSize(6);
        assertSettled();
    }

    @Test
    void aMergedCustomerStaysLinkedToBothCards() {
        server.put("a.vcf", card("a", "Anna Keller", "TEL:+49 30 1"));
        server.put("b.vcf", card("b", "A. Keller", "TEL:+49 30 2"));
        accept();
        long anna = contact("Anna");
        long other = contact("A. Keller");
        var there = server.texts();
        long merge = desk.records().merge(anna, List.of(other), List.of()).change();
        pass();
        assertThat(server.texts()).as("a merge writes nothing there").isEqualTo(there);
        server.put("b.vcf", server.text("b.vcf").replace("+49 30 2", "+49 30 3"));
        pass();
        assertThat(shown(anna, Property.PHONE)).contains("+49 30 1", "+49 30 3");
        assertSettled();
        desk.history().undo(merge);
        assertThat(shown(other, Property.PHONE)).containsExactly("+49 30 3");
        assertThat(shown(anna, Property.PHONE)).containsExactly("+49 30 1");
        pass();
        assertThat(server.text("a.vcf")).isEqualTo(there.get("a.vcf"));
        assertSettled();
    }

    @Test
    void whatCannotBeReadOrHasAnothersNumberIsSetAsideWithItsReason() {
        server.put("a.vcf", card("a", "Anna Keller"));
        server.put("b.vcf", card("a", "Anna Doubled"));
        server.put("c.vcf", "this is no card");
        server.put("d.vcf", card("d", "Team", "X-ADDRESSBOOKSERVER-KIND:group"));
        server.put("e.vcf", "");
        BookReport report = accept();
        assertThat(report.onServer()).isEqualTo(5);
        assertThat(report.local()).isEqualTo(1);
        assertThat(report.leftOut()).extracting(BookReport.LeftOut::reason).containsExactlyInAnyOrder("book.doubled",
                "book.no-card", "import.is-group", "book.no-card");
        assertSettled();
        server.remove("a.vcf");
        server.put("f.vcf", card("f", "Fritz"));
        pass();
        assertThat(contacts()).as("the one with the number of the one that is gone takes its place").isEqualTo(2);
        assertSettled();
    }

    @Test
    void aCardThatMovedThereIsTheSameCard() {
        server.put("a.vcf", card("a", "Anna Keller"));
        server.put("b.vcf", card("b", "Bert Keller"));
        accept();
        long anna = contact("Anna");
        server.rename("a.vcf", "moved 100%.vcf");
        BookReport report = pass();
        assertThat(report.removed()).isZero();
        assertThat(contact("Anna")).isEqualTo(anna);
        desk.records().edit(anna, List.of(value(Property.TITLE, "Head")), List.of());
        pass();
        assertThat(server.text("moved 100%.vcf")).contains("TITLE:Head");
        assertSettled();
    }

    @Test
    void aBookThatIsOnlyReadIsNotWrittenTo() {
        server.readOnly();
        server.withoutMultiget();
        server.put("a.vcf", card("a", "Anna Keller", "TITLE:Buyer"));
        server.put("b.vcf", card("b", "Bert Keller"));
        accept();
        assertThat(book().direction()).isEqualTo(Direction.READ);
        var there = server.texts();
        desk.records().edit(contact("Anna"), List.of(value(Property.TITLE, "Head")), List.of());
        desk.records().erase(contact("Bert"));
        pass();
        assertThat(server.texts()).isEqualTo(there);
        assertThat(contacts()).as("who was taken away does not come in again").isEqualTo(1);
        assertSettled();
    }

    @Test
    void allOfItIsThereAfterTheStoreWasBuiltAnew() {
        server.put("a.vcf", card("a", "Anna Keller", "TITLE:Buyer"));
        accept();
        desk.close();
        desk = Desk.open(TestDesk.options(folder).rebuilding());
        desk.records().edit(contact("Anna"), List.of(value(Property.TITLE, "Head")), List.of());
        pass();
        assertThat(server.text("a.vcf")).contains("TITLE:Head");
        assertThat(contacts()).isEqualTo(1);
        assertSettled();
    }

    @Test
    void theSecretGoesToNoOtherHostAndOverNoOpenLine() {
        BookServer other = new BookServer();
        try (other) {
            server.redirecting(other.url().replace("localhost", "127.0.0.1") + "dav/");
            BookReport report = pass();
            assertThat(Objects.requireNonNull(report.error()).problem()).isEqualTo(Problem.BOOK_ELSEWHERE);
            assertThat(other.authorizations()).isEmpty();
        }
        KithException plain = catchThrowableOfType(KithException.class,
                () -> app.kith.sync.carddav.AddressBooks.test(new Account(1, "a@b.example", "",
                        new Server("localhost", 993, Security.TLS), null, "a", null, "http://dav.example.test/", null),
                        "x", (_, _) -> {}));
        assertThat(plain.problem()).isEqualTo(Problem.PLAIN_REFUSED);
    }

    @Test
    void aBusyServerIsLeftAlone() {
        server.put("a.vcf", card("a", "Anna Keller"));
        accept();
        server.failing(_ -> 503);
        KithException busy = Objects.requireNonNull(pass().error());
        assertThat(busy.problem()).isEqualTo(Problem.BOOK_BUSY);
        assertThat(busy.details()).contains("120");
        server.requests();
        assertThat(Objects.requireNonNull(pass().error()).problem()).isEqualTo(Problem.BOOK_BUSY);
        assertThat(server.requests()).as("it said when it may be asked again").isEmpty();
    }

    @Test
    void aRefusedSignInIsSaid() {
        server.put("a.vcf", card("a", "Anna Keller"));
        accept();
        server.failing(_ -> 401);
        assertThat(Objects.requireNonNull(pass().error()).problem()).isEqualTo(Problem.SIGN_IN_REFUSED);
    }

    @Test
    void whoIsErasedForGoodIsInNoTextOfTheLedgerAndDoesNotComeInAgain() {
        server.put("a.vcf", card("a", "Anna Keller", "TEL:+49 30 777"));
        server.put("b.vcf", card("b", "Bert Keller"));
        accept();
        desk.erasures().begin(contact("Anna"), false);
        desk.close();
        desk = TestDesk.open(folder);
        for (var heading : desk.history().list(0, 0, 100)) {
            assertThat(desk.history().text(heading.sequence())).doesNotContain("Anna Keller", "30 777");
        }
        pass();
        assertThat(contacts()).isEqualTo(1);
        assertSettled();
    }
}
