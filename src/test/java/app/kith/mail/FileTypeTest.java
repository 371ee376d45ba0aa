package app.kith.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {
    private static final String OCTETS = "application/octet-stream";

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("content".getBytes(ISO_8859_1));
            }
        }
        return out.toByteArray();
    }

    private static byte[] compound(String stream) {
        byte[] head = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1".getBytes(ISO_8859_1);
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        byte[] out = new byte[2000];
        System.arraycopy(head, 0, out, 0, head.length);
        System.arraycopy(name, 0, out, 1000, name.length);
        return out;
    }

    @ParameterizedTest
    @CsvSource({"%PDF-1.7,application/pdf", "GIF89a..,image/gif", "ÿØÿà,image/jpeg", "ID3xxxx,audio/mpeg",
            "0000ftypisom,video/mp4", "RIFF0000WEBPVP8,image/webp", "{\\rtf1,application/rtf",
            "BEGIN:VCARD,text/vcard"})
    void theFirstBytesShowTheType(String bytes, String type) {
        assertThat(FileType.of(bytes.getBytes(ISO_8859_1), OCTETS)).isEqualTo(type);
    }

    @Test
    void officeFilesAreToldFromOtherArchives() throws IOException {
        String office = "application/vnd.openxmlformats-officedocument.";
        assertThat(FileType.of(zip("[Content_Types].xml", "xl/workbook.xml"), OCTETS))
                .isEqualTo(office + "spreadsheetml.sheet");
        assertThat(FileType.of(zip("[Content_Types].xml", "word/document.xml"), OCTETS)).isEqualTo(office
                + "wordprocessingml.document");
        assertThat(FileType.of(zip("[Content_Types].xml", "ppt/presentation.xml"), OCTETS)).isEqualTo(office
                + "presentationml.presentation");
        assertThat(FileType.of(zip("a.txt"), OCTETS)).isEqualTo("application/zip");
    }

    @Test
    void oldOfficeFilesAreToldApart() {
        assertThat(FileType.of(compound("WordDocument"), OCTETS)).isEqualTo("application/msword");
        assertThat(FileType.of(compound("Workbook"), OCTETS)).isEqualTo("application/vnd.ms-excel");
        assertThat(FileType.of(compound("PowerPoint Document"), OCTETS)).isEqualTo("application/vnd.ms-powerpoint");
        assertThat(FileType.of(compound("__substg1.0_001A001E"), OCTETS)).isEqualTo("application/vnd.ms-outlook");
    }

    @Test
    void aLabelThatLiesIsCorrectedAndOneThatSaysMoreIsKept() throws IOException {
        byte[] pdf = "%PDF-1.7".getBytes(ISO_8859_1);
        assertThat(FileType.of(pdf, "image/jpeg")).isEqualTo("application/pdf");
        assertThat(FileType.of(pdf, "application/pdf")).isEqualTo("application/pdf");
        assertThat(FileType.of(zip("a.class"), "application/java-archive")).isEqualTo("application/java-archive");
        assertThat(FileType.of("hello".getBytes(ISO_8859_1), OCTETS)).isEqualTo(OCTETS);
        assertThat(FileType.of(new byte[0], "image/png")).isEqualTo("image/png");
        assertThat(new Attachment("a", OCTETS, false, null, () -> pdf).typeByContent()).isEqualTo("application/pdf");
    }
}
