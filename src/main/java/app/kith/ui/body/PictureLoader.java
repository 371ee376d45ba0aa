package app.kith.ui.body;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.concurrent.Task;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** Fetches and decodes pictures away from the JavaFX thread; what comes for a page that is gone is dropped. JavaFX thread only. */
final class PictureLoader {
    private static final int MOST = 300;

    private final Executor background;
    private Pictures pictures = Pictures.NONE;
    private int generation;
    private int asked;
    private int underWay;
    private Runnable settled = () -> {};

    PictureLoader(Executor background) {
        this.background = background;
    }

    /** Begins with other pictures, and forgets what is still under way. */
    void begin(Pictures others) {
        pictures = others;
        generation++;
        asked = 0;
        underWay = 0;
    }

    /** Has something done when no picture is under way; at once where none is. */
    void whenSettled(Runnable act) {
        if (underWay == 0) {
            act.run();
        } else {
            settled = act;
        }
    }

    private void came() {
        if (--underWay == 0) {
            Runnable act = settled;
            settled = () -> {};
            act.run();
        }
    }

    void load(PictureSource source, Consumer<@Nullable Image> shown) {
        if (source instanceof PictureSource.Missing || ++asked > MOST) {
            return;
        }
        Pictures now = pictures;
        int of = generation;
        Task<@Nullable Image> task = new Task<>() {
            @Override
            protected @Nullable Image call() {
                return now.load(source);
            }
        };
        task.setOnSucceeded(event -> {
            if (of == generation) {
                shown.accept(task.getValue());
                came();
            }
        });
        task.setOnFailed(event -> {
            if (of == generation) {
                came();
            }
        });
        underWay++;
        try {
            background.execute(task);
        } catch (RejectedExecutionException e) {
            shown.accept(null);
            came();
        }
    }
}
