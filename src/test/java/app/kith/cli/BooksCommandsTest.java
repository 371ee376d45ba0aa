package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.support.BookServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An address book from the command line: found with the mail account, looked at, accepted, followed both ways, decided about. */
class BooksCommandsTest {
    private static final String CLOSED = "localhost:9";

    @TempDir
    private Path folder;

    private final BookServer server = new BookServer();
    private Commands commands;

    @BeforeEach
    void account() throws IOException {
        server.put("a.vcf", card("a", "Anna Keller", "TITLE:Buyer", "X-SPECIAL:keep"));
        commands = new Commands(folder.resolve("home"));
        Path password = Files.writeString(folder.resolve("password"), BookServer.PASSWORD);
        kith(0, "account", "add", "--email", BookServer.USER, "--imap", CLOSED, "--imap-security", "none",
                "--password-file", password.toString(), "--carddav", server.url());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static String card(String uid, String name, String... lines) {
        return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + uid + "\r\nFN:" + name + "\r\nN:Keller;Anna;;;\r\n"
                + String.join("\r\n", lines) + "\r\nEND:VCARD\r\n";
    }

    private JsonNode kith(int exit, String... words) {
        return commands.json(exit, words);
    }

    @Test
    void aBookIsFoundShownAcceptedAndFollowedBothWays() {
        JsonNode books = kith(3, "sync").get("accounts").get(0).get("addressBooks");
        assertThat(books.size()).as("the books are followed though the mail cannot be reached").isEqualTo(1);
        assertThat(books.get(0).get("waiting").asBoolean()).isTrue();
        JsonNode book = kith(0, "books", "list").get("items").get(0);
        assertThat(book.get("accepted").asBoolean()).isFalse();
        String id = book.get("id").asString();

        JsonNode plan = kith(0, "books", "plan", id);
        assertThat(plan.toString()).contains("Anna Keller");
        assertThat(kith(0, "contacts", "list").get("items").size()).as("a plan changes nothing").isZero();
        kith(0, "books", "accept", id);
        JsonNode anna = kith(0, "contacts", "list").get("items").get(0);
        assertThat(anna.get("name").asString()).isEqualTo("Anna Keller");

        kith(0, "books", "set", id, "--direction", "both");
        kith(0, "contacts", "edit", anna.get("id").asString(), "--title", "Head of Purchasing");
        assertThat(kith(0, "books", "list").get("items").get(0).get("waiting").asInt()).isEqualTo(1);
        books = kith(3, "sync").get("accounts").get(0).get("addressBooks");
        assertThat(books.get(0).get("sent").asInt()).isEqualTo(1);
        assertThat(server.text("a.vcf")).contains("TITLE:Head of Purchasing\r\n", "X-SPECIAL:keep\r\n");
    }

    @Test
    void whatBothSidesChangedIsListedAndDecided() {
        kith(3, "sync");
        String id = kith(0, "books", "list").get("items").get(0).get("id").asString();
        kith(0, "books", "accept", id);
        kith(0, "books", "set", id, "--direction", "both");
        String anna = kith(0, "contacts", "list").get("items").get(0).get("id").asString();
        kith(0, "contacts", "edit", anna, "--title", "Head of Purchasing");
        server.put("a.vcf", server.text("a.vcf").replace("Buyer", "Director"));
        kith(3, "sync");

        JsonNode shown = kith(0, "books", "show", id);
        assertThat(shown.toString()).contains("Head of Purchasing", "Director");
        kith(0, "books", "decide", id, "1", "ours");
        kith(3, "sync");
        assertThat(server.text("a.vcf")).contains("TITLE:Head of Purchasing\r\n");
        assertThat(kith(0, "books", "list").get("items").get(0).get("conflicts").asInt()).isZero();
    }

    @Test
    void aBookThatIsNotThereAndWordsThatAreNone() {
        kith(1, "books", "show", "no-such-book");
        kith(3, "sync");
        JsonNode book = kith(0, "books", "list").get("items").get(0);
        kith(2, "books", "set", book.get("id").asString(), "--direction", "sideways");
        assertThat(kith(0, "books", "list").get("items").get(0)).isEqualTo(book);
    }
}
