package app.kith.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made to do harm, or were harmed, are refused with one line, or read as far as they can be. */
class HostileFilesTest {
    private static final String DOCUMENT = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static void isRefused(Path file) {
        assertThatThrownBy(() -> Sample.drafts(Sample.open(file)))
                .isInstanceOfSatisfying(KithException.class, refused -> {
                    assertThat(refused.problem()).isEqualTo(Problem.IMPORT_REFUSED);
                    assertThat(Words.of(Locale.ENGLISH).sentence(refused)).doesNotContain("{", "import.", "\n")
                            .contains(String.valueOf(file.getFileName()));
                });
    }

    @Test
    void aQuotationMarkThatIsNeverClosedDoesNotFillTheMemory() throws IOException {
        Path file = folder.resolve("open.csv");
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write("Name,Email\n\"An");
            for (int i = 0; i < 200_000; i++) {
                writer.write("na,anna@example.test\nBert,bert@example.test\n");
            }
        }
        isRefused(file);
    }

    @Test
    void aLineWithoutEndIsRefused() throws IOException {
        Path file = folder.resolve("line.csv");
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'a');
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("Name,Email\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 40; i++) {
                out.write(block);
            }
        }
        isRefused(file);
        Path card = folder.resolve("line.vcf");
        try (OutputStream out = Files.newOutputStream(card)) {
            out.write("BEGIN:VCARD\nVERSION:3.0\nFN:".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 40; i++) {
                out.write(block);
            }
        }
        isRefused(card);
    }

    @Test
    void tooManyCellsInARowAreRefused() {
        isRefused(Sample.text(folder, "wide.csv", "Name,Email\n" + "a,".repeat(50_000) + "\n"));
    }

    private Path zip(String name, String... parts) {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < parts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(parts[i]));
                zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file;
    }

    @Test
    void aZipBombIsRefusedBeforeAnythingReadsIt() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) ' ');
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.US_ASCII));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            for (int i = 0; i < 400; i++) {
                zip.write(block);
            }
        }
        assertThat(Files.size(file)).isLessThan(1 << 20);
        isRefused(file);
    }

    @Test
    void partsWithoutNumberAreRefused() throws IOException {
        Path file = folder.resolve("parts.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            for (int i = 0; i < 6000; i++) {
                zip.putNextEntry(new ZipEntry("word/media/" + i + ".png"));
            }
        }
        isRefused(file);
    }

    @Test
    void entitiesFromOutsideAreNotFetched() {
        Path secret = Sample.text(folder, "secret.txt", "TOP SECRET");
        String evil = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>" + DOCUMENT
                + "<w:p><w:r><w:t>Name: &e;</w:t></w:r></w:p><w:p><w:r><w:t>E-mail: a@b.test</w:t></w:r></w:p>"
                + "</w:body></w:document>";
        isRefused(zip("xxe.docx", "word/document.xml", evil));
        isRefused(zip("xxe.xlsx", "xl/workbook.xml", evil));
        isRefused(zip("wide.docx", "word/document.xml", new String(evil.getBytes(StandardCharsets.UTF_16),
                StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aDocumentTypeBehindALongCommentIsRefusedToo() {
        String late = "<!--" + " ".repeat(100_000) + "--><!DOCTYPE x [<!ENTITY e \"ha\">]>" + DOCUMENT
                + "<w:p><w:r><w:t>Name: &e;</w:t></w:r></w:p></w:body></w:document>";
        isRefused(zip("late.docx", "word/document.xml", late));
    }

    @Test
    void tablesInTablesWithoutEndAreRefused() {
        isRefused(zip("deep.docx", "word/document.xml", DOCUMENT + "<w:tbl><w:tr><w:tc>".repeat(100)
                + "</w:tc></w:tr></w:tbl>".repeat(100) + "</w:body></w:document>"));
    }

    @Test
    void truncatedAndForeignFilesAreRefused() throws IOException {
        Path whole = Sample.xlsx(folder, "whole.xlsx", List.of(List.of("Name", "Email"), List.of("Anna", "a@b.test")));
        byte[] bytes = Files.readAllBytes(whole);
        isRefused(Sample.bytes(folder, "half.xlsx", Arrays.copyOf(bytes, bytes.length / 2)));
        byte[] old = Files.readAllBytes(
                Sample.xls(folder, "whole.xls", List.of(List.of("Name", "Email"), List.of("Anna", "a@b.test"))));
        isRefused(Sample.bytes(folder, "half.xls", Arrays.copyOf(old, 700)));
        isRefused(Sample.bytes(folder, "empty.csv", new byte[0]));
        isRefused(Sample.bytes(folder, "picture.csv",
                new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 1, 2, 3, 4, 5}));
        isRefused(Sample.text(folder, "document.csv", "%PDF-1.7\n%abc"));
        isRefused(zip("other.zip", "readme.txt", "hello"));
        isRefused(Sample.text(folder, "other.json", "{\"people\": []}"));
        isRefused(Sample.text(folder, "newer.json", "{\"kith\": 99, \"contacts\": []}"));
        isRefused(Sample.text(folder, "half.json", "{\"kith\": 1, \"contacts\": [{\"values\": [{\"property\": \"na"));
        isRefused(folder);
    }

    @Test
    void whatIsNamedWronglyIsReadAsWhatItIs() {
        Path card = Sample.text(folder, "card.csv", "BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nEMAIL:a@b.test\nEND:VCARD\n");
        assertThat(Sample.open(card).kind()).isEqualTo(FileKind.VCARD);
        Path page = Sample.text(folder, "客户.xls",
                "<html><body><table><tr><th>姓名</th><th>手机</th></tr><tr><td>王小明</td><td>13800001234</td></tr></table></body></html>",
                "GBK");
        assertThat(Sample.open(page).kind()).isEqualTo(FileKind.HTML);
        assertThat(Sample.said(Sample.drafts(Sample.open(page)).getFirst())).containsExactly("name=王小明",
                "phone:mobile=13800001234");
    }

    @Test
    void cardsInCardsWithoutEndAreRefusedAndNoneIsTooDeep() {
        String deep = "BEGIN:VCARD\nVERSION:2.1\nFN:a\n" + "AGENT:\nBEGIN:VCARD\n".repeat(100_000);
        isRefused(Sample.text(folder, "agents.vcf", deep));
        Path many = Sample.text(folder, "begins.vcf",
                "BEGIN:VCARD\n".repeat(100_000) + "FN:Anna\nTEL:12345678\nEND:VCARD\n");
        assertThat(Sample.drafts(Sample.open(many))).hasSize(1);
    }

    @Test
    void noFileThatIsChangedAtRandomDoesHarm() throws IOException {
        Random random = new Random(4711);
        List<Path> wholes = List.of(
                Sample.xlsx(folder, "a.xlsx", List.of(List.of("Name", "Email"), List.of("Anna", "a@b.test"))),
                Sample.xls(folder, "a.xls", List.of(List.of("Name", "Email"), List.of("Anna", 12))),
                Sample.text(folder, "a.vcf",
                        "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=gb2312;ENCODING=QUOTED-PRINTABLE:=CD=F5\nTEL:1\nEND:VCARD\n"),
                Sample.text(folder, "a.ldif", "dn: cn=x\ncn:: 546L\nmail: a@b.test\n\n"),
                zip("a.docx", "word/document.xml",
                        DOCUMENT + "<w:p><w:r><w:t>Name: Anna</w:t></w:r></w:p></w:body></w:document>"),
                Sample.text(folder, "a.csv", "Name;Email\n\"Anna \"\"B\"\"\";a@b.test\n"));
        for (Path whole : wholes) {
            byte[] bytes = Files.readAllBytes(whole);
            for (int i = 0; i < 150; i++) {
                byte[] changed = bytes.clone();
                for (int k = 0; k <= random.nextInt(6); k++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                Path file = Sample.bytes(folder, "changed-" + whole.getFileName(), changed);
                try {
                    Sample.drafts(Sample.open(file));
                } catch (KithException e) {
                    assertThat(e.problem()).as("%s, change %s: %s", whole.getFileName(), i, e.getCause())
                            .isEqualTo(Problem.IMPORT_REFUSED);
                }
            }
        }
    }
}
