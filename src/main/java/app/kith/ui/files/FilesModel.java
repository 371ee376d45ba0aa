package app.kith.ui.files;

import app.kith.mail.FileKind;
import app.kith.store.FileList;
import app.kith.store.FileList.FileRow;
import app.kith.store.FileList.Filter;
import app.kith.ui.list.SearchedRows;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The files: searched by words of the name, sifted by kind. Read only while somebody looks. JavaFX thread only. */
public final class FilesModel extends SearchedRows<FileRow> {
    private final FileList files;
    private final ObjectProperty<@Nullable FileKind> kind = new SimpleObjectProperty<>(this, "kind");
    private final ObservableValue<? extends @Nullable List<Long>> contacts;
    private boolean looked;

    /**
     * Makes the model; nothing is read until {@link #look}.
     *
     * @param files the queries
     * @param background where they are made
     * @param feed tells what changed
     */
    public FilesModel(FileList files, Background background, ChangeFeed feed) {
        this(files, background, feed, "files", new SimpleObjectProperty<>(List.of()));
    }

    /**
     * Makes the model of the files of some customers; nothing is read until {@link #look}.
     *
     * @param files the queries
     * @param background where they are made
     * @param feed tells what changed
     * @param name what it is for, unlike that of any other model
     * @param contacts numbers of the customers; null for nobody, empty for all
     */
    public FilesModel(FileList files, Background background, ChangeFeed feed, String name,
            ObservableValue<? extends @Nullable List<Long>> contacts) {
        super(background, name, files::rows, FileRow::item);
        this.files = files;
        this.contacts = contacts;
        contacts.addListener((_, _, _) -> {
            if (looked) {
                readNow();
            }
        });
        kind.addListener((_, _, _) -> readNow());
        feed.listen(change -> {
            if (looked) {
                changed(change.conversations());
                if (!change.contacts().isEmpty()) {
                    readNow();
                }
            }
        });
    }

    /** Somebody looks: the list is read, and kept as it changes. */
    public void look() {
        if (!looked) {
            looked = true;
            readNow();
        }
    }

    @Override
    protected Callable<Listing> search(String words) {
        List<Long> of = contacts.getValue();
        if (of == null) {
            return () -> new Listing(new long[0], 0);
        }
        Filter filter = new Filter(of, kind.get(), words);
        Filter all = new Filter(of, null, "");
        return () -> {
            long[] ids = files.ids(filter, 0, 0);
            return new Listing(ids,
                    filter.equals(all) ? ids.length : of.isEmpty() ? files.count() : files.ids(all, 0, 0).length);
        };
    }

    @Override
    protected void searchEnded() {
        kind.set(null);
    }

    /** {@return the kind that is shown; null for all} */
    public ObjectProperty<@Nullable FileKind> kindProperty() {
        return kind;
    }
}
