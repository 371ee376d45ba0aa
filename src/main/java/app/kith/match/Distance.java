package app.kith.match;

import java.util.Arrays;

/** How alike two texts are, letter by letter. */
final class Distance {
    private Distance() {}

    /**
     * Counts the letters to insert, delete, change or swap with the next one (Damerau 1964, restricted form).
     *
     * @return the count; {@code most + 1} as soon as it is larger than {@code most}
     */
    static int typing(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int front = 0;
        int shorter = Math.min(a.length(), b.length());
        while (front < shorter && a.charAt(front) == b.charAt(front)) {
            front++;
        }
        int back = 0;
        while (back < shorter - front && a.charAt(a.length() - 1 - back) == b.charAt(b.length() - 1 - back)) {
            back++;
        }
        int restA = a.length() - front - back;
        int restB = b.length() - front - back;
        if (restA == 0 || restB == 0) {
            return restA + restB;
        }
        if (most == 1) {
            boolean swapped = restA == 2 && restB == 2 && a.charAt(front) == b.charAt(front + 1)
                    && a.charAt(front + 1) == b.charAt(front);
            return restA == 1 && restB == 1 || swapped ? 1 : 2;
        }
        return inside(a.substring(front, front + restA), b.substring(front, front + restB), most);
    }

    private static int inside(String a, String b, int most) {
        int width = b.length() + 1;
        int[] before = new int[width];
        int[] last = new int[width];
        int[] row = new int[width];
        for (int j = 0; j < width; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            char ca = a.charAt(i - 1);
            for (int j = 1; j < width; j++) {
                char cb = b.charAt(j - 1);
                int cost = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (ca == cb ? 0 : 1));
                if (i > 1 && j > 1 && ca == b.charAt(j - 2) && a.charAt(i - 2) == cb) {
                    cost = Math.min(cost, before[j - 2] + 1);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > most) {
                return most + 1;
            }
            int[] oldest = before;
            before = last;
            last = row;
            row = oldest;
        }
        return Math.min(last[width - 1], most + 1);
    }

    /** {@return whether two words differ by what a slip of the fingers does to a word of their length} */
    static boolean isTypo(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int allowed = shorter >= 8 ? 2 : shorter >= 3 ? 1 : 0;
        return allowed > 0 && typing(a, b, allowed) <= allowed;
    }

    /** {@return the similarity of Jaro and Winkler, 0 to 1} */
    static double jaroWinkler(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        boolean[] takenA = new boolean[a.length()];
        boolean[] takenB = new boolean[b.length()];
        int common = common(a, b, window, takenA, takenB);
        if (common == 0) {
            return 0;
        }
        int turned = 0;
        int j = 0;
        for (int i = 0; i < a.length(); i++) {
            if (takenA[i]) {
                while (!takenB[j]) {
                    j++;
                }
                turned += a.charAt(i) == b.charAt(j) ? 0 : 1;
                j++;
            }
        }
        double jaro = (common / (double) a.length() + common / (double) b.length()
                + (common - turned / 2.0) / common) / 3;
        int prefix = 0;
        while (prefix < 4 && prefix < Math.min(a.length(), b.length()) && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    private static int common(String a, String b, int window, boolean[] takenA, boolean[] takenB) {
        int common = 0;
        for (int i = 0; i < a.length(); i++) {
            for (int j = Math.max(0, i - window); j < Math.min(b.length(), i + window + 1); j++) {
                if (!takenB[j] && a.charAt(i) == b.charAt(j)) {
                    takenA[i] = true;
                    takenB[j] = true;
                    common++;
                    break;
                }
            }
        }
        return common;
    }

    /** {@return the share of pairs of neighbouring letters that two texts have in common (Dice), 0 to 1} */
    static double pairs(String a, String b) {
        if (a.equals(b)) {
            return a.isEmpty() ? 0 : 1;
        }
        if (a.length() < 2 || b.length() < 2) {
            return 0;
        }
        int[] first = letterPairs(a);
        int[] second = letterPairs(b);
        int i = 0;
        int j = 0;
        int common = 0;
        while (i < first.length && j < second.length) {
            if (first[i] == second[j]) {
                common++;
                i++;
                j++;
            } else if (first[i] < second[j]) {
                i++;
            } else {
                j++;
            }
        }
        return 2.0 * common / (first.length + second.length);
    }

    private static int[] letterPairs(String text) {
        int[] pairs = new int[text.length() - 1];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = text.charAt(i) << 16 | text.charAt(i + 1);
        }
        Arrays.sort(pairs);
        return pairs;
    }
}
