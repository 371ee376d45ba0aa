package app.kith.ui;

import app.kith.change.Outgoing;
import app.kith.mail.Mailbox;
import app.kith.ui.compose.ComposeModel;
import app.kith.ui.compose.ComposeView;
import app.kith.ui.compose.Composer;
import app.kith.ui.compose.Composer.Kind;
import app.kith.ui.compose.Services;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Look;
import app.kith.ui.look.Settings;
import app.kith.ui.outbox.OutboxRow;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The windows in which letters are written, one for each, so that mail can be read beside them. JavaFX thread only. */
final class Writing {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 640;

    private final Frame frame;
    private final Composer composer;
    private final Map<ComposeModel, Stage> open = new LinkedHashMap<>();

    /**
     * What views can ask for.
     *
     * @param write begins a letter to some people, or to nobody yet
     * @param answer begins an answer to a message
     * @param open opens a letter of the outbox
     * @param cancelled offers to bring a letter back that was thrown away
     */
    record Acts(Consumer<List<Mailbox>> write, BiConsumer<Long, Kind> answer, Consumer<OutboxRow> open,
            Consumer<OutboxRow> cancelled) {
        static final Acts NONE = new Acts(_ -> {}, (_, _) -> {}, _ -> {}, _ -> {});
    }

    /**
     * What surrounds the windows.
     *
     * @param owner the main window
     * @param words the language as it is when a window opens
     * @param settings the choices as they are then
     * @param notice where it is said what was done
     * @param clock what time it is
     */
    record Frame(Stage owner, Supplier<Words> words, Supplier<Settings> settings, Notice notice, Clock clock) {}

    Writing(Session session, Frame frame) {
        this.frame = frame;
        this.composer = new Composer(Services.of(session.desk()), session.background(), frame.clock(), frame.words());
    }

    Acts acts() {
        return new Acts(people -> composer.write(people, this::show, this::fail),
                (message, kind) -> composer.answer(message, kind, this::show, this::fail),
                row -> open(row.outgoing()), this::cancelled);
    }

    private void open(Outgoing outgoing) {
        Optional<Stage> there = open.entrySet().stream().filter(each -> each.getKey().id() == outgoing.id())
                .map(Map.Entry::getValue).findFirst();
        there.ifPresentOrElse(Stage::toFront, () -> composer.open(outgoing, this::show, this::fail));
    }

    private void show(ComposeModel model) {
        Words words = frame.words().get();
        Stage stage = new Stage();
        ComposeView view = new ComposeView(model, words, new Dates(words, frame.clock()),
                new ComposeView.Acts(() -> files(stage), outgoing -> sent(model, outgoing),
                        outgoing -> discarded(model, outgoing), () -> close(model)));
        Scene scene = new Scene(view, WIDTH, HEIGHT);
        Look.dress(scene, frame.settings().get());
        stage.setScene(scene);
        stage.setMinWidth(480);
        stage.setMinHeight(360);
        stage.setOnCloseRequest(_ -> close(model));
        model.subjectProperty().subscribe(_ -> stage.setTitle(ComposeView.title(model, words) + " · Kith"));
        stage.setX(frame.owner().getX() + Math.max(24, (frame.owner().getWidth() - WIDTH) / 2 + 24 * open.size()));
        stage.setY(frame.owner().getY() + 64 + 24 * open.size());
        open.put(model, stage);
        stage.show();
        view.begin();
    }

    private static List<Path> files(Stage stage) {
        List<File> chosen = new FileChooser().showOpenMultipleDialog(stage);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    private void close(ComposeModel model) {
        model.close();
        remove(model);
    }

    private void remove(ComposeModel model) {
        Stage stage = open.remove(model);
        if (stage != null) {
            stage.close();
        }
    }

    private void sent(ComposeModel model, Outgoing outgoing) {
        remove(model);
        Words words = frame.words().get();
        boolean soon = !outgoing.notBefore().isAfter(frame.clock().instant().plus(ComposeModel.UNDO));
        String text = soon
                ? words.get("write.sent")
                : words.get("write.sent-later",
                        new Dates(words, frame.clock()).full(outgoing.notBefore()));
        frame.notice().offer(text, words.get("write.undo"), (int) ComposeModel.UNDO.toSeconds(), () -> open(outgoing));
    }

    private void discarded(ComposeModel model, @Nullable Outgoing outgoing) {
        remove(model);
        if (outgoing != null) {
            offerBack(outgoing);
        }
    }

    private void cancelled(OutboxRow row) {
        remove(row.outgoing().id());
        offerBack(row.outgoing());
    }

    private void remove(long id) {
        List.copyOf(open.keySet()).stream().filter(model -> model.id() == id && id != 0).forEach(model -> {
            model.abandon();
            remove(model);
        });
    }

    private void offerBack(Outgoing outgoing) {
        Words words = frame.words().get();
        frame.notice().offer(words.get("write.discarded"), words.get("write.undo"), 8,
                () -> composer.restore(outgoing, this::show, this::fail));
    }

    private void fail(KithException failure) {
        frame.notice().say(frame.words().get().sentence(failure));
    }

    /** Closes all windows; what comes back keeps the last words of all letters, off the JavaFX thread. */
    Runnable closeAll() {
        List<Runnable> saves = open.keySet().stream().map(ComposeModel::lastSave).toList();
        List.copyOf(open.keySet()).forEach(this::remove);
        return () -> saves.forEach(Runnable::run);
    }
}
