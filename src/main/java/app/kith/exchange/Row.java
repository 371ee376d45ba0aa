package app.kith.exchange;

import java.util.List;

/**
 * A row of a table.
 *
 * @param sheet name of the sheet; empty where the file has none
 * @param number number of the row in its sheet, from 1, as a spreadsheet counts; in a text file the number of the record
 * @param cells the texts of its cells, as the file has them
 */
public record Row(String sheet, long number, List<String> cells) {

    /** {@return whether no cell holds anything} */
    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** {@return the text of a cell; empty where the row is shorter} */
    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /** {@return where a cell stands, as spreadsheets write it: {@code E12}, {@code Customers!E12}} */
    String place(int column) {
        return place() + column(column) + number;
    }

    /** {@return where the row stands: {@code 12}, {@code Customers!12}} */
    String rowPlace() {
        return place() + number;
    }

    private String place() {
        return sheet.isEmpty() ? "" : sheet + "!";
    }

    /** {@return the letters of a column: 0 is A, 26 is AA} */
    static String column(int index) {
        StringBuilder letters = new StringBuilder();
        for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
