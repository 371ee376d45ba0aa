package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.CardChange;
import app.kith.change.Change.TextChange;
import app.kith.change.Journal;
import app.kith.contact.Card;
import app.kith.contact.Property;
import app.kith.contact.Stage;
import app.kith.contact.Stage.End;
import app.kith.contact.Value;
import app.kith.store.CardsView;
import app.kith.store.CustomerList;
import app.kith.store.StageSteps;
import app.kith.store.UserTextView;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The stages of the user's own sales, in the user's order. The list stands in the ledger as one text; where a customer stands is a
 * value of a card as all others, which can also be none of the list. Nothing is written unasked. Blocks.
 */
public final class Stages {
    private final UserTextView texts;
    private final CardsView cards;
    private final CustomerList customers;
    private final StageSteps steps;
    private final Journal journal;

    Stages(UserTextView texts, CardsView cards, CustomerList customers, StageSteps steps, Journal journal) {
        this.texts = texts;
        this.cards = cards;
        this.customers = customers;
        this.steps = steps;
        this.journal = journal;
    }

    /**
     * A stage with those who stand there.
     *
     * @param stage the stage
     * @param listed whether it is in the user's list; else customers only bear its name
     * @param customers how many stand there
     */
    public record Known(Stage stage, boolean listed, long customers) {}

    /** {@return the user's list of stages, in its order; empty where there is none} */
    public List<Stage> listed() {
        return Stage.parse(texts.all(Stage.KEY).getOrDefault("", ""));
    }

    /** {@return the stages of the list in its order, and behind them those that customers bear besides, the most frequent first} */
    public List<Known> known() {
        Map<String, Known> known = new LinkedHashMap<>();
        listed().forEach(stage -> known.put(stage.key(), new Known(stage, true, 0)));
        customers.stages()
                .forEach((name, count) -> known.merge(Stage.key(name), new Known(Stage.of(name), false, count),
                        (one, more) -> new Known(one.stage(), one.listed(), one.customers() + more.customers())));
        return List.copyOf(known.values());
    }

    /** {@return the same stages, without how many stand there} */
    public List<Stage> all() {
        return known().stream().map(Known::stage).toList();
    }

    /**
     * A stage as the list spells it.
     *
     * @param name its name in any case
     * @return the name in the list's spelling; as it was given where it is not in the list
     */
    public String spelt(String name) {
        return listed().stream().filter(stage -> stage.key().equals(Stage.key(name))).map(Stage::name).findFirst()
                .orElse(name.strip());
    }

    /**
     * Stages as they are usual, for somebody who has no list yet.
     *
     * @param words the language
     * @return the stages in their order, the last two its ends
     */
    public static List<Stage> usual(Words words) {
        List<Stage> usual = new ArrayList<>();
        for (String name : words.get("stage.usual").split("[,，]", -1)) {
            usual.add(Stage.of(name));
        }
        usual.add(new Stage(words.get("stage.usual-won"), End.WON));
        usual.add(new Stage(words.get("stage.usual-lost"), End.LOST));
        return usual;
    }

    /**
     * Makes a list of the stages that are known already, followed by others that are not.
     *
     * @param others the others
     * @return the change set; 0 where it was so already
     */
    public long adopt(List<Stage> others) {
        Map<String, Stage> stages = new LinkedHashMap<>();
        all().forEach(stage -> stages.put(stage.key(), stage));
        others.forEach(stage -> stages.putIfAbsent(stage.key(), stage));
        return keep("stages-adopted", List.copyOf(stages.values()), List.of());
    }

    /**
     * Adds a stage at the end of the list; where customers bear its name it is theirs. The first time, what customers bear
     * besides comes into the list too.
     *
     * @param stage the stage
     * @return the change set
     * @throws KithException STAGE_EXISTS if it is in the list already, STAGE_WRONG if it has no name
     */
    public long add(Stage stage) {
        check(stage);
        if (listed().stream().anyMatch(one -> one.key().equals(stage.key()))) {
            throw new KithException(Problem.STAGE_EXISTS, stage.name());
        }
        List<Stage> stages = new ArrayList<>(listed().isEmpty() ? all() : listed());
        stages.removeIf(one -> one.key().equals(stage.key()));
        stages.add(stage);
        return keep("stage-added " + stage.name(), stages, List.of());
    }

    /**
     * Changes a stage. Where it gets another name, customers who stand there follow, whoever said that they do, and stand there
     * since when they did; rules and saved searches that name it follow too.
     *
     * @param name its name up to now, in any case
     * @param stage what it is to be
     * @return the change set; 0 where it was so already
     * @throws KithException NOT_FOUND, STAGE_EXISTS if there is another of that name, STAGE_WRONG
     */
    public long change(String name, Stage stage) {
        check(stage);
        List<Stage> stages = new ArrayList<>(all());
        int at = place(stages, name);
        boolean taken = !stage.key().equals(Stage.key(name))
                && stages.stream().anyMatch(one -> one.key().equals(stage.key()));
        if (taken) {
            throw new KithException(Problem.STAGE_EXISTS, stage.name());
        }
        Stage before = stages.set(at, stage);
        return before.name().equals(stage.name())
                ? keep("stage-changed " + stage.name(), stages, List.of())
                : keep("stage-renamed " + before.name() + " → " + stage.name(), stages, renamed(before, stage));
    }

    private List<Change> renamed(Stage before, Stage after) {
        StageRename rename = new StageRename(before, after);
        List<Change> changes = new ArrayList<>(rename.cards(steps, cards));
        changes.addAll(rename.texts(texts));
        return changes;
    }

    /**
     * Moves a stage within the list.
     *
     * @param name its name in any case
     * @param to its new place, from 0; taken to the nearest there is
     * @return the change set; 0 where it was there already
     * @throws KithException NOT_FOUND
     */
    public long move(String name, int to) {
        List<Stage> stages = new ArrayList<>(all());
        Stage moved = stages.remove(place(stages, name));
        stages.add(Math.clamp(to, 0, stages.size()), moved);
        return keep("stages-ordered " + moved.name(), stages, List.of());
    }

    /**
     * Takes a stage off the list. Customers who stand there stay there.
     *
     * @param name its name in any case
     * @return the change set
     * @throws KithException NOT_FOUND if it is not in the list
     */
    public long remove(String name) {
        List<Stage> stages = new ArrayList<>(listed());
        Stage gone = stages.remove(place(stages, name));
        return keep("stage-removed " + gone.name(), stages, List.of());
    }

    /**
     * Moves a customer to a stage.
     *
     * @param contact number of the customer
     * @param name the customer's name, for the journal
     * @param stage the stage; empty for none
     * @return the change set; 0 where the customer stood there already
     * @throws KithException NOT_FOUND if there is no such customer
     */
    public long put(long contact, String name, String stage) {
        return journal.enter(Actor.USER, "stage-moved " + name + " → " + (stage.isEmpty() ? "–" : stage), free -> {
            List<Card> stack = new ArrayList<>();
            cards.each(Set.of(contact), stack::addAll);
            if (stack.isEmpty()) {
                throw new KithException(Problem.NOT_FOUND, "#" + contact);
            }
            Optional<Card> hand = HandCard.among(stack);
            List<Value> before = hand.map(Card::values).orElse(List.of());
            List<Value> after = stage.isEmpty()
                    ? HandCard.edited(stack, List.of(), said(stack))
                    : HandCard.edited(stack, List.of(Value.of(Property.STAGE, "", stage)), List.of());
            if (after.equals(before)) {
                return List.of();
            }
            long id = hand.map(Card::id).orElse(free.card());
            boolean gone = after.isEmpty() && stack.size() > 1;
            return List.of(new CardChange(id, hand.orElse(null),
                    gone ? null : new Card(id, contact, HandCard.HAND, after)));
        }).orElse(0);
    }

    /** All stages that any source says, so that none comes forth behind the one that goes. */
    private static List<Value> said(List<Card> stack) {
        return List.copyOf(new LinkedHashSet<>(stack.stream().flatMap(card -> card.values().stream())
                .filter(value -> value.property() == Property.STAGE && value.mark() != Value.Mark.DENIED).toList()));
    }

    private static int place(List<Stage> stages, String name) {
        for (int at = 0; at < stages.size(); at++) {
            if (stages.get(at).key().equals(Stage.key(name))) {
                return at;
            }
        }
        throw new KithException(Problem.NOT_FOUND, name);
    }

    private long keep(String reason, List<Stage> stages, List<Change> besides) {
        return journal.enter(Actor.USER, reason, _ -> {
            String before = texts.all(Stage.KEY).getOrDefault("", "");
            String after = Stage.text(stages);
            List<Change> changes = new ArrayList<>(besides);
            if (!before.equals(after)) {
                changes.addFirst(new TextChange(Stage.KEY, before, after));
            }
            return changes;
        }).orElse(0);
    }

    private static void check(Stage stage) {
        if (stage.name().isBlank() || stage.name().contains("\n") || stage.name().contains("\t")) {
            throw new KithException(Problem.STAGE_WRONG, stage.name());
        }
    }
}
