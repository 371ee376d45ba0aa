package app.kith.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceTest {
    @ParameterizedTest
    @CsvSource({"smith,smith,0", "smith,smiht,1", "smith,smth,1", "smith,smitth,1", "smith,smyth,1", "smith,simht,2",
            "abc,xyz,3",
            "ab,ba,1", "'',ab,2", "cakovky,calkovsky,2", "abcdef,badcfe,3"})
    void slipsOfTheFingersAreCounted(String a, String b, int slips) {
        assertThat(Distance.typing(a, b, 3)).isEqualTo(slips);
    }

    @Test
    void theShortWaysGiveWhatTheLongWayGives() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            String a = word(random);
            String b = word(random);
            int exact = plain(a, b);
            for (int most = 1; most <= 3; most++) {
                assertThat(Distance.typing(a, b, most)).as(a + " " + b + " " + most)
                        .isEqualTo(Math.min(exact, most + 1));
            }
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = random.nextInt(7);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    /** The definition, by a full table. */
    private static int plain(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    @ParameterizedTest
    @CsvSource({"martha,marhta,0.961", "dwayne,duane,0.84", "dixon,dicksonx,0.813", "a,b,0", "same,same,1"})
    void jaroWinklerHasItsKnownValues(String a, String b, double value) {
        assertThat(Distance.jaroWinkler(a, b)).isCloseTo(value, within(0.001));
    }

    @Test
    void wordsAreAlikeByTheirPairsOfLetters() {
        assertThat(Distance.pairs("night", "nacht")).isCloseTo(0.25, within(1e-9));
        assertThat(Distance.pairs("", "")).isZero();
        assertThat(Distance.pairs("ab", "ab")).isEqualTo(1);
    }
}
