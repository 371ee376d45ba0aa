package app.kith.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.change.LogPosition;
import app.kith.words.KithException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Files of a log are rewritten: what is erased is in no file any more, all else is where it was, whatever happens meanwhile. */
class RewriteTest {
    private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "HKDF");
    private static final int SMALL = 4000;
    private static final String ERASED = "gone";

    /** A record as it was appended. */
    private record Kept(LogPosition before, RecordLog.Appended at, String text) {}

    @Test
    void whatIsLeftIsFoundWhereItWasAndTheChainHolds() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            MemoryFiles files = new MemoryFiles();
            RecordLog log = open(files);
            List<Kept> kept = fill(log, 1 + random.nextInt(120), random);
            Set<String> gone = new HashSet<>();
            for (int round = 0; round < 3; round++) {
                log.begin();
                kept.stream().filter(_ -> random.nextInt(5) == 0).forEach(each -> gone.add(each.text()));
                rewriteAll(log, gone);
                check(log, kept, gone, seed);
                kept.addAll(fill(log, random.nextInt(20), random));
                check(open(files.afterKill()), kept, gone, seed);
                log.close();
                log = open(files);
            }
        }
    }

    @Test
    void atAnyKillOrPowerCutTheOldFileIsThereOrTheNewOne() {
        int unfinished = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            MemoryFiles files = new MemoryFiles();
            RecordLog log = open(files);
            List<Kept> kept = fill(log, 20 + random.nextInt(60), random);
            Set<String> gone = new HashSet<>();
            kept.stream().filter(_ -> random.nextInt(4) == 0).forEach(each -> gone.add(each.text()));
            log.begin();
            files.failAfter(random.nextInt(60));
            try {
                rewriteAll(log, gone);
            } catch (KithException _) {
                unfinished++;
            }
            MemoryFiles found = random.nextBoolean() ? files.afterPowerCut(random) : files.afterKill();
            RecordLog again = open(found);
            assertThat(found.names()).as("seed %d", seed).allMatch(name -> name.matches("\\d{8}\\.log"));
            Map<String, String> now = texts(again);
            for (Kept each : kept) {
                String text = text(again.read(each.at().behind().segment(), each.at().offset()));
                assertThat(text).as("seed %d", seed).isIn(gone.contains(each.text())
                        ? List.of(each.text(), ERASED)
                        : List.of(each.text()));
                assertThat(again.knows(each.at().behind())).as("seed %d", seed).isTrue();
            }
            assertThat(now).hasSizeGreaterThan(0);
            assertThat(again.verify(_ -> {})).as("seed %d", seed).isEmpty();
            again.begin();
            rewriteAll(again, gone);
            check(again, kept, gone, seed);
            kept.addAll(fill(again, 3, random));
            check(open(found), kept, gone, seed);
        }
        assertThat(unfinished).as("rewritings that were cut off").isGreaterThan(100);
    }

    @Test
    void afterAFullDiskTheLogIsReadAndAppendedToAsBefore() {
        MemoryFiles files = new MemoryFiles();
        RecordLog log = open(files);
        List<Kept> kept = fill(log, 60, new Random(1));
        log.begin();
        files.failAfter(3);
        assertThatThrownBy(() -> rewriteAll(log, texts(kept))).isInstanceOf(KithException.class);
        files.failAfter(Integer.MAX_VALUE);
        check(log, kept, Set.of(), 1);
        kept.addAll(fill(log, 5, new Random(2)));
        check(log, kept, Set.of(), 1);
        assertThat(files.names()).allMatch(name -> name.matches("\\d{8}\\.log"));
    }

    @Test
    void theFileThatIsAppendedToIsNotRewritten() {
        RecordLog log = open(new MemoryFiles());
        fill(log, 3, new Random(1));
        assertThat(log.closedFiles()).isEmpty();
        assertThatThrownBy(() -> log.rewrite(1, _ -> null, () -> false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPositionNotedBeforeANewFileWasBegunIsStillTheEnd() {
        MemoryFiles files = new MemoryFiles();
        RecordLog log = open(files);
        fill(log, 5, new Random(1));
        LogPosition end = log.end();
        log.begin();
        log.begin();
        assertThat(log.end()).isEqualTo(end);
        log.close();
        RecordLog again = open(files);
        assertThat(again.end()).isEqualTo(end);
        assertThat(again.knows(end)).isTrue();
        rewriteAll(again, texts(again).keySet());
        again.close();
        RecordLog third = open(files);
        assertThat(third.end()).isEqualTo(end);
        fill(third, 1, new Random(2));
        assertThat(third.knows(end)).isTrue();
        assertThat(third.verify(_ -> {})).isEmpty();
    }

    @Test
    void whereTheNewestFileIsARewrittenOneTheLogGoesOnInAnother() throws java.io.IOException {
        MemoryFiles files = new MemoryFiles();
        RecordLog log = open(files);
        List<Kept> kept = fill(log, 5, new Random(1));
        log.begin();
        rewriteAll(log, Set.of(kept.getFirst().text()));
        log.close();
        files.delete("00000002.log");
        RecordLog again = open(files);
        kept.addAll(fill(again, 2, new Random(2)));
        check(open(files), kept, Set.of(kept.getFirst().text()), 1);
    }

    @Test
    void aFlippedByteInARewrittenFileIsFoundAndTheOthersAreRead() {
        MemoryFiles files = new MemoryFiles();
        RecordLog log = open(files);
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            kept.add(append(log, "record number " + i));
        }
        log.begin();
        append(log, "one more");
        rewriteAll(log, Set.of(kept.get(1).text()));
        byte[] whole = files.content("00000001.log");
        for (int at = Segment.HEADER; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x10;
            files.replace("00000001.log", flipped);
            assertThat(open(files).verify(_ -> {})).as("flipped byte %d", at).isNotEmpty();
            assertThat(texts(open(files))).as("flipped byte %d", at).hasSize(4);
        }
    }

    @Test
    void aDamagedFileStaysAsItIs() {
        MemoryFiles files = new MemoryFiles();
        RecordLog log = open(files);
        List<Kept> kept = fill(log, 5, new Random(1));
        log.begin();
        byte[] whole = files.content("00000001.log");
        whole[whole.length / 2] ^= 1;
        files.replace("00000001.log", whole);
        RecordLog again = open(files);
        assertThat(again.rewrite(1, _ -> out -> out.write(bytes(ERASED)), () -> false).outcome())
                .isEqualTo(Rewritten.Outcome.DAMAGED);
        assertThat(files.content("00000001.log")).isEqualTo(whole);
        assertThat(texts(again)).hasSize(kept.size() - 1);
    }

    @Test
    void aFileOfALaterProgramIsNotTakenForADamagedOne() {
        MemoryFiles files = new MemoryFiles();
        open(files).close();
        byte[] newer = files.content("00000001.log");
        newer[9] = 3;
        java.nio.ByteBuffer.wrap(newer).putInt(Segment.HEADER - 4, Segment.crc(newer, 0, Segment.HEADER - 4));
        files.replace("00000001.log", newer);
        assertThatThrownBy(() -> open(files)).isInstanceOfSatisfying(KithException.class,
                e -> assertThat(e.problem()).isEqualTo(app.kith.words.Problem.STORE_TOO_NEW));
    }

    @Test
    void itCanBeCancelledBetweenRecords() {
        MemoryFiles files = new MemoryFiles();
        RecordLog log = open(files);
        List<Kept> kept = fill(log, 8, new Random(1));
        log.begin();
        int[] asked = {0};
        assertThat(log.rewrite(1, _ -> out -> out.write(bytes(ERASED)), () -> ++asked[0] > 4).outcome())
                .isEqualTo(Rewritten.Outcome.STOPPED);
        check(log, kept, Set.of(), 1);
        assertThat(files.names()).containsExactly("00000001.log", "00000002.log");
    }

    @Test
    void readersMayReadWhileFilesAreRewritten() throws Exception {
        MemoryFiles files = new MemoryFiles();
        RecordLog log = open(files);
        List<Kept> kept = fill(log, 150, new Random(1));
        log.begin();
        AtomicBoolean done = new AtomicBoolean();
        List<Throwable> failures = new ArrayList<>();
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Random random = new Random(i);
            readers.add(Thread.ofPlatform().start(() -> {
                try {
                    while (!done.get()) {
                        Kept one = kept.get(random.nextInt(kept.size()));
                        assertThat(text(log.read(one.at().behind().segment(), one.at().offset())))
                                .isIn(one.text(), ERASED);
                        assertThat(log.verify(_ -> {})).isEmpty();
                    }
                } catch (Throwable e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            }));
        }
        Set<String> gone = new HashSet<>();
        for (Kept each : kept) {
            if (gone.size() % 3 == 0) {
                rewriteAll(log, gone);
            }
            gone.add(each.text());
        }
        done.set(true);
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(failures).isEmpty();
    }

    private static void rewriteAll(RecordLog log, Set<String> gone) {
        for (int file : log.closedFiles()) {
            log.rewrite(file, content -> gone.contains(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    ? out -> out.write(bytes(ERASED))
                    : null, () -> false);
        }
    }

    /** Every record under its old position, the chain whole, and nothing of what was erased anywhere. */
    private static void check(RecordLog log, List<Kept> kept, Set<String> gone, int seed) {
        for (Kept each : kept) {
            String expected = gone.contains(each.text()) ? ERASED : each.text();
            assertThat(text(log.read(each.at().behind().segment(), each.at().offset()))).as("seed %d", seed)
                    .isEqualTo(expected);
            assertThat(log.next(each.before()).map(entry -> text(entry.payload()))).as("seed %d", seed)
                    .contains(expected);
            assertThat(log.knows(each.at().behind())).as("seed %d", seed).isTrue();
        }
        List<String> all = new ArrayList<>();
        List<LogPosition> ends = new ArrayList<>();
        log.forEach(LogPosition.START, entry -> {
            all.add(text(entry.payload()));
            ends.add(entry.behind());
        }, damage -> all.add(damage.what()));
        assertThat(all).as("seed %d", seed).isEqualTo(
                kept.stream().map(each -> gone.contains(each.text()) ? ERASED : each.text()).toList());
        assertThat(ends).as("seed %d", seed).isEqualTo(kept.stream().map(each -> each.at().behind()).toList());
        LogCheck check = log.check(_ -> {});
        assertThat(check.damages()).as("seed %d", seed).isEmpty();
        assertThat(check.records()).isEqualTo(kept.size());
        assertThat(check.changed()).as("seed %d", seed)
                .isEqualTo(kept.stream().filter(each -> gone.contains(each.text())).count());
    }

    private static RecordLog open(MemoryFiles files) {
        return new RecordLog(files, LogKind.LEDGER, KEY, SMALL);
    }

    private static List<Kept> fill(RecordLog log, int records, Random random) {
        List<Kept> written = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            written.add(append(log, "record " + random.nextLong() + " " + "abcdefghij".repeat(random.nextInt(60))));
        }
        return written;
    }

    private static Kept append(RecordLog log, String text) {
        LogPosition before = log.end();
        return new Kept(before, log.append(bytes(text)), text);
    }

    private static Map<String, String> texts(RecordLog log) {
        Map<String, String> texts = new TreeMap<>();
        log.forEach(LogPosition.START, entry -> texts.put(text(entry.payload()), ""), _ -> {});
        return texts;
    }

    private static Set<String> texts(List<Kept> kept) {
        return new HashSet<>(kept.stream().map(Kept::text).toList());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
