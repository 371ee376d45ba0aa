package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.cli.Commands.Ran;
import app.kith.match.Kind;
import app.kith.words.Words;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DuplicatesCommandTest {
    private static final String CHINESE = """
            编号,姓名,邮箱,电话,公司
            1,王小明,wxm@jialian.com,13811112222,苏州嘉联电子有限公司
            2,Wang Xiaoming,WXM@jialian.com,+86 138 1111 2222,
            3,李娜,lina@ruifeng.cn,13933334444,上海瑞丰贸易有限公司
            """;

    @TempDir
    private Path folder;

    private static Ran run(String... args) {
        return Commands.runAlone(Words.of(Locale.ENGLISH), args);
    }

    private Path file(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    @Test
    void pairsAreToldWithReasonsAndWhatIsSafe() throws IOException {
        Ran ran = run("duplicates", "pairs", file("a.csv", CHINESE, StandardCharsets.UTF_8).toString(), "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonNode item = ran.json().get("items").get(0);
        assertThat(item.get("a").asString() + item.get("b").asString()).isEqualTo("12");
        assertThat(item.get("probability").asDouble()).isGreaterThan(0.9);
        JsonNode why = item.get("why").get(0);
        assertThat(why.get("field").asString()).isIn("email", "phone");
        assertThat(why.get("level").asString()).isEqualTo("equal");
        assertThat(why.get("weight").asDouble()).isGreaterThan(5);
        assertThat(ran.json().get("clusters").toString()).isEqualTo("[[\"1\",\"2\"]]");
        assertThat(ran.json().get("records").asInt()).isEqualTo(3);
        assertThat(ran.json().get("pairsCompared").asInt()).isPositive();
        assertThat(ran.json().get("seconds").asDouble()).isPositive();
    }

    @Test
    void aFileInGb18030OrWithAMarkIsReadAsWell() throws IOException {
        Path gb = file("gb.csv", CHINESE, Charset.forName("GB18030"));
        Path marked = file("bom.csv", "\ufeff" + CHINESE.replace(',', ';'), StandardCharsets.UTF_8);

        for (Path file : List.of(gb, marked)) {
            Ran ran = run("duplicates", "pairs", file.toString(), "--json");
            assertThat(ran.json().get("clusters").toString()).as(file.toString()).isEqualTo("[[\"1\",\"2\"]]");
        }
    }

    @Test
    void linkedFilesArePairedAcrossOnly() throws IOException {
        Path first = file("a.csv", "id,name,email\nx,John Sample,j@sample.com\ny,John Sample,j@sample.com\n",
                StandardCharsets.UTF_8);
        Path second = file("b.csv", "key,e-mail,full name\nz,J@sample.com,\"Sample, John\"\n", StandardCharsets.UTF_8);

        Ran ran = run("duplicates", "pairs", first.toString(), "--link", second.toString(), "--threshold", "0",
                "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json().get("records").asInt()).isEqualTo(3);
        ran.json().get("items").forEach(item -> assertThat(item.get("b").asString()).isEqualTo("z"));
        assertThat(ran.json().get("items").size()).isEqualTo(2);
    }

    @Test
    void aColumnThatIsNotThereIsTold() throws IOException {
        Ran ran = run("duplicates", "pairs", file("a.csv", CHINESE, StandardCharsets.UTF_8).toString(), "--id", "key");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("key");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThat(run("duplicates", "pairs", folder.resolve("none.csv").toString()).exit()).isEqualTo(1);
    }

    @Test
    void anEmptyFileAndAHeaderAloneHaveNoPairs() throws IOException {
        for (String text : List.of("", "name,email\n")) {
            Ran ran = run("duplicates", "pairs", file("e.csv", text, StandardCharsets.UTF_8).toString(), "--json");
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.json().get("items").isEmpty()).isTrue();
        }
    }

    @Test
    void columnsAreKnownByTheirHeadersInBothLanguages() throws IOException {
        Path file = file("h.csv",
                "rec_id,given_name,Last Name,Street Address,suburb,zip,州,出生日期,soc_sec_id,手机,colour\n"
                        + "a,Ann,Lee,1 High St,Perth,6000,WA,1980-01-01,12345678,13811112222,red\n",
                StandardCharsets.UTF_8);
        RecordsFile records = RecordsFile.read(file);

        assertThat(ColumnKinds.of(records, ColumnKinds.idColumn(records))).containsExactly(Kind.IGNORED,
                Kind.GIVEN_NAME, Kind.FAMILY_NAME, Kind.ADDRESS, Kind.PLACE, Kind.POSTCODE, Kind.REGION, Kind.BIRTHDAY,
                Kind.IDENTITY, Kind.PHONE, Kind.TEXT);
    }

    @Test
    void aNameColumnOfShopsIsKnownByWhatStandsInIt() throws IOException {
        Path file = file("shops.csv", """
                id,name,city
                1,The Copper Kettle,Leeds
                2,Harbour Street Grill,Hull
                3,Cafe Lumen,York
                4,Hotel Astoria,Leeds
                """, StandardCharsets.UTF_8);
        RecordsFile records = RecordsFile.read(file);

        assertThat(ColumnKinds.of(records, 0)).containsExactly(Kind.IGNORED, Kind.ENTITY_NAME, Kind.PLACE);
    }
}
