package app.kith.cli;

import app.kith.change.Change.ErasureDone;
import app.kith.desk.Desk;
import app.kith.desk.DeskOptions;
import app.kith.desk.Erasures.Plan;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith contacts erase} */
@Command(name = "erase", description = "take a customer away; \"undo\" brings it back, unless it is erased for good")
final class EraseCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "ID", description = "the customer's number")
    private long id;

    @Option(names = "--permanently", description = "erase for good what is kept about the customer, in the history too: cards, activities, records; nothing brings it back. Also for one who was taken away")
    private boolean permanently;

    @Option(names = "--mails", description = "with --permanently: also mails in which nobody but the customer and you has part; on the server they stay")
    private boolean mails;

    @Option(names = "--dry-run", description = "with --permanently: only say what would go and what would stay")
    private boolean dryRun;

    EraseCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (!permanently && (mails || dryRun)) {
            throw new KithException(Problem.USAGE, mails ? "--mails" : "--dry-run");
        }
        DeskOptions options = shell.options(false);
        Plan plan;
        long begun;
        try (Desk desk = shell.desk(options)) {
            if (!permanently) {
                ContactEdits.tell(shell.terminal(), desk.records().erase(id));
                return 0;
            }
            plan = desk.erasures().plan(id, mails);
            if (dryRun) {
                tell(plan, null, 0);
                return 0;
            }
            begun = desk.erasures().begin(id, mails);
        }
        // It is done by opening the folder again, as it would be after a kill here.
        try (Desk desk = shell.desk(options)) {
            tell(plan, desk.erasures().done(begun).orElseThrow(), begun);
        }
        return 0;
    }

    private void tell(Plan plan, @org.jspecify.annotations.Nullable ErasureDone done, long begun) {
        Terminal terminal = shell.terminal();
        if (terminal.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("contact", plan.contact());
            json.put("erased", done != null);
            json.put("cards", plan.cards());
            json.put("values", plan.values());
            json.put("entries", plan.entries());
            json.put("mails", plan.mails());
            json.put("letters", plan.letters());
            json.put("mailsThatStay", plan.shared());
            json.put("backupsThatStillHoldIt", plan.backups().stream().map(Path::toString).toList());
            if (done != null) {
                json.put("change", begun);
                json.put("changeSets", done.changeSets());
                json.put("damagedFiles", done.damaged());
            }
            terminal.document(json);
            return;
        }
        Words words = terminal.words();
        terminal.line(words.get(done == null ? "erase.would" : "erase.did", "#" + plan.contact(), plan.cards(),
                plan.values(), plan.entries(), plan.mails(), plan.letters()));
        terminal.line(words.get("erase.stays", plan.shared()));
        if (!plan.backups().isEmpty()) {
            terminal.line(words.get("erase.backups"));
            plan.backups().forEach(file -> terminal.line("  " + file));
        }
        if (done != null && done.damaged() > 0) {
            terminal.line(words.get("erase.damaged", done.damaged()));
        }
    }
}
