package app.kith.ui.body;

import app.kith.words.Words;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;

/** The headless screen: starts the toolkit once, runs things on its thread, takes pictures. */
final class Screen {
    private static boolean started;

    private Screen() {}

    /** Runs something on the JavaFX thread and waits for it. */
    static <T> T on(Callable<T> work) {
        start();
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static synchronized void start() {
        if (started) {
            return;
        }
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException e) {
            up.countDown();
        }
        try {
            up.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        Platform.setImplicitExit(false);
        started = true;
    }

    /** {@return a body laid out on a sheet of the theme; JavaFX thread only} */
    static MailBody body(BodyPage page, double width, boolean dark, boolean asSent) {
        MailBody body = new MailBody(Words.of(Locale.ENGLISH), Runnable::run);
        body.asSentProperty().set(asSent);
        body.show(page, TestPictures::bytes, address -> null);
        lay(body, width, dark);
        return body;
    }

    /** Puts a body into a scene, and lays it out as high as it wants to be. */
    static StackPane lay(MailBody body, double width, boolean dark) {
        String theme = dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        Application.setUserAgentStylesheet(theme);
        StackPane sheet = new StackPane(body);
        sheet.setStyle("-fx-background-color: -color-bg-default; -fx-padding: 16px; -fx-font-size: 14px;"
                + "-fx-font-family: 'Noto Sans CJK SC';");
        Scene scene = new Scene(sheet, width + 32, 900);
        scene.getRoot().applyCss();
        double height = Math.ceil(body.prefHeight(width)) + 32;
        sheet.resize(width + 32, height);
        sheet.layout();
        return sheet;
    }

    /** Writes a picture of a body into target/screenshots. */
    static WritableImage picture(MailBody body, String name) {
        StackPane sheet = (StackPane) body.getParent();
        double height = Math.ceil(body.prefHeight(sheet.getWidth() - 32)) + 32;
        sheet.resize(sheet.getWidth(), height);
        sheet.layout();
        WritableImage image = sheet.snapshot(new SnapshotParameters(), null);
        save(image, Path.of("target", "screenshots", name + ".png"));
        return image;
    }

    static void save(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
