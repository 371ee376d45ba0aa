package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.assist.Firing;
import app.kith.assist.RuleRunner.Plan;
import app.kith.change.Actor;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.mail.Samples;
import app.kith.rule.Rule;
import app.kith.rule.Rule.Switch;
import app.kith.rule.Subject;
import app.kith.rule.Then;
import app.kith.store.ChangesView.Heading;
import app.kith.support.TestDesk;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules from the mails and acts that set them off to what stands in the store. */
class RulesTest {
    private static final DateTimeFormatter HEADER = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z",
            Locale.ENGLISH);
    private static final String ME = "me@firm.test";

    @TempDir
    private Path home;
    private Desk desk;
    private Instant now = ZonedDateTime.of(2026, 3, 11, 10, 0, 0, 0, ZoneId.systemDefault()).toInstant();
    private Account account;
    private int mails;

    @BeforeEach
    void begin() {
        open();
        account = desk.accounts().add(new Account(0, ME, "", new Server("localhost", 143, Security.NONE), null, ME,
                null, null, null), "secret").account();
    }

    private void open() {
        desk = Desk.open(TestDesk.options(home).at(Clock.fixed(now, ZoneOffset.UTC)));
    }

    private void later(Duration by) {
        desk.close();
        now = now.plus(by);
        open();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void mail(String from, String subject, String text, String... fields) {
        mail(now, from, ME, subject, text, fields);
    }

    private void mail(Instant at, String from, String to, String subject, String text, String... fields) {
        List<String> lines = new ArrayList<>(List.of("From: " + from, "To: " + to,
                "Date: " + at.atZone(ZoneOffset.UTC).format(HEADER), "Message-ID: <r" + ++mails + "@test>",
                "Subject: " + subject));
        lines.addAll(List.of(fields));
        if (fields.length == 0) {
            lines.add("Content-Type: text/plain; charset=utf-8");
        }
        lines.addAll(List.of("", text));
        TestDesk.file(desk, account, List.of(Samples.raw(lines.toArray(new String[0]))), at);
    }

    private void mailWithFile(String from, String subject, String text) {
        mail(from, subject, "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text
                + "\r\n--b\r\nContent-Type: application/pdf; name=\"q.pdf\"\r\nContent-Disposition: attachment; filename=\"q.pdf\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--b--\r\n",
                "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b");
    }

    private long customer(String name, String email) {
        return desk.records().add(List.of(Value.of(Property.NAME, "", name), Value.of(Property.EMAIL, "", email)))
                .contact();
    }

    private Rule rule(String... lines) {
        return desk.rules().add(Rule.parse(0, "name: R\nstate: on\n" + String.join("\n", lines))).rule();
    }

    private List<String> tags(long contact) {
        return desk.customers().rows(List.of(contact)).getFirst().tags();
    }

    private List<Entry> tasks(long contact) {
        return desk.records().entries(contact).stream().filter(one -> one.kind() == Entry.Kind.TASK).toList();
    }

    @Test
    void anImportantMailIsPinnedAndOneThatOnlyLooksSoIsNot() {
        long anna = customer("Anna", "anna@nord.test");
        Rule rule = rule("when: mail-in", "if: known", "if: deal", "if: attachment", "then: pin");
        mailWithFile("Anna <anna@nord.test>", "Papers", "The contract is attached.");
        mailWithFile("Eve <eve@other.test>", "Papers", "The contract is attached.");
        mailWithFile("Anna <anna@nord.test>", "Photos", "From our holidays.");
        mail("Anna <anna@nord.test>", "Contract", "Where is the contract?");
        List<Rules.Did> did = desk.rules().catchUp();
        assertThat(did).hasSize(1);
        assertThat(did.getFirst().ran().did()).isEqualTo(1);
        assertThat(desk.pins().all()).containsExactly(Map.entry(1L, anna));
        Heading heading = desk.history().heading(did.getFirst().ran().change());
        assertThat(heading.actor()).isEqualTo(Actor.RULE);
        assertThat(heading.reason()).isEqualTo("rule " + rule.id() + " R");
        assertThat(desk.rules().catchUp()).as("nothing twice").isEmpty();
    }

    @Test
    void aMailPinnedByHandShowsInTheTimelineUntilThePinIsTakenOff() {
        long anna = customer("Anna", "anna@nord.test");
        mail("Anna <anna@nord.test>", "Terms", "terms");
        assertThat(pinned(anna)).isFalse();
        long change = desk.pins().pin(1, anna);
        assertThat(change).isPositive();
        assertThat(desk.pins().pin(1, anna)).as("a second time").isZero();
        assertThat(pinned(anna)).isTrue();
        desk.pins().pin(1, 0);
        assertThat(pinned(anna)).isFalse();
    }

    private boolean pinned(long contact) {
        return desk.timeline().of(contact).stream()
                .anyMatch(item -> item instanceof app.kith.store.Timeline.Talk talk && talk.pinned());
    }

    @Test
    void whoAsksForAQuotationBecomesACustomerToBeFollowedUpOnce() {
        rule("when: mail-in", "if: quotation", "if: not-automatic", "then: customer",
                "then: follow-up:2:Send the quotation", "then: tag:asked");
        mail("Bo <bo@east.test>", "询价", "请报价 500 件。");
        mail("Bo <bo@east.test>", "询价", "再次请报价。");
        desk.rules().catchUp();
        long[] ids = desk.customers().ids("bo@east.test", app.kith.store.Customers.Order.NAME, 0);
        assertThat(ids).hasSize(1);
        assertThat(tags(ids[0])).containsExactly("asked");
        assertThat(tasks(ids[0])).as("one that is open is enough").hasSize(1);
        Entry task = tasks(ids[0]).getFirst();
        assertThat(task.title()).isEqualTo("Send the quotation");
        assertThat(java.util.Objects.requireNonNull(task.until()).atZone(ZoneId.systemDefault()).toLocalDate())
                .hasToString("2026-03-13");
        assertThat(desk.doctor().check(_ -> {}).faults()).isEmpty();
    }

    @Test
    void whatTheRuleDidIsTakenBackAsAWholeAndNotDoneAgain() {
        long anna = customer("Anna", "anna@nord.test");
        Rule rule = rule("when: mail-in", "if: text:price, 价格", "then: tag:price", "then: stage:talk",
                "then: keep-in-touch:30", "then: follow-up:1:Call", "then: pin");
        mail("Anna <anna@nord.test>", "The price", "What does it cost?");
        long change = desk.rules().catchUp().getFirst().ran().change();
        assertThat(tags(anna)).containsExactly("price");
        assertThat(desk.history().undo(change).conflicts()).isEmpty();
        assertThat(tags(anna)).isEmpty();
        assertThat(tasks(anna)).isEmpty();
        assertThat(desk.customers().rows(List.of(anna)).getFirst().standing().keepDays()).isZero();
        assertThat(desk.pins().all()).isEmpty();
        assertThat(desk.customers().rows(List.of(anna)).getFirst().stage()).isEmpty();
        assertThat(desk.rules().kept(rule).alarms()).isEqualTo(1);
        assertThat(desk.rules().catchUp()).isEmpty();
        assertThat(desk.rules().past(rule, 90, () -> false).firings()).as("not on the past either").isEmpty();
        assertThat(desk.rules().alarms(rule)).singleElement()
                .satisfies(one -> assertThat(one.one().title()).isEqualTo("The price"));
        assertThat(desk.rules().forgetAlarms(rule)).isPositive();
        Plan plan = desk.rules().past(rule, 90, () -> false);
        assertThat(plan.firings()).hasSize(1);
        assertThat(plan.firings().getFirst().why().getFirst().found()).isEqualTo("price");
        desk.rules().run(rule, plan);
        assertThat(tags(anna)).containsExactly("price");
        assertThat(desk.rules().undoAll(rule).changes()).hasSize(1);
        assertThat(tags(anna)).isEmpty();
    }

    @Test
    void oldMailThatIsFetchedOnlyNowDidNotJustComeIn() {
        customer("Anna", "anna@nord.test");
        Rule rule = rule("when: mail-in", "if: known", "then: tag:wrote");
        mail(now.minus(Duration.ofDays(300)), "Anna <anna@nord.test>", ME, "Old", "old");
        assertThat(desk.rules().catchUp()).isEmpty();
        assertThat(desk.rules().past(rule, 365, () -> false).firings()).hasSize(1);
    }

    @Test
    void aStageThatIsReachedSetsOffOnceAndAgainWhenItIsReachedAgain() {
        long anna = customer("Anna", "anna@nord.test");
        rule("when: changed:stage=won", "then: follow-up:30:Ask for a review");
        stage(anna, "Won");
        assertThat(desk.rules().catchUp()).hasSize(1);
        stage(anna, "lost");
        assertThat(desk.rules().catchUp()).isEmpty();
        desk.followUps(Clock.fixed(now, ZoneOffset.UTC)).done(String.valueOf(tasks(anna).getFirst().id()));
        stage(anna, "won");
        assertThat(desk.rules().catchUp()).hasSize(1);
        assertThat(tasks(anna)).hasSize(2);
    }

    private void stage(long contact, String stage) {
        desk.records().edit(contact, List.of(Value.of(Property.STAGE, "", stage)), List.of());
    }

    @Test
    void rulesDoNotSetEachOtherOff() {
        long anna = customer("Anna", "anna@nord.test");
        rule("when: changed:tag=a", "then: tag:b");
        rule("when: changed:tag=b", "then: tag:a");
        rule("when: changed:tag=b", "then: tag:c");
        desk.records().edit(anna, List.of(Value.of(Property.TAG, "", "a")), List.of());
        for (int i = 0; i < 5; i++) {
            desk.rules().catchUp();
        }
        assertThat(tags(anna)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void daysGoByAndSetRulesOff() {
        long anna = customer("Anna", "anna@nord.test");
        desk.records().edit(anna, List.of(Value.of(Property.BIRTHDAY, "", "1990-03-20"),
                Value.of(Property.OWN, "Contract end", "2026-04-05")), List.of());
        rule("when: before:birthday:7", "then: follow-up:7:Wishes");
        rule("when: before:Contract end:10", "then: tag:renew");
        rule("when: after-contact:5", "if: not-tag:friend", "then: tag:silent");
        mail("Anna <anna@nord.test>", "Hello", "hello");
        assertThat(desk.rules().catchUp()).isEmpty();
        later(Duration.ofDays(4));
        desk.rules().catchUp();
        assertThat(tasks(anna)).as("seven days before, or the first time after").hasSize(1);
        assertThat(tags(anna)).isEmpty();
        later(Duration.ofDays(1));
        desk.rules().catchUp();
        assertThat(tags(anna)).containsExactly("silent");
        later(Duration.ofDays(30));
        desk.rules().catchUp();
        assertThat(tags(anna)).as("the program slept over the day").containsExactlyInAnyOrder("silent", "renew");
        assertThat(tasks(anna)).hasSize(1);
    }

    @Test
    void aRuleThatProposesWaitsForTheUsersWord() {
        long anna = customer("Anna", "anna@nord.test");
        Rule rule = desk.rules().add(Rule.parse(0,
                "name: P\nstate: on proposes\nwhen: mail-in\nif: known\nthen: tag:wrote\nthen: pin")).rule();
        mail("Anna <anna@nord.test>", "One", "1");
        mail("Anna <anna@nord.test>", "Two", "2");
        desk.rules().catchUp();
        assertThat(tags(anna)).isEmpty();
        List<Firing> waiting = desk.rules().waiting(rule);
        assertThat(waiting).extracting(one -> one.one().title()).containsExactlyInAnyOrder("One", "Two");
        long change = desk.rules().accept(rule, List.of(subject(waiting, "One"))).change();
        assertThat(tags(anna)).containsExactly("wrote");
        desk.rules().refuse(rule, List.of(subject(waiting, "Two")));
        assertThat(desk.rules().waiting(rule)).isEmpty();
        assertThat(desk.rules().kept(rule)).extracting(Rules.Kept::fired, Rules.Kept::alarms).containsExactly(1, 1);
        desk.history().undo(change);
        assertThat(tags(anna)).isEmpty();
        assertThat(desk.rules().waiting(rule)).as("it waits again").hasSize(1);
    }

    private static Subject subject(List<Firing> firings, String title) {
        return firings.stream().filter(one -> one.one().title().equals(title)).findFirst().orElseThrow().one()
                .subject();
    }

    @Test
    void conditionsAreLinesOfTheSearchLanguage() {
        long anna = customer("Anna Keller", "anna@nord.test");
        desk.records().edit(anna, List.of(Value.of(Property.TAG, "", "vip"), Value.of(Property.OWN, "Volume", "1500")),
                List.of());
        customer("Bo", "bo@east.test");
        mailWithFile("Anna Keller <anna@nord.test>", "报价单 Q-1042", "please find the prices");
        mail("Bo <bo@east.test>", "Hello", "nothing here");
        mail("List <list@news.test>", "报价单 weekly", "prices of the week");
        assertThat(found("query:subject:报价单 has:pdf")).containsExactly("报价单 Q-1042");
        assertThat(found("query:from:keller OR from:bo@east.test")).containsExactlyInAnyOrder("报价单 Q-1042", "Hello");
        assertThat(found("query:tag:vip")).containsExactly("报价单 Q-1042");
        assertThat(found("query:报价单 -tag:vip")).containsExactly("报价单 weekly");
        assertThat(found("query:in:inbox \"find the price\"")).containsExactly("报价单 Q-1042");
        assertThat(found("query:after:2030")).isEmpty();
        assertThat(found("tag:VIP")).hasSize(1);
        assertThat(found("not-tag:VIP")).hasSize(2);
        assertThat(found("field:Volume>=1000")).hasSize(1);
        assertThat(found("field:Volume>2000")).isEmpty();
        assertThat(found("field:name=anna keller")).hasSize(1);
        assertThat(found("known")).hasSize(2);
        assertThat(found("not-known")).containsExactly("报价单 weekly");
        assertThat(found("account:" + ME)).hasSize(3);
        assertThat(found("folder:inbox")).hasSize(3);
        assertThat(found("folder:Archive")).isEmpty();
    }

    /** Subjects of the mails in which a rule with a condition would do something. */
    private List<String> found(String condition) {
        Rule rule = Rule.parse(0, "name: T\nstate: on server\nwhen: mail-in\nif: " + condition + "\nthen: flag");
        return desk.rules().past(rule, 90, () -> false).firings().stream().map(one -> one.one().title()).toList();
    }

    @Test
    void allAnyAndNone() {
        customer("Anna", "anna@nord.test");
        mail("Anna <anna@nord.test>", "Contract", "the contract");
        mail("Anna <anna@nord.test>", "Hello", "hello");
        mail("Eve <eve@other.test>", "Contract", "the contract");
        mail("Eve <eve@other.test>", "Hi", "hi");
        assertThat(joined("all")).hasSize(1);
        assertThat(joined("any")).hasSize(3);
        assertThat(joined("none")).hasSize(1);
    }

    private List<Firing> joined(String join) {
        return desk.rules().past(Rule.parse(0, "name: T\nstate: on server\nwhen: mail-in\njoin: " + join
                + "\nif: known\nif: contract\nthen: flag"), 90, () -> false).firings();
    }

    @Test
    void mailOnTheServerIsTouchedOnlyWhereThatIsSwitchedOn() {
        customer("Anna", "anna@nord.test");
        Rule rule = rule("when: mail-in", "if: known", "then: flag", "then: mark-read");
        mail("Anna <anna@nord.test>", "One", "1");
        assertThat(desk.rules().catchUp()).isEmpty();
        desk.rules().save(rule.with(Switch.SERVER, true));
        mail("Anna <anna@nord.test>", "Two", "2");
        long change = desk.rules().catchUp().getFirst().ran().change();
        assertThat(desk.operations().list()).hasSize(1);
        assertThat(desk.operations().list().getFirst().message()).isEqualTo(2);
        desk.history().undo(change);
        assertThat(desk.operations().list()).isEmpty();
        assertThat(desk.rules().alarms(rule)).hasSize(1);
    }

    @Test
    void whatTheUserDeniedOrFilledIsLeftAlone() {
        long anna = customer("Anna", "anna@nord.test");
        desk.records().edit(anna, List.of(Value.of(Property.OWN, "Region", "North")), List.of());
        rule("when: mail-in", "then: field:Region=South", "then: field:Source=mail");
        mail("Anna <anna@nord.test>", "One", "1");
        desk.rules().catchUp();
        Map<String, String> own = desk.customerList().rows(List.of(anna)).getFirst().own();
        assertThat(own).containsEntry("region", "North").containsEntry("source", "mail");
    }

    @Test
    void aRuleIsSwitchedEditedRemovedAndAllOfItTakenBack() {
        Rule rule = rule("when: mail-in", "then: tag:x");
        long off = desk.rules().save(rule.with(Switch.ON, false)).change();
        assertThat(desk.history().heading(off).reason()).isEqualTo("rule-off R");
        mail("Anna <anna@nord.test>", "While off", "1");
        assertThat(desk.rules().catchUp()).isEmpty();
        desk.rules().save(desk.rules().find(rule.id()).with(Switch.ON, true));
        assertThat(desk.rules().catchUp()).as("what came while it was off is none of its business").isEmpty();
        long removed = desk.rules().remove(rule.id()).change();
        assertThat(desk.rules().all()).isEmpty();
        desk.history().undo(removed);
        assertThat(desk.rules().find(rule.id()).isOn()).isTrue();
        assertThat(desk.rules().list().getFirst().isIdle(now.plus(Duration.ofDays(100)))).isTrue();
        assertThat(desk.rules().list().getFirst().isIdle(now.plus(Duration.ofDays(10)))).isFalse();
    }

    @Test
    void rulesGoOutWithEverythingAndComeBackWatchfulFromThenOn() throws Exception {
        Rule rule = rule("when: customer-added", "if: not-tag:old", "then: keep-in-touch:30");
        customer("Anna", "anna@nord.test");
        assertThat(desk.rules().catchUp()).hasSize(1);
        Path out = home.resolve("everything.json");
        desk.transfers().fullExport()
                .document(new Destination(out, false, false, Words.of(Locale.ENGLISH), ZoneOffset.UTC));
        desk.close();
        home = home.resolve("other");
        open();
        assertThat(desk.transfers().fullImport().take(out)).isPresent();
        assertThat(desk.rules().all()).singleElement().satisfies(one -> {
            assertThat(one.when()).isEqualTo(rule.when());
            assertThat(one.conditions()).isEqualTo(rule.conditions());
        });
        assertThat(desk.rules().list().getFirst().fired()).isZero();
        assertThat(desk.rules().catchUp()).as("who came with the export was not entered now").isEmpty();
        customer("Bo", "bo@east.test");
        assertThat(desk.rules().catchUp()).hasSize(1);
    }

    @Test
    void thenIsNamedInFirings() {
        customer("Anna", "anna@nord.test");
        mail("Anna <anna@nord.test>", "One", "1");
        Rule rule = Rule.parse(0, "name: T\nwhen: mail-in\nthen: tag:x\nthen: move:Old\nthen: pin");
        Firing firing = desk.rules().past(rule, 90, () -> false).firings().getFirst();
        assertThat(firing.does()).extracting(Then::kind).containsExactly(Then.Kind.TAG, Then.Kind.PIN);
        assertThat(desk.history().list(0, 0, 9)).as("a look does nothing").hasSize(2);
    }
}
