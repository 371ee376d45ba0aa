package app.kith.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers like a user who is asked the most uncertain pairs first, one pair of a kind. */
final class Oracle {
    private Oracle() {}

    static List<Answer> answers(GeneratedContacts contacts, Findings findings, int count) {
        List<Match> uncertain = new ArrayList<>(findings.pairs(0.02));
        uncertain.sort(Comparator.comparingDouble((Match match) -> Math.abs(match.score()))
                .thenComparingInt(Match::first).thenComparingInt(Match::second));
        Map<String, Integer> asked = new HashMap<>();
        Set<Integer> owners = new HashSet<>();
        List<Answer> answers = new ArrayList<>();
        for (Match match : uncertain) {
            String pattern = findings.reasons(match.first(), match.second()).stream()
                    .map(reason -> reason.field() + reason.level()).sorted().toList().toString();
            boolean fresh = owners.add(contacts.owner(match.first())) && asked.merge(pattern, 1, Integer::sum) <= 4;
            if (fresh && answers.size() < count) {
                answers.add(new Answer(contacts.profiles().get(match.first()).id(), contacts.profiles().get(match
                        .second()).id(), contacts.owner(match.first()) == contacts.owner(match.second())));
            }
        }
        return answers;
    }
}
