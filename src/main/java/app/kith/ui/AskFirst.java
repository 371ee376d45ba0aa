package app.kith.ui;

import app.kith.ui.look.Outside;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * The world outside behind a question: where the user wants it so, files, printed sheets and copies of more than a line go out only
 * after the passphrase was given.
 */
final class AskFirst implements Outside {
    private final Outside inner;
    private final BooleanSupplier confirm;

    /**
     * @param confirm asks where it is to be asked; waits for the answer
     */
    AskFirst(Outside inner, BooleanSupplier confirm) {
        this.inner = inner;
        this.confirm = confirm;
    }

    @Override
    public Optional<Path> file(String name) {
        return confirm.getAsBoolean() ? inner.file(name) : Optional.empty();
    }

    @Override
    public Optional<Path> existing(String title) {
        return inner.existing(title);
    }

    @Override
    public Optional<Path> folder() {
        return confirm.getAsBoolean() ? inner.folder() : Optional.empty();
    }

    @Override
    public void open(String link) {
        inner.open(link);
    }

    @Override
    public void openFile(Path file) {
        inner.openFile(file);
    }

    @Override
    public byte @Nullable [] picture(String address) {
        return inner.picture(address);
    }

    @Override
    public Optional<Paper> paper(String title) {
        return confirm.getAsBoolean() ? inner.paper(title) : Optional.empty();
    }

    @Override
    public void copy(String text) {
        if (text.lines().count() < 2 || confirm.getAsBoolean()) {
            inner.copy(text);
        }
    }

    @Override
    public void copyFile(Path file) {
        if (confirm.getAsBoolean()) {
            inner.copyFile(file);
        }
    }

    @Override
    public void show(String title, Node content) {
        inner.show(title, content);
    }

    @Override
    public void remind(String title, String text) {
        inner.remind(title, text);
    }

    @Override
    public void say(String text) {
        inner.say(text);
    }

    @Override
    public void offer(String text, String verb, Runnable act) {
        inner.offer(text, verb, act);
    }
}
