package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.desk.Desk;
import app.kith.support.TestDesk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What scripts read of proposals, companies and sources. */
class ProposalsCommandsTest {
    private static final String ME = "me@firm.example";

    @TempDir
    private Path folder;

    private Path home;
    private Commands commands;

    @BeforeEach
    void fill() throws IOException {
        home = folder.resolve("home");
        commands = new Commands(home);
        try (Desk desk = TestDesk.open(home)) {
            Account account = desk.accounts().add(new Account(0, ME, "", new Server("localhost", 1, Security.TLS), null,
                    ME, null, null, null), "secret").account();
            String mail = """
                    From: "WANG, Xiaoming" <wang@hua.example>
                    To: me@firm.example
                    Subject: Quotation
                    Message-ID: <1@test>
                    Date: Sun, 1 Mar 2026 08:00:00 +0000
                    MIME-Version: 1.0
                    Content-Type: text/plain; charset=utf-8

                    你好

                    --\s
                    王小明
                    采购经理
                    深圳华科电子有限公司
                    """;
            TestDesk.file(desk, account, List.of(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)),
                    Instant.parse("2026-03-01T08:00:05Z"));
        }
    }

    private JsonNode kith(int exit, String... words) {
        return commands.json(exit, words);
    }

    @Test
    void aPersonIsListedAcceptedFoundInACompanyAndTheSourceTakenBack() {
        JsonNode waiting = kith(0, "proposals", "list", "--kind", "person").get("items");
        assertThat(waiting).hasSize(1);
        JsonNode wang = waiting.get(0);
        assertThat(wang.propertyNames()).containsExactlyInAnyOrder("id", "kind", "email", "name", "contact", "property",
                "label", "value", "present", "line", "status", "seen", "first", "last", "message", "level", "received",
                "sent", "lastIn", "lastOut", "signature", "perhaps");
        assertThat(wang.get("name").asString()).isEqualTo("王小明");
        assertThat(wang.get("signature").findValuesAsString("property")).contains("title", "company");
        JsonNode accepted = kith(0, "proposals", "accept", wang.get("id").asString());
        assertThat(accepted.get("decided").asInt()).isEqualTo(1);
        assertThat(kith(6, "proposals", "refuse", "p777").get("gone").get(0).asString()).isEqualTo("p777");
        JsonNode company = kith(0, "companies", "list", "--query", "华科").get("items").get(0);
        assertThat(company.propertyNames()).containsExactlyInAnyOrder("id", "name", "domains", "people", "lastContact");
        assertThat(company.get("domains").get(0).asString()).isEqualTo("hua.example");
        JsonNode page = kith(0, "companies", "show", company.get("id").asString());
        assertThat(page.get("contacts")).hasSize(1);
        assertThat(page.get("conversations")).hasSize(1);
        assertThat(page.get("values")).isEmpty();
        assertThat(page.get("files").asInt()).isZero();
        JsonNode source = kith(0, "sources", "list").get("items").get(0);
        assertThat(source.get("id").asString()).isEqualTo("mail:" + ME);
        assertThat(source.get("contacts").asInt()).isEqualTo(1);
        long change = kith(0, "sources", "withdraw", "mail:" + ME).get("change").asLong();
        assertThat(kith(0, "contacts", "list").get("items")).isEmpty();
        kith(0, "undo", String.valueOf(change));
        assertThat(kith(0, "contacts", "list").get("items")).hasSize(1);
    }

    @Test
    void aCompanyIsShownWithWhatItsCardSaysAndTheNumberOfItsFiles() {
        JsonNode card = kith(0, "contacts", "add", "--set", "kind=company", "--set", "name=深圳华科电子有限公司", "--set",
                "domain=www.hua.example");
        JsonNode page = kith(0, "companies", "show", card.get("contact").asString());
        assertThat(page.get("card").asLong()).isEqualTo(card.get("contact").asLong());
        assertThat(page.get("domains").get(0).asString()).isEqualTo("hua.example");
        assertThat(page.get("values").findValuesAsString("value")).contains("www.hua.example");
        assertThat(page.get("values").findValuesAsString("source")).containsOnly("hand");
        assertThat(page.get("files").asInt()).isZero();
    }

    @Test
    void whatIsAcceptedUnaskedIsShownAndChosen() {
        JsonNode first = kith(0, "proposals", "settings");
        assertThat(first.get("person").asString()).isEqualTo("certain");
        assertThat(first.get("bounce").asString()).isEqualTo("none");
        JsonNode chosen = kith(0, "proposals", "settings", "--kind", "fact", "--accept", "none");
        assertThat(chosen.get("fact").asString()).isEqualTo("none");
        assertThat(chosen.get("change").asLong()).isPositive();
        kith(2, "proposals", "settings", "--kind", "fact");
        kith(2, "proposals", "accept");
    }
}
