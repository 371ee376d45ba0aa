package app.kith.ui.record;

import app.kith.contact.KeptFile;
import app.kith.desk.KeptFiles;
import app.kith.ui.look.Outside;
import app.kith.ui.work.Background;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Takes files from the disk to be kept with an activity or record, and opens them. JavaFX thread only. */
public final class EntryFiles {
    private static final AtomicLong NAMES = new AtomicLong();

    private final KeptFiles kept;
    private final Background background;
    private final Outside outside;
    private final Words words;
    private final Consumer<KeptFile> open;

    /**
     * Makes it.
     *
     * @param kept where files are kept
     * @param background where that is done
     * @param outside where files are chosen, and failures told
     * @param words the language
     * @param open opens a file
     */
    public EntryFiles(KeptFiles kept, Background background, Outside outside, Words words, Consumer<KeptFile> open) {
        this.kept = kept;
        this.background = background;
        this.outside = outside;
        this.words = words;
        this.open = open;
    }

    /** Lets the user choose a file. */
    Optional<Path> choose() {
        return outside.existing(words.get("record.file-choose"));
    }

    /**
     * Keeps a file.
     *
     * @param then takes it
     * @param failed run where it cannot be kept; the user has been told
     */
    void keep(Path file, Consumer<KeptFile> then, Runnable failed) {
        background.run("keep-file-" + NAMES.incrementAndGet(), () -> kept.keep(file), then, failure -> {
            failed.run();
            outside.say(words.sentence(failure));
        });
    }

    void open(KeptFile file) {
        open.accept(file);
    }
}
