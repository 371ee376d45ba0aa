package app.kith.exchange;

import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Reads the visible sheets of a workbook of the older binary form (BIFF8), of which a sheet has 65,536 rows at most. */
final class XlsRows implements RowReader {
    private static final long LARGEST = 48L << 20;

    private final Path file;
    private final HSSFWorkbook workbook;
    private int next;
    private Iterator<org.apache.poi.ss.usermodel.Row> rows = List.<org.apache.poi.ss.usermodel.Row>of().iterator();
    private String sheet = "";

    XlsRows(Path file) {
        this.file = file;
        try {
            if (Files.size(file) > LARGEST) {
                throw new KithException(Problem.IMPORT_REFUSED, file.getFileName(),
                        Note.of("import.hostile.size", LARGEST >> 20));
            }
            workbook = new HSSFWorkbook(new POIFSFileSystem(file.toFile(), true), false);
        } catch (KithException e) {
            throw e;
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
                if (next >= workbook.getNumberOfSheets()) {
                    return null;
                }
                boolean visible = workbook.getSheetVisibility(next) == SheetVisibility.VISIBLE;
                Sheet one = workbook.getSheetAt(next++);
                sheet = one.getSheetName();
                rows = visible ? one.rowIterator() : rows;
            }
            org.apache.poi.ss.usermodel.Row row = rows.next();
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.getLastCellNum(); i++) {
                Cell cell = row.getCell(i);
                cells.add(cell == null ? "" : text(cell));
            }
            return new Row(sheet, row.getRowNum() + 1L, cells);
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    private static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> DateUtil.isCellDateFormatted(cell)
                    ? XlsxRows.shown(cell.getLocalDateTimeCellValue())
                    : XlsxRows.plain(BigDecimal.valueOf(cell.getNumericCellValue()));
            case STRING -> cell.getRichStringCellValue().getString();
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            default -> "";
        };
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }
}
