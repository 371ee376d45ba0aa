package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.kith.account.Account;
import app.kith.account.AddressBook.Direction;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.Property;
import app.kith.support.BookServer;
import app.kith.support.TestDesk;
import app.kith.sync.carddav.BookReport;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Address books whose servers are odd, and cards that are. */
class OddBooksTest extends AddressBooksCase {

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
