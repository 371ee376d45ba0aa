package app.kith.ui.mail;

import app.kith.ui.body.MailBody.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts what is to be printed into sheets, between lines. */
final class PageBreaks {
    private static final double LEAST_FILLED = 0.5;

    private PageBreaks() {}

    /**
     * Finds the sheets.
     *
     * @param lines where lines stand, from the top, in no order; they may overlap
     * @param height the height of everything
     * @param page the height of a sheet, above 0
     * @return what stands on each sheet, from top to bottom, without gaps; no line is cut unless a sheet would stay half empty for it
     */
    static List<Line> of(List<Line> lines, double height, double page) {
        List<Line> blocks = joined(lines);
        List<Line> sheets = new ArrayList<>();
        double from = 0;
        int next = 0;
        while (from < height) {
            double limit = from + page;
            while (next < blocks.size() && blocks.get(next).bottom() <= limit) {
                next++;
            }
            double to = limit;
            if (next < blocks.size() && blocks.get(next).top() < limit
                    && blocks.get(next).top() > from + page * LEAST_FILLED) {
                to = blocks.get(next).top();
            }
            to = Math.min(to, height);
            sheets.add(new Line(from, to));
            from = to;
        }
        return sheets;
    }

    /** Lines beside each other, as in the cells of a table, are one. */
    private static List<Line> joined(List<Line> lines) {
        List<Line> sorted = lines.stream().sorted(Comparator.comparingDouble(Line::top)).toList();
        List<Line> joined = new ArrayList<>();
        for (Line line : sorted) {
            Line last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && line.top() < last.bottom() - 0.5) {
                joined.set(joined.size() - 1, new Line(last.top(), Math.max(last.bottom(), line.bottom())));
            } else {
                joined.add(line);
            }
        }
        return joined;
    }
}
