package app.kith.match;

import app.kith.contact.NameForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The groups that may be accepted unasked. A score is no ground for that, because it must hold at every size of the list: asked
 * for are the same personal mailbox, the same mobile or the same identity number, names that can be one person's, nobody of
 * another name on that address or number, and nothing that contradicts. Of companies the same tax number, or the same name and mail
 * domain; a branch is never its company.
 */
final class SafeGroups {
    private static final int MANY = 12;
    private final Schema schema;
    private final List<Profile> profiles;
    private final SafeKeys keys;
    private final Clusters.Scorer scorer;
    private final int[] parent;
    private final Map<Integer, List<Integer>> members = new HashMap<>();

    SafeGroups(Schema schema, List<Profile> profiles, Clusters.Scorer scorer) {
        this.schema = schema;
        this.profiles = profiles;
        this.scorer = scorer;
        keys = new SafeKeys(schema);
        parent = new int[profiles.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
    }

    List<List<Integer>> groups() {
        LongList entries = new LongList();
        for (int i = 0; i < profiles.size(); i++) {
            for (String key : keys.of(profiles.get(i))) {
                entries.add(Blocks.entry(SafeKeys.hash(key), i));
            }
        }
        entries.sortOnce();
        int start = 0;
        while (start < entries.size()) {
            int end = Blocks.end(entries, start);
            if (end - start > 1) {
                joinAll(entries, start, end);
            }
            start = end;
        }
        return members.values().stream().filter(group -> group.size() > 1)
                .sorted((a, b) -> Integer.compare(a.getFirst(), b.getFirst())).toList();
    }

    /** Two keys seldom have one hash, and then they are told apart by themselves. */
    private void joinAll(LongList entries, int start, int end) {
        long hash = entries.get(start) >>> Blocks.RECORD_BITS;
        Map<String, List<Integer>> holders = new TreeMap<>();
        for (int i = start; i < end; i++) {
            int record = Blocks.record(entries.get(i));
            for (String key : keys.of(profiles.get(record))) {
                if (Blocks.entry(SafeKeys.hash(key), 0) >>> Blocks.RECORD_BITS == hash) {
                    holders.computeIfAbsent(key, _ -> new ArrayList<>(2)).add(record);
                }
            }
        }
        holders.values().forEach(this::joinHolders);
    }

    /** Joins those who share an address or a number, if no two of them contradict each other. */
    private void joinHolders(List<Integer> holders) {
        if (holders.size() < 2 || holders.size() > MANY) {
            return;
        }
        holders.sort(java.util.Comparator.comparing(record -> profiles.get(record).id()));
        for (int i = 0; i < holders.size(); i++) {
            for (int j = i + 1; j < holders.size(); j++) {
                if (!canBeOne(holders.get(i), holders.get(j))) {
                    return;
                }
            }
        }
        for (int i = 1; i < holders.size(); i++) {
            join(holders.getFirst(), holders.get(i));
        }
    }

    private void join(int one, int other) {
        List<Integer> first = members.computeIfAbsent(root(one), root -> new ArrayList<>(List.of(root)));
        List<Integer> second = members.computeIfAbsent(root(other), root -> new ArrayList<>(List.of(root)));
        if (first.equals(second)) {
            return;
        }
        for (int i : first) {
            for (int j : second) {
                if (!canBeOne(i, j)) {
                    return;
                }
            }
        }
        int kept = Math.min(root(one), root(other));
        int gone = Math.max(root(one), root(other));
        List<Integer> all = new ArrayList<>(first);
        all.addAll(second);
        all.sort(null);
        members.remove(gone);
        members.put(kept, all);
        all.forEach(record -> parent[record] = kept);
    }

    private int root(int record) {
        return parent[record];
    }

    private boolean canBeOne(int one, int other) {
        Profile a = profiles.get(one);
        Profile b = profiles.get(other);
        Level day = a.birthday() == null || b.birthday() == null
                ? Level.MISSING
                : DateComparison.level(a.birthday(), b.birthday());
        boolean birthdays = day == Level.DIFFERENT || day == Level.SOME;
        if (!schema.isOfPeople() && !canBeOneFirm(a, b)) {
            return false;
        }
        boolean contradicts = birthdays || differ(a.suffix(), b.suffix()) || differ(a.sex(), b.sex());
        return !contradicts && namesAgree(a, b) && scorer.score(one, other) > Double.NEGATIVE_INFINITY;
    }

    /** Branches are their own, and so are companies of two tax numbers; and one number under two names wants a look. */
    private boolean canBeOneFirm(Profile a, Profile b) {
        for (Field field : schema.fields()) {
            TextForm one = field.trait() == Trait.IDENTITY ? a.texts().get(field.text()) : null;
            TextForm other = field.trait() == Trait.IDENTITY ? b.texts().get(field.text()) : null;
            if (one != null && other != null && !one.key().equals(other.key())) {
                return false;
            }
        }
        TextForm one = a.entity();
        TextForm other = b.entity();
        if (one == null || other == null || !a.branch().equals(b.branch())) {
            return false;
        }
        return one.key().equals(other.key()) || one.words().containsAll(other.words())
                || other.words().containsAll(one.words()) || Distance.isTypo(one.key(), other.key());
    }

    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    private static boolean namesAgree(Profile a, Profile b) {
        if (a.entity() != null && b.entity() != null) {
            return true;
        }
        if (a.names().isEmpty() || b.names().isEmpty()) {
            return a.names().isEmpty() && b.names().isEmpty() && !a.mails().isEmpty();
        }
        for (NameForm one : a.names()) {
            for (NameForm other : b.names()) {
                if (NameComparison.areCompatible(one, other)) {
                    return true;
                }
            }
        }
        return false;
    }
}
