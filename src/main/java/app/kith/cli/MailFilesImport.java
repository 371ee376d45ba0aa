package app.kith.cli;

import app.kith.account.Account;
import app.kith.desk.Desk;
import app.kith.desk.MailImports;
import app.kith.exchange.FoundMail;
import app.kith.exchange.ImportFile;
import app.kith.exchange.ImportPlan;
import app.kith.exchange.Importer;
import app.kith.exchange.MailFiles;
import app.kith.exchange.MailTaker;
import app.kith.exchange.Presets;
import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The part of {@code kith import} that takes mail. */
final class MailFilesImport {
    private static final int SOME_REFUSED = 6;
    private static final int SHOWN = 20;

    private final Shell shell;
    private final @Nullable String email;
    private final boolean dryRun;
    private final Importer.Options options;

    MailFilesImport(Shell shell, @Nullable String email, boolean dryRun, Importer.Options options) {
        this.options = options;
        this.shell = shell;
        this.email = email;
        this.dryRun = dryRun;
    }

    int of(List<Path> files) {
        Terminal terminal = shell.terminal();
        Words words = terminal.words();
        List<Map<String, Object>> told = new ArrayList<>();
        boolean refused = false;
        ImportPlan contacts = new ImportPlan(0, List.of());
        OptionalLong change = OptionalLong.empty();
        try (Desk desk = shell.desk()) {
            Account account = account(desk);
            for (Path file : files) {
                MailImports.Done done = dryRun
                        ? count(file)
                        : desk.transfers().mailImports().take(file, account,
                                mails -> terminal.progress(words.count("import.mails", mails)), () -> false);
                terminal.endProgress();
                refused |= !done.aside().isEmpty();
                told.add(json(file, account, done));
                if (!terminal.json()) {
                    print(file, done);
                }
            }
            contacts = contacts(desk, files);
            change = dryRun ? change : desk.transfers().imports().enter(contacts, options);
            refused |= contacts.hasRefused();
        }
        if (!terminal.json()) {
            contacts.files().forEach(new ImportReport(terminal)::print);
            change.ifPresent(terminal::changed);
        }
        if (terminal.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("mail", told);
            json.put("files", contacts.files().stream().map(new ImportReport(terminal)::json).toList());
            json.put("dryRun", dryRun);
            json.put("change", change.isPresent() ? change.getAsLong() : null);
            terminal.document(json);
        }
        return refused ? SOME_REFUSED : 0;
    }

    /** What would be done with the contacts that lie beside the mails. */
    private ImportPlan contacts(Desk desk, List<Path> files) {
        Presets presets = desk.transfers().imports().presets();
        List<ImportFile> opened = files.stream().filter(MailFiles::mayHoldContacts)
                .map(file -> ImportFile.open(file, presets, ImportFile.Choice.AUTOMATIC)).toList();
        return desk.transfers().imports().plan(opened, options, _ -> {}, () -> false);
    }

    private Account account(Desk desk) {
        if (email != null) {
            return desk.accounts().find(email);
        }
        return desk.accounts().list().stream().findFirst()
                .orElseThrow(() -> new KithException(Problem.ACCOUNT_UNKNOWN, "--account"));
    }

    /** Only looks at what is there. */
    private static MailImports.Done count(Path file) {
        long[] found = {0};
        List<MailImports.Aside> aside = new ArrayList<>();
        MailFiles.read(file, new MailTaker() {
            @Override
            public boolean mail(FoundMail mail) {
                found[0]++;
                return true;
            }

            @Override
            public void aside(String place, Note reason) {
                aside.add(new MailImports.Aside(place, reason));
            }
        });
        return new MailImports.Done(found[0], 0, 0, aside, false);
    }

    private Map<String, Object> json(Path file, Account account, MailImports.Done done) {
        Words words = shell.terminal().words();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file.toString());
        json.put("account", account.email());
        json.put("found", done.found());
        json.put("taken", done.taken());
        json.put("known", done.known());
        json.put("refusals", done.aside().stream()
                .map(one -> Map.of("place", one.place(), "reason", one.reason().text(words))).toList());
        return json;
    }

    private void print(Path file, MailImports.Done done) {
        Terminal terminal = shell.terminal();
        Words words = terminal.words();
        terminal.line(words.get("import.mail-counts", file.getFileName(), done.found(), done.taken(), done.known(),
                done.aside().size()));
        done.aside().stream().limit(SHOWN)
                .forEach(one -> terminal.line("  " + one.place() + ": " + one.reason().text(words)));
    }
}
