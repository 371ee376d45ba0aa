package app.kith.desk;

import app.kith.desk.DuplicateReview.Group;
import app.kith.desk.DuplicateReview.Pair;
import app.kith.match.Findings;
import app.kith.match.Match;
import app.kith.store.ChangesView;
import app.kith.store.Customers;
import app.kith.store.Customers.CustomerRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the groups that are proposed out of what a scan found: none in which two are known to be two. Blocks. */
final class DuplicateGroups {
    private static final int ENTRY = 10;
    private static final int TEACHING = 60;
    private static final int AT_ONCE = 1000;

    private final Customers customers;
    private final ChangesView changes;
    private final Set<List<Long>> apart;
    private final Map<Long, CustomerRow> known = new HashMap<>();
    private final Map<Long, Integer> entries = new HashMap<>();
    /** Only who is named in some mail can be named in one with another. */
    private final Set<Long> named = new HashSet<>();

    /** @param apart pairs of which the user said that they are not the same, the smaller number first */
    DuplicateGroups(Customers customers, ChangesView changes, Set<List<Long>> apart) {
        this.customers = customers;
        this.changes = changes;
        this.apart = apart;
    }

    static List<Long> pair(long one, long other) {
        return List.of(Math.min(one, other), Math.max(one, other));
    }

    /** Reads what is to be known of customers all at once: one by one it takes longer than the scan. */
    private void know(List<Long> contacts) {
        List<Long> fresh = contacts.stream().filter(id -> !known.containsKey(id)).toList();
        customers.all(fresh).forEach(row -> known.put(row.id(), row));
        named.addAll(customers.namedInMail(fresh));
        for (int from = 0; from < fresh.size(); from += AT_ONCE) {
            entries.putAll(changes.entryCounts(fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE))));
        }
    }

    /** {@return the groups, in no order} */
    List<Group> of(Roster.Rows rows, Findings findings) {
        List<Long> ids = rows.ids();
        Map<List<Integer>, Match> found = new HashMap<>();
        findings.pairs(Findings.PROPOSED).forEach(match -> found.put(List.of(match.first(), match.second()), match));
        Map<Integer, Integer> safe = new HashMap<>();
        for (List<Integer> group : findings.safe()) {
            group.forEach(member -> safe.put(member, group.getFirst()));
        }
        know(findings.groups().stream().flatMap(List::stream).map(ids::get).distinct().toList());
        List<Group> groups = new ArrayList<>();
        for (List<Integer> proposed : findings.groups()) {
            List<Match> inside = new ArrayList<>();
            Set<List<Integer>> against = new HashSet<>();
            for (int a : proposed) {
                for (int b : proposed) {
                    Match match = found.get(List.of(a, b));
                    if (a < b && isAgainst(ids.get(a), ids.get(b))) {
                        against.add(List.of(a, b));
                    } else if (match != null) {
                        inside.add(match);
                    }
                }
            }
            inside.sort(Comparator.comparingDouble(Match::score).reversed());
            for (List<Integer> group : split(inside, against)) {
                groups.add(group(rows, findings, group, inside, safe));
            }
        }
        return groups;
    }

    /** {@return the groups, and pairs below the line, of which an answer teaches most, in that order} */
    List<Group> teaching(Roster.Rows rows, Findings findings, List<Group> groups) {
        Map<Long, Group> groupOf = new HashMap<>();
        groups.forEach(group -> group.contacts().forEach(contact -> groupOf.put(contact, group)));
        List<Group> teaching = new ArrayList<>();
        List<Match> instructive = findings.instructive(TEACHING, Set.of());
        know(instructive.stream().flatMap(match -> Stream.of(match.first(), match.second())).map(rows.ids()::get)
                .distinct().toList());
        for (Match match : instructive) {
            long one = rows.ids().get(match.first());
            long other = rows.ids().get(match.second());
            Group group = groupOf.get(one);
            if (group != null && group.contacts().contains(other)) {
                if (!teaching.contains(group)) {
                    teaching.add(group);
                }
            } else if (!isAgainst(one, other)) {
                teaching.add(group(rows, findings, List.of(match.first(), match.second()), List.of(match), Map.of()));
            }
        }
        return teaching;
    }

    /** The user said so, or one wrote to the other, or one mail went to both: then they are two. */
    private boolean isAgainst(long one, long other) {
        return apart.contains(pair(one, other))
                || named.contains(one) && named.contains(other) && customers.areInOneMail(one, other);
    }

    /** Joins by the surest pairs first, and never two groups of which any two members are known to be two. */
    private static List<List<Integer>> split(List<Match> pairs, Set<List<Integer>> against) {
        Map<Integer, List<Integer>> groupOf = new HashMap<>();
        for (Match match : pairs) {
            List<Integer> one = groupOf.computeIfAbsent(match.first(), first -> new ArrayList<>(List.of(first)));
            List<Integer> other = groupOf.computeIfAbsent(match.second(), second -> new ArrayList<>(List.of(second)));
            boolean apart = one.stream().anyMatch(a -> other.stream()
                    .anyMatch(b -> against.contains(List.of(Math.min(a, b), Math.max(a, b)))));
            if (!one.contains(match.second()) && !apart) {
                one.addAll(other);
                other.forEach(member -> groupOf.put(member, one));
            }
        }
        return groupOf.values().stream().distinct().filter(group -> group.size() > 1).toList();
    }

    private Group group(Roster.Rows rows, Findings findings, List<Integer> places, List<Match> inside,
            Map<Integer, Integer> safe) {
        List<Pair> pairs = new ArrayList<>();
        for (Match match : inside) {
            if (places.contains(match.first()) && places.contains(match.second())) {
                pairs.add(new Pair(rows.ids().get(match.first()), rows.ids().get(match.second()), match.probability(),
                        findings.reasons(match.first(), match.second())));
            }
        }
        Integer first = safe.get(places.getFirst());
        boolean sure = first != null && places.stream().allMatch(member -> first.equals(safe.get(member)));
        List<Long> contacts = places.stream().map(rows.ids()::get).toList();
        Map<Long, CustomerRow> members = new HashMap<>();
        contacts.stream().filter(known::containsKey).forEach(id -> members.put(id, known.get(id)));
        int worth = members.values().stream().mapToInt(DuplicateGroups::mails).sum()
                + ENTRY * contacts.stream().mapToInt(id -> entries.getOrDefault(id, 0)).sum();
        return new Group(ordered(contacts, members), rows.areCompanies(), sure,
                pairs.stream().mapToDouble(Pair::probability).min().orElse(0), worth, last(members), pairs);
    }

    private static int mails(CustomerRow row) {
        return row.received() + row.sent();
    }

    private static @Nullable Instant last(Map<Long, CustomerRow> rows) {
        return rows.values().stream().map(CustomerRow::lastContact).filter(Objects::nonNull)
                .max(Comparator.naturalOrder()).orElse(null);
    }

    /** Which customer stays: the one with most mail, then the one who was there first. */
    private static List<Long> ordered(List<Long> contacts, Map<Long, CustomerRow> rows) {
        return contacts.stream().sorted(Comparator.<Long>comparingInt(id -> {
            CustomerRow row = rows.get(id);
            return row == null ? 0 : -mails(row);
        }).thenComparing(Comparator.naturalOrder())).toList();
    }
}
