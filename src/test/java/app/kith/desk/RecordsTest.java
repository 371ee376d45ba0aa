package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.kith.account.Account;
import app.kith.change.Actor;
import app.kith.change.Change.CardChange;
import app.kith.contact.Card;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.ShownValue.Why;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.demo.DemoServer;
import app.kith.desk.History.Undone;
import app.kith.desk.Records.Entered;
import app.kith.store.Timeline;
import app.kith.store.Timeline.Meeting;
import app.kith.support.TestDesk;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsTest {
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

    private void reopen(boolean rebuild) {
        desk.close();
        desk = Desk.open(rebuild ? TestDesk.options(folder).rebuilding() : TestDesk.options(folder));
    }

    private static Value value(Property property, String raw) {
        return Value.of(property, "", raw);
    }

    private List<String> shown(long contact, Property property) {
        return desk.customers().find(contact).orElseThrow().values().stream().map(ShownValue::value)
                .filter(value -> value.property() == property).map(Value::raw).toList();
    }

    @Test
    void aCustomerIsEnteredEditedAndEverythingIsTakenBackAndDoneAgain() {
        Entered added = desk.records().add(List.of(value(Property.NAME, "王小明"), value(Property.TITLE, "采购经理"),
                value(Property.EMAIL, "Wang@Hua.example"), value(Property.PHONE, "１３８ 0000-1234")));
        long id = added.contact();
        desk.records().edit(id, List.of(value(Property.TITLE, "采购总监"), value(Property.TAG, "vip")), List.of());
        assertThat(shown(id, Property.TITLE)).containsExactly("采购总监");
        assertThat(desk.customers().rows(List.of(id)).getFirst().title()).isEqualTo("采购总监");
        assertThat(desk.customers().rows(List.of(id)).getFirst().tags()).containsExactly("vip");
        assertThat(desk.customers().ids("138000", app.kith.store.Customers.Order.NAME, 0)).containsExactly(id);
        assertThat(desk.records().edit(id, List.of(value(Property.TAG, "vip")), List.of()).change()).isZero();

        long second = desk.history().lastAct().orElseThrow().sequence();
        Undone undone = desk.history().undo(second);
        assertThat(undone.conflicts()).isEmpty();
        assertThat(shown(id, Property.TITLE)).containsExactly("采购经理");
        assertThat(desk.history().lastAct().orElseThrow().sequence()).isEqualTo(added.change());
        desk.history().undo(desk.history().lastUndone().orElseThrow().sequence());
        assertThat(shown(id, Property.TITLE)).containsExactly("采购总监");
        assertThat(desk.history().lastUndone()).isEmpty();
        reopen(true);
        assertThat(shown(id, Property.TITLE)).containsExactly("采购总监");
        assertThat(desk.doctor().check(_ -> {}).faults()).isEmpty();
        assertThat(desk.history().verify()).isEmpty();
    }

    @Test
    void sinceWhenAValueIsKnownOutlivesEditsOfItsCardAndThePastCanBeShown() {
        long id = desk.records().add(List.of(value(Property.NAME, "Anna"), value(Property.TITLE, "Buyer"))).contact();
        ShownValue name = desk.customers().find(id).orElseThrow().values().getFirst();
        Instant before = desk.history().list(id, 0, 1).getFirst().at();
        while (!Instant.now().isAfter(before.plusMillis(5))) {
            Thread.onSpinWait();
        }
        desk.records().edit(id, List.of(value(Property.TITLE, "Director")), List.of());
        assertThat(desk.customers().find(id).orElseThrow().values().getFirst().origins()).isEqualTo(name.origins());
        assertThat(desk.customers().asOf(id, before.plusMillis(1)).stream().map(one -> one.value().raw()))
                .containsExactly("Anna", "Buyer");
        assertThat(desk.customers().asOf(id, before.minusMillis(1))).isEmpty();
        desk.records().erase(id);
        assertThat(desk.customers().find(id)).isEmpty();
        assertThat(desk.customers().asOf(id, before.plusMillis(1))).hasSize(2);
    }

    @Test
    void whatAFileSaysIsDeniedByTheUserAndComesBackWithTheDenialTakenBack() {
        long id = 1;
        Card file = new Card(1, id, new Source(Source.Kind.FILE, "list.csv"),
                List.of(value(Property.NAME, "Wang"), Value.of(Property.PHONE, "mobile", "13800001234", "row 2"),
                        value(Property.TITLE, "Buyer")));
        desk.journal().enter(Actor.IMPORT, "imported list.csv", _ -> List.of(new CardChange(1, null, file)));
        Entered denied = desk.records().edit(id, List.of(value(Property.TITLE, "Director")),
                List.of(value(Property.PHONE, "138 0000 1234")));
        assertThat(shown(id, Property.PHONE)).isEmpty();
        assertThat(shown(id, Property.TITLE)).containsExactly("Director");
        assertThat(desk.customers().find(id).orElseThrow().values().getLast().why()).isEqualTo(Why.TYPED);
        desk.history().undo(denied.change());
        assertThat(shown(id, Property.PHONE)).containsExactly("13800001234");
        assertThat(shown(id, Property.TITLE)).containsExactly("Buyer");
        desk.records().confirm(id, value(Property.TITLE, "Buyer"));
        ShownValue title = desk.customers().find(id).orElseThrow().values().stream()
                .filter(one -> one.value().property() == Property.TITLE).findFirst().orElseThrow();
        assertThat(title.why()).isEqualTo(Why.CONFIRMED);
        assertThat(title.origins()).hasSize(2);
    }

    @Test
    void activitiesAndRecordsAreKeptChangedAndTakenBack() {
        long id = desk.records().add(List.of(value(Property.NAME, "Anna"))).contact();
        Entry order = new Entry(0, id, Entry.Kind.ORDER, Instant.parse("2026-03-12T00:00:00.123456Z"), null, "Pumps",
                "",
                "SO-1", new BigDecimal("1E+3"), "EUR", "open", new Source(Source.Kind.HAND, ""));
        Entered entered = desk.records().log(order);
        Entry kept = desk.records().entry(entered.id());
        assertThat(kept.amount()).isEqualTo(new BigDecimal("1000"));
        long shipped = desk.records().change(kept.in("shipped")).change();
        assertThat(desk.records().change(kept.in("shipped")).change()).isZero();
        desk.history().undo(shipped);
        assertThat(desk.records().entry(entered.id())).isEqualTo(kept);
        reopen(true);
        assertThat(desk.records().entries(id)).containsExactly(kept);
        desk.history().undo(entered.change());
        assertThat(desk.records().entries(0)).isEmpty();
        assertThat(catchThrowableOfType(KithException.class, () -> desk.records().remove(entered.id())).problem())
                .isEqualTo(Problem.NOT_FOUND);
        assertThat(catchThrowableOfType(KithException.class, () -> desk.records().add(List.of())).problem())
                .isEqualTo(Problem.RECORD_EMPTY);
    }

    @Test
    void whoIsEnteredTwiceIsNoticed() {
        long id = desk.records().add(List.of(value(Property.NAME, "Anna"), value(Property.PHONE, "13800001234")))
                .contact();
        assertThat(desk.records()
                .alike(List.of(value(Property.NAME, "Hanna"), value(Property.PHONE, "+86 138 0000 1234"))))
                .containsExactly(id);
        assertThat(desk.records().alike(List.of(value(Property.NAME, "Bob")))).isEmpty();
    }

    @Test
    void anErasedCustomerIsNotBroughtBackByMailAlone() {
        try (DemoServer server = DemoServer.start()) {
            TestDesk.add(desk, server);
            TestDesk.sync(desk);
            long[] before = desk.customers().ids("", app.kith.store.Customers.Order.NAME, 0);
            Entered erased = desk.records().erase(before[0]);
            TestDesk.sync(desk);
            assertThat(desk.customers().ids("", app.kith.store.Customers.Order.NAME, 0)).hasSize(before.length - 1)
                    .doesNotContain(before[0]);
            desk.history().undo(erased.change());
            assertThat(desk.customers().ids("", app.kith.store.Customers.Order.NAME, 0)).containsExactly(before);
        }
    }

    @Test
    void anInvitationIsAMeetingOnTheTimelineUntilItIsCalledOff() {
        Account account = new Account(0, "me@firm.example", "", new app.kith.account.Server("localhost", 1,
                app.kith.account.Security.NONE), null, "me@firm.example", null, null, null);
        account = desk.accounts().add(account, "").account();
        long id = desk.records().add(List.of(value(Property.EMAIL, "wang@hua.example"))).contact();
        TestDesk.file(desk, account, List.of(invitation("REQUEST", "1", "20260312T090000Z")),
                Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(meetings(id)).singleElement().satisfies(meeting -> {
            assertThat(meeting.at()).isEqualTo(Instant.parse("2026-03-12T09:00:00Z"));
            assertThat(meeting.summary()).isEqualTo("到访 visit");
            assertThat(meeting.cancelled()).isFalse();
        });
        TestDesk.file(desk, account, List.of(invitation("REQUEST", "2", "20260313T090000Z")),
                Instant.parse("2026-03-02T08:00:00Z"));
        assertThat(meetings(id)).extracting(Meeting::at).containsExactly(Instant.parse("2026-03-13T09:00:00Z"));
        TestDesk.file(desk, account, List.of(invitation("CANCEL", "3", "20260313T090000Z")),
                Instant.parse("2026-03-03T08:00:00Z"));
        assertThat(meetings(id)).extracting(Meeting::cancelled).containsExactly(true);
        reopen(true);
        assertThat(meetings(id)).extracting(Meeting::cancelled).containsExactly(true);
    }

    private List<Meeting> meetings(long contact) {
        return desk.timeline().of(contact).stream().filter(Timeline.Meeting.class::isInstance)
                .map(Timeline.Meeting.class::cast).toList();
    }

    private static byte[] invitation(String method, String number, String start) {
        return """
                From: Wang <wang@hua.example>
                To: me@firm.example
                Date: Sun, 0%s Mar 2026 08:00:00 +0000
                Message-ID: <i%s@hua.example>
                Subject: visit
                Content-Type: text/calendar; method=%s; charset=utf-8

                BEGIN:VCALENDAR
                METHOD:%s
                BEGIN:VEVENT
                UID:visit-1
                SUMMARY:到访 visit
                DTSTART:%s
                ORGANIZER:mailto:wang@hua.example
                ATTENDEE:mailto:me@firm.example
                END:VEVENT
                END:VCALENDAR
                """.formatted(number, number, method, method, start).replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
