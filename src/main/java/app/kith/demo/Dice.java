package app.kith.demo;

import java.util.List;

/**
 * Numbers that look random and are the same for the same seeds, on every machine and for ever (SplitMix64, Steele et al. 2014).
 * Not thread-safe.
 */
final class Dice {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long first, long second, long third) {
        state = mix(first + GAMMA) ^ mix(second + 2 * GAMMA) * 3 ^ mix(third + 3 * GAMMA) * 5;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += GAMMA;
        return mix(state);
    }

    /** {@return 0 (included) to 1 (not included)} */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** {@return 0 to bound - 1} */
    int below(int bound) {
        return (int) ((next() >>> 1) % bound);
    }

    /** {@return low to high, both included} */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    <T> T pick(List<T> items) {
        return items.get(below(items.size()));
    }

    String digits(int count) {
        return letters("0123456789", count);
    }

    String hex(int count) {
        return letters("0123456789abcdef", count);
    }

    String letters(String alphabet, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(below(alphabet.length())));
        }
        return text.toString();
    }
}
