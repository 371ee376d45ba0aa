package app.kith.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How right pairs are.
 *
 * @param precision share of the pairs that are true
 * @param recall share of the true pairs that are there
 * @param pairs how many pairs there are
 */
record Accuracy(double precision, double recall, long pairs) {

    static Accuracy ofProposals(GeneratedContacts contacts, Findings findings) {
        long right = 0;
        long all = 0;
        for (Match match : findings.pairs(Findings.PROPOSED)) {
            all++;
            right += contacts.owner(match.first()) == contacts.owner(match.second()) ? 1 : 0;
        }
        return new Accuracy(all == 0 ? 1 : right / (double) all, right / (double) truth(contacts), all);
    }

    static Accuracy ofGroups(GeneratedContacts contacts, List<List<Integer>> groups) {
        long right = 0;
        long all = 0;
        for (List<Integer> group : groups) {
            for (int i : group) {
                for (int j : group) {
                    if (i < j) {
                        all++;
                        right += contacts.owner(i) == contacts.owner(j) ? 1 : 0;
                    }
                }
            }
        }
        return new Accuracy(all == 0 ? 1 : right / (double) all, right / (double) truth(contacts), all);
    }

    /** {@return the share of true pairs that were compared at all} */
    static double candidateRecall(GeneratedContacts contacts, Findings findings) {
        long found = 0;
        PairList pairs = findings.candidates();
        for (int i = 0; i < pairs.size(); i++) {
            found += contacts.owner(pairs.first(i)) == contacts.owner(pairs.second(i)) ? 1 : 0;
        }
        return found / (double) truth(contacts);
    }

    static long truth(GeneratedContacts contacts) {
        Map<Integer, Long> sizes = new HashMap<>();
        for (int i = 0; i < contacts.profiles().size(); i++) {
            sizes.merge(contacts.owner(i), 1L, Long::sum);
        }
        return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
    }

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
