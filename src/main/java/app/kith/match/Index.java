package app.kith.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the records that one new or changed record may be, in milliseconds, among those that are there. The weights are those of
 * the last full scan. Not safe for use by several threads at once.
 */
public final class Index {
    private static final int RARE = 60;
    private static final int COMMON = 20_000;
    private static final int SHARED = 2;
    private static final int MOST = 2_000;

    private final Model model;
    private final Keys keys;
    private final Map<Long, List<Profile>> holders = new HashMap<>();
    private final Map<String, Profile> profiles = new HashMap<>();

    /**
     * A record that the new one may be.
     *
     * @param id of the record
     * @param probability that they are one
     * @param reasons what each field says, the strongest first
     */
    public record Candidate(String id, double probability, List<Reason> reasons) {
        /** Keeps the reasons from being changed. */
        public Candidate {
            reasons = List.copyOf(reasons);
        }
    }

    Index(Model model, List<Profile> all) {
        this.model = model;
        keys = new Keys(model.schema(), model.frequencies());
        all.forEach(this::put);
    }

    /**
     * Enters a record, or enters it anew under its id.
     *
     * @param profile the record
     */
    public void put(Profile profile) {
        remove(profile.id());
        profiles.put(profile.id(), profile);
        for (long key : keys.of(profile)) {
            holders.computeIfAbsent(key, _ -> new ArrayList<>(2)).add(profile);
        }
    }

    /**
     * Takes a record out.
     *
     * @param id of the record; one that is not there is left out in peace
     */
    public void remove(String id) {
        Profile old = profiles.remove(id);
        if (old != null) {
            for (long key : keys.of(old)) {
                List<Profile> list = holders.getOrDefault(key, new ArrayList<>());
                list.removeIf(profile -> profile.id().equals(id));
                if (list.isEmpty()) {
                    holders.remove(key);
                }
            }
        }
    }

    /**
     * Finds what a record may be.
     *
     * @param profile the record; it need not be entered, and never finds itself
     * @param least probability from which on to tell
     * @return the candidates, the likeliest first
     */
    public List<Candidate> find(Profile profile, double least) {
        Grades grades = model.comparison().grades();
        List<Candidate> found = new ArrayList<>();
        for (Profile other : near(profile)) {
            double probability = Weights.probability(model.score(profile, other, grades));
            if (probability >= least && !other.id().equals(profile.id())) {
                found.add(new Candidate(other.id(), probability, model.reasons(grades)));
            }
        }
        found.sort((a, b) -> {
            int order = Double.compare(b.probability, a.probability);
            return order != 0 ? order : a.id.compareTo(b.id);
        });
        return found;
    }

    /** Those that share a rare key, and those that share two common ones of different kinds. */
    private Set<Profile> near(Profile profile) {
        Set<Profile> near = new HashSet<>();
        Map<Profile, Integer> kinds = new HashMap<>();
        for (long key : keys.of(profile)) {
            List<Profile> same = holders.getOrDefault(key, List.of());
            if (same.size() <= RARE) {
                near.addAll(same);
            } else if (same.size() <= COMMON) {
                int kind = 1 << Keys.kind(key);
                same.forEach(other -> kinds.merge(other, kind, (a, b) -> a | b));
            }
        }
        for (Map.Entry<Profile, Integer> each : kinds.entrySet()) {
            if (Integer.bitCount(each.getValue()) >= SHARED && near.size() < MOST) {
                near.add(each.getKey());
            }
        }
        return near;
    }
}
