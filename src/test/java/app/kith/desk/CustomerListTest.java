package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.OwnField;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import app.kith.desk.BulkEdits.KeepInTouch;
import app.kith.desk.BulkEdits.Remove;
import app.kith.desk.BulkEdits.Values;
import app.kith.desk.Segments.Segment;
import app.kith.store.CustomerList.Sort;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.Customers.Filter;
import app.kith.store.Customers.Order;
import app.kith.support.TestDesk;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The long list: who is in it, in which order, and what is done to many at once. */
class CustomerListTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-22T12:00:00+01:00[Europe/Berlin]");

    @TempDir
    private Path folder;

    private Desk desk;
    private long wang;
    private long anna;
    private long li;

    @BeforeEach
    void open() {
        desk = TestDesk.open(folder);
        wang = add("王小明", "深圳华科电子有限公司", "Negotiation", "vip", "Budget", "90000", "Region", "South");
        anna = add("Anna Keller", "Nordwind GmbH", "Won", "trade fair", "Budget", "1250.5", "Region", "North");
        li = add("Li Lei", "Nordwind GmbH", "", "vip", "Region", "South-West");
    }

    private long add(String name, String company, String stage, String tag, String... own) {
        List<Value> values = new ArrayList<>(List.of(Value.of(Property.NAME, "", name),
                Value.of(Property.COMPANY, "", company), Value.of(Property.TAG, "", tag)));
        if (!stage.isEmpty()) {
            values.add(Value.of(Property.STAGE, "", stage));
        }
        for (int i = 0; i < own.length; i += 2) {
            values.add(Value.of(Property.OWN, own[i], own[i + 1]));
        }
        return desk.records().add(values).contact();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<Long> listed(String line, Sort sort, Filter... filters) {
        return Arrays.stream(desk.customerList().ids(Segments.read(line).and(Set.of(filters)), sort, 0, NOW)).boxed()
                .toList();
    }

    private List<Long> found(String line) {
        return listed(line, new Sort(Order.NAME, "", false));
    }

    @Test
    void theListIsSiftedInTheLanguageOfTheSearchBox() {
        assertThat(found("")).containsExactly(anna, li, wang);
        assertThat(found("tag:vip")).containsExactly(li, wang);
        assertThat(found("标签:VIP -stage:negotiation")).containsExactly(li);
        assertThat(found("tag:\"trade fair\"")).containsExactly(anna);
        assertThat(found("company:nordwind tag:vip OR stage:won")).containsExactly(anna, li);
        assertThat(found("Nordwind Anna")).containsExactly(anna);
        assertThat(found("budget:>1250.5")).containsExactly(wang);
        assertThat(found("budget:>=1250.5")).containsExactly(anna, wang);
        assertThat(found("Budget:90000")).containsExactly(wang);
        assertThat(found("region:south")).containsExactly(li, wang);
        assertThat(found("-budget:*")).containsExactly(li);
        assertThat(found("it's 100% \"' OR 1=1 --")).isEmpty();
    }

    @Test
    void anyColumnOrdersTheListAndWhoHasNothingThereComesLast() {
        assertThat(listed("", new Sort(Order.NAME, "Budget", false))).containsExactly(anna, wang, li);
        assertThat(listed("", new Sort(Order.NAME, "budget", true))).containsExactly(wang, anna, li);
        assertThat(listed("", new Sort(Order.STAGE, "", false))).containsExactly(wang, anna, li);
        assertThat(listed("", new Sort(Order.STAGE, "", true))).containsExactly(anna, wang, li);
        for (Order order : Order.values()) {
            assertThat(listed("", new Sort(order, "", false))).as(order.name()).hasSize(3);
            assertThat(listed("", new Sort(order, "", true), Filter.DUE)).as(order.name()).isEmpty();
        }
    }

    @Test
    void aSavedSearchOfCustomersIsAGroupWhoseNumberIsCurrent() {
        desk.savedSearches().save("", "offers", "from:anna subject:offer");
        desk.segments().save("Important", Segments.line("tag:vip", List.of()));
        assertThat(desk.segments().all(NOW)).containsExactly(new Segment("Important", "tag:vip", 2));
        desk.records().edit(anna, List.of(Value.of(Property.TAG, "", "VIP")), List.of());
        assertThat(desk.segments().all(NOW)).extracting(Segment::count).containsExactly(3L);
        assertThat(Segments.line("tag:vip", List.of(Filter.DUE))).isEqualTo("is:due tag:vip");
        assertThat(found("is:due tag:vip")).isEmpty();
    }

    @Test
    void manyAreChangedAtOnceAndTakenBackAtOnce() {
        Value won = Value.of(Property.STAGE, "", "Lost");
        long change = desk.bulkEdits()
                .edit(List.of(li, wang, anna),
                        new Values(List.of(won, Value.of(Property.TAG, "", "fair 2026")), List.of()))
                .change();
        assertThat(rows()).extracting(CustomerRow::stage).containsOnly("Lost");
        assertThat(rows()).allMatch(row -> row.tags().contains("fair 2026"));
        assertThat(desk.bulkEdits().edit(List.of(li, wang, anna), new Values(List.of(won), List.of())).change())
                .isZero();
        assertThat(desk.history().undo(change).conflicts()).isEmpty();
        assertThat(rows()).extracting(CustomerRow::stage).containsExactlyInAnyOrder("Negotiation", "Won", "");
        desk.bulkEdits().edit(List.of(wang, li),
                new Values(List.of(), List.of(Value.of(Property.TAG, "", "vip"))));
        assertThat(found("tag:vip")).isEmpty();
        desk.bulkEdits().edit(List.of(wang, anna), new KeepInTouch(30));
        assertThat(rows()).extracting(row -> row.standing().keepDays()).containsExactlyInAnyOrder(30, 30, 0);
        long gone = desk.bulkEdits().edit(List.of(wang, anna, 999L), new Remove()).change();
        assertThat(found("")).containsExactly(li);
        desk.history().undo(gone);
        assertThat(found("")).containsExactly(anna, li, wang);
    }

    private List<CustomerRow> rows() {
        return desk.customers().rows(List.of(wang, anna, li));
    }

    @Test
    void aFieldOfTheUsersOwnHasOneValueAndIsKnownByItsName() {
        desk.ownFields().add(new OwnField("Budget", OwnField.Type.NUMBER, List.of(), false));
        desk.records().edit(wang, List.of(desk.ownFields().value("budget", "3.5万").orElseThrow()), List.of());
        assertThat(own(wang)).containsExactly("Region=South", "Budget=35000");
        desk.ownFields().change("BUDGET", new OwnField("预算", OwnField.Type.NUMBER, List.of(), false));
        assertThat(own(wang)).containsExactly("Region=South", "预算=35000");
        assertThat(found("预算:<=35000")).containsExactly(anna, wang);
        assertThat(desk.ownFields().known()).extracting(OwnField::name).containsExactly("预算", "Region");
        desk.close();
        desk = Desk.open(TestDesk.options(folder).rebuilding());
        assertThat(found("预算:<=35000")).containsExactly(anna, wang);
    }

    private List<String> own(long contact) {
        return desk.customers().find(contact).orElseThrow().values().stream().map(ShownValue::value)
                .filter(value -> value.property() == Property.OWN).map(value -> value.label() + "=" + value.raw())
                .toList();
    }
}
