package app.kith.bench;

import app.kith.match.ScanMeasure;

/**
 * How right and how costly the search for duplicates is on made-up lists of growing length, and after answers of the user; or on one
 * list of {@code -Dkith.bench.rows=N} records.
 */
final class DuplicatesBench implements Bench.Scenario {
    private static final int[] SIZES = {3_000, 36_000, 102_803};

    @Override
    public void run() {
        int rows = Integer.getInteger("kith.bench.rows", 0);
        if (rows > 0) {
            System.out.println(ScanMeasure.measure(rows, 5));
            return;
        }
        for (int size : SIZES) {
            System.out.println(ScanMeasure.measure(size, 5));
        }
        System.out.println(ScanMeasure.answered(3_000, 6, 60));
        System.out.println(ScanMeasure.lookup(102_803, 7));
    }
}
