package app.kith.ui.mail;

import app.kith.ui.look.Outside;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;

/** What is done with an attachment: opened, saved, copied, dragged out. JavaFX thread only. */
final class EnclosureActs {
    private final Outside outside;
    private final Background background;
    private final OpenedFiles opened;
    private final Words words;

    EnclosureActs(Outside outside, Background background, OpenedFiles opened, Words words) {
        this.outside = outside;
        this.background = background;
        this.opened = opened;
        this.words = words;
    }

    /** A program is never opened from here: it is saved, and the user told why. */
    void open(Enclosure enclosure) {
        if (enclosure.risky()) {
            outside.say(words.get("screen.attachments.risky", enclosure.name()));
            save(enclosure);
            return;
        }
        background.run("open-file", () -> opened.write(enclosure.name(), enclosure.attachment().content()),
                outside::openFile, this::fail);
    }

    void save(Enclosure enclosure) {
        outside.file(enclosure.name()).ifPresent(file -> background.run("save-file",
                () -> Saving.as(file, enclosure.attachment().content()), this::saved, this::fail));
    }

    void saveAll(List<Enclosure> all) {
        outside.folder().ifPresent(folder -> background.run("save-files",
                () -> all.stream().map(each -> Saving.into(folder, each.name(), each.attachment().content())).toList(),
                files -> outside.say(words.count("screen.attachments.saved", files.size(),
                        String.valueOf(folder.getFileName()))),
                this::fail));
    }

    void copy(Enclosure enclosure) {
        background.run("copy-file", () -> opened.give(enclosure.name(), enclosure.attachment().content()),
                outside::copyFile, this::fail);
    }

    void drags(Node node, Enclosure enclosure) {
        new DragOut(background, _ -> () -> List.of(opened.give(enclosure.name(), enclosure.attachment().content())))
                .from(node);
    }

    private void saved(Path file) {
        outside.say(words.get("screen.saved", String.valueOf(file.getFileName())));
    }

    void fail(KithException failure) {
        outside.say(words.sentence(failure));
    }
}
