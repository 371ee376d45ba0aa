package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.HomeCountry;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** What holds for everything, on the command line. */
@Isolated("the country holds in the whole program")
class SettingsCommandsTest {
    @TempDir
    private Path folder;

    @AfterEach
    void atHomeAgain() {
        HomeCountry.use("");
    }

    @Test
    void numbersThatNameNoCountryAreOfTheChosenOneUntilTheChoiceIsUndone() {
        Commands commands = new Commands(folder.resolve("home"));
        assertThat(commands.json(0, "settings", "country").toString())
                .isEqualTo("{\"country\":\"CN\",\"chosen\":false}");
        commands.json(1, "settings", "country", "Nowhere");
        long change = commands.json(0, "settings", "country", "United Kingdom").get("change").asLong();
        assertThat(change).isPositive();
        commands.json(0, "contacts", "add", "--name", "Jo Bell", "--phone", "020 7946 0958");
        assertThat(phone(commands, 1)).isEqualTo("+442079460958");
        commands.json(0, "undo", String.valueOf(change));
        assertThat(commands.json(0, "settings", "country").get("country").asString()).isEqualTo("CN");
        commands.json(0, "contacts", "add", "--name", "李雷", "--phone", "0755 86013388");
        assertThat(phone(commands, 2)).isEqualTo("+8675586013388");
        commands.json(0, "contacts", "edit", "1", "--set", "phone=+44 20 7946 0958");
        assertThat(commands.json(0, "contacts", "show", "1").toString()).containsOnlyOnce("+442079460958");
    }

    private static String phone(Commands commands, long contact) {
        for (JsonNode value : commands.json(0, "contacts", "show", String.valueOf(contact)).get("values")) {
            if (value.get("property").asString().equals("phone")) {
                return value.get("normal").asString();
            }
        }
        return "";
    }
}
