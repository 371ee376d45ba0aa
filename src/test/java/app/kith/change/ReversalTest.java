package app.kith.change;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.change.Change.CardChange;
import app.kith.change.Change.EntryChange;
import app.kith.change.Change.TextChange;
import app.kith.contact.Card;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReversalTest {
    private static final Source HAND = new Source(Source.Kind.HAND, "");

    @Test
    void whatWasAddedToTheCardLaterIsKept() {
        World world = new World();
        Card first = card(1, 1, title("Buyer"));
        ChangeSet added = world.enter(new CardChange(1, null, first));
        ChangeSet promoted = world.enter(new CardChange(1, first, card(1, 1, title("Director"))));
        world.enter(new CardChange(1, world.card(1), card(1, 1, title("Director"), tag("vip"))));
        Reversal.Result back = Reversal.of(promoted, world);
        assertThat(back.conflicts()).isEmpty();
        world.enter(back.changes());
        assertThat(raws(world.card(1))).containsExactlyInAnyOrder("Buyer", "vip");
        world.enter(Reversal.of(added, world).changes());
        assertThat(raws(world.card(1))).containsExactly("vip");
    }

    @Test
    void aValueThatWasChangedAgainStaysAndIsNamed() {
        World world = new World();
        Card first = card(1, 7, title("Buyer"));
        world.enter(new CardChange(1, null, first));
        ChangeSet promoted = world.enter(new CardChange(1, first, card(1, 7, title("Director"))));
        world.enter(new CardChange(1, world.card(1), card(1, 7, title("Owner"))));
        Reversal.Result back = Reversal.of(promoted, world);
        assertThat(back.changes()).isEmpty();
        assertThat(back.conflicts()).containsExactly(new Reversal.Conflict(7, "Owner"));
    }

    @Test
    void aCardThatWasWithdrawnIsBackAndAMoveIsTakenBack() {
        World world = new World();
        Card one = card(1, 1, tag("a"));
        Card two = card(2, 2, tag("b"));
        world.enter(List.of(new CardChange(1, null, one), new CardChange(2, null, two)));
        ChangeSet merged = world.enter(new CardChange(2, two, card(2, 1, tag("b"))));
        world.enter(new CardChange(2, world.card(2), card(2, 1, tag("b"), tag("later"))));
        world.enter(Reversal.of(merged, world).changes());
        assertThat(world.card(2)).isEqualTo(card(2, 2, tag("b"), tag("later")));
        ChangeSet gone = world.enter(new CardChange(1, one, null));
        world.enter(Reversal.of(gone, world).changes());
        assertThat(world.card(1)).isEqualTo(one);
    }

    @Test
    void entriesAndTextsGoBackOnlyAsLongAsNobodyChangedThem() {
        World world = new World();
        Entry call = entry("call");
        ChangeSet logged = world.enter(new EntryChange(1, null, call));
        ChangeSet signed = world.enter(new TextChange("signature/1", "", "Regards"));
        world.enter(new EntryChange(1, call, entry("long call")));
        assertThat(Reversal.of(logged, world)).isEqualTo(
                new Reversal.Result(List.of(), List.of(new Reversal.Conflict(1, "long call"))));
        assertThat(Reversal.of(signed, world).changes())
                .containsExactly(new TextChange("signature/1", "Regards", ""));
    }

    /** A history of thousands of steps: taking back the last step and doing it again is the identity at every point. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void undoThenRedoIsTheIdentity(long seed) {
        Random random = new Random(seed);
        World world = new World();
        for (int step = 0; step < 1000; step++) {
            ChangeSet set = world.enter(world.random(random));
            if (random.nextInt(3) == 0) {
                Map<Long, Set<Value>> before = world.content();
                ChangeSet undone = world.enter(Reversal.of(set, world).changes());
                ChangeSet redone = world.enter(Reversal.of(undone, world).changes());
                assertThat(world.content()).as("seed %d, step %d", seed, step).isEqualTo(before);
                world.enter(Reversal.of(redone, world).changes());
            }
        }
    }

    /** Taking back everything, the latest first, leaves nothing. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void takingEverythingBackLeavesNothing(long seed) {
        Random random = new Random(seed);
        World world = new World();
        List<ChangeSet> sets = new ArrayList<>();
        for (int step = 0; step < 500; step++) {
            sets.add(world.enter(world.random(random)));
        }
        for (ChangeSet set : sets.reversed()) {
            Reversal.Result result = Reversal.of(set, world);
            assertThat(result.conflicts()).isEmpty();
            world.enter(result.changes());
        }
        assertThat(world.content()).isEmpty();
    }

    /** Taking back a step in the middle never loses a value that a later step brought. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void laterEditsSurviveTheTakingBackOfEarlierOnes(long seed) {
        Random random = new Random(seed);
        World world = new World();
        List<ChangeSet> sets = new ArrayList<>();
        for (int step = 0; step < 200; step++) {
            sets.add(world.enter(world.random(random)));
        }
        for (int i = 0; i < 300; i++) {
            int at = random.nextInt(sets.size());
            Set<Value> broughtByIt = new HashSet<>();
            sets.get(at).changes().forEach(change -> broughtByIt.addAll(brought(change)));
            Map<Long, Set<Value>> before = world.content();
            world.enter(Reversal.of(sets.get(at), world).changes());
            before.forEach((id, values) -> values.forEach(value -> assertThat(
                    broughtByIt.contains(value) || world.content().getOrDefault(id, Set.of()).contains(value))
                    .as("seed %d, value %s", seed, value).isTrue()));
        }
    }

    private static List<Value> brought(Change change) {
        CardChange card = (CardChange) change;
        Card after = card.after();
        Card before = card.before();
        return after == null
                ? List.of()
                : after.values().stream().filter(value -> before == null || !before.values().contains(value)).toList();
    }

    private static List<String> raws(@Nullable Card card) {
        return card == null ? List.of() : card.values().stream().map(Value::raw).toList();
    }

    private static Card card(long id, long contact, Value... values) {
        return new Card(id, contact, HAND, List.of(values));
    }

    private static Value title(String title) {
        return Value.of(Property.TITLE, "", title);
    }

    private static Value tag(String tag) {
        return Value.of(Property.TAG, "", tag);
    }

    private static Entry entry(String title) {
        return new Entry(1, 1, Entry.Kind.CALL, Instant.EPOCH, null, title, "", "", null, "", "", HAND);
    }

    /** Everything as it stands, in memory. */
    private static final class World implements Reversal.Present {
        private final Map<Long, Card> cards = new HashMap<>();
        private final Map<Long, Entry> entries = new HashMap<>();
        private final Map<String, String> texts = new HashMap<>();
        private long next = 100;

        ChangeSet enter(Change change) {
            return enter(List.of(change));
        }

        ChangeSet enter(List<Change> changes) {
            for (Change change : changes) {
                switch (change) {
                    case CardChange card -> put(cards, card.id(), card.after());
                    case EntryChange entry -> put(entries, entry.id(), entry.after());
                    case TextChange text -> texts.put(text.key(), text.after());
                    default -> throw new IllegalArgumentException();
                }
            }
            return new ChangeSet(Instant.EPOCH, Actor.USER, "test", changes);
        }

        private static <T> void put(Map<Long, T> map, long id, @Nullable T value) {
            if (value == null) {
                map.remove(id);
            } else {
                map.put(id, value);
            }
        }

        Change random(Random random) {
            if (cards.isEmpty() || random.nextInt(4) == 0) {
                long id = next++;
                return new CardChange(id, null, ReversalTest.card(id, id, value(random)));
            }
            List<Card> all = new ArrayList<>(cards.values());
            Card before = all.get(random.nextInt(all.size()));
            if (random.nextInt(6) == 0) {
                return new CardChange(before.id(), before, null);
            }
            List<Value> values = new ArrayList<>(before.values());
            Value value = value(random);
            if (!values.isEmpty() && random.nextBoolean()) {
                values.remove(random.nextInt(values.size()));
            }
            if (values.stream().noneMatch(value::saysTheSame)) {
                values.add(value);
            }
            long contact = random.nextInt(4) == 0 ? all.get(random.nextInt(all.size())).contact() : before.contact();
            return new CardChange(before.id(), before, new Card(before.id(), contact, HAND, values));
        }

        private static Value value(Random random) {
            return Value.of(random.nextBoolean() ? Property.TAG : Property.EMAIL, "", "v" + random.nextInt(40));
        }

        Map<Long, Set<Value>> content() {
            Map<Long, Set<Value>> content = new HashMap<>();
            cards.forEach((id, card) -> content.put(id, new HashSet<>(card.values())));
            return content;
        }

        @Override
        public @Nullable Card card(long id) {
            return cards.get(id);
        }

        @Override
        public @Nullable Entry entry(long id) {
            return entries.get(id);
        }

        @Override
        public String text(String key) {
            return texts.getOrDefault(key, "");
        }

        @Override
        public SenderRule sender(String address) {
            return SenderRule.NONE;
        }

        @Override
        public String reading(long message) {
            return "";
        }

        @Override
        public long mergedInto(long contact) {
            return 0;
        }

        @Override
        public boolean notTheSame(long one, long other) {
            return false;
        }
    }
}
