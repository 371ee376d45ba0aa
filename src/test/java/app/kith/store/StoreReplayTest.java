package app.kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.store.RandomHistory.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise of the projection: whatever way it was made, it is the same. */
class StoreReplayTest {
    private static final char[] PASSWORD = "00ff".repeat(16).toCharArray();

    @TempDir
    private Path folder;

    /** More seeds by {@code -Dkith.seeds=N}. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("kith.seeds", 6));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStoreBuiltAnewFromItsLogsEqualsTheOneThatLivedThroughThem(long seed) {
        List<Step> history = new RandomHistory(seed, 150).steps();
        List<String> lived = content("lived", history);
        List<Step> replay = history.stream().sorted((a, b) -> Boolean.compare(a.set() == null, b.set() == null))
                .toList();
        List<String> rebuilt = content("rebuilt", replay);
        assertThat(differences(lived, rebuilt)).as("seed %d", seed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void noStepLeavesOrphansOrWrongCounts(long seed) {
        try (Store store = Store.open(folder, PASSWORD)) {
            StoreCheck check = new StoreCheck(store);
            for (Step step : new RandomHistory(seed, 60).steps()) {
                step.applyTo(store);
                assertThat(check.orphansFound()).isEmpty();
            }
            assertThat(check.indexes()).isEmpty();
        }
    }

    @Test
    void aFailedTransactionLeavesNothing() {
        try (Store store = Store.open(folder, PASSWORD)) {
            List<Step> history = new RandomHistory(31, 40).steps();
            history.forEach(step -> step.applyTo(store));
            String before = new StoreCheck(store).digest();
            Step last = history.reversed().stream().filter(step -> step.set() != null).findFirst().orElseThrow();
            // The change set's number is taken already, so the transaction fails after having done a part.
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> last.applyTo(store))).isNotNull();
            assertThat(new StoreCheck(store).digest()).isEqualTo(before);
            assertThat(new StoreCheck(store).orphansFound()).isEmpty();
        }
    }

    @Test
    void whatIsClosedInOrderIsKnownToBeClean() {
        try (Store store = Store.open(folder, PASSWORD)) {
            assertThat(store.wasClean()).isTrue();
        }
        try (Store store = Store.open(folder, PASSWORD)) {
            assertThat(store.wasClean()).isTrue();
        }
    }

    private static List<String> differences(List<String> lived, List<String> rebuilt) {
        List<String> found = new ArrayList<>();
        lived.stream().filter(line -> !rebuilt.contains(line)).forEach(line -> found.add("only lived:   " + line));
        rebuilt.stream().filter(line -> !lived.contains(line)).forEach(line -> found.add("only rebuilt: " + line));
        return found;
    }

    private List<String> content(String name, List<Step> steps) {
        Path home = folder.resolve(name);
        home.toFile().mkdirs();
        try (Store store = Store.open(home, PASSWORD)) {
            steps.forEach(step -> step.applyTo(store));
            assertThat(new StoreCheck(store).orphansFound()).isEmpty();
            List<String> lines = new ArrayList<>();
            new StoreCheck(store).lines(lines::add);
            return lines;
        }
    }
}
