package app.kith.ui.body;

import org.jspecify.annotations.Nullable;

/**
 * Shares the width of a table among its columns, in the manner of CSS 2.1 section 17.5.2: percentages first, then fixed widths, then by
 * what the contents want; nothing is made narrower than its longest word. All lengths in screen pixels, without spacing.
 */
final class GridColumns {
    final double[] least;
    final double[] most;
    final double[] fixed;
    final double[] percent;

    GridColumns(int columns) {
        least = new double[columns];
        most = new double[columns];
        fixed = new double[columns];
        percent = new double[columns];
    }

    /** Takes in what a cell of one column wants. */
    void cell(int column, double cellLeast, double cellMost, @Nullable Length width, double scale) {
        least[column] = Math.max(least[column], cellLeast);
        most[column] = Math.max(most[column], cellMost);
        want(column, width, scale);
    }

    void want(int column, @Nullable Length width, double scale) {
        if (width != null && width.percent()) {
            percent[column] = Math.max(percent[column], width.value());
        } else if (width != null) {
            fixed[column] = Math.max(fixed[column], width.value() * scale);
        }
    }

    /** Takes in what a cell over several columns wants, after all cells of one column. */
    void span(int column, int span, double cellLeast, double cellMost) {
        spread(least, column, span, cellLeast);
        spread(most, column, span, cellMost);
    }

    private void spread(double[] widths, int column, int span, double wanted) {
        double sum = 0;
        double free = 0;
        for (int i = column; i < column + span; i++) {
            sum += widths[i];
            free += isFree(i) ? 1 : 0;
        }
        double more = wanted - sum;
        for (int i = column; i < column + span && more > 0; i++) {
            if (free > 0) {
                widths[i] += isFree(i) ? more / free : 0;
            } else {
                widths[i] += sum > 0 ? more * widths[i] / sum : more / span;
            }
        }
    }

    private boolean isFree(int column) {
        return fixed[column] == 0 && percent[column] == 0;
    }

    double leastSum() {
        return sum(least);
    }

    /** {@return the width that the table takes where it has as much as it wants} */
    double mostSum() {
        double wanted = 0;
        double byPercent = 0;
        double rest = 0;
        double left = 100;
        for (int i = 0; i < least.length; i++) {
            double width = Math.max(least[i], fixed[i] > 0 ? fixed[i] : most[i]);
            wanted += width;
            if (percent[i] > 0) {
                byPercent = Math.max(byPercent, width * 100 / percent[i]);
                left -= percent[i];
            } else {
                rest += width;
            }
        }
        if (byPercent > 0 && rest > 0 && left >= 1) {
            byPercent = Math.max(byPercent, rest * 100 / left);
        }
        return Math.max(wanted, Math.min(byPercent, 4000));
    }

    /** {@return the width of each column where the table is so wide} */
    double[] share(double width) {
        double all = leastSum();
        double[] widths = least.clone();
        if (width <= all) {
            return widths;
        }
        double[] wanted = wanted(width);
        double sum = sum(wanted);
        if (sum > width) {
            double part = (width - all) / (sum - all);
            for (int i = 0; i < widths.length; i++) {
                widths[i] = least[i] + (wanted[i] - least[i]) * part;
            }
            return widths;
        }
        return grown(wanted, width - sum);
    }

    private double[] wanted(double width) {
        double[] wanted = new double[least.length];
        for (int i = 0; i < wanted.length; i++) {
            double want = percent[i] > 0 ? width * percent[i] / 100 : fixed[i] > 0 ? fixed[i] : most[i];
            wanted[i] = Math.max(least[i], want);
        }
        return wanted;
    }

    /** Room that nobody asked for goes to the columns of which nothing is said, else to all. */
    private double[] grown(double[] wanted, double more) {
        double free = 0;
        for (int i = 0; i < wanted.length; i++) {
            free += isFree(i) ? Math.max(1, wanted[i]) : 0;
        }
        double all = Math.max(1, sum(wanted));
        for (int i = 0; i < wanted.length; i++) {
            if (free > 0) {
                wanted[i] += isFree(i) ? more * Math.max(1, wanted[i]) / free : 0;
            } else {
                wanted[i] += sum(wanted) == 0 ? more / wanted.length : more * wanted[i] / all;
            }
        }
        return wanted;
    }

    private static double sum(double[] widths) {
        double sum = 0;
        for (double width : widths) {
            sum += width;
        }
        return sum;
    }
}
