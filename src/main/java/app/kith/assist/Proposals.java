package app.kith.assist;

import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.TextChange;
import app.kith.change.Journal;
import app.kith.change.NextNumbers;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.contact.Value.Mark;
import app.kith.store.CardsView;
import app.kith.store.ProposalKind;
import app.kith.store.ProposalView;
import app.kith.store.ProposalView.Level;
import app.kith.store.ProposalView.Waiting;
import app.kith.store.SignatureValue;
import app.kith.store.UserTextView;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What mail proposes: people, facts about customers, addresses that do not work any more, new addresses that customers tell. Each waits until the user accepts or
 * refuses it; both go to the ledger, so that both can be taken back. Blocks.
 */
public final class Proposals {
    /** The label of an address that mail does not reach. */
    public static final String INVALID = "invalid";
    /** The label of an address in whose place its owner told a new one. */
    public static final String OLD = "old";

    private final ProposalView view;
    private final CardsView cards;
    private final UserTextView texts;
    private final Namesakes namesakes;
    private final Journal journal;

    /**
     * Makes it.
     *
     * @param view what waits
     * @param cards the cards that are there
     * @param texts where decisions are remembered
     * @param namesakes tells whom somebody may be
     * @param journal where decisions are entered
     */
    public Proposals(ProposalView view, CardsView cards, UserTextView texts, Namesakes namesakes, Journal journal) {
        this.view = view;
        this.cards = cards;
        this.texts = texts;
        this.namesakes = namesakes;
        this.journal = journal;
    }

    /**
     * What a decision came to.
     *
     * @param change number of the change set; 0 where nothing was left to decide
     * @param done how many proposals were decided
     * @param gone ids of those that did not wait any more
     */
    public record Decided(long change, int done, List<String> gone) {

        /** Keeps its own copy. */
        public Decided {
            gone = List.copyOf(gone);
        }
    }

    /**
     * A proposal with what belongs to it.
     *
     * @param waiting the proposal
     * @param signature of a person: what the latest signature says; else empty
     * @param perhaps of a person: customers who may be meant, the likeliest first; else empty
     */
    public record About(Waiting waiting, List<SignatureValue> signature, List<Namesakes.Namesake> perhaps) {

        /** Keeps its own copies. */
        public About {
            signature = List.copyOf(signature);
            perhaps = List.copyOf(perhaps);
        }
    }

    /** {@return how many proposals of each kind wait} */
    public Map<ProposalKind, Integer> counts() {
        return view.counts();
    }

    /**
     * What waits, the best evidence first.
     *
     * @param kind of which kind
     * @param most how many at most
     * @return the proposals
     */
    public List<Waiting> list(ProposalKind kind, int most) {
        return view.list(kind, Level.OPEN, most);
    }

    /**
     * What is known about a proposal.
     *
     * @param waiting the proposal
     * @return it with its signature and the customers who may be meant
     */
    public About about(Waiting waiting) {
        boolean person = waiting.contact() == null;
        List<SignatureValue> signature = person ? view.signature(waiting.email()) : List.of();
        return new About(waiting, signature,
                person ? namesakes.of(waiting, signature.stream().map(SignatureValue::value).toList()) : List.of());
    }

    /**
     * Finds a proposal.
     *
     * @param id its id
     * @return the proposal
     * @throws KithException NOT_FOUND if it does not wait
     */
    public Waiting find(String id) {
        return view.find(id).orElseThrow(() -> new KithException(Problem.NOT_FOUND, id));
    }

    /**
     * Accepts proposals, all in one change set: people become customers, facts are said by the customer's card from mail and go before
     * what was there, addresses that bounce are marked, and old ones where a new one was told.
     *
     * @param ids their ids
     * @return what it came to
     */
    public Decided accept(List<String> ids) {
        return decide("proposals-accepted ", ids, (free, waiting) -> {
            CardEdits edits = new CardEdits(free);
            edits.read(cards, waiting.stream().map(Waiting::contact).filter(Objects::nonNull).toList());
            waiting.forEach(one -> accept(edits, one));
            return edits.changes();
        });
    }

    private void accept(CardEdits edits, Waiting one) {
        switch (one.kind()) {
            case PERSON, ROLE -> edits.add(new Source(Source.Kind.MAIL, account(one)), values(one));
            case FACT -> {
                Value fact = one.fact();
                Long contact = one.contact();
                if (fact != null && contact != null) {
                    edits.tell(contact, account(one), fact.marked(Mark.CONFIRMED));
                    if (!fact.property().isMany()) {
                        edits.denyOthers(contact, fact);
                    }
                }
            }
            case BOUNCE -> invalid(edits, one);
            case MOVED -> moved(edits, one, account(one));
        }
    }

    /** The new address is the customer's, by the card from mail, and the one that it came from is marked as old. */
    static void moved(CardEdits edits, Waiting one, String account) {
        Long contact = one.contact();
        Value address = one.fact();
        if (contact != null && address != null) {
            edits.tell(contact, account, address.marked(Mark.CONFIRMED));
            edits.sayByHand(contact, new Value(Property.EMAIL, OLD, one.email().shown(), one.email().normal(),
                    address.place(), Mark.SAID));
        }
    }

    static void invalid(CardEdits edits, Waiting one) {
        Long contact = one.contact();
        if (contact != null) {
            String place = one.message() == null ? "" : "message " + one.message();
            edits.sayByHand(contact, new Value(Property.EMAIL, INVALID, one.email().shown(), one.email().normal(),
                    place, Mark.SAID));
        }
    }

    /** The address, the name where headers do not have it as good, and what the latest signature says. */
    private List<Value> values(Waiting one) {
        String place = one.message() == null ? "" : "message " + one.message();
        List<Value> values = new ArrayList<>();
        values.add(new Value(Property.EMAIL, "", one.email().shown(), one.email().normal(), place, Mark.SAID));
        if (!one.name().isEmpty() && !one.name().equals(one.headerName())) {
            values.add(Value.of(Property.NAME, "", one.name(), place));
        }
        Map<Property, Value> only = new EnumMap<>(Property.class);
        for (SignatureValue each : view.signature(one.email())) {
            Value value = each.value();
            boolean taken = value.property() == Property.NAME || value.property() == Property.EMAIL
                    || !value.property().isMany() && only.putIfAbsent(value.property(), value) != null;
            if (!taken) {
                values.add(value);
            }
        }
        return values;
    }

    private String account(Waiting one) {
        return one.message() == null ? "" : view.account(one.message());
    }

    /**
     * Says that a person who is proposed is a customer who is there already.
     *
     * @param id id of the proposal
     * @param contact number of the customer
     * @return what it came to
     * @throws KithException NOT_FOUND if it does not wait, or if there is no such customer
     */
    public Decided addTo(String id, long contact) {
        find(id);
        return decide("proposals-added #" + contact + " ", List.of(id), (free, waiting) -> {
            CardEdits edits = new CardEdits(free);
            edits.read(cards, List.of(contact));
            if (!edits.isThere(contact)) {
                throw new KithException(Problem.NOT_FOUND, "#" + contact);
            }
            waiting.forEach(one -> edits.tell(contact, account(one), values(one).getFirst()));
            return edits.changes();
        });
    }

    /**
     * Refuses proposals, all in one change set. They do not come again, until that is taken back.
     *
     * @param ids their ids
     * @return what it came to
     */
    public Decided refuse(List<String> ids) {
        return decide("proposals-refused ", ids, (_, waiting) -> {
            Map<String, Change> changes = new LinkedHashMap<>();
            waiting.forEach(one -> changes.put(one.decision(),
                    new TextChange(one.decision(), text(one.decision()), one.refusal())));
            return List.copyOf(changes.values());
        });
    }

    private String text(String key) {
        return texts.all(key).getOrDefault("", "");
    }

    private Decided decide(String reason, List<String> ids, Making making) {
        List<String> gone = new ArrayList<>();
        List<Waiting> waiting = new ArrayList<>();
        for (String id : ids.stream().distinct().toList()) {
            view.find(id).ifPresentOrElse(waiting::add, () -> gone.add(id));
        }
        if (waiting.isEmpty()) {
            return new Decided(0, 0, gone);
        }
        Function<NextNumbers, List<Change>> changes = free -> making.changes(free,
                waiting.stream().filter(one -> view.find(one.id()).isPresent()).toList());
        long change = journal.enter(Actor.USER, reason + title(waiting), changes).orElse(0);
        return new Decided(change, waiting.size(), gone);
    }

    private interface Making {
        List<Change> changes(NextNumbers free, List<Waiting> waiting);
    }

    private static String title(List<Waiting> waiting) {
        Waiting first = waiting.getFirst();
        String name = first.name().isEmpty() ? first.email().shown() : first.name();
        Value fact = first.fact();
        return waiting.size() > 1
                ? name + " +" + (waiting.size() - 1)
                : fact == null ? name : name + ": " + fact.raw();
    }

    /** {@return what is accepted unasked, by kind} */
    public Map<ProposalKind, Threshold> settings() {
        return Threshold.read(text(Threshold.KEY));
    }

    /**
     * Chooses what is accepted unasked from now on.
     *
     * @param kind of which kind
     * @param threshold how sure it must be
     * @return number of the change set; 0 where it was so already
     */
    public long set(ProposalKind kind, Threshold threshold) {
        Map<ProposalKind, Threshold> thresholds = settings();
        thresholds.put(kind, threshold);
        String before = text(Threshold.KEY);
        String after = Threshold.written(thresholds);
        return after.equals(before)
                ? 0
                : journal.enter(Actor.USER,
                        "proposals-setting " + (kind + " " + threshold).toLowerCase(Locale.ROOT),
                        _ -> List.of(new TextChange(Threshold.KEY, before, after))).orElse(0);
    }
}
