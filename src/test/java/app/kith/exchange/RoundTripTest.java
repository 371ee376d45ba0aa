package app.kith.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Card;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.exchange.Exporter.Format;
import app.kith.words.Words;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes out comes in again as it was. */
class RoundTripTest {
    private static final int CONTACTS = 300;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatIsExportedIsImportedEqual(Format format) {
        for (long seed = 1; seed <= 5; seed++) {
            List<List<Value>> contacts = contacts(seed, format);
            Path file = export(contacts, format, seed % 2 == 0 ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE, seed);
            List<DraftCard> read = Sample.drafts(Sample.open(file));
            assertThat(read).as("seed %s", seed).hasSameSizeAs(contacts);
            for (int i = 0; i < contacts.size(); i++) {
                List<String> lost = new ArrayList<>(Sample.said(contacts.get(i)));
                List<String> found = new ArrayList<>(Sample.said(read.get(i)));
                Sample.said(read.get(i)).forEach(lost::remove);
                Sample.said(contacts.get(i)).forEach(found::remove);
                assertThat(lost).as("lost of contact %s of seed %s; instead there is %s", i, seed, found).isEmpty();
                assertThat(found).as("made up in contact %s of seed %s", i, seed).isEmpty();
            }
        }
    }

    /** Tables hold no pictures, and no blank at the end of a line that a carriage return would be. */
    private static List<List<Value>> contacts(long seed, Format format) {
        GeneratedCards cards = new GeneratedCards(seed);
        List<List<Value>> contacts = new ArrayList<>();
        boolean table = format == Format.CSV || format == Format.XLSX;
        for (int i = 0; i < CONTACTS; i++) {
            contacts.add(cards.next().stream()
                    .filter(value -> !table || value.property() != Property.PHOTO).toList());
        }
        return contacts;
    }

    private Path export(List<List<Value>> contacts, Format format, Locale language, long seed) {
        Path file = folder.resolve("contacts-" + seed + ending(format));
        ExportCards cards = each -> {
            for (int i = 0; i < contacts.size(); i++) {
                each.accept(new ExportContact(i + 1L, contacts.get(i), List.of(
                        new Card(i + 1L, i + 1L, new Source(Source.Kind.HAND, ""), contacts.get(i)))));
            }
        };
        long count = new Exporter(cards, ExportProfile.of("full"), Words.of(language), Instant.EPOCH).write(format,
                file,
                false);
        assertThat(count).isEqualTo(contacts.size());
        return file;
    }

    private static String ending(Format format) {
        return switch (format) {
            case CSV -> ".csv";
            case XLSX -> ".xlsx";
            case VCF, VCF3 -> "-" + format + ".vcf";
            case JSON -> ".json";
        };
    }

    @Test
    void anotherReaderOfVCardsFindsTheSameNamesAndAddresses() throws IOException {
        for (Format format : List.of(Format.VCF, Format.VCF3)) {
            List<List<Value>> contacts = contacts(9, format);
            List<Map<String, List<String>>> read = read(export(contacts, format, Locale.ENGLISH, 9));
            assertThat(read).hasSameSizeAs(contacts);
            for (int i = 0; i < read.size(); i++) {
                List<Value> values = contacts.get(i);
                assertThat(read.get(i).get("FN")).containsExactly(values.getFirst().raw());
                assertThat(read.get(i).getOrDefault("EMAIL", List.of()))
                        .containsExactlyInAnyOrderElementsOf(raws(values, Property.EMAIL));
                assertThat(read.get(i).getOrDefault("NOTE", List.of()))
                        .containsExactlyInAnyOrderElementsOf(raws(values, Property.NOTE));
            }
        }
    }

    /** What ez-vcard's own parser of lines finds. */
    private static List<Map<String, List<String>>> read(Path file) throws IOException {
        List<Map<String, List<String>>> cards = new ArrayList<>();
        try (VObjectReader reader = new VObjectReader(Files.newBufferedReader(file), SyntaxRules.vcard())) {
            reader.parse(new VObjectDataAdapter() {
                @Override
                public void onComponentBegin(String name, Context context) {
                    cards.add(new HashMap<>());
                }

                @Override
                public void onProperty(VObjectProperty property, Context context) {
                    cards.getLast().computeIfAbsent(property.getName(), _ -> new ArrayList<>())
                            .add(VObjectPropertyValues.unescape(property.getValue()));
                }
            });
        }
        return cards;
    }

    private static List<String> raws(List<Value> values, Property property) {
        return values.stream().filter(value -> value.property() == property).map(Value::raw).toList();
    }

    @Test
    void noLineOfAVCardIsLongerThanItMayBe() throws IOException {
        Path file = export(contacts(3, Format.VCF), Format.VCF, Locale.ENGLISH, 3);
        assertThat(Files.readAllLines(file))
                .allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75);
    }

    @Test
    void whatASpreadsheetWouldRunHasAnApostropheBeforeIt() throws IOException {
        Path file = export(List.of(List.of(Value.of(Property.NAME, "", "=HYPERLINK(\"http://evil.test\")"),
                Value.of(Property.PHONE, "", "+86 138 0000 1234"), Value.of(Property.NOTE, "", "'=1+1"))), Format.CSV,
                Locale.ENGLISH, 1);
        assertThat(Files.readString(file)).contains("\"'=HYPERLINK(", ",'+86 138 0000 1234,", ",''=1+1")
                .startsWith("\uFEFF");
    }

    @Test
    void theStandardProfileMasksWhatIsSensitive() {
        ExportContact contact = new ExportContact(1, List.of(Value.of(Property.NAME, "", "王小明"),
                Value.of(Property.ID_NUMBER, "", "11010519491231002X"),
                Value.of(Property.BANK_ACCOUNT, "", "12345678")),
                List.of());
        assertThat(Sample.said(ExportProfile.of("standard").of(contact).values())).containsExactly("name=王小明",
                "id_number=**************002X", "bank_account=********");
        assertThat(Sample.said(ExportProfile.of("business-card").of(contact).values())).containsExactly("name=王小明");
        assertThat(Sample.said(ExportProfile.of("full").of(contact).values())).hasSize(3);
    }

    @Test
    void linesThatWereNotUnderstoodGoOutAsTheyCame() throws IOException {
        Path in = Sample.text(folder, "in.vcf", """
                BEGIN:VCARD
                VERSION:3.0
                N:Doe;Jane;;;
                FN:Jane Doe
                X-FOO;BAR="a:b";TYPE=x:what\\, ever
                item1.X-ABADR:de
                TZ:-05:00
                END:VCARD
                """);
        Path out = export(List.of(Sample.drafts(Sample.open(in)).getFirst().values()), Format.VCF3, Locale.ENGLISH, 2);
        assertThat(Files.readString(out)).contains("item1.X-ABADR:de\r\n", "TZ:-05:00\r\n", "what\\, ever");
    }
}
