package app.kith.ui;

import app.kith.account.Account;
import app.kith.desk.FullImport;
import app.kith.desk.Imports;
import app.kith.desk.Jobs;
import app.kith.desk.Records.Entered;
import app.kith.exchange.Holding;
import app.kith.exchange.ImportFile;
import app.kith.exchange.Importer;
import app.kith.exchange.MailFiles;
import app.kith.store.Customers.Customer;
import app.kith.ui.customer.CustomersModel;
import app.kith.ui.exchange.EntryImportForm;
import app.kith.ui.exchange.EntryImportModel;
import app.kith.ui.exchange.ExportAct;
import app.kith.ui.exchange.ImportForm;
import app.kith.ui.exchange.ImportModel;
import app.kith.ui.exchange.JobsForm;
import app.kith.ui.exchange.MailImportForm;
import app.kith.ui.exchange.OutForm;
import app.kith.ui.exchange.ProfilesForm;
import app.kith.ui.exchange.Whom;
import app.kith.ui.look.Outside;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Files on their way in: the one that is chosen, those of saved imports, those that wait; and the export. JavaFX thread only. */
final class FilesIn {
    private final Session session;
    private final Sheet over;
    private final Words words;
    private final Outside outside;
    private final Consumer<KithException> failed;

    FilesIn(Session session, Sheet over, Words words, Outside outside, Consumer<KithException> failed) {
        this.session = session;
        this.over = over;
        this.words = words;
        this.outside = outside;
        this.failed = failed;
    }

    /** Lets the user choose a file. */
    void choose() {
        outside.existing(words.get("import.choose")).ifPresent(this::open);
    }

    /** Opens a file as what it holds; an export of everything is taken whole where there is nobody yet. */
    void open(Path path) {
        session.background().run("import-whole",
                () -> FullImport.isOne(path) && session.desk().transfers().fullImport().canTake(), whole -> {
                    if (whole) {
                        session.recordActs().enter(() -> new Entered(0, 0,
                                session.desk().transfers().fullImport().take(path).orElse(0)));
                    } else {
                        openPart(path);
                    }
                }, failed);
    }

    private void openPart(Path path) {
        session.background().run("import-kind", () -> Holding.of(path, ImportFile.Choice.AUTOMATIC), holding -> {
            switch (holding) {
                case MAIL -> mail(path);
                case ENTRIES -> entries(path);
                case CONTACTS -> contacts(path);
            }
        }, failed);
    }

    /** Shows the saved imports, and the files that wait. */
    void jobs() {
        session.jobs().read();
        over.show(new JobsForm(session.jobs(), words, this::choose, this::answer, over::hide));
    }

    /** Shows what can be written out: customers with export profiles, mail, everything. */
    void out() {
        ExportAct export = new ExportAct(session.desk().transfers()::exports, session.background(), outside, words);
        CustomersModel customers = session.customers();
        ProfilesForm profiles = new ProfilesForm(session.desk().transfers().profiles(), session.background(), words,
                Whom.of(customers.totalProperty().get(), customers.rows().numbers(), customers.chosenProperty().get()),
                export::begin, failed, over::hide);
        Customer customer = session.customer().customerProperty().get();
        over.show(new OutForm(session.out(), profiles,
                customer == null ? null : new OutForm.Person(customer.row().id(), customer.row().name()), words,
                outside, session.clock().getZone(), over::hide));
    }

    private void mail(Path path) {
        session.background().run("import-accounts",
                () -> new Beside(session.desk().accounts().list(), contactsIn(path)),
                beside -> {
                    MailImportForm form = new MailImportForm(session.desk().transfers().mailImports(),
                            beside.accounts(),
                            session.background(), path, words, failed, over::hide);
                    form.setJobs(session.jobs());
                    form.setContacts(beside.contacts(), () -> contacts(path));
                    over.show(form);
                }, failed);
    }

    private record Beside(List<Account> accounts, int contacts) {}

    /** How many contacts lie beside the mails of a file; none where it is damaged, of which the import of mail tells. */
    private int contactsIn(Path path) {
        try {
            if (!MailFiles.mayHoldContacts(path)) {
                return 0;
            }
            Imports imports = session.desk().transfers().imports();
            ImportFile file = ImportFile.open(path, imports.presets(), ImportFile.Choice.AUTOMATIC);
            return imports.plan(List.of(file), new Importer.Options(Importer.Key.AUTO, Importer.Mode.BOTH), _ -> {},
                    () -> false).files().getFirst().rows();
        } catch (KithException e) {
            return 0;
        }
    }

    private void contacts(Path path) {
        ImportModel model = new ImportModel(session.desk().transfers().imports(), session.recordActs(),
                session.background(),
                path);
        model.setJobs(session.jobs());
        ImportForm form = new ImportForm(model, words, outside, over::hide);
        form.setOnEntries(() -> entries(path));
        over.show(form);
        model.begin();
    }

    private void entries(Path path) {
        EntryImportModel model = entryModel(path);
        model.setJobs(session.jobs());
        over.show(new EntryImportForm(model, words, outside, () -> contacts(path), over::hide));
        model.begin();
    }

    private EntryImportModel entryModel(Path path) {
        return new EntryImportModel(session.desk().transfers().entryImports(), session.recordActs(),
                session.background(), path,
                session.clock().getZone());
    }

    /** A file of a watched folder that waits for the user. */
    private void answer(Jobs.Waiting one) {
        session.background().run("import-kind", () -> Holding.of(one.file(), one.job().choice()), holding -> {
            switch (holding) {
                case MAIL -> mail(one.file());
                case ENTRIES -> answerEntries(one);
                case CONTACTS -> answerContacts(one);
            }
        }, failed);
    }

    private void answerContacts(Jobs.Waiting one) {
        ImportModel model = new ImportModel(session.desk().transfers().imports(), session.recordActs(),
                session.background(),
                one.file());
        model.answers(one, session.desk().jobs());
        over.show(new ImportForm(model, words, outside, this::answered));
        model.begin();
    }

    private void answerEntries(Jobs.Waiting one) {
        EntryImportModel model = entryModel(one.file());
        model.answers(one, session.desk().jobs());
        over.show(new EntryImportForm(model, words, outside, () -> answerContacts(one), this::answered));
        model.begin();
    }

    private void answered() {
        over.hide();
        session.jobs().changed();
    }
}
