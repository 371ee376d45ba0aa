package app.kith.store;

import app.kith.change.Actor;
import app.kith.contact.CardStack;
import app.kith.contact.CardStack.Said;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Stage;
import app.kith.contact.Value;
import app.kith.store.StageSteps.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * At which stages one customer stood, from all that the cards that lie with the customer now ever said of it. So a merge puts two
 * histories together, and its undoing takes them apart again. What was taken back was not done: the stage before it goes on since it
 * first was; and a stage that got another name is still the same.
 */
final class StageTimeline {
    /** How the reasons begin of change sets that gave a stage another name. */
    static final String RENAMED = "stage-renamed";

    private static final Pattern UNDONE = Pattern.compile("undone ([0-9]{1,18})");

    /** Of all that cards said of the stage: with whom they lay, and lie. */
    private static final String SAID = """
            SELECT w.id AS wanted, v.*, c.source_kind, c.source_place AS source_name, 0 AS at FROM %s w(id)
            JOIN card_value v ON v.contact_id = w.id AND v.property = 'STAGE'
            JOIN card c ON c.id = v.card_id AND c.contact_id = w.id""";
    private static final String SAID_BEFORE_MERGE = """
            SELECT w.id AS wanted, v.*, c.source_kind, c.source_place AS source_name, 0 AS at FROM %s w(id)
            JOIN merged_contact m ON m.into_id = w.id JOIN card_value v ON v.contact_id = m.contact_id AND v.property = 'STAGE'
            JOIN card c ON c.id = v.card_id AND c.contact_id = w.id""";
    private static final String HEADINGS = """
            SELECT s.sequence, s.at, s.actor, s.reason FROM %s w(id) JOIN change_set s ON s.sequence = w.id""";

    private final List<Spell> spells = new ArrayList<>();

    private StageTimeline() {}

    /** Something that runs a query on numbers. */
    interface Asking {
        /**
         * Runs it.
         *
         * @param query the query; {@code %s} stands for the table of numbers
         * @param numbers the numbers
         * @param visitor takes the rows
         */
        void each(String query, Set<Long> numbers, Writer.Visitor visitor) throws SQLException;
    }

    /** A value of a card from one change set until another: 0 for until now. */
    private record Spell(Said said, long card, int place, long since, long from, long to) {}

    private record Heading(long sequence, Instant at, Actor actor, String reason) {}

    /** Works out the stages of customers; those of whom no card ever said one are not in it. */
    static Map<Long, List<Step>> of(Set<Long> contacts, Asking asking) throws SQLException {
        Map<Long, StageTimeline> lines = new HashMap<>();
        Set<Long> changes = new HashSet<>();
        Writer.Visitor visitor = row -> {
            Spell spell = spell(row);
            lines.computeIfAbsent(row.getLong("wanted"), _ -> new StageTimeline()).spells.add(spell);
            changes.addAll(List.of(spell.since, spell.from, spell.to));
        };
        asking.each(SAID, contacts, visitor);
        asking.each(SAID_BEFORE_MERGE, contacts, visitor);
        Map<Long, Heading> headings = new HashMap<>();
        asking.each(HEADINGS, changes, row -> headings.put(row.getLong(1), new Heading(row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)), Actor.valueOf(row.getString(3)), row.getString(4))));
        Map<Long, List<Step>> steps = new HashMap<>();
        lines.forEach((contact, line) -> steps.put(contact, line.steps(headings)));
        return steps;
    }

    private static Spell spell(ResultSet row) throws SQLException {
        return new Spell(Customers.said(row), row.getLong("card_id"), row.getInt("place"), row.getLong("since_change"),
                row.getLong("from_change"), row.getLong("to_change"));
    }

    /** A card that came from another customer has said it before it came. */
    private long begin(Spell spell) {
        boolean goesOn = spells.stream().anyMatch(other -> other.card == spell.card && other.to == spell.from);
        return goesOn ? spell.from : Math.min(spell.since, spell.from);
    }

    private List<Step> steps(Map<Long, Heading> headings) {
        spells.sort(Comparator.comparingLong(Spell::card).thenComparingInt(Spell::place));
        Map<Spell, Long> begins = new HashMap<>();
        Set<Long> points = new TreeSet<>();
        for (Spell spell : spells) {
            begins.put(spell, begin(spell));
            points.add(begin(spell));
            if (spell.to != 0) {
                points.add(spell.to);
            }
        }
        List<Step> now = List.of();
        Map<Long, List<Step>> before = new HashMap<>();
        Map<Long, List<Step>> after = new HashMap<>();
        for (long point : points) {
            Heading heading = headings.get(point);
            if (heading == null) {
                continue;
            }
            List<Spell> valid = spells.stream().filter(spell -> Objects.requireNonNull(begins.get(spell)) <= point
                    && (spell.to == 0 || spell.to > point)).toList();
            Said shown = shown(valid);
            before.put(point, now);
            Heading first = heading.actor == Actor.MERGE && shown != null
                    ? headings.get(first(valid, shown))
                    : null;
            now = first == null || first.at.equals(heading.at)
                    ? next(now, shown, heading, before, after)
                    : next(earlier(now, first.at), shown, first, before, after);
            after.put(point, now);
        }
        return ended(now);
    }

    /** Where a merge chose what one of those had said before who became one, it has held since it was said first. */
    private static long first(List<Spell> valid, Said shown) {
        return valid.stream().filter(spell -> isSame(spell.said.value().raw(), shown.value().raw())
                && spell.said.value().mark() != Value.Mark.DENIED)
                .mapToLong(Spell::since).min().orElse(0);
    }

    private static List<Step> earlier(List<Step> steps, Instant than) {
        return steps.stream().filter(step -> step.from().isBefore(than)).toList();
    }

    private static @Nullable Said shown(List<Spell> valid) {
        List<Said> said = valid.stream().map(Spell::said).toList();
        return new CardStack(said).best(Property.STAGE).flatMap(
                value -> said.stream().filter(one -> one.value().equals(value)).findFirst()).orElse(null);
    }

    private static List<Step> next(List<Step> now, @Nullable Said shown, Heading heading, Map<Long, List<Step>> before,
            Map<Long, List<Step>> after) {
        String stage = shown == null ? "" : shown.value().raw();
        Matcher undone = UNDONE.matcher(heading.reason);
        if (undone.matches()) {
            long of = Long.parseLong(undone.group(1));
            List<Step> former = before.get(of);
            if (former != null && now.equals(after.get(of)) && isSame(stage(former), stage)) {
                return former;
            }
        }
        boolean renamed = heading.reason.startsWith(RENAMED) && !stage.isEmpty() && !stage(now).isEmpty();
        if (isSame(stage(now), stage) || renamed) {
            return now.isEmpty() ? now : with(now.subList(0, now.size() - 1), now.getLast().named(stage));
        }
        Source source = shown == null ? new Source(Source.Kind.HAND, "") : shown.origin().source();
        return with(now, new Step(stage, heading.at, null, source, shown == null ? "" : shown.origin().place(),
                heading.actor));
    }

    private static List<Step> with(List<Step> steps, Step last) {
        List<Step> all = new ArrayList<>(steps);
        all.add(last);
        return List.copyOf(all);
    }

    private static String stage(List<Step> steps) {
        return steps.isEmpty() ? "" : steps.getLast().stage();
    }

    private static boolean isSame(String one, String other) {
        return Stage.key(one).equals(Stage.key(other));
    }

    /** Each step lasted until the next; times without a stage only part them. */
    private static List<Step> ended(List<Step> steps) {
        List<Step> ended = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (!step.stage().isEmpty()) {
                ended.add(i + 1 < steps.size() ? step.until(steps.get(i + 1).from()) : step);
            }
        }
        return List.copyOf(ended);
    }
}
