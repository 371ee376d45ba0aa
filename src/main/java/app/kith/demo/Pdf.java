package app.kith.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes one-page PDF files (ISO 32000-1, section 7.5). */
final class Pdf {
    private Pdf() {}

    /** {@return a page with these lines; characters beyond Latin-1 show as question marks} */
    static byte[] page(List<String> lines) {
        StringBuilder page = new StringBuilder("BT /F1 12 Tf 18 TL 60 770 Td\n");
        for (String line : lines) {
            String escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
            page.append('(').append(escaped).append(") Tj T*\n");
        }
        page.append("ET\n");
        return file(List.of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                        + "/Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + page.length() + " >>\nstream\n"
                        + page + "endstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"));
    }

    private static byte[] file(List<String> objects) {
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder places = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            String place = Integer.toString(file.length());
            places.append("0".repeat(10 - place.length())).append(place).append(" 00000 n \n");
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int start = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append('\n').append(places);
        file.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\n");
        file.append("startxref\n").append(start).append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
