package app.kith.ui;

import app.kith.ui.Session.Place;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/** A file that is dropped upon the customers or the mail is taken in like one that is chosen. */
final class WindowDrops {
    private WindowDrops() {}

    /**
     * @param session the open desk; null while there is none, or nothing may be done to it
     * @param open takes a file in
     */
    static void install(Scene scene, Supplier<@Nullable Session> session, Consumer<Path> open) {
        scene.setOnDragOver(event -> {
            Session now = session.get();
            if (now != null && (now.place().get() == Place.CUSTOMERS || now.place().get() == Place.MAIL)
                    && event.getDragboard().getFiles().size() == 1) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.setOnDragDropped(event -> {
            if (session.get() != null && event.getDragboard().getFiles().size() == 1) {
                open.accept(event.getDragboard().getFiles().getFirst().toPath());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }
}
