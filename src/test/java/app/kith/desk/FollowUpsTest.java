package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.account.Account;
import app.kith.assist.FollowUp;
import app.kith.assist.FollowUp.Kind;
import app.kith.contact.EmailAddress;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.conversation.Turn.Side;
import app.kith.mail.Samples;
import app.kith.store.CustomerList;
import app.kith.store.CustomerQuery;
import app.kith.store.Customers.Filter;
import app.kith.store.Customers.Order;
import app.kith.store.Customers.Standing;
import app.kith.support.TestDesk;
import app.kith.words.KithException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Following up: from the mails as they lie in a data folder to what stands in the agenda. */
class FollowUpsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-03-11T02:00:00Z");
    private static final DateTimeFormatter HEADER = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z",
            Locale.ENGLISH);
    private static final String ME = "me@firm.test";
    private static final String ANNA = "Anna <anna@nord.test>";

    @TempDir
    private Path home;
    private Desk desk;
    private Clock clock = Clock.fixed(NOW, ZONE);
    private Account account;
    private int mails;

    @BeforeEach
    void open() {
        desk = open(NOW);
        account = desk.accounts().add(new Account(0, ME, "", new app.kith.account.Server("localhost", 143,
                app.kith.account.Security.NONE), null, ME, null, null, null), "secret").account();
    }

    private Desk open(Instant now) {
        clock = Clock.fixed(now, ZONE);
        return Desk.open(TestDesk.options(home).at(Clock.fixed(now, ZoneOffset.UTC)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void mail(String daysAgo, String from, String to, String subject, String text, String... fields) {
        Instant at = NOW.minusSeconds((long) (Double.parseDouble(daysAgo) * 86_400));
        List<String> lines = new ArrayList<>(List.of("From: " + from, "To: " + to,
                "Date: " + at.atZone(ZONE).format(HEADER), "Message-ID: <m" + ++mails + "@test>",
                "Subject: " + subject));
        lines.addAll(List.of(fields));
        lines.addAll(List.of("Content-Type: text/plain; charset=utf-8", "", text));
        TestDesk.file(desk, account, List.of(Samples.raw(lines.toArray(new String[0]))), at);
    }

    private long customer(String email) {
        return desk.records().add(List.of(Value.email(EmailAddress.of(email)))).contact();
    }

    private List<FollowUp> kind(Kind kind) {
        return desk.agenda(clock).all().stream().filter(one -> one.kind() == kind).toList();
    }

    private Standing standing(long contact) {
        return desk.customers().rows(List.of(contact)).getFirst().standing();
    }

    private Set<Long> listed(Filter filter) {
        return java.util.Arrays.stream(desk.customerList().ids(
                CustomerQuery.ALL.and(Set.of(filter)), new CustomerList.Sort(Order.NAME, "", false), 0,
                ZonedDateTime.ofInstant(NOW, ZONE))).boxed().collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void anAnswerThatIsOwedStandsInTheAgendaUntilItIsSettledAndANewMailOpensItAgain() {
        long anna = customer("anna@nord.test");
        mail("5", ANNA, ME, "Pumps", "Could you tell me the price?");
        FollowUp turn = kind(Kind.TURN).getFirst();
        assertThat(turn.with().contact()).isEqualTo(anna);
        assertThat(turn.since()).isEqualTo(NOW.minusSeconds(5 * 86_400));
        assertThat(standing(anna).owes()).isEqualTo(1);
        assertThat(listed(Filter.YOUR_TURN)).containsExactly(anna);
        long change = desk.followUps(clock).done(turn.id());
        assertThat(kind(Kind.TURN)).isEmpty();
        assertThat(standing(anna).owes()).isZero();
        desk.history().undo(change);
        assertThat(kind(Kind.TURN)).hasSize(1);
        desk.followUps(clock).done(turn.id());
        mail("1", ANNA, ME, "Re: Pumps", "Any news?", "In-Reply-To: <m1@test>");
        assertThat(kind(Kind.TURN)).singleElement().satisfies(again -> {
            assertThat(again.message()).isGreaterThan(turn.message());
            assertThat(again.text()).startsWith("Any news");
        });
        mail("0.5", ME, ANNA, "Re: Pumps", "It is 500 EUR.", "In-Reply-To: <m2@test>");
        assertThat(kind(Kind.TURN)).isEmpty();
        assertThat(desk.conversations().rows(List.of(turn.conversation())).getFirst().turn()).isEqualTo(Side.NONE);
    }

    @Test
    void copiesNewslettersAndThanksAreNobodysTurn() {
        mail("5", ANNA, "Bob <bob@nord.test>", "FYI", "Could you look?", "Cc: " + ME);
        mail("4", "News <news@shop.test>", ME, "Sale", "Buy now?", "List-Id: <news.shop.test>");
        mail("3", ANNA, ME, "Danke", "Thank you very much!");
        assertThat(kind(Kind.TURN)).isEmpty();
    }

    @Test
    void whatIsAskedWaitsAfterThreeDaysAndAnAbsenceNoteIsNoAnswer() {
        long anna = customer("anna@nord.test");
        mail("6", ME, ANNA, "Offer", "Please find attached our quotation. Could you confirm?");
        mail("5.9", ANNA, ME, "Automatic reply: Offer", "I am away.", "In-Reply-To: <m1@test>",
                "Auto-Submitted: auto-replied");
        mail("1", ME, "Bob <bob@nord.test>", "Lunch", "Shall we meet?");
        assertThat(kind(Kind.WAITING)).extracting(FollowUp::conversation).hasSize(1);
        assertThat(kind(Kind.WAITING).getFirst().with().contact()).isEqualTo(anna);
        assertThat(standing(anna).waits()).isEqualTo(1);
        mail("0.2", ANNA, ME, "Re: Offer", "We take it.", "In-Reply-To: <m1@test>");
        assertThat(kind(Kind.WAITING)).isEmpty();
        assertThat(kind(Kind.TURN)).hasSize(1);
    }

    @Test
    void aPromiseIsProposedAndBecomesATaskOnlyWhenItIsAccepted() {
        mail("1", ME, ANNA, "Offer", "你好，\n我周五发您报价。");
        FollowUp promise = kind(Kind.PROMISE).getFirst();
        assertThat(promise.day()).isEqualTo(LocalDate.of(2026, 3, 13));
        assertThat(promise.theirs()).isFalse();
        assertThat(promise.text()).isEqualTo("我周五发您报价。");
        assertThat(kind(Kind.TASK)).isEmpty();
        long change = desk.followUps(clock).accept(promise.id());
        assertThat(kind(Kind.PROMISE)).isEmpty();
        FollowUp task = kind(Kind.TASK).getFirst();
        assertThat(task.day()).isEqualTo(LocalDate.of(2026, 3, 13));
        assertThat(task.with().contact()).as("whoever is promised something is a customer").isPositive();
        desk.history().undo(change);
        assertThat(kind(Kind.TASK)).isEmpty();
        assertThat(desk.customers().count()).isZero();
        desk.followUps(clock).refuse(promise.id());
        assertThat(kind(Kind.PROMISE)).isEmpty();
        assertThatThrownBy(() -> desk.followUps(clock).accept(promise.id())).isInstanceOf(KithException.class);
    }

    @Test
    void aPromiseOfTheirsIsTheirsAndOneThatTheyWroteAfterIsNotProposed() {
        mail("1", ANNA, ME, "Contract", "I will send the contract by Friday.");
        assertThat(kind(Kind.PROMISE)).singleElement().satisfies(one -> assertThat(one.theirs()).isTrue());
        desk.followUps(clock).accept(kind(Kind.PROMISE).getFirst().id());
        assertThat(kind(Kind.TASK).getFirst().theirs()).isTrue();
        mail("2", ANNA, ME, "Samples", "I will send the samples by Friday.");
        mail("0.5", ANNA, ME, "Re: Samples", "Here they are.", "In-Reply-To: <m2@test>");
        assertThat(kind(Kind.PROMISE)).isEmpty();
    }

    @Test
    void aTaskIsPutOffWithItsTimeAndDone() {
        long anna = customer("anna@nord.test");
        Entry task = new Entry(0, anna, Entry.Kind.TASK, NOW, Instant.parse("2026-03-10T06:30:00Z"), "Call", "", "",
                null, "", Entry.OPEN, new Source(Source.Kind.HAND, ""));
        long id = desk.records().log(task).id();
        assertThat(standing(anna).nextTitle()).isEqualTo("Call");
        assertThat(listed(Filter.DUE)).containsExactly(anna);
        long change = desk.followUps(clock).snooze(String.valueOf(id), LocalDate.of(2026, 3, 16));
        assertThat(desk.records().entry(id).until()).isEqualTo(Instant.parse("2026-03-16T06:30:00Z"));
        assertThat(kind(Kind.TASK).getFirst().at()).isEqualTo(Instant.parse("2026-03-16T06:30:00Z"));
        assertThat(listed(Filter.DUE)).isEmpty();
        desk.history().undo(change);
        assertThat(standing(anna).nextDue()).isEqualTo(Instant.parse("2026-03-10T06:30:00Z"));
        desk.followUps(clock).done(String.valueOf(id));
        assertThat(kind(Kind.TASK)).isEmpty();
        assertThat(standing(anna).nextTask()).isZero();
    }

    @Test
    void whatWasPutOffComesBackOnItsDay() {
        mail("5", ANNA, ME, "Pumps", "Could you tell me the price?");
        desk.followUps(clock).snooze(kind(Kind.TURN).getFirst().id(), LocalDate.of(2026, 3, 12));
        assertThat(kind(Kind.TURN)).isEmpty();
        desk.close();
        desk = open(NOW.plusSeconds(86_400));
        assertThat(kind(Kind.TURN)).hasSize(1);
    }

    @Test
    void anyRealContactResetsTheIntervalAndItFollowsAMerge() {
        long anna = customer("anna@nord.test");
        long other = customer("anna@home.test");
        mail("40", ME, ANNA, "Hello", "How are you?");
        mail("2", ANNA, ME, "Newsletter", "News", "List-Id: <n.nord.test>");
        desk.followUps(clock).keepInTouch(anna, 30);
        assertThat(kind(Kind.INTERVAL)).singleElement().satisfies(one -> {
            assertThat(one.with().contact()).isEqualTo(anna);
            assertThat(one.day()).isEqualTo(LocalDate.of(2026, 3, 1));
        });
        long merge = desk.records().merge(other, List.of(anna), List.of()).change();
        assertThat(kind(Kind.INTERVAL)).extracting(one -> one.with().contact()).containsExactly(other);
        assertThat(standing(other).keepDays()).isEqualTo(30);
        desk.followUps(clock).keepInTouch(other, 0);
        assertThat(kind(Kind.INTERVAL)).as("what is said of the whole holds").isEmpty();
        desk.history().undo(merge);
        assertThat(kind(Kind.INTERVAL)).extracting(one -> one.with().contact()).containsExactly(anna);
        desk.records().log(new Entry(0, anna, Entry.Kind.CALL, NOW.minusSeconds(3600), null, "", "talked", "", null,
                "", "", new Source(Source.Kind.HAND, "")));
        assertThat(kind(Kind.INTERVAL)).isEmpty();
    }

    @Test
    void whoWasSilentForLongIsDormantAndReplyTimesAreMeasured() {
        long anna = customer("anna@nord.test");
        mail("200", ANNA, ME, "Pumps", "Could you tell me the price?");
        mail("199.5", ME, ANNA, "Re: Pumps", "500 EUR", "In-Reply-To: <m1@test>");
        mail("199.25", ANNA, ME, "Re: Pumps", "Fine", "In-Reply-To: <m2@test>");
        assertThat(listed(Filter.DORMANT)).containsExactly(anna);
        var rhythm = desk.due().rhythm(anna, NOW);
        assertThat(rhythm.times().mine().orElseThrow()).isEqualTo(12);
        assertThat(rhythm.times().theirs().orElseThrow()).isEqualTo(6);
        assertThat(rhythm.mails()).isZero();
        mail("3", ME, ANNA, "Hello", "Still there");
        assertThat(listed(Filter.DORMANT)).isEmpty();
    }

    @Test
    void theStoreBuiltAnewHoldsTheSameAgenda() {
        customer("anna@nord.test");
        mail("5", ANNA, ME, "Pumps", "Could you tell me the price?");
        mail("4", ANNA, ME, "Samples", "We will send them back by Friday.");
        desk.followUps(clock).done(kind(Kind.TURN).getFirst().id());
        desk.followUps(clock).accept(kind(Kind.PROMISE).getFirst().id());
        List<FollowUp> before = desk.agenda(clock).all();
        assertThat(before).hasSize(2);
        desk.close();
        desk = Desk.open(TestDesk.options(home).rebuilding().at(Clock.fixed(NOW, ZoneOffset.UTC)));
        assertThat(desk.agenda(clock).all()).isEqualTo(before);
    }

    @Test
    void whatIsNotThereIsToldPlainly() {
        for (String id : List.of("99", "turn", "nonsense/1", "promise/1", "promise/1/2/3", "interval/x")) {
            assertThatThrownBy(() -> desk.followUps(clock).accept(id)).as(id).isInstanceOf(KithException.class);
        }
    }

    @Test
    void aMailIsSeenAgainOnADayAndItsTaskLeadsToIt() {
        mail("2", ANNA, ME, "Offer 7", "Our offer.");
        long message = desk.conversations().messages(first()).getFirst().id();
        long change = desk.followUps(clock).remind(message, LocalDate.of(2026, 3, 13));
        FollowUp task = desk.agenda(clock).tasks().getFirst();
        assertThat(task.title()).isEqualTo("Offer 7");
        assertThat(task.day()).isEqualTo(LocalDate.of(2026, 3, 13));
        assertThat(task.message()).isEqualTo(message);
        assertThat(task.conversation()).isEqualTo(first());
        assertThat(task.theirs()).as("the user wants to come back to it").isFalse();
        assertThat(task.with().contact()).as("a customer now").isPositive();
        assertThat(desk.records().entry(task.task()).message()).isEqualTo(message);
        desk.history().undo(change);
        assertThat(desk.agenda(clock).tasks()).isEmpty();
        assertThatThrownBy(() -> desk.followUps(clock).remind(999, LocalDate.of(2026, 3, 13)))
                .isInstanceOf(KithException.class);
    }

    private long first() {
        return desk.conversations().ids(0, "", 1)[0];
    }

    @Test
    void meetingsAndBirthdaysOfTheNextDaysAreSeen() {
        long anna = customer("anna@nord.test");
        meeting(anna, "2026-03-11T06:00:00Z", "Visit of the works");
        meeting(anna, "2026-03-10T06:00:00Z", "Yesterday");
        meeting(anna, "2026-03-25T06:00:00Z", "In two weeks");
        invite("1", "REQUEST", "fair", "20260313", "Fair");
        invite("2", "REQUEST", "call", "20260312T010000Z", "Call");
        invite("3", "CANCEL", "call", "20260312T010000Z", "Call");
        List<FollowUp> found = desk.ahead(clock).meetings(7);
        assertThat(found).extracting(FollowUp::title).containsExactly("Visit of the works", "Fair");
        assertThat(found).extracting(one -> one.with().contact()).containsExactly(anna, anna);
        assertThat(found).extracting(FollowUp::day).containsExactly(LocalDate.of(2026, 3, 11),
                LocalDate.of(2026, 3, 13));
        assertThat(found.getLast().at()).as("a whole day").isNull();
        assertThat(found.getLast().message()).isPositive();

        born(anna, "1984-03-11");
        long leap = born(customer("leap@nord.test"), "--02-29");
        long past = born(customer("past@nord.test"), "1990-03-10");
        List<FollowUp> days = desk.ahead(clock).birthdays(7);
        assertThat(days).singleElement().satisfies(one -> {
            assertThat(one.with().contact()).isEqualTo(anna);
            assertThat(one.title()).isEqualTo("42");
        });
        assertThat(desk.ahead(clock).birthdays(366)).extracting(one -> one.with().contact()).containsExactly(anna,
                leap, past);
        assertThat(desk.ahead(clock).birthdays(366).get(1).day()).isEqualTo(LocalDate.of(2027, 2, 28));
        desk.records().edit(anna, List.of(), List.of(Value.of(Property.BIRTHDAY, "", "1984-03-11")));
        assertThat(desk.ahead(clock).birthdays(7)).isEmpty();
        assertThat(desk.agenda(clock).all()).as("what cannot be settled is not to be followed up").noneMatch(
                one -> !one.canBeSettled());
    }

    private long born(long contact, String day) {
        desk.records().edit(contact, List.of(Value.of(Property.BIRTHDAY, "", day)), List.of());
        return contact;
    }

    private void meeting(long contact, String at, String title) {
        desk.records()
                .log(new Entry(0, contact, Entry.Kind.MEETING, Instant.parse(at), null, title, "", "", null, "", "",
                        new Source(Source.Kind.HAND, "")));
    }

    private void invite(String number, String method, String uid, String start, String title) {
        Instant at = NOW.minusSeconds(86_400 - Long.parseLong(number));
        TestDesk.file(desk, account, List.of(Samples.raw("From: " + ANNA, "To: " + ME,
                "Date: " + at.atZone(ZONE).format(HEADER), "Message-ID: <i" + number + "@test>", "Subject: " + title,
                "Content-Type: text/calendar; method=" + method + "; charset=utf-8", "", "BEGIN:VCALENDAR",
                "METHOD:" + method, "BEGIN:VEVENT", "UID:" + uid, "SUMMARY:" + title,
                (start.contains("T") ? "DTSTART:" : "DTSTART;VALUE=DATE:") + start, "ORGANIZER:mailto:anna@nord.test",
                "ATTENDEE:mailto:" + ME, "END:VEVENT", "END:VCALENDAR")), at);
    }
}
