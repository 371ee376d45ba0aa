package app.kith.ui.sync;

import app.kith.change.Operation;
import app.kith.change.Operation.State;
import app.kith.store.Conversations;
import app.kith.store.Conversations.MessageRow;
import app.kith.store.StoreChange;
import app.kith.sync.DraftStep;
import app.kith.sync.OperationQueue;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import app.kith.words.KithException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The user's changes to mail that wait for a server, or could not be done. JavaFX thread only. */
public final class PendingModel {
    private static final int MOST = 200;

    private final OperationQueue queue;
    private final Supplier<List<DraftStep>> drafts;
    private final Background background;
    private final Refresh<Pending> refresh;
    private final ReadOnlyObjectWrapper<Pending> pending = new ReadOnlyObjectWrapper<>(this, "pending", Pending.NONE);

    /**
     * An operation with what its message is about.
     *
     * @param operation the operation
     * @param subject subject of the message
     */
    public record Row(Operation operation, String subject) {}

    /**
     * A copy of a letter with what the letter is about.
     *
     * @param step what is to be done
     * @param subject subject of the letter
     */
    public record Draft(DraftStep step, String subject) {}

    /**
     * What waits and what has failed.
     *
     * @param rows the first of them: those that failed, then those that wait, each in the order in which they were entered
     * @param drafts copies of letters that wait
     * @param waiting how many wait, copies of letters among them
     * @param failed how many have failed
     */
    public record Pending(List<Row> rows, List<Draft> drafts, int waiting, int failed) {
        static final Pending NONE = new Pending(List.of(), List.of(), 0, 0);

        /** {@return how many are not among the rows} */
        int more() {
            return waiting + failed - rows.size() - drafts.size();
        }
    }

    /**
     * Makes the model.
     *
     * @param queue the operations
     * @param drafts reads what waits of copies of letters
     * @param conversations the messages
     * @param background where queries are made
     * @param feed tells what changed
     */
    public PendingModel(OperationQueue queue, Supplier<List<DraftStep>> drafts, Conversations conversations,
            Background background, ChangeFeed feed) {
        this.queue = queue;
        this.drafts = drafts;
        this.background = background;
        this.refresh = new Refresh<>(background, "pending", () -> () -> read(conversations), pending::set);
        feed.listen(this::changed);
        refresh.now();
    }

    private Pending read(Conversations conversations) {
        List<Operation> open = queue.list();
        List<Operation> failed = open.stream().filter(operation -> operation.state() == State.FAILED).toList();
        List<Operation> waiting = open.stream().filter(operation -> operation.state() == State.WAITING).toList();
        List<Row> rows = Stream.concat(failed.stream(), waiting.stream()).limit(MOST)
                .map(operation -> new Row(operation, subject(conversations, operation.message()))).toList();
        List<DraftStep> steps = drafts.get();
        List<Draft> letters = steps.stream().limit(MOST)
                .map(step -> new Draft(step, subject(conversations, step.letter().message()))).toList();
        return new Pending(rows, letters, waiting.size() + steps.size(), failed.size());
    }

    private static String subject(Conversations conversations, long message) {
        return conversations.message(message).map(MessageRow::subject).orElse("");
    }

    private void changed(StoreChange change) {
        if (!change.accounts().isEmpty()) {
            refresh.request();
        }
    }

    /** {@return what waits and what has failed} */
    public ReadOnlyObjectProperty<Pending> pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    void cancel(Operation operation, Consumer<KithException> failed) {
        change(operation, () -> queue.cancel(operation.id()), failed);
    }

    void retry(Operation operation, Consumer<KithException> failed) {
        change(operation, () -> queue.retry(operation.id()), failed);
    }

    private void change(Operation operation, Callable<Long> act, Consumer<KithException> failed) {
        background.run("pending-" + operation.id(), act, _ -> {}, failed);
    }
}
