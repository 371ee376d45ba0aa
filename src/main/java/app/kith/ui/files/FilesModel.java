package app.kith.ui.files;

import app.kith.mail.FileKind;
import app.kith.store.FileList;
import app.kith.store.FileList.FileRow;
import app.kith.store.FileList.Filter;
import app.kith.ui.list.SearchedRows;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The files: searched by words of the name, sifted by kind. Read only while somebody looks. JavaFX thread only. */
public final class FilesModel extends SearchedRows<FileRow> {
    private final FileList files;
    private final ObjectProperty<@Nullable FileKind> kind = new SimpleObjectProperty<>(this, "kind");
    private boolean looked;

    /**
     * Makes the model; nothing is read until {@link #look}.
     *
     * @param files the queries
     * @param background where they are made
     * @param feed tells what changed
     */
    public FilesModel(FileList files, Background background, ChangeFeed feed) {
        super(background, "files", files::rows, FileRow::item);
        this.files = files;
        kind.addListener((_, _, _) -> readNow());
        feed.listen(change -> {
            if (looked) {
                changed(change.conversations());
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
        Filter filter = new Filter(0, kind.get(), words);
        return () -> {
            long[] ids = files.ids(filter, 0, 0);
            return new Listing(ids, filter.equals(Filter.ALL) ? ids.length : files.count());
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
