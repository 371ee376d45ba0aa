package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.cli.Commands.Ran;
import app.kith.words.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Rules on the command line, on a real data folder with mail from files. */
class RulesCommandsTest {
    private static final DateTimeFormatter HEADER = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z",
            Locale.ENGLISH);

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void keys() {
        commands = new Commands(folder.resolve("home"));
    }

    private JsonNode kith(int exit, String... words) {
        return commands.json(exit, words);
    }

    private void mail(String name, String from, String subject, String text) throws Exception {
        Path file = Files.write(folder.resolve(name + ".eml"), ("From: " + from + "\r\nTo: me@firm.test\r\nSubject: "
                + subject + "\r\nMessage-ID: <" + name + "@test>\r\nDate: "
                + Instant.now().atZone(ZoneOffset.UTC).minusDays(3).format(HEADER)
                + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        kith(0, "import", file.toString());
    }

    private void account() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret\n");
        kith(0, "account", "add", "--email", "me@firm.test", "--imap", "localhost:1", "--imap-security", "none",
                "--password-file", secret.toString());
    }

    @Test
    void aRuleIsTriedOnThePastRunAndAllOfItTakenBack() throws Exception {
        account();
        kith(0, "contacts", "add", "--name", "Anna Keller", "--email", "anna@nord.test");
        mail("one", "Anna <anna@nord.test>", "Contract", "Here is our contract over EUR 5,000.");
        mail("two", "Anna <anna@nord.test>", "Hello", "Nice weather.");
        mail("three", "Eve <eve@other.test>", "Contract", "A contract.");
        JsonNode rule = kith(0, "rules", "add", "Deals", "--when", "mail-in", "--if", "known", "deal", "--then", "pin",
                "tag:deal", "follow-up:2:Answer");
        assertThat(rule.get("id").asLong()).isEqualTo(1);
        assertThat(rule.get("change").asLong()).isPositive();
        JsonNode dry = kith(0, "rules", "run", "1", "--dry-run");
        assertThat(dry.get("looked").asInt()).isEqualTo(3);
        assertThat(dry.get("items").size()).isEqualTo(1);
        JsonNode item = dry.get("items").get(0);
        assertThat(item.get("case").asString()).isEqualTo("m1");
        assertThat(item.get("name").asString()).isEqualTo("Anna Keller");
        assertThat(item.get("why").findValuesAsString("found")).contains("contract");
        assertThat(item.get("then").toString()).isEqualTo("[\"pin\",\"tag:deal\",\"follow-up:2:Answer\"]");
        assertThat(dry.get("change").isNull()).isTrue();
        assertThat(kith(0, "contacts", "list", "--query", "tag:deal").get("items").size()).isZero();
        JsonNode ran = kith(0, "rules", "run", "1");
        assertThat(ran.get("did").asInt()).isEqualTo(1);
        assertThat(kith(0, "contacts", "list", "--query", "tag:deal").get("items").size()).isEqualTo(1);
        JsonNode task = kith(0, "followups", "list", "--kind", "task").get("items").get(0);
        assertThat(task.get("title").asString()).isEqualTo("Answer");
        assertThat(kith(0, "rules", "run", "1").get("did").asInt()).as("a second time").isZero();
        JsonNode back = kith(0, "rules", "undo", "1");
        assertThat(back.get("changes").size()).isEqualTo(1);
        assertThat(kith(0, "contacts", "list", "--query", "tag:deal").get("items").size()).isZero();
        assertThat(kith(0, "rules", "alarms", "1").get("items").size()).isEqualTo(1);
        assertThat(kith(0, "rules", "run", "1", "--dry-run").get("items").size()).isZero();
        JsonNode listed = kith(0, "rules", "list").get("items").get(0);
        assertThat(listed.get("fired").asInt()).isZero();
        assertThat(listed.get("takenBack").asInt()).isEqualTo(1);
        assertThat(listed.get("idle").asBoolean()).isFalse();
        assertThat(listed.get("lastRun").asString()).isNotEmpty();
        assertThat(listed.get("sentence").asString()).isEqualTo("When a mail comes in, if it is with a customer and it"
                + " names a sum, a contract or an order: pin the mail to the customer's file and set the tag \"deal\" and"
                + " follow up in 2 days: Answer");
        kith(0, "rules", "alarms", "1", "--forget");
        assertThat(kith(0, "rules", "run", "1").get("did").asInt()).isEqualTo(1);
    }

    @Test
    void aCommandSetsRulesOffThatAreWatchful() {
        kith(0, "rules", "add", "Won", "--when", "changed:stage=won", "--then", "follow-up:30:Ask for a review");
        kith(0, "contacts", "add", "--name", "Anna Keller", "--stage", "won");
        JsonNode tasks = kith(0, "followups", "list", "--kind", "task").get("items");
        assertThat(tasks.size()).isEqualTo(1);
        assertThat(Instant.parse(tasks.get(0).get("due").asString()).atZone(ZoneId.systemDefault()).toLocalDate())
                .isEqualTo(LocalDate.now(ZoneId.systemDefault()).plusDays(30));
        JsonNode change = kith(0, "changes", "list").get("items").get(0);
        assertThat(change.get("actor").asString()).isEqualToIgnoringCase("rule");
        assertThat(change.get("reason").asString()).isEqualTo("rule 1 Won");
    }

    @Test
    void aRuleIsSwitchedEditedAndRemoved() {
        kith(0, "rules", "add", "First", "--sample", "dormant", "--off");
        assertThat(kith(0, "rules", "list").get("items").get(0).get("on").asBoolean()).isFalse();
        assertThat(kith(0, "rules", "on", "1").get("on").asBoolean()).isTrue();
        JsonNode edited = kith(0, "rules", "edit", "1", "--name", "Silent", "--when", "after-contact:60", "--propose");
        assertThat(edited.get("when").asString()).isEqualTo("after-contact:60");
        assertThat(edited.get("proposes").asBoolean()).isTrue();
        assertThat(edited.get("then").size()).as("what is not given stays").isEqualTo(1);
        kith(0, "rules", "edit", "1", "--propose", "no");
        kith(0, "rules", "off", "1");
        JsonNode removed = kith(0, "rules", "remove", "1");
        assertThat(kith(0, "rules", "list").get("items").size()).isZero();
        kith(0, "undo", removed.get("change").asString());
        assertThat(kith(0, "rules", "list").get("items").get(0).get("name").asString()).isEqualTo("Silent");
    }

    @Test
    void proposalsAreAcceptedAndRefused() throws Exception {
        account();
        kith(0, "contacts", "add", "--name", "Anna Keller", "--email", "anna@nord.test");
        mail("one", "Anna <anna@nord.test>", "One", "1");
        mail("two", "Anna <anna@nord.test>", "Two", "2");
        kith(0, "rules", "add", "Ask", "--when", "mail-in", "--if", "known", "--then", "pin", "--propose");
        assertThat(kith(0, "rules", "run", "1").get("proposed").asBoolean()).isTrue();
        assertThat(kith(0, "rules", "waiting").get("items").size()).isEqualTo(2);
        assertThat(kith(0, "rules", "accept", "1", "m1").get("did").asInt()).isEqualTo(1);
        assertThat(kith(0, "rules", "refuse", "1").get("did").asInt()).isEqualTo(1);
        assertThat(kith(0, "rules", "waiting").get("items").size()).isZero();
        assertThat(kith(0, "rules", "accept", "1", "m2").get("did").asInt()).as("it was refused").isZero();
    }

    @Test
    void whatCannotBeUnderstoodIsSaidWithItsRemedy() {
        Ran ran = commands.run("rules", "add", "X", "--when", "mail-in", "--if", "knwon", "--then", "pin");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("knwon").contains("kith help rules add");
        assertThat(commands.run("rules", "add", "X", "--then", "pin").exit()).isEqualTo(2);
        assertThat(commands.run("rules", "add", "X", "--when", "mail-in").exit()).isEqualTo(2);
        assertThat(commands.run("rules", "run", "7", "--dry-run").exit()).isEqualTo(1);
    }

    @Test
    void peopleReadItInTheirLanguage() {
        kith(0, "rules", "add", "Won", "--sample", "won");
        Ran chinese = commands.run(Words.of(Locale.SIMPLIFIED_CHINESE), "rules", "list");
        assertThat(chinese.out()).contains("当阶段变为“won”时：30 天后跟进");
        assertThat(commands.run("rules", "samples").out()).contains("birthday", "When birthday is in 7 days");
        assertThat(commands.run("rules", "run", "1", "--dry-run").out()).contains("It would do nothing.");
    }
}
