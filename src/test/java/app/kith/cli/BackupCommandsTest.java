package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BackupCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void aBackupIsMadeListedVerifiedAndRestored() throws IOException {
        Commands commands = new Commands(folder.resolve("home"));
        assertThat(commands.json(0, "backup", "list").get("items").size()).isZero();
        commands.json(0, "contacts", "add", "--name", "王小明");
        JsonNode made = commands.json(0, "backup", "create");
        JsonNode listed = commands.json(0, "backup", "list").get("items");
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.get(0)).isEqualTo(made);
        String file = made.get("file").asString();
        JsonNode verified = commands.json(0, "backup", "verify", file);
        assertThat(verified.get("ok").asBoolean()).isTrue();
        assertThat(verified.get("counts").get("customers").asInt()).isEqualTo(1);
        commands.json(0, "backup", "create", "--out", folder.resolve("other.kithbackup").toString());
        commands.json(1, "backup", "create", "--out", folder.resolve("other.kithbackup").toString());
        assertThat(commands.run("backup", "restore", file, "--into", folder.resolve("new").toString()).out())
                .contains("--home " + folder.resolve("new"));
        assertThat(new Commands(folder.resolve("new")).json(0, "contacts", "list").get("items").get(0).get("name")
                .asString()).isEqualTo("王小明");
        Files.writeString(folder.resolve("bad.kithbackup"), "no zip");
        Commands.Ran bad = commands.run("backup", "verify", folder.resolve("bad.kithbackup").toString());
        assertThat(bad.exit()).isEqualTo(5);
        assertThat(bad.err()).startsWith("kith: The backup ").contains("cannot be used");
        assertThat(commands.run("backup", "list").out()).contains(String.valueOf(Path.of(file).getFileName()));
    }

    @Test
    void aPlanSaysWhenAndWhere() throws IOException {
        Commands commands = new Commands(folder.resolve("home"));
        commands.json(0, "contacts", "add", "--name", "王小明");
        assertThat(commands.json(0, "backup", "plan").get("every").asString()).isEqualTo("hand");
        Path drive = Files.createDirectory(folder.resolve("drive"));
        JsonNode plan = commands.json(0, "backup", "plan", "--every", "weekly", "--folder", drive.toString());
        assertThat(plan.get("every").asString()).isEqualTo("weekly");
        assertThat(plan.get("folder").asString()).isEqualTo(drive.toString());
        commands.json(0, "backup", "create");
        assertThat(commands.json(0, "backup", "list").get("items").get(0).get("file").asString())
                .startsWith(drive.toString());
        Commands.Ran gone = commands.run("backup", "plan", "--folder", folder.resolve("nowhere").toString());
        assertThat(gone.exit()).isEqualTo(1);
        assertThat(gone.err()).contains("is not there");
        assertThat(commands.run("backup", "plan", "--folder", "").out()).contains("once a week", "home-backups");
    }
}
