package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FilesCommandsTest {
    private static final String MAIL = """
            From: "Anna Keller" <anna@nordwind.example>
            To: lin@firm.example
            Subject: The drawing
            Date: Mon, 2 Nov 2026 09:00:00 +0800
            Message-ID: <d1@nordwind.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            Please see the files.
            --b
            Content-Type: application/pdf; name="flange.pdf"
            Content-Disposition: attachment; filename="flange.pdf"
            Content-Transfer-Encoding: base64

            JVBERi0xLjQK
            --b
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename="flange.dwg"

            drawing
            --b--
            """;

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void keys() {
        commands = new Commands(folder.resolve("home"));
    }

    @Test
    void filesAreListedByKindNameAndCustomer() throws Exception {
        Path mail = Files.writeString(folder.resolve("a.eml"), MAIL.replace("\n", "\r\n"));
        commands.json(0, "account", "add", "--email", "lin@firm.example", "--imap", "127.0.0.1:1", "--imap-security",
                "none", "--smtp", "127.0.0.1:1", "--smtp-security", "none", "--password-file",
                Files.writeString(folder.resolve("secret"), "x").toString());
        commands.json(0, "import", mail.toString());
        JsonNode all = commands.json(0, "files", "list").get("items");
        assertThat(all.size()).isEqualTo(2);
        JsonNode drawing = commands.json(0, "files", "list", "--kind", "drawing").get("items");
        assertThat(drawing.size()).isEqualTo(1);
        assertThat(drawing.get(0).get("name").asString()).isEqualTo("flange.dwg");
        assertThat(drawing.get(0).get("size").asLong()).isEqualTo(7);
        assertThat(drawing.get(0).get("subject").asString()).isEqualTo("The drawing");
        assertThat(drawing.get(0).get("outgoing").asBoolean()).isFalse();
        assertThat(commands.json(0, "files", "list", "--query", "PDF").get("items").size()).isEqualTo(1);
        assertThat(commands.json(0, "files", "list", "--query", "flange").get("items").size()).isEqualTo(2);
        JsonNode first = commands.json(0, "files", "list", "--limit", "1").get("items");
        assertThat(commands.json(0, "files", "list", "--after", first.get(0).get("id").asString()).get("items").size())
                .isEqualTo(1);
        commands.json(0, "contacts", "add", "--name", "Anna Keller", "--email", "anna@nordwind.example");
        long contact = commands.json(0, "contacts", "list").get("items").get(0).get("id").asLong();
        assertThat(commands.json(0, "files", "list", "--contact", String.valueOf(contact)).get("items").size())
                .isEqualTo(2);
        assertThat(commands.run("files", "list", "--kind", "pdf").out()).contains("flange.pdf", "Anna Keller");
        assertThat(commands.run("files", "list", "--kind", "nonsense").exit()).isEqualTo(2);
    }

    @Test
    void aFileIsKeptWithARecordListedSavedAndTakenOff() throws Exception {
        Path contract = Files.writeString(folder.resolve("contract.pdf"), "signed");
        long wang = commands.json(0, "contacts", "add", "--name", "王小明").get("contact").asLong();
        long record = commands.json(0, "records", "add", "--contact", String.valueOf(wang), "--kind", "contract",
                "--number", "C-77", "--file", contract.toString()).get("id").asLong();
        JsonNode file = commands.json(0, "files", "list", "--contact", String.valueOf(wang)).get("items").get(0);
        assertThat(file.get("entry").asLong()).isEqualTo(record);
        assertThat(file.get("name").asString()).isEqualTo("contract.pdf");
        assertThat(commands.json(0, "records", "list").get("items").get(0).get("files").get(0).get("size").asInt())
                .isEqualTo(6);
        Path out = folder.resolve("out.pdf");
        commands.json(0, "files", "save", file.get("id").asString(), "--out", out.toString());
        assertThat(out).hasContent("signed");
        commands.json(1, "records", "edit", String.valueOf(record), "--remove-file", "other.pdf");
        commands.json(0, "records", "edit", String.valueOf(record), "--remove-file", "contract.pdf");
        assertThat(commands.json(0, "files", "list").get("items").size()).isZero();
    }
}
