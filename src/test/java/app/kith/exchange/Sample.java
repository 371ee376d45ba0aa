package app.kith.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files as other programs write them, and what Kith reads in them. */
final class Sample {
    private static final Presets PRESETS = Presets.builtInOnly();

    private Sample() {}

    static Path text(Path folder, String name, String text, String charset) {
        return bytes(folder, name, text.getBytes(Charset.forName(charset)));
    }

    static Path text(Path folder, String name, String text) {
        return bytes(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path bytes(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A workbook of texts, one sheet; a number is written where a cell is one. */
    static Path xlsx(Path folder, String name, List<List<Object>> rows) {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file); Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sheet1");
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    Object cell = rows.get(r).get(c);
                    if (cell instanceof Number number) {
                        sheet.value(r, c, number);
                    } else {
                        sheet.value(r, c, String.valueOf(cell));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    static Path xls(Path folder, String name, List<List<Object>> rows) {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file); HSSFWorkbook workbook = new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("Sheet1");
            for (int r = 0; r < rows.size(); r++) {
                org.apache.poi.ss.usermodel.Row row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    Object cell = rows.get(r).get(c);
                    if (cell instanceof Number number) {
                        row.createCell(c).setCellValue(number.doubleValue());
                    } else {
                        row.createCell(c).setCellValue(String.valueOf(cell));
                    }
                }
            }
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    static ImportFile open(Path file) {
        return ImportFile.open(file, PRESETS, ImportFile.Choice.AUTOMATIC);
    }

    static List<DraftCard> drafts(ImportFile file) {
        List<DraftCard> drafts = new ArrayList<>();
        try (CardReader cards = file.cards()) {
            for (DraftCard card = cards.next(); card != null; card = cards.next()) {
                drafts.add(card);
            }
        }
        return drafts;
    }

    /** Reads a file that must be recognised as a preset's. */
    static List<DraftCard> drafts(Path file, String preset) {
        ImportFile opened = open(file);
        assertThat(opened.presetId()).as("the program that wrote %s", file.getFileName()).isEqualTo(preset);
        return drafts(opened);
    }

    /** {@return what a card says: {@code phone:mobile=138}} */
    static List<String> said(DraftCard card) {
        return said(card.values());
    }

    static List<String> said(List<Value> values) {
        return values.stream().map(value -> Field.whole(value.property(), value.label()).spec() + "=" + value.raw())
                .toList();
    }

    /** {@return a table with a header and one row, of pairs of header and cell} */
    static List<List<Object>> table(Map<String, Object> row) {
        return List.of(List.copyOf(row.keySet()), List.copyOf(row.values()));
    }
}
