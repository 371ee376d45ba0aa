package app.kith.ui;

import app.kith.sync.web.PictureFetcher;
import app.kith.ui.look.Outside;
import app.kith.words.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The world outside, as the system's own dialogs, clipboard and programs give it. */
final class WindowOutside implements Outside {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    private final @Nullable Window window;
    private final Supplier<Words> words;
    private final Consumer<String> browser;
    private final Passing notice;
    private final BiConsumer<String, Node> show;
    private final Supplier<@Nullable PrinterJob> printers;
    private final BiConsumer<String, String> system;
    private final PictureFetcher pictures = new PictureFetcher();
    private File lastFolder = new File(System.getProperty("user.home"));

    /** Where something is said in passing. */
    interface Passing {
        /** Says a sentence. */
        void say(String text);

        /** Says one that can be taken back. */
        default void offer(String text, String verb, Runnable act) {
            say(text);
        }
    }

    /**
     * @param window over which dialogs open; null for none
     * @param words the language
     * @param browser opens an address in the program that the system has for it
     * @param notice where something is said in passing
     * @param show shows something over the window
     * @param printers makes a job for the usual printer; null where there is none
     * @param system takes title and text of a notice that the system is to show
     */
    WindowOutside(@Nullable Window window, Supplier<Words> words, Consumer<String> browser, Passing notice,
            BiConsumer<String, Node> show, Supplier<@Nullable PrinterJob> printers,
            BiConsumer<String, String> system) {
        this.window = window;
        this.words = words;
        this.browser = browser;
        this.notice = notice;
        this.show = show;
        this.printers = printers;
        this.system = system;
        File downloads = new File(lastFolder, "Downloads");
        if (downloads.isDirectory()) {
            lastFolder = downloads;
        }
    }

    @Override
    public Optional<Path> file(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name);
        chooser.setInitialDirectory(lastFolder);
        Optional<File> chosen = Optional.ofNullable(chooser.showSaveDialog(window));
        chosen.map(File::getParentFile).ifPresent(folder -> lastFolder = folder);
        return chosen.map(File::toPath);
    }

    @Override
    public Optional<Path> existing(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showOpenDialog(window)).map(File::toPath);
    }

    @Override
    public Optional<Path> folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setInitialDirectory(lastFolder);
        Optional<File> chosen = Optional.ofNullable(chooser.showDialog(window));
        chosen.ifPresent(folder -> lastFolder = folder);
        return chosen.map(File::toPath);
    }

    @Override
    public void open(String link) {
        int colon = link.indexOf(':');
        if (colon > 0 && SCHEMES.contains(link.substring(0, colon).toLowerCase(java.util.Locale.ROOT))) {
            browser.accept(link);
        }
    }

    @Override
    public void openFile(Path file) {
        browser.accept(file.toUri().toString());
    }

    @Override
    public byte @Nullable [] picture(String address) {
        return pictures.fetch(address);
    }

    @Override
    public Optional<Paper> paper(String title) {
        PrinterJob job = printers.get();
        if (job == null) {
            notice.say(words.get().get("screen.print.none"));
            return Optional.empty();
        }
        job.getJobSettings().setJobName(title.isBlank() ? "Kith" : title);
        return job.showPrintDialog(window)
                ? Optional.of(new PrinterPaper(job, () -> notice.say(words.get().get("screen.print.failed"))))
                : Optional.empty();
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        String shown = text.length() > 60 ? text.substring(0, 60).replace('\n', ' ') + "…" : text;
        notice.say(words.get().get("screen.copied", shown));
    }

    @Override
    public void copyFile(Path file) {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(file.toFile()));
        content.putString(String.valueOf(file.getFileName()));
        Clipboard.getSystemClipboard().setContent(content);
        notice.say(words.get().get("screen.copied", String.valueOf(file.getFileName())));
    }

    @Override
    public void show(String title, Node content) {
        show.accept(title, content);
    }

    @Override
    public void say(String text) {
        notice.say(text);
    }

    @Override
    public void remind(String title, String text) {
        notice.say(text);
        system.accept(title, text);
    }

    @Override
    public void offer(String text, String verb, Runnable act) {
        notice.offer(text, verb, act);
    }
}
