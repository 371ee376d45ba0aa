package app.kith.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Charsets, separators, headers wherever they stand, and columns known by what they hold. */
class TablesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @CsvSource({"UTF-8,姓名,王小明", "GBK,姓名,王小明", "GB18030,姓名,王小明", "Big5,姓名,陳大文", "UTF-16LE,姓名,王小明", "UTF-16BE,姓名,王小明",
            "windows-1252,Name,Jürgen Größe", "windows-1251,Name,Анна Петрова"})
    void charsetsAreFound(String charset, String head, String name) {
        StringBuilder text = new StringBuilder(head + ",Email,備註\n".replace("備註", "Note"));
        String note = charset.equals("Big5")
                ? "這是我們的老客戶，請儘快聯絡他們的業務部門"
                : charset.startsWith("G") || charset.startsWith("U") ? "这是我们的老客户，请尽快联系" : name;
        for (int i = 0; i < 30; i++) {
            text.append(name).append(",p").append(i).append("@example.test,").append(note).append('\n');
        }
        List<DraftCard> cards = Sample.drafts(Sample.open(Sample.text(folder, "t.csv", text.toString(), charset)));
        assertThat(Sample.said(cards.get(3))).as(charset).contains("name=" + name, "email=p3@example.test",
                "note=" + note);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", "^", "~"})
    void separatorsAreFound(String separator) {
        String text = "Name,Email,Phone\nAnna,a@example.test,+4722123456\n\"Bo, junior\",b@example.test,+4722654321\n"
                .replace(",a", separator + "a").replace(",b", separator + "b").replace(",+", separator + "+")
                .replace(",E", separator + "E").replace(",P", separator + "P");
        ImportFile file = Sample.open(Sample.text(folder, "t.txt", text));
        assertThat(file.separator()).isEqualTo(separator);
        assertThat(Sample.said(Sample.drafts(file).get(1))).contains("name=Bo, junior", "email=b@example.test");
    }

    @Test
    void aFileMayNameItsSeparator() {
        Path file = Sample.text(folder, "t.csv", "sep=;\nName;Email\nAnna;a@example.test\n");
        assertThat(Sample.said(Sample.drafts(Sample.open(file)).getFirst())).containsExactly("name=Anna",
                "email=a@example.test");
    }

    @Test
    void columnsWithoutAHeaderAreKnownByWhatTheyHold() {
        Path file = Sample.text(folder, "t.csv", """
                王小明,13800001234,wang@example.cn,深圳示例科技有限公司,11010519491231002X
                李雷,13900001111,li@example.cn,广州示例贸易有限公司,440301198504021237
                """);
        ImportFile opened = Sample.open(file);
        assertThat(opened.headerRow()).isEqualTo(-1);
        assertThat(opened.columns()).extracting(Column::field).startsWith("name", "phone", "email", "company");
        assertThat(Sample.said(Sample.drafts(opened).getFirst())).contains("id_number=11010519491231002X")
                .noneMatch(said -> said.startsWith("own"));
    }

    @Test
    void aColumnThatHoldsSomethingElseThanItsNameSaysIsDoubtful() {
        Path file = Sample.text(folder, "t.csv",
                "Name,Email\nAnna,+47 22 12 34 56\nBo,+47 22 12 34 57\nCy,+47 22 12 34 58\n");
        ImportFile opened = Sample.open(file);
        assertThat(opened.columns().get(1).isDoubtful()).isTrue();
        assertThat(opened.columns().get(1).looks()).isEqualTo(Looks.PHONE);
        DraftCard card = Sample.drafts(opened).getFirst();
        assertThat(card.problems()).extracting(note -> note.key()).containsExactly("import.not-email");
        assertThat(Sample.said(card)).as("it is kept all the same").contains("own:Email=+47 22 12 34 56");
    }

    @Test
    void sensitiveNumbersAreKnownInColumnsOfAnyName() {
        Path file = Sample.text(folder, "t.csv",
                "Name,Mystery,Card\nAnna,11010519491231002X,6222020000000000004\nBo,hello,12\n");
        DraftCard card = Sample.drafts(Sample.open(file)).getFirst();
        assertThat(card.values()).filteredOn(value -> value.property().isSensitive()).hasSizeGreaterThanOrEqualTo(1)
                .allMatch(value -> value.property().isSensitive());
        assertThat(Sample.said(card)).contains("id_number:Mystery=11010519491231002X");
    }

    @Test
    void numbersThatASpreadsheetShortenedAreNotTaken() {
        Path file = Sample.text(folder, "t.csv", "Name,Mobile\nAnna,1.38E+10\nBo,\"=\"\"13800001234\"\"\"\n");
        List<DraftCard> cards = Sample.drafts(Sample.open(file));
        assertThat(cards.get(0).problems()).extracting(note -> note.key()).containsExactly("import.number-damaged");
        assertThat(Sample.said(cards.get(0))).containsExactly("name=Anna");
        assertThat(Sample.said(cards.get(1))).contains("phone:mobile=13800001234");
    }

    @Test
    void workbooksHoldDatesAndNumbersAndSeveralSheets() throws IOException {
        Path file = folder.resolve("t.xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet help = workbook.newWorksheet("Help");
            help.value(0, 0, "Fill in the next sheet");
            Worksheet sheet = workbook.newWorksheet("Customers");
            List<String> head = List.of("Name", "Mobile", "Birthday");
            for (int i = 0; i < head.size(); i++) {
                sheet.value(0, i, head.get(i));
            }
            sheet.value(1, 0, "Anna");
            sheet.value(1, 1, 13800001234L);
            sheet.value(1, 2, LocalDate.of(1985, 4, 2));
            sheet.style(1, 2).format("yyyy/mm/dd").set();
        }
        List<DraftCard> cards = Sample.drafts(Sample.open(file)).stream().filter(DraftCard::isUsable).toList();
        assertThat(Sample.said(cards.getLast())).containsExactly("name=Anna", "phone:mobile=13800001234",
                "birthday=1985-04-02");
        assertThat(cards.getLast().place()).isEqualTo("Customers!2");
    }

    @Test
    void documentsHoldTablesFormsAndLinesWithLabels() throws IOException {
        String body = table(List.of(List.of("姓名", "手机"), List.of("王小明", "13800001234")))
                + table(List.of(List.of("姓名", "李雷"), List.of("电话", "0755-1234567"), List.of("邮箱", "li@example.cn")))
                + paragraph("客户名单如下：") + paragraph("姓名：赵敏") + paragraph("手机：13912345678") + paragraph("")
                + paragraph("姓名：孙悦") + paragraph("邮箱：sun@example.cn");
        Path file = folder.resolve("客户.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:document xmlns:w=\"urn:w\"><w:body>" + body + "</w:body></w:document>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Sample.drafts(Sample.open(file)).stream().map(Sample::said).toList()).containsExactly(
                List.of("name=王小明", "phone:mobile=13800001234"),
                List.of("name=李雷", "phone:work=0755-1234567", "email=li@example.cn"),
                List.of("name=赵敏", "phone:mobile=13912345678"), List.of("name=孙悦", "email=sun@example.cn"));
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static String table(List<List<String>> rows) {
        StringBuilder out = new StringBuilder("<w:tbl>");
        for (List<String> row : rows) {
            out.append("<w:tr>");
            row.forEach(cell -> out.append("<w:tc>").append(paragraph(cell)).append("</w:tc>"));
            out.append("</w:tr>");
        }
        return out.append("</w:tbl>").toString();
    }
}
