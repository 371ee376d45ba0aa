package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Property;
import app.kith.support.BookServer;
import app.kith.sync.carddav.BookPlan;
import app.kith.sync.carddav.BookPlan.Kind;
import app.kith.sync.carddav.BookReport;
import app.kith.sync.carddav.OpenDifference;
import app.kith.words.Problem;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What goes both ways between records and an address book. */
class AddressBooksTest extends AddressBooksCase {

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
}
