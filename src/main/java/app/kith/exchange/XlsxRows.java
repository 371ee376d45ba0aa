package app.kith.exchange;

import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Reads the visible sheets of a workbook, row by row. Of formulas only the result that was stored with them is taken. */
final class XlsxRows implements RowReader {
    static final int MOST_CELLS = 2000;
    private static final int LONGEST_CELL = 1 << 20;
    /** What a number format holds that shows a date, outside of quotes and brackets. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");
    private static final Pattern DATE = Pattern.compile(".*[ymd年月日].*");

    private final Path file;
    private final ReadableWorkbook workbook;
    private final Iterator<Sheet> sheets;
    private @Nullable Stream<org.dhatim.fastexcel.reader.Row> stream;
    private Iterator<org.dhatim.fastexcel.reader.Row> rows = List.<org.dhatim.fastexcel.reader.Row>of().iterator();
    private String sheet = "";

    XlsxRows(Path file) {
        this.file = file;
        SafeZip.check(file);
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            sheets = workbook.getSheets().filter(one -> one.getVisibility() == SheetVisibility.VISIBLE).toList()
                    .iterator();
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private KithException damaged(Exception e) {
        return new KithException(e, Problem.IMPORT_REFUSED, file.getFileName(), Note.of("import.hostile.workbook"));
    }

    @Override
    public @Nullable Row next() {
        try {
            while (!rows.hasNext()) {
                if (!sheets.hasNext()) {
                    return null;
                }
                Sheet next = sheets.next();
                closeSheet();
                sheet = next.getName();
                stream = next.openStream();
                rows = stream.iterator();
            }
            return row(rows.next());
        } catch (IOException | ExcelReaderException | IllegalArgumentException | IllegalStateException
                | IndexOutOfBoundsException | NullPointerException | java.time.DateTimeException e) {
            throw damaged(e);
        } catch (RuntimeException e) {
            throw e instanceof KithException ? e : damaged(e);
        }
    }

    private Row row(org.dhatim.fastexcel.reader.Row row) {
        if (row.getCellCount() > MOST_CELLS && row.getPhysicalCellCount() > MOST_CELLS) {
            throw new KithException(Problem.IMPORT_REFUSED, file.getFileName(),
                    Note.of("import.hostile.cells", row.getRowNum(), MOST_CELLS));
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_CELLS, row.getCellCount()); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? "" : text(cell));
        }
        return new Row(sheet, row.getRowNum(), cells);
    }

    private static String text(Cell cell) {
        String text = switch (cell.getType()) {
            case NUMBER -> number(cell);
            case FORMULA -> cell.getValue() instanceof BigDecimal ? number(cell) : cell.getText();
            case STRING, BOOLEAN -> cell.getText();
            case ERROR, EMPTY -> "";
        };
        return text == null ? "" : text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }

    private static String number(Cell cell) {
        String format = cell.getDataFormatString();
        if (format != null && cell.getType() == CellType.NUMBER && isDate(format)) {
            LocalDateTime date = cell.asDate();
            return shown(date);
        }
        Object value = cell.getValue();
        return value instanceof BigDecimal number ? plain(number) : String.valueOf(value);
    }

    static String shown(LocalDateTime date) {
        return date.toLocalTime().equals(LocalTime.MIDNIGHT) ? date.toLocalDate().toString() : date.toString();
    }

    static String plain(BigDecimal number) {
        BigDecimal shorter = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return shorter.precision() > 400 || Math.abs((long) shorter.scale()) > 400
                ? number.toString()
                : shorter.toPlainString();
    }

    static boolean isDate(String format) {
        String plain = LITERAL.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return DATE.matcher(plain.replace("general", "")).matches();
    }

    private void closeSheet() {
        if (stream != null) {
            stream.close();
        }
    }

    @Override
    public void close() {
        try {
            closeSheet();
            workbook.close();
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }
}
