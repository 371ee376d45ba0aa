package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorReportTest {
    @TempDir
    private Path folder;

    @Test
    void aReportGoesIntoANewFileWithoutNames() throws Exception {
        Commands commands = new Commands(folder.resolve("home"));
        commands.json(0, "contacts", "add", "--name", "王小明", "--email", "wang@hua.example");
        Path file = folder.resolve("report.txt");
        assertThat(commands.run("doctor", "--report", file.toString()).out()).contains("All is well", file.toString());
        String report = Files.readString(file);
        assertThat(report).contains("customers: 1", "check: nothing is wrong", "opened by: passphrase")
                .doesNotContain("王小明", "wang", folder.toString());
        assertThat(commands.run("doctor", "--report", file.toString()).exit()).isEqualTo(1);
        assertThat(Files.readString(file)).isEqualTo(report);
    }
}
