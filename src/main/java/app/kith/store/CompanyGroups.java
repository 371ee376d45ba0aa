package app.kith.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts customers together by company: by the company's own name, and by the domain for those who give no name. A domain belongs to
 * the name that most of its people give; a name all of whose people write from one other name's domains is a spelling of that.
 */
final class CompanyGroups {
    private static final int MOST_STEPS = 10;
    /** From so many names on a domain may be one that many companies share. */
    private static final int SHARED = 3;

    private final List<Member> members = new ArrayList<>();

    /** A customer with the company's own name and domain, as they were worked out of the cards; either may be empty. */
    record Member(String stem, String domain, String company, long lastAt, boolean isCompany, String name, long id) {

        /** The same without a domain that tells nothing. */
        Member without() {
            return new Member(stem, "", company, lastAt, isCompany, name, id);
        }
    }

    void add(Member member) {
        members.add(member);
    }

    /** {@return the companies, by number} */
    List<CompanyGroup> groups() {
        Map<String, Map<String, Integer>> names = names();
        Map<String, String> owners = new HashMap<>();
        names.forEach((domain, stems) -> owners.put(domain, owner(stems)));
        Map<String, String> same = spellings(owners);
        Map<String, List<Member>> byKey = new TreeMap<>();
        for (Member member : members) {
            String owner = owners.getOrDefault(member.domain(), "@" + member.domain());
            String key = member.stem().isEmpty() ? owner : last(same, member.stem());
            if (!key.isEmpty()) {
                boolean shared = owner.isEmpty();
                byKey.computeIfAbsent(last(same, key), _ -> new ArrayList<>())
                        .add(shared ? member.without() : member);
            }
        }
        return byKey.values().stream().map(CompanyGroups::group).sorted(Comparator.comparingLong(group -> group.id))
                .toList();
    }

    /** How many of a domain's people give each name. */
    private Map<String, Map<String, Integer>> names() {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        members.stream().filter(member -> !member.stem().isEmpty() && !member.domain().isEmpty())
                .forEach(member -> counts.computeIfAbsent(member.domain(), _ -> new TreeMap<>())
                        .merge(member.stem(), 1, Integer::sum));
        return counts;
    }

    /** Which name a domain belongs to; empty where people of many companies share it, as at a provider of mail. */
    private static String owner(Map<String, Integer> stems) {
        String most = mostSeen(stems);
        int people = stems.values().stream().mapToInt(Integer::intValue).sum();
        return stems.size() >= SHARED && stems.getOrDefault(most, 0) * 2 < people ? "" : most;
    }

    /** Names that are spellings of others. */
    private Map<String, String> spellings(Map<String, String> owners) {
        Map<String, String> same = new HashMap<>();
        for (Member member : members) {
            String owner = owners.get(member.domain());
            if (!member.stem().isEmpty() && owner != null && !owner.isEmpty()) {
                // One of its own domains, or two names, leaves it on its own.
                same.merge(member.stem(), owner, (a, b) -> a.equals(b) ? a : member.stem());
            }
        }
        shorten(same);
        return same;
    }

    /** A name without a trade is that of the only one that has the same name with a trade. */
    private void shorten(Map<String, String> same) {
        Map<String, String> longer = new HashMap<>();
        for (Member member : members) {
            int blank = member.stem().indexOf(' ');
            if (blank > 0) {
                longer.merge(member.stem().substring(0, blank), member.stem(), (a, b) -> a.equals(b) ? a : "");
            }
        }
        for (Member member : members) {
            String only = longer.getOrDefault(member.stem(), "");
            if (!only.isEmpty() && same.getOrDefault(member.stem(), member.stem()).equals(member.stem())) {
                same.put(member.stem(), only);
            }
        }
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
        Set<String> found = new LinkedHashSet<>();
        names.keySet().forEach(each -> found.add(each.toLowerCase(Locale.ROOT)));
        sorted.stream().map(Member::stem).forEach(found::add);
        Long own = card == null ? null : card.id();
        return new CompanyGroup(sorted.getFirst().id(), name, ordered,
                sorted.stream().mapToLong(Member::id).filter(id -> own == null || id != own).toArray(), own,
                sorted.stream().mapToLong(Member::lastAt).max().orElse(0), String.join("\n", found));
    }
}
