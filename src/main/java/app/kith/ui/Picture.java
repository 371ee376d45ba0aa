package app.kith.ui;

import app.kith.desk.Desk;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Look;
import app.kith.ui.look.Outside;
import app.kith.ui.look.Settings;
import app.kith.ui.sync.SyncView;
import app.kith.ui.work.StepBackground;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** The window as a picture, drawn with nobody at it. JavaFX thread only. */
final class Picture {
    private static final int ROUNDS = 6;

    private final Desk desk;
    private final Settings settings;

    Picture(Desk desk, Settings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    void write(Path file) {
        Words words = Words.of(settings.locale());
        StepBackground background = new StepBackground();
        Clock clock = Clock.system(ZoneId.systemDefault());
        Session session = new Session(desk, () -> {}, background, clock);
        if (desk.customers().count() > 0) {
            session.place().set(Session.Place.TODAY); // As the program opens.
        }
        MainView view = new MainView(session, settings, words, new Dates(words, clock), new Nothing(), new Label(),
                new MainView.Acts(() -> {}, _ -> {}, new SyncView.Acts(() -> {}, _ -> {}, _ -> {}),
                        Writing.Acts.NONE, () -> {}, () -> {}, () -> {}, () -> {}, () -> {}, _ -> {}, _ -> {}));
        Look.take(Look.isDark(settings.theme()));
        Scene scene = new Scene(view, settings.width(), settings.height());
        Look.dress(scene, settings);
        settle(view, background);
        save(view.snapshot(null, null), file);
        session.close();
    }

    /** Lets what is seen ask for its rows, and shows them, until nothing more is asked; what came last is laid out twice. */
    static void settle(Parent view, StepBackground background) {
        int quiet = 0;
        for (int round = 0; round < ROUNDS && quiet < 2; round++) {
            quiet = background.settle() ? 0 : quiet + 1;
            view.applyCss();
            view.layout();
        }
    }

    static void save(WritableImage picture, Path file) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }

    /** No world outside. */
    static final class Nothing implements Outside {
        @Override
        public Optional<Path> file(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> existing(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public void open(String link) {}

        @Override
        public void offer(String text, String verb, Runnable act) {}

        @Override
        public void openFile(Path file) {}

        @Override
        public byte @Nullable [] picture(String address) {
            return null;
        }

        @Override
        public Optional<Paper> paper(String title) {
            return Optional.empty();
        }

        @Override
        public void copy(String text) {}

        @Override
        public void copyFile(Path file) {}

        @Override
        public void show(String title, Node content) {}

        @Override
        public void say(String text) {}
    }
}
