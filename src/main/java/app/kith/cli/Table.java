package app.kith.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An aligned table for people. Chinese characters count as two columns, as terminals show them. */
final class Table {
    private static final int WIDEST = 60;

    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> head) {
        rows.add(head);
    }

    void row(@Nullable Object... cells) {
        List<String> row = new ArrayList<>();
        for (@Nullable
        Object cell : cells) {
            row.add(cut(String.valueOf(cell).replaceAll("\\p{Cntrl}+", " ")));
        }
        rows.add(row);
    }

    private static String cut(String text) {
        if (width(text) <= WIDEST) {
            return text;
        }
        int columns = 0;
        int end = 0;
        while (end < text.length() && columns < WIDEST - 2) {
            int c = text.codePointAt(end);
            columns += width(c);
            end += Character.charCount(c);
        }
        return text.substring(0, end) + "…";
    }

    List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i));
                if (i < row.size() - 1) {
                    line.append(" ".repeat(widths[i] - width(row.get(i)) + 2));
                }
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    static int width(String text) {
        return text.codePoints().map(Table::width).sum();
    }

    private static int width(int c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F || c >= 0x2E80 && c <= 0xA4CF || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF || c >= 0xFE30 && c <= 0xFE6F || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6 || c >= 0x1F300 && c <= 0x1FAFF || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
