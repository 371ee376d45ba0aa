package app.kith.demo;

import app.kith.demo.Letter.Block;
import app.kith.demo.Letter.Paragraph;
import app.kith.demo.Letter.Table;
import java.util.List;

/** Sets letters and what they quote as plain text, lines parted by LF. */
final class PlainText {
    private static final int WIDTH = 74;

    private PlainText() {}

    static String of(Letter letter, boolean wrap) {
        StringBuilder text = new StringBuilder(600);
        for (Block block : letter.blocks()) {
            switch (block) {
                case Paragraph paragraph -> append(text, paragraph.text(), wrap);
                case Table table -> append(text, table);
            }
            text.append('\n');
        }
        if (letter.dashes()) {
            text.append("-- \n");
        }
        for (String line : letter.signature()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String paragraph, boolean wrap) {
        int from = 0;
        while (wrap && paragraph.length() - from > WIDTH) {
            int blank = paragraph.lastIndexOf(' ', from + WIDTH);
            if (blank <= from) {
                break;
            }
            text.append(paragraph, from, blank).append('\n');
            from = blank + 1;
        }
        text.append(paragraph, from, paragraph.length()).append('\n');
    }

    private static void append(StringBuilder text, Table table) {
        for (List<String> row : table.rows()) {
            text.append(String.join(" | ", row)).append('\n');
        }
    }

    /** {@return a letter with {@code >} before each line} */
    static String marked(String letter) {
        StringBuilder text = new StringBuilder(letter.length() + 80);
        letter.lines()
                .forEach(line -> text.append(line.isEmpty() ? ">" : line.startsWith(">") ? ">" : "> ").append(line)
                        .append('\n'));
        return text.toString();
    }

    /** {@return the head of a quoted letter, a line each} */
    static String head(String rule, List<List<String>> head) {
        StringBuilder text = new StringBuilder(rule);
        text.append(rule.isEmpty() ? "" : "\n");
        for (List<String> line : head) {
            text.append(line.get(0)).append(line.get(1)).append('\n');
        }
        return text.toString();
    }
}
