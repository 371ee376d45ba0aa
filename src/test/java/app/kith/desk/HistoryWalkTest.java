package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.change.Actor;
import app.kith.change.Change.CardChange;
import app.kith.contact.Card;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.store.ChangesView.Heading;
import app.kith.store.Customers;
import app.kith.store.Customers.Customer;
import app.kith.support.TestDesk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A made-up history of a salesperson's record: edits, imports, merges, and all of it taken back at random. */
class HistoryWalkTest {
    private static final int STEPS = 120;
    private static final List<Property> PROPERTIES = List.of(Property.NAME, Property.TITLE, Property.EMAIL,
            Property.PHONE, Property.TAG, Property.COMPANY);

    @TempDir
    private Path folder;

    private final Ticking clock = new Ticking();
    private Desk desk;
    private Random random;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void thePastIsShownAsItWasTheChainHoldsAndNoValueIsWithoutASource(long seed) {
        random = new Random(seed);
        desk = Desk.open(TestDesk.options(folder).at(clock));
        Map<Instant, Map<Long, List<String>>> seen = new LinkedHashMap<>();
        for (int step = 0; step < STEPS; step++) {
            act();
            seen.put(clock.instant(), all());
            clock.tick();
        }
        assertThat(desk.history().verify()).isEmpty();
        Map<Long, List<String>> last = all();
        desk.close();
        desk = Desk.open(TestDesk.options(folder).at(clock).rebuilding());
        assertThat(all()).as("seed %d, rebuilt", seed).isEqualTo(last);
        seen.forEach((at, then) -> then.forEach((contact, values) -> assertThat(
                shown(desk.customers().asOf(contact, at))).as("seed %d, contact %d at %s", seed, contact, at)
                .isEqualTo(values)));
        assertThat(desk.doctor().check(_ -> {}).faults()).isEmpty();
        desk.close();
    }

    /** Whatever was done: taking it back and doing it again changes nothing. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void undoThenRedoIsTheIdentityInTheStoreToo(long seed) {
        random = new Random(seed);
        desk = Desk.open(TestDesk.options(folder).at(clock));
        for (int step = 0; step < STEPS / 2; step++) {
            act();
            clock.tick();
            List<Heading> headings = desk.history().list(0, 0, 1);
            Map<Long, List<String>> before = all();
            List<Entry> entries = desk.records().entries(0);
            long undone = desk.history().undo(headings.getFirst().sequence()).change();
            if (undone != 0) {
                desk.history().undo(undone);
            }
            assertThat(all()).as("seed %d, step %d: %s", seed, step, headings.getFirst()).isEqualTo(before);
            assertThat(desk.records().entries(0)).isEqualTo(entries);
        }
        desk.close();
    }

    private void act() {
        long[] ids = desk.customers().ids("", Customers.Order.NAME, 0);
        int dice = ids.length < 3 ? 0 : random.nextInt(100);
        long one = ids.length == 0 ? 0 : ids[random.nextInt(ids.length)];
        long other = ids.length == 0 ? 0 : ids[random.nextInt(ids.length)];
        if (dice < 15) {
            desk.records().add(values(3));
        } else if (dice < 40) {
            desk.records().edit(one, values(2), random.nextBoolean() ? some(one) : List.of());
        } else if (dice < 48) {
            imported(one);
        } else if (dice < 58 && one != other) {
            desk.duplicates().merge(one, List.of(other), List.of());
        } else if (dice < 63 && one != other) {
            desk.duplicates().apart(List.of(one, other));
        } else if (dice < 68) {
            some(one).forEach(value -> desk.records().confirm(one, value));
        } else if (dice < 80) {
            desk.records()
                    .log(new Entry(0, one, Entry.Kind.CALL, clock.instant(), null, "call " + random.nextInt(9), "",
                            "", null, "", "", new Source(Source.Kind.HAND, "")));
        } else if (dice < 84) {
            desk.records().erase(one);
        } else {
            List<Heading> headings = desk.history().list(0, 0, 20);
            desk.history().undo(headings.get(random.nextInt(headings.size())).sequence());
        }
    }

    private void imported(long contact) {
        desk.journal().enter(Actor.IMPORT, "import list.csv", free -> List.of(new CardChange(free.card(), null,
                new Card(free.card(), contact, new Source(Source.Kind.FILE, "list.csv"), values(3)))));
    }

    private List<Value> values(int most) {
        List<Value> values = new ArrayList<>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            Property property = PROPERTIES.get(random.nextInt(PROPERTIES.size()));
            String raw = property == Property.EMAIL
                    ? "p" + random.nextInt(12) + "@x.example"
                    : property == Property.PHONE ? "1380000" + (1000 + random.nextInt(12)) : "v" + random.nextInt(12);
            Value value = Value.of(property, "", raw, "row " + i);
            if (values.stream().noneMatch(value::saysTheSame)) {
                values.add(value);
            }
        }
        return values;
    }

    private List<Value> some(long contact) {
        List<Value> shown = desk.customers().find(contact).map(Customer::values).orElse(List.of()).stream()
                .map(ShownValue::value).toList();
        return shown.isEmpty() ? List.of() : List.of(shown.get(random.nextInt(shown.size())));
    }

    private Map<Long, List<String>> all() {
        Map<Long, List<String>> all = new LinkedHashMap<>();
        Arrays.stream(desk.customers().ids("", Customers.Order.NAME, 0)).sorted()
                .forEach(id -> all.put(id, shown(desk.customers().find(id).orElseThrow().values())));
        return all;
    }

    /** What is shown, in no order: a card that was put anew may stand elsewhere among equals. */
    private static List<String> shown(List<ShownValue> values) {
        values.forEach(value -> assertThat(value.origins()).isNotEmpty());
        return values.stream().map(value -> value.value().property() + " " + value.value().normal() + " " + value.why())
                .sorted().toList();
    }

    /** A clock that goes on only when it is told to. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-01-01T08:00:00Z");

        void tick() {
            now = now.plus(Duration.ofMinutes(1));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
