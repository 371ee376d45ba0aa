package app.kith.desk;

import app.kith.store.CardsView;
import app.kith.store.ChangesView;
import app.kith.store.Conversations;
import app.kith.store.Customers;
import app.kith.store.EntriesView;
import app.kith.store.ErasureView;
import app.kith.store.MailList;
import app.kith.store.PastView;
import app.kith.store.RelationView;
import app.kith.store.RuleView;
import app.kith.store.Store;
import app.kith.store.SyncView;
import app.kith.store.Timeline;
import app.kith.store.UserTextView;

/** What comes into an open data folder from files and what goes out into files. Each service is made when it is asked for. */
public final class Transfers {
    private final Store store;
    private final Keeper keeper;
    private final Mails mails;
    private final KeptFiles keptFiles;
    private final DuplicateReview duplicates;

    Transfers(Store store, Keeper keeper, Mails mails, KeptFiles keptFiles, DuplicateReview duplicates) {
        this.store = store;
        this.keeper = keeper;
        this.mails = mails;
        this.keptFiles = keptFiles;
        this.duplicates = duplicates;
    }

    /** {@return imports of contacts} */
    public Imports imports() {
        return new Imports(new CardsView(store), new UserTextView(store), keeper,
                new ImportHints(duplicates, new Customers(store)));
    }

    /** {@return imports of activities and business records} */
    public EntryImports entryImports() {
        return new EntryImports(new CardsView(store), new EntriesView(store), keptFiles, keeper);
    }

    /** {@return mail from files} */
    public MailImports mailImports() {
        return new MailImports(new SyncView(store), keeper, keeper.clock());
    }

    /** {@return the reading of an export of everything} */
    public FullImport fullImport() {
        return new FullImport(new SyncView(store), new Customers(store), new UserTextView(store),
                () -> new RuleView(store).now(keeper.clock()), keptFiles, keeper);
    }

    /** {@return what of contacts goes out, by name} */
    public Profiles profiles() {
        return new Profiles(new UserTextView(store), keeper);
    }

    /** {@return exports of contacts} */
    public Exports exports() {
        return new Exports(new CardsView(store), new UserTextView(store), new ExportNotes(keeper), keeper.clock());
    }

    /** {@return exports of one customer with everything} */
    public HandOver handOver() {
        return new HandOver(exports(), new Customers(store), new Timeline(store), new Conversations(store), mails,
                keptFiles, new ExportNotes(keeper), keeper.clock());
    }

    /** {@return reports of all that is kept about one person} */
    public PersonReport personReport() {
        return new PersonReport(new PersonReport.Views(new Customers(store), new ChangesView(store),
                new PastView(store), new ErasureView(store), new RelationView(store), new UserTextView(store),
                new Conversations(store)), mails, new ExportNotes(keeper), keeper.clock());
    }

    /** {@return exports of mail} */
    public MailExport mailExport() {
        return new MailExport(new MailList(store), new Conversations(store), mails, new ExportNotes(keeper),
                keeper.clock());
    }

    /** {@return exports of everything} */
    public FullExport fullExport() {
        return new FullExport(new FullExport.Views(new SyncView(store), exports(), new ChangesView(store),
                new PastView(store), new UserTextView(store), new Conversations(store), new MailList(store)), mails,
                keptFiles, new ExportNotes(keeper), keeper.clock());
    }
}
