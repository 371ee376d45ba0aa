package app.kith.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts customers together by company: by the company's own name, and by the domain for those who give no name. A domain belongs to
 * the name that most of its people give; a name all of whose people write from one other name's domains is a spelling of that.
 */
final class CompanyGroups {
    private static final int MOST_STEPS = 10;

    private final List<Member> members = new ArrayList<>();

    /** A customer with the company's own name and domain, as they were worked out of the cards; either may be empty. */
    record Member(String stem, String domain, String company, long lastAt, boolean isCompany, String name, long id) {}

    void add(Member member) {
        members.add(member);
    }

    /** {@return the companies, by number} */
    List<CompanyGroup> groups() {
        Map<String, String> owners = owners();
        Map<String, String> same = spellings(owners);
        Map<String, List<Member>> byKey = new TreeMap<>();
        for (Member member : members) {
            String key = member.stem().isEmpty()
                    ? owners.getOrDefault(member.domain(), "@" + member.domain())
                    : member.stem();
            byKey.computeIfAbsent(last(same, key), _ -> new ArrayList<>()).add(member);
        }
        return byKey.values().stream().map(CompanyGroups::group).sorted(Comparator.comparingLong(CompanyGroup::id))
                .toList();
    }

    /** Which name a domain belongs to. */
    private Map<String, String> owners() {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        members.stream().filter(member -> !member.stem().isEmpty() && !member.domain().isEmpty())
                .forEach(member -> counts.computeIfAbsent(member.domain(), _ -> new TreeMap<>())
                        .merge(member.stem(), 1, Integer::sum));
        Map<String, String> owners = new HashMap<>();
        counts.forEach((domain, stems) -> owners.put(domain, mostSeen(stems)));
        return owners;
    }

    /** Names that are spellings of others. */
    private Map<String, String> spellings(Map<String, String> owners) {
        Map<String, String> same = new HashMap<>();
        for (Member member : members) {
            String owner = owners.get(member.domain());
            if (!member.stem().isEmpty() && owner != null) {
                // One of its own domains, or two names, leaves it on its own.
                same.merge(member.stem(), owner, (a, b) -> a.equals(b) ? a : member.stem());
            }
        }
        return same;
    }

    private static String last(Map<String, String> same, String key) {
        String now = key;
        for (int step = 0; step < MOST_STEPS; step++) {
            String next = same.getOrDefault(now, now);
            if (next.equals(now)) {
                return now;
            }
            now = next;
        }
        return now;
    }

    private static String mostSeen(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .min(Comparator.<Map.Entry<String, Integer>>comparingInt(each -> -each.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey).orElse("");
    }

    private static CompanyGroup group(List<Member> members) {
        List<Member> sorted = members.stream().sorted(Comparator.comparingLong(Member::id)).toList();
        @Nullable
        Member card = sorted.stream().filter(Member::isCompany).findFirst().orElse(null);
        Map<String, Integer> names = new LinkedHashMap<>();
        Map<String, Integer> domains = new HashMap<>();
        StringBuilder search = new StringBuilder();
        for (Member member : sorted) {
            if (!member.stem().isEmpty()) {
                names.merge(member.isCompany() ? member.name() : member.company(), 1, Integer::sum);
            }
            if (!member.domain().isEmpty()) {
                domains.merge(member.domain(), 1, Integer::sum);
            }
        }
        List<String> ordered = domains.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(each -> -each.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey).toList();
        String most = mostSeen(names);
        String name = card != null ? card.name() : most.isEmpty() ? ordered.getFirst() : most;
        names.keySet().forEach(each -> search.append(each.toLowerCase(Locale.ROOT)).append('\n'));
        ordered.forEach(each -> search.append(each).append('\n'));
        sorted.stream().map(Member::stem).distinct().forEach(each -> search.append(each).append('\n'));
        Long own = card == null ? null : card.id();
        return new CompanyGroup(sorted.getFirst().id(), name, ContactRow.sortKey(name), ordered,
                sorted.stream().map(Member::id).filter(id -> !id.equals(own)).toList(), own,
                sorted.stream().mapToLong(Member::lastAt).max().orElse(0), search.toString());
    }
}
