package app.kith.cli;

import app.kith.desk.Compaction.Result;
import app.kith.desk.Desk;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code kith compact} */
@Command(name = "compact", description = "give back the room of letters' older versions that nothing can need again; the window does it by itself")
final class CompactCommand extends DeskCommand {
    CompactCommand(Shell shell) {
        super(shell);
    }

    @Override
    void run(Desk desk, Terminal terminal) {
        Result result = desk.compaction().all(() -> false);
        if (terminal.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("files", result.files());
            json.put("messages", result.messages());
            json.put("before", result.before());
            json.put("after", result.after());
            terminal.document(json);
        } else if (result.messages() == 0) {
            terminal.line(terminal.words().get("cli.compact.nothing"));
        } else {
            terminal.line(terminal.words().get("cli.compacted", result.messages(), result.before(), result.after()));
        }
    }
}
