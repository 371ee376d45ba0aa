package app.kith.ui.mail;

import app.kith.contact.KeptFile;
import app.kith.desk.KeptFiles;
import app.kith.mail.Attachment;
import app.kith.mail.Mail;
import app.kith.store.FileList.FileRow;
import app.kith.ui.look.Outside;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * What is done with files of mail that are listed outside of it, where the mail is read first, and with those that are kept with
 * activities and records. JavaFX thread only.
 */
public final class FileActs {
    private final LongFunction<Mail> mails;
    private final KeptFiles kept;
    private final Background background;
    private final OpenedFiles opened;
    private final EnclosureActs acts;

    /**
     * Makes the acts.
     *
     * @param mails reads a mail by its number, fetching what is still on the server; blocks
     * @param kept reads files that are kept with activities and records
     * @param background where that is done
     * @param opened copies of files that other programs get
     * @param outside the world outside the window
     * @param words the language
     */
    public FileActs(LongFunction<Mail> mails, KeptFiles kept, Background background, OpenedFiles opened,
            Outside outside, Words words) {
        this.mails = mails;
        this.kept = kept;
        this.background = background;
        this.opened = opened;
        this.acts = new EnclosureActs(outside, background, opened, words);
    }

    private Enclosure read(FileRow row) {
        if (row.entry() > 0) {
            return read(kept.find(row.entry(), row.part()));
        }
        List<Attachment> all = mails.apply(row.message()).attachments();
        if (row.part() >= all.size()) {
            throw new KithException(Problem.NOT_FOUND, row.name());
        }
        return Enclosure.of(all.get(row.part()));
    }

    private Enclosure read(KeptFile file) {
        byte[] content = kept.read(file);
        return Enclosure.of(new Attachment(file.name(), "application/octet-stream", false, null, content::clone));
    }

    /**
     * Opens a file that is kept with an activity or record, as {@link #open(FileRow)} does.
     *
     * @param file the file
     */
    public void open(KeptFile file) {
        background.run("file", () -> read(file), acts::open, acts::fail);
    }

    private void then(FileRow row, Consumer<Enclosure> act) {
        background.run("file", () -> read(row), act, acts::fail);
    }

    /**
     * Opens a file in the program that the system has for it; one that could run something is saved instead, and the user told why.
     *
     * @param row the file
     */
    public void open(FileRow row) {
        then(row, acts::open);
    }

    /**
     * Saves a file where the user says.
     *
     * @param row the file
     */
    public void save(FileRow row) {
        then(row, acts::save);
    }

    /**
     * Puts a file onto the clipboard.
     *
     * @param row the file
     */
    public void copy(FileRow row) {
        then(row, acts::copy);
    }

    /**
     * Lets a file be dragged out.
     *
     * @param node where the drag begins
     * @param row tells which one; null for none
     */
    public void drags(Node node, Supplier<@Nullable FileRow> row) {
        new DragOut(background, _ -> wanted(row.get())).from(node);
    }

    private @Nullable Callable<List<Path>> wanted(@Nullable FileRow row) {
        return row == null ? null : () -> {
            Enclosure file = read(row);
            return List.of(opened.give(file.name(), file.attachment().content()));
        };
    }
}
