package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.exchange.ExportProfile;
import app.kith.exchange.ExportProfile.Sensitive;
import app.kith.exchange.Exporter.Format;
import app.kith.support.TestDesk;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of contacts goes out, as the user wants it. */
class ProfilesTest {
    private static final ExportProfile SHORT = new ExportProfile("short",
            List.of(Property.EMAIL, Property.NAME, Property.PHONE, Property.ID_NUMBER),
            Set.of(Property.PHONE, Property.EMAIL), Sensitive.MASKED, Format.CSV);

    @TempDir
    private Path folder;

    private static long wang(Desk desk) {
        return desk.records().add(List.of(Value.of(Property.NAME, "", "王小明"),
                Value.of(Property.PHONE, "mobile", "+86 138-1234-5678"), Value.of(Property.PHONE, "work", "83011"),
                Value.of(Property.EMAIL, "", "wang@x.com"), Value.of(Property.COMPANY, "", "华科"),
                Value.of(Property.ID_NUMBER, "", "11010519491231002X"))).contact();
    }

    @Test
    void fieldsGoOutInTheOrderOfTheProfileAndMaskedAsItSays() throws IOException {
        Path home = folder.resolve("home");
        Path out = folder.resolve("out.csv");
        try (Desk desk = TestDesk.open(home)) {
            long wang = wang(desk);
            assertThat(desk.transfers().profiles().save(SHORT)).isPositive();
            assertThat(desk.transfers().profiles().save(SHORT)).as("kept already").isZero();
            desk.transfers().exports().write(List.of(wang), Format.CSV, desk.transfers().profiles().find("short"), out,
                    false,
                    Words.of(Locale.ENGLISH));
        }
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.get(0)).containsSubsequence("E-mail", "Name", "Phone", "ID number");
        assertThat(lines.get(0)).doesNotContain("Company");
        assertThat(lines.get(1)).contains("w***@x.com,王小明,", "138****5678", "****11", "**************002X")
                .doesNotContain("1234", "wang@", "华科");
        try (Desk again = TestDesk.open(home)) {
            assertThat(again.transfers().profiles().find("short")).isEqualTo(SHORT);
            assertThat(again.transfers().profiles().all()).extracting(ExportProfile::id).containsExactly("standard",
                    "full",
                    "business-card", "mailing", "short");
            again.transfers().profiles().remove("short");
            assertThatThrownBy(() -> again.transfers().profiles().find("short")).isInstanceOf(KithException.class)
                    .hasMessageContaining("standard");
            again.history().undo(again.history().list(0, 0, 1).getFirst().sequence());
            assertThat(again.transfers().profiles().own()).as("taken back").containsExactly(SHORT);
        }
    }

    @Test
    void aHandOverUsesTheProfile() throws IOException {
        try (Desk desk = TestDesk.open(folder.resolve("home"))) {
            long wang = wang(desk);
            Path out = folder.resolve("wang");
            desk.transfers().handOver().write(wang, SHORT,
                    new Destination(out, false, false, Words.of(Locale.CHINESE), ZoneId.of("UTC")));
            for (String name : List.of("card.vcf", "card.json", "timeline.html")) {
                assertThat(Files.readString(out.resolve(name))).as(name).contains("138****5678", "w***@x.com")
                        .doesNotContain("wang@x.com", "1234-5678", "13812345678", "11010519491231002X");
            }
        }
    }
}
