package app.kith.cli;

import app.kith.desk.Desk;
import app.kith.desk.Doctor.Findings;
import app.kith.desk.FaultReport;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kith doctor} */
@Command(name = "doctor", description = "check everything that is kept")
final class DoctorCommand implements Callable<Integer> {
    private static final int DAMAGED = 5;

    private final Shell shell;

    @Option(names = "--rebuild", description = "build the store and the index anew from the logs first")
    private boolean rebuild;

    @Option(names = "--report", paramLabel = "F", description = "write a report of a fault to a new file, without names, addresses or text of mails")
    private @Nullable Path report;

    DoctorCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Terminal terminal = shell.terminal();
        try (Desk desk = shell.desk(rebuild)) {
            if (rebuild) {
                desk.search(); // It is made anew now, and checked with all else.
            }
            Findings findings = desk.doctor()
                    .check(bytes -> terminal.progress(terminal.words().get("cli.checked", bytes / 1_000_000)));
            terminal.endProgress();
            if (report != null) {
                FaultReport.write(FaultReport.of(desk, findings, Map.of(), Clock.systemUTC()), report, false);
            }
            if (terminal.json()) {
                Map<String, Object> json = json(findings);
                json.put("deadMailBytes", desk.compaction().dead());
                terminal.document(json);
            } else {
                print(terminal, findings);
                long dead = desk.compaction().dead();
                if (dead > 0) {
                    terminal.line(terminal.words().get("cli.dead", dead));
                }
                if (report != null) {
                    terminal.line(terminal.words().get("guard.report.saved", report));
                }
            }
            return findings.healthy() ? 0 : DAMAGED;
        }
    }

    private static Map<String, Object> json(Findings findings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("healthy", findings.healthy());
        json.put("damages", findings.damages());
        json.put("faults", findings.faults());
        json.put("counts", findings.counts());
        json.put("digest", findings.digest());
        Map<String, Object> bytes = new LinkedHashMap<>();
        bytes.put("ledger", findings.bytes().ledger());
        bytes.put("mail", findings.bytes().mail());
        bytes.put("store", findings.bytes().store());
        json.put("bytes", bytes);
        json.put("changeSetsWithErased", findings.erasedChanges());
        json.put("mailRecordsRewritten", findings.rewrittenBatches());
        return json;
    }

    private static void print(Terminal terminal, Findings findings) {
        Words words = terminal.words();
        terminal.line(words.get(findings.healthy() ? "cli.healthy" : "cli.not-healthy"));
        findings.damages().forEach(
                damage -> terminal.line(words.get("cli.damage", damage.file(), String.valueOf(damage.sequence()),
                        String.valueOf(damage.offset()), damage.what())));
        findings.faults().forEach(fault -> terminal.line("  " + fault));
        Table table = new Table(List.of("", ""));
        findings.counts().forEach((what, count) -> table.row(words.get("cli.count." + what), count));
        table.row(words.get("cli.count.bytes"), findings.bytes().all());
        terminal.table(table);
        if (findings.erasedChanges() > 0) {
            terminal.line(words.count("cli.erased-changes", findings.erasedChanges()));
        }
        terminal.line(words.get("cli.digest", findings.digest()));
    }
}
