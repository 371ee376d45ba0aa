package app.kith.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.kith.contact.Entry;
import app.kith.contact.Entry.Kind;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.store.EntryList.EntryRow;
import app.kith.store.EntryList.Filter;
import app.kith.store.EntryList.Found;
import app.kith.store.EntryList.Order;
import app.kith.store.EntryList.Standing;
import app.kith.store.EntryList.Sum;
import app.kith.support.TestDesk;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of all customers: which are found, in which order, how many of each kind there are and what they come to. */
class EntryListTest {
    @TempDir
    private Path folder;

    private Desk desk;
    private long anna;
    private long wang;
    private long offer;
    private long order;
    private long paid;
    private long contract;
    private long service;
    private long task;

    @BeforeEach
    void begin() {
        desk = TestDesk.open(folder);
        anna = add("Anna Keller", "Nordwind GmbH");
        wang = add("王小明", "华强电子");
        offer = log(anna, Kind.QUOTATION, "2026-02-01T09:00:00Z", "Pumps", "Q-7", "12400.50", "EUR", "");
        order = log(wang, Kind.ORDER, "2026-03-01T09:00:00Z", "电源适配器", "SO-1", "99000", "CNY", "生产中");
        paid = log(anna, Kind.ORDER, "2026-04-01T09:00:00Z", "Valves", "SO-2", "600.5", "EUR", "Paid");
        contract = log(anna, Kind.CONTRACT, "2026-05-01T09:00:00Z", "Frame", "C-1", null, "", "signed");
        service = log(wang, Kind.CASE, "2026-06-01T09:00:00Z", "Leaking pump", "", null, "", "已解决");
        log(anna, Kind.CALL, "2026-06-02T09:00:00Z", "Pumps", "", null, "", "");
        task = log(anna, Kind.TASK, "2026-06-03T09:00:00Z", "Write", "", null, "", Entry.OPEN);
    }

    @AfterEach
    void end() {
        desk.close();
    }

    private long add(String name, String company) {
        return desk.records().add(List.of(Value.of(Property.NAME, "", name), Value.of(Property.COMPANY, "", company)))
                .contact();
    }

    private long log(long contact, Kind kind, String at, String title, String number, @Nullable String amount,
            String currency, String state) {
        return desk.records().log(new Entry(0, contact, kind, Instant.parse(at), null, title, "", number,
                amount == null ? null : new BigDecimal(amount), currency, state, new Source(Source.Kind.HAND, "")))
                .id();
    }

    private Found find(Filter filter) {
        return desk.entries().find(filter, Order.DATE);
    }

    private static Filter words(String text) {
        return new Filter(true, Set.of(), 0, text, "", null, null, null);
    }

    private static Filter sifted(@Nullable Standing standing, String state, Kind... kinds) {
        return new Filter(true, Set.of(kinds), 0, "", state, standing, null, null);
    }

    @Test
    void recordsOfAllCustomersAreFoundTheLatestFirstWithTheirCountsAndSums() {
        Found all = find(Filter.RECORDS);
        assertThat(all.ids()).containsExactly(service, contract, paid, order, offer);
        assertThat(all.kinds()).containsOnly(entry(Kind.QUOTATION, 1L), entry(Kind.ORDER, 2L), entry(Kind.CONTRACT, 1L),
                entry(Kind.CASE, 1L));
        assertThat(all.standings()).containsOnly(entry(Standing.OPEN, 3L), entry(Standing.CLOSED, 2L));
        assertThat(all.sums()).containsExactly(new Sum("CNY", new BigDecimal("99000"), 1),
                new Sum("EUR", new BigDecimal("13001.00"), 2));
        assertThat(desk.entries().count(true)).isEqualTo(5);
        assertThat(desk.entries().count(false)).isEqualTo(2);
    }

    @Test
    void countsSayWhatAnotherKindOrStandingWouldShow() {
        Found openOrders = find(sifted(Standing.OPEN, "", Kind.ORDER));
        assertThat(openOrders.ids()).containsExactly(order);
        assertThat(openOrders.kinds()).containsOnly(entry(Kind.QUOTATION, 1L), entry(Kind.ORDER, 1L),
                entry(Kind.CONTRACT, 1L));
        assertThat(openOrders.standings()).containsOnly(entry(Standing.OPEN, 1L), entry(Standing.CLOSED, 1L));
        assertThat(openOrders.sums()).extracting(Sum::currency).containsExactly("CNY");
        assertThat(find(sifted(Standing.CLOSED, "")).ids()).containsExactly(service, paid);
        assertThat(find(sifted(null, "PAID")).ids()).containsExactly(paid);
        assertThat(find(sifted(null, "", Kind.CASE, Kind.QUOTATION)).ids()).containsExactly(service, offer);
    }

    @Test
    void everyWordIsInTitleNumberOrCustomer() {
        assertThat(find(words("PUMP")).ids()).containsExactly(service, offer);
        assertThat(find(words("pump keller")).ids()).containsExactly(offer);
        assertThat(find(words("nordwind so-")).ids()).containsExactly(paid);
        assertThat(find(words("王小明 适配器")).ids()).containsExactly(order);
        assertThat(find(words("pump valves")).ids()).isEmpty();
        assertThat(find(new Filter(true, Set.of(), wang, "", "", null, null, null)).ids()).containsExactly(service,
                order);
    }

    @Test
    void aTimeBeginsWithItsFirstInstantAndEndsBeforeItsLast() {
        Instant march = Instant.parse("2026-03-01T09:00:00Z");
        Instant may = Instant.parse("2026-05-01T09:00:00Z");
        assertThat(find(new Filter(true, Set.of(), 0, "", "", null, march, may)).ids()).containsExactly(paid, order);
    }

    @Test
    void amountsAreComparedWithinTheirCurrency() {
        long small = log(wang, Kind.ORDER, "2026-07-01T09:00:00Z", "Cable", "SO-3", "200", "CNY", "");
        assertThat(desk.entries().find(Filter.RECORDS, Order.AMOUNT).ids()).containsExactly(order, small, offer, paid,
                service, contract);
        assertThat(desk.entries().find(Filter.RECORDS, Order.CUSTOMER).ids()).containsExactly(contract, paid, offer,
                small, service, order);
    }

    @Test
    void tasksAreOpenOrDoneAndCallsNeither() {
        Filter open = new Filter(false, Set.of(), 0, "", "", Standing.OPEN, null, null);
        assertThat(find(open).ids()).containsExactly(task);
        desk.records().change(desk.records().entry(task).in(Entry.DONE));
        assertThat(find(open).ids()).isEmpty();
        assertThat(find(new Filter(false, Set.of(), 0, "", "", Standing.CLOSED, null, null)).ids())
                .containsExactly(task);
    }

    @Test
    void rowsTellTheCustomerAndWhatWasTakenAwayIsGone() {
        List<EntryRow> rows = desk.entries().rows(List.of(paid, order));
        assertThat(rows).extracting(EntryRow::customer).containsExactlyInAnyOrder("Anna Keller", "王小明");
        assertThat(rows).filteredOn(EntryRow::closed).extracting(EntryRow::id).containsExactly(paid);
        desk.records().remove(paid);
        assertThat(find(Filter.RECORDS).ids()).doesNotContain(paid);
        desk.records().merge(anna, List.of(wang), List.of());
        assertThat(desk.entries().rows(List.of(order))).extracting(EntryRow::customer).containsExactly("Anna Keller");
    }

    @Test
    void manyAreFoundThroughTheIndexOfKinds(@TempDir Path other) {
        try (Store store = Store.open(other, "secret".toCharArray())) {
            fill(store, 20_000);
            String sql = EntryList.sql(Filter.RECORDS, Order.DATE, new ArrayList<>());
            String plan = store.readers()
                    .withHandle(handle -> handle.createQuery("EXPLAIN " + sql).mapTo(String.class).one());
            assertThat(plan).contains("ENTRY_KIND").doesNotContain("tableScan");
            Found found = new EntryList(store).find(words("so-1999"), Order.DATE);
            assertThat(found.ids()).startsWith(19_999).hasSize(6);
            assertThat(new EntryList(store).find(Filter.RECORDS, Order.DATE).sums()).singleElement()
                    .isEqualTo(new Sum("EUR", new BigDecimal("100010000"), 10_000));
        }
    }

    /** Every second is an order of a hundred customers, the others are calls. */
    static void fill(Store store, int count) {
        store.readers().useHandle(handle -> {
            handle.execute(
                    """
                            INSERT INTO contact (id, name, sort_key, company, search, received, sent, last_at)
                            SELECT x, 'Customer ' || x, 'customer ' || x, '', 'customer ' || x, 0, 0, 0 FROM SYSTEM_RANGE(1, 100)""");
            handle.execute(
                    """
                            INSERT INTO entry (id, contact_id, kind, at, title, content, number, amount, currency, state, source_kind,
                                source_place, from_change)
                            SELECT x, MOD(x, 100) + 1, CASE WHEN MOD(x, 2) = 0 THEN 'CALL' ELSE 'ORDER' END, x * 1000, 'Pumps ' || x,
                                REPEAT('What was said. ', 20), 'SO-' || x, CAST(x + 1 AS VARCHAR), 'EUR',
                                CASE WHEN MOD(x, 3) = 0 THEN 'paid' ELSE '' END, 'HAND', '', 1 FROM SYSTEM_RANGE(1, ?)""",
                    count);
            handle.execute("ANALYZE");
        });
    }
}
