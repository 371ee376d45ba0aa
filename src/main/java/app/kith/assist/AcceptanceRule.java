package app.kith.assist;

import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Journal;
import app.kith.change.NextNumbers;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.store.CardsView;
import app.kith.store.ProposalKind;
import app.kith.store.ProposalView;
import app.kith.store.ProposalView.Level;
import app.kith.store.ProposalView.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Accepts what the user lets be accepted unasked: at first whom the user has written to, and what fills an empty place and was seen in
 * several signatures. Nothing is ever overwritten, and nothing comes again that was taken back.
 */
public final class AcceptanceRule {
    private static final int FACTS_AT_ONCE = 20_000;

    private final ProposalView view;
    private final CardsView cards;
    private final Supplier<Map<ProposalKind, Threshold>> thresholds;
    private final Journal journal;

    /**
     * Makes the rule.
     *
     * @param view what is proposed
     * @param cards the cards that are there
     * @param proposals tells what the user lets be accepted
     * @param journal where it is entered
     */
    public AcceptanceRule(ProposalView view, CardsView cards, Proposals proposals, Journal journal) {
        this.view = view;
        this.cards = cards;
        this.thresholds = proposals::settings;
        this.journal = journal;
    }

    /**
     * Accepts what may be accepted. Run twice, it does nothing the second time.
     *
     * @param account address of the account whose mail showed it
     * @return how many customers were entered
     */
    public int run(String account) {
        Map<ProposalKind, Threshold> allowed = thresholds.get();
        int entered = enter("written-to " + account, free -> people(allowed, account, free));
        while (enter("signatures " + account, free -> facts(allowed, account, free)) > 0) {
            // What was just entered makes no more proposals, so that it comes to an end.
        }
        enter("bounces " + account, free -> bounces(allowed, free));
        enter("moved " + account, free -> moved(allowed, account, free));
        return entered;
    }

    private int enter(String reason, Function<NextNumbers, List<Change>> changes) {
        int[] count = {0};
        journal.enter(Actor.RULE, reason, free -> {
            List<Change> made = changes.apply(free);
            count[0] = made.size();
            return made;
        });
        return count[0];
    }

    private List<Change> people(Map<ProposalKind, Threshold> allowed, String account, NextNumbers free) {
        CardEdits edits = new CardEdits(free);
        List<Waiting> people = new ArrayList<>(waiting(allowed, ProposalKind.PERSON));
        people.addAll(waiting(allowed, ProposalKind.ROLE));
        people.sort(java.util.Comparator.comparingInt(Waiting::sent).reversed()
                .thenComparing(one -> one.email().normal()));
        people.forEach(one -> edits.add(new Source(Source.Kind.MAIL, account), List.of(Value.email(one.email()))));
        return edits.changes();
    }

    private List<Change> facts(Map<ProposalKind, Threshold> allowed, String account, NextNumbers free) {
        List<Waiting> facts = waiting(allowed, ProposalKind.FACT);
        CardEdits edits = new CardEdits(free);
        edits.read(cards, facts.stream().map(Waiting::contact).filter(Objects::nonNull).toList());
        for (Waiting one : facts) {
            Long contact = one.contact();
            Value fact = one.fact();
            if (contact != null && fact != null) {
                edits.tell(contact, account, fact);
            }
        }
        return edits.changes();
    }

    private List<Change> bounces(Map<ProposalKind, Threshold> allowed, NextNumbers free) {
        List<Waiting> bounces = waiting(allowed, ProposalKind.BOUNCE);
        CardEdits edits = new CardEdits(free);
        edits.read(cards, bounces.stream().map(Waiting::contact).filter(Objects::nonNull).toList());
        bounces.forEach(one -> Proposals.invalid(edits, one));
        return edits.changes();
    }

    private List<Change> moved(Map<ProposalKind, Threshold> allowed, String account, NextNumbers free) {
        List<Waiting> moved = waiting(allowed, ProposalKind.MOVED);
        CardEdits edits = new CardEdits(free);
        edits.read(cards, moved.stream().map(Waiting::contact).filter(Objects::nonNull).toList());
        moved.forEach(one -> Proposals.moved(edits, one, account));
        return edits.changes();
    }

    private List<Waiting> waiting(Map<ProposalKind, Threshold> allowed, ProposalKind kind) {
        Threshold threshold = allowed.get(kind);
        @Nullable
        Level level = threshold == null ? null : threshold.level();
        return level == null
                ? List.of()
                : view.list(kind, level, kind == ProposalKind.FACT ? FACTS_AT_ONCE : Integer.MAX_VALUE);
    }
}
