package app.kith.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.mail.Attachment;
import app.kith.search.FileText.Read;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

class FileTextTest {
    private static Read read(String name, byte[] content) {
        Attachment file = new Attachment(name, "application/octet-stream", false, null, content::clone);
        assertThat(FileText.isReadable(file)).isTrue();
        return new FileReading().read(file);
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    static byte[] pdf(String text, boolean locked) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
            if (locked) {
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void officeFilesAreReadWithTheirTablesAndSlides() throws IOException {
        assertThat(read("a.docx", zip("word/document.xml",
                "<w:document xmlns:w='w'><w:p><w:r><w:t>Zahlungs</w:t></w:r><w:r><w:t>ziel</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:t>报价</w:t></w:r></w:p></w:document>")))
                .isEqualTo(
                        new Read("Zahlungsziel\n报价\n", false));
        Read sheet = read("a.xlsx", zip("xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row><c t='s'><v>0</v></c><c><v>145.23</v></c>"
                        + "<c t='inlineStr'><is><t>inline</t></is></c></row></sheetData></worksheet>",
                "xl/sharedStrings.xml", "<sst><si><t>Widget</t></si></sst>"));
        assertThat(sheet.text()).contains("145.23", "inline", "Widget").doesNotContain("0\n");
        assertThat(read("a.pptx", zip("ppt/slides/slide1.xml",
                "<p:sld xmlns:p='p' xmlns:a='a'><a:p><a:t>Roadmap</a:t></a:p></p:sld>")).text()).isEqualTo("Roadmap\n");
    }

    /** As many programs save them: the sizes of the parts stand behind them, in the form of large archives. */
    @Test
    void aSheetWhoseSizesAreToldAfterwardsIsRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            book.newWorksheet("1").value(0, 0, "铜歧管 200件");
        }
        assertThat(read("a.xlsx", out.toByteArray()).text()).contains("铜歧管 200件");
    }

    @Test
    void pdfsAreReadAndLockedOnesSetAside() throws IOException {
        assertThat(read("a.pdf", pdf("Delivery within six weeks", false)).text()).contains("Delivery within six weeks");
        assertThat(read("a.pdf", pdf("Delivery within six weeks", true))).isEqualTo(FileText.ASIDE);
    }

    @Test
    void plainFilesAreReadInTheirCharset() {
        assertThat(read("a.csv", "姓名,公司\n王小明,深圳华科电子有限公司\n联系电话,地址与邮编\n".getBytes(Charset.forName("GB18030"))).text())
                .contains("王小明", "华科");
        assertThat(read("a.html", "<html><style>p{}</style><p>Hello <b>Anna</b></p></html>".getBytes(
                StandardCharsets.UTF_8)).text()).contains("Hello Anna").doesNotContain("style", "<");
    }

    @Test
    void bombsAndBrokenFilesAreSetAsideInBoundedTimeAndMemory() throws IOException {
        assertThat(read("a.pdf", pdfBomb())).isEqualTo(FileText.ASIDE);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<d><p>".getBytes(StandardCharsets.UTF_8));
            spaces(zip, 300 << 20);
        }
        assertThat(read("a.docx", zipped.toByteArray()).aside()).isTrue();
        assertThat(read("a.docx", zip("word/document.xml",
                "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><d><t>&b;</t></d>"))
                .text())
                .doesNotContain("aaaaaaaaaaaa");
        assertThat(read("a.xlsx", "no archive at all".getBytes(StandardCharsets.UTF_8)).aside()).isTrue();
        byte[] whole = pdf("whole", false);
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            byte[] broken = Arrays.copyOf(whole, random.nextInt(whole.length));
            for (int j = 0; j < 5 && broken.length > 0; j++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            assertThat(read("a.pdf", broken).text().length()).isLessThan(1000);
        }
    }

    private static byte[] pdfBomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new java.util.zip.DeflaterOutputStream(packed, new Deflater(9))) {
            spaces(out, 400 << 20);
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.write(("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n"
                + "<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R "
                + "/MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Filter /FlateDecode /Length "
                + packed.size() + " >>\nstream\n").getBytes(StandardCharsets.ISO_8859_1));
        packed.writeTo(pdf);
        pdf.write("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1));
        return pdf.toByteArray();
    }

    private static void spaces(OutputStream out, int count) throws IOException {
        byte[] block = new byte[1 << 16];
        Arrays.fill(block, (byte) ' ');
        for (int i = 0; i < count; i += block.length) {
            out.write(block);
        }
    }
}
