package app.kith.ui.record;

import app.kith.contact.Entry;
import app.kith.contact.OwnField;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Stage;
import app.kith.contact.Value;
import app.kith.desk.History;
import app.kith.desk.History.Undone;
import app.kith.desk.Records;
import app.kith.desk.Records.Entered;
import app.kith.desk.Sources;
import app.kith.desk.Stages;
import app.kith.store.ChangesView.Heading;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** What the user does to records: each act is done off the JavaFX thread, told, and can be taken back. JavaFX thread only. */
public final class RecordActs {
    private final Records records;
    private final Sources sources;
    private final History history;
    private final Background background;
    private Consumer<Done> done = _ -> {};
    private Consumer<KithException> failed = _ -> {};
    private Supplier<List<OwnField>> fields = List::of;
    private Supplier<List<String>> stages = List::of;
    private int acts;

    /**
     * Makes the acts.
     *
     * @param records where they are entered
     * @param sources where everything came from
     * @param history what was done
     * @param background where work is done
     */
    public RecordActs(Records records, Sources sources, History history, Background background) {
        this.records = records;
        this.sources = sources;
        this.history = history;
        this.background = background;
    }

    /**
     * Something that was done.
     *
     * @param reason why, as the ledger has it; of what was taken back, that of the act
     * @param change number of the change set
     * @param takenBack whether it was a taking back
     * @param kept how much stays because it was changed since
     */
    public record Done(String reason, long change, boolean takenBack, int kept) {}

    /**
     * Says where the fields of the user's own are known.
     *
     * @param known gives them
     */
    public void setFields(Supplier<List<OwnField>> known) {
        fields = known;
    }

    /** {@return the fields of the user's own} */
    public List<OwnField> fields() {
        return fields.get();
    }

    /**
     * Says where the user's stages are known.
     *
     * @param known gives their names, in their order
     */
    public void setStages(Supplier<List<String>> known) {
        stages = known;
    }

    /**
     * What there is already of the values of a property, to be proposed where one is entered.
     *
     * @param property which
     * @param words the language, for what is usual where there is nothing yet
     * @return the values in their order; empty where nothing is proposed
     */
    public List<String> known(Property property, Words words) {
        if (property != Property.STAGE) {
            return List.of();
        }
        List<String> now = stages.get();
        return now.isEmpty() ? Stages.usual(words).stream().map(Stage::name).toList() : now;
    }

    /**
     * Tells whether a value is shown only when the user asks for it.
     *
     * @param value the value
     * @return whether it is
     */
    public boolean isSensitive(Value value) {
        return value.property().isSensitive() || value.property() == Property.OWN && fields().stream()
                .anyMatch(field -> field.sensitive() && field.key().equals(OwnField.key(value.label())));
    }

    /**
     * Says who is told of what was done and of what went wrong.
     *
     * @param done told what was done
     * @param failed told what went wrong
     */
    public void setOnDone(Consumer<Done> done, Consumer<KithException> failed) {
        this.done = done;
        this.failed = failed;
    }

    /**
     * Enters a customer.
     *
     * @param values what is known
     * @param then takes the number of the customer
     */
    public void add(List<Value> values, LongConsumer then) {
        enter(() -> records.add(values), (Entered entered) -> then.accept(entered.contact()));
    }

    /**
     * Changes what is known of a customer.
     *
     * @param contact number of the customer
     * @param add values to add
     * @param remove values that do not hold
     */
    public void edit(long contact, List<Value> add, List<Value> remove) {
        enter(() -> records.edit(contact, add, remove), (Entered _) -> {});
    }

    /**
     * Notes that a value is right.
     *
     * @param contact number of the customer
     * @param value the value
     */
    public void confirm(long contact, Value value) {
        enter(() -> records.confirm(contact, value), (Entered _) -> {});
    }

    /**
     * Takes a customer away.
     *
     * @param contact number of the customer
     */
    public void erase(long contact) {
        enter(() -> records.erase(contact), (Entered _) -> {});
    }

    /**
     * Takes a source back with all that it brought to any customer.
     *
     * @param source the source; not the hand
     */
    public void withdraw(Source source) {
        enter(() -> sources.withdraw(source), (Entered _) -> {});
    }

    /**
     * Enters an activity or a record, or changes one that has a number.
     *
     * @param entry what
     */
    public void keep(Entry entry) {
        enter(() -> entry.id() == 0 ? records.log(entry) : records.change(entry), (Entered _) -> {});
    }

    /**
     * Takes an activity or a record away.
     *
     * @param entry what
     */
    public void remove(Entry entry) {
        enter(() -> records.remove(entry.id()), (Entered _) -> {});
    }

    /**
     * Looks for customers who may be meant already. Blocks: not for the JavaFX thread.
     *
     * @param values what is being entered
     * @return their numbers
     */
    List<Long> sharing(List<Value> values) {
        return records.alike(values);
    }

    /**
     * Does something to records that is told and taken back like all acts.
     *
     * @param act does it; blocks
     */
    public void enter(Callable<Entered> act) {
        enter(act, (Entered _) -> {});
    }

    /**
     * Does something to records that is told and taken back like all acts.
     *
     * @param act does it; blocks
     * @param then done after it, on the JavaFX thread
     */
    public void enter(Callable<Entered> act, Runnable then) {
        enter(act, (Entered _) -> then.run());
    }

    /**
     * Says what went wrong.
     *
     * @param failure what
     */
    public void failed(KithException failure) {
        failed.accept(failure);
    }

    private void enter(Callable<Entered> act, Consumer<Entered> then) {
        background.run("record-act-" + acts++, () -> {
            Entered entered = act.call();
            return new Told(entered, entered.change() == 0 ? null : history.heading(entered.change()));
        }, told -> {
            then.accept(told.entered());
            Heading heading = told.heading();
            if (heading != null) {
                done.accept(new Done(heading.reason(), heading.sequence(), false, 0));
            }
        }, failed);
    }

    /**
     * Takes a change set back.
     *
     * @param change its number
     */
    public void undo(long change) {
        background.run("record-act-" + acts++, () -> history.undo(change), this::undone, failed);
    }

    /** Takes back the user's last act that was not taken back yet. */
    public void undoLast() {
        last(history::lastAct);
    }

    /** Does again what was taken back last. */
    public void redo() {
        last(history::lastUndone);
    }

    private void last(Callable<Optional<Heading>> which) {
        background.run("record-act-" + acts++, () -> which.call().map(heading -> history.undo(heading.sequence())),
                undone -> undone.ifPresent(this::undone), failed);
    }

    private void undone(Undone undone) {
        done.accept(new Done(undone.undone().reason(), undone.change(), true, undone.conflicts().size()));
    }

    private record Told(Entered entered, @org.jspecify.annotations.Nullable Heading heading) {}
}
