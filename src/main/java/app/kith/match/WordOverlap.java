package app.kith.match;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What two lists of words have in common, each word counting by its bits; a word with a slip of the fingers counts a little less.
 *
 * @param alike 0 to 1: between the share of both lists together and the share of the shorter one
 * @param common bits of the words in common: words of one name come together, so the rarest counts fully and the others less
 */
record WordOverlap(double alike, double common) {

    /** In so many words slips of the fingers do not matter, and looking for them takes long. */
    private static final int LONG = 24;

    static WordOverlap of(List<String> one, List<String> other, ToDoubleFunction<String> bits) {
        if (one.isEmpty() || other.isEmpty()) {
            return new WordOverlap(0, 0);
        }
        double first = sum(one, bits);
        double second = sum(other, bits);
        double common = 0;
        double rarest = 0;
        boolean[] taken = new boolean[other.size()];
        for (String word : one) {
            int found = find(word, other, taken);
            if (found >= 0) {
                taken[found] = true;
                boolean equal = word.equals(other.get(found));
                double shared = equal
                        ? bits.applyAsDouble(word)
                        : 0.8 * Math.min(bits.applyAsDouble(word), bits.applyAsDouble(other.get(found)));
                common += shared;
                rarest = Math.max(rarest, shared);
            }
        }
        double both = 2 * common / (first + second);
        double shorter = common / Math.min(first, second);
        return new WordOverlap(Math.min(1, 0.5 * both + 0.5 * shorter), rarest + 0.3 * (common - rarest));
    }

    private static double sum(List<String> words, ToDoubleFunction<String> bits) {
        double sum = 0;
        for (String word : words) {
            sum += bits.applyAsDouble(word);
        }
        return Math.max(sum, 1e-6);
    }

    private static int find(String word, List<String> in, boolean[] taken) {
        if (in.size() > LONG) {
            return findEqual(word, in, taken);
        }
        int near = -1;
        for (int i = 0; i < in.size(); i++) {
            if (!taken[i]) {
                String other = in.get(i);
                if (word.equals(other)) {
                    return i;
                }
                boolean slip = near < 0 && word.length() >= 4 && other.length() >= 4 && Distance.isTypo(word, other);
                near = slip || near < 0 && isAbbreviation(word, other) ? i : near;
            }
        }
        return near;
    }

    private static int findEqual(String word, List<String> in, boolean[] taken) {
        for (int i = 0; i < in.size(); i++) {
            if (!taken[i] && word.equals(in.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isAbbreviation(String a, String b) {
        String shorter = a.length() < b.length() ? a : b;
        String longer = a.length() < b.length() ? b : a;
        return shorter.length() >= 4 && longer.startsWith(shorter);
    }
}
