package app.kith.match;

import java.util.List;
import java.util.stream.IntStream;

/** Pairs of records with their grades, kept in flat arrays while the weights are learnt. */
final class Sample {
    final int size;
    final long[] pairs;
    private final byte[] levels;
    private final float[] bits;
    private final int fields;

    Sample(long[] pairs, int fields) {
        this.size = pairs.length;
        this.pairs = pairs;
        this.fields = fields;
        levels = new byte[size * fields];
        bits = new float[size * fields];
    }

    void grade(List<Profile> profiles, Comparison comparison) {
        int chunk = 512;
        IntStream.range(0, (size + chunk - 1) / chunk).parallel().forEach(c -> {
            Grades grades = comparison.grades();
            for (int i = c * chunk; i < Math.min(size, (c + 1) * chunk); i++) {
                comparison.grade(profiles.get(first(i)), profiles.get(second(i)), grades);
                System.arraycopy(grades.levels, 0, levels, i * fields, fields);
                System.arraycopy(grades.bits, 0, bits, i * fields, fields);
            }
        });
    }

    void read(int pair, Grades out) {
        System.arraycopy(levels, pair * fields, out.levels, 0, fields);
        System.arraycopy(bits, pair * fields, out.bits, 0, fields);
    }

    int first(int pair) {
        return (int) (pairs[pair] >>> 32);
    }

    int second(int pair) {
        return (int) pairs[pair];
    }
}
