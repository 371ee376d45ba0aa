package app.kith.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.change.LogPosition;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class RecordLogTest {
    private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "HKDF");
    private static final int SMALL = 4000;
    private static final String FIRST = "00000001.log";

    private final MemoryFiles files = new MemoryFiles();

    @Test
    void recordsComeBackInOrderOverManySegments() {
        List<String> written = fill(open(files), 200, 7);
        RecordLog again = open(files);
        assertThat(read(again)).isEqualTo(written);
        assertThat(files.names()).hasSizeGreaterThan(5);
        assertThat(again.verify(_ -> {})).isEmpty();
        assertThat(again.end().sequence()).isEqualTo(200);
    }

    @Test
    void aSingleRecordIsReadByItsAddress() {
        RecordLog log = open(files);
        fill(log, 20, 1);
        RecordLog.Appended appended = log.append(bytes("the one"));
        fill(log, 20, 2);
        assertThat(text(log.read(appended.behind().segment(), appended.offset()))).isEqualTo("the one");
    }

    @Test
    void recordsOfAnySizeComeBackWhole() {
        RecordLog log = open(files);
        Random random = new Random(5);
        for (int size : new int[]{0, 1, 511, 512, 65_498, 65_499, 65_500, 65_536, 131_035, 131_072, 1_000_000}) {
            byte[] noise = new byte[size];
            random.nextBytes(noise);
            RecordLog.Appended at = log.append(noise);
            assertThat(log.read(at.behind().segment(), at.offset())).isEqualTo(noise);
            at = log.append(new byte[size]);
            assertThat(log.read(at.behind().segment(), at.offset())).isEqualTo(new byte[size]);
        }
        assertThat(open(files).verify(_ -> {})).isEmpty();
    }

    @Test
    void aLogCutAtAnyByteOpensWithAllWholeRecordsAndGoesOn() {
        RecordLog log = open(files);
        List<Long> ends = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ends.add(log.append(bytes("record " + i)).behind().offset());
        }
        byte[] whole = files.content(FIRST);
        for (int cut = Segment.HEADER; cut <= whole.length; cut++) {
            files.replace(FIRST, java.util.Arrays.copyOf(whole, cut));
            int kept = cut;
            long expected = ends.stream().filter(end -> end <= kept).count();
            RecordLog opened = open(files);
            assertThat(read(opened)).as("cut at byte %d", cut).hasSize((int) expected);
            opened.append(bytes("after"));
            assertThat(read(open(files))).as("cut at byte %d", cut).hasSize((int) expected + 1).last()
                    .isEqualTo("after");
            assertThat(open(files).verify(_ -> {})).isEmpty();
        }
        assertThat(files.aside()).as("what was cut off is put aside").isNotEmpty();
    }

    @Test
    void aFlippedByteAnywhereIsFoundAndNamedAndTheOthersAreRead() {
        RecordLog log = open(files);
        List<Long> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            starts.add(log.append(bytes("record number " + i)).offset());
        }
        byte[] whole = files.content(FIRST);
        for (int at = Segment.HEADER; at < starts.getLast(); at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x10;
            files.replace(FIRST, flipped);
            int place = at;
            long record = starts.stream().filter(start -> start <= place).count();
            List<Damage> damages = open(files).verify(_ -> {});
            assertThat(damages).as("flipped byte %d", at).hasSize(1);
            assertThat(damages.getFirst().sequence()).as("flipped byte %d", at).isEqualTo(record);
            assertThat(damages.getFirst().offset()).isEqualTo(starts.get((int) record - 1));
            assertThat(damages.getFirst().file()).isEqualTo("ledger/" + FIRST);
            assertThat(read(open(files))).as("flipped byte %d", at).hasSize(3);
        }
    }

    @Test
    void aRecordTakenOutIsFoundByTheChain() {
        RecordLog log = open(files);
        long from = log.append(bytes("one")).behind().offset();
        long to = log.append(bytes("two")).behind().offset();
        log.append(bytes("three"));
        byte[] whole = files.content(FIRST);
        byte[] without = new byte[whole.length - (int) (to - from)];
        System.arraycopy(whole, 0, without, 0, (int) from);
        System.arraycopy(whole, (int) to, without, (int) from, whole.length - (int) to);
        files.replace(FIRST, without);
        assertThat(open(files).verify(_ -> {})).singleElement()
                .satisfies(damage -> assertThat(damage.what()).isEqualTo("a record is missing"));
    }

    @Test
    void aRecordOfAnotherHistoryIsFoundByTheChain() {
        MemoryFiles other = files.afterKill();
        RecordLog log = open(files);
        log.append(bytes("one"));
        MemoryFiles copy = files.afterKill();
        log.append(bytes("two"));
        log.append(bytes("three"));
        RecordLog forged = open(copy);
        forged.append(bytes("TWO"));
        byte[] whole = files.content(FIRST);
        byte[] exchanged = whole.clone();
        byte[] donor = copy.content(FIRST);
        long from = firstEnd(other);
        System.arraycopy(donor, (int) from, exchanged, (int) from, donor.length - (int) from);
        files.replace(FIRST, exchanged);
        assertThat(open(files).verify(_ -> {})).singleElement()
                .satisfies(damage -> assertThat(damage.what()).contains("does not follow"));
    }

    private static long firstEnd(MemoryFiles empty) {
        return open(empty).append(bytes("one")).behind().offset();
    }

    @Test
    void anotherKeyReadsNothing() {
        fill(open(files), 3, 1);
        byte[] other = new byte[32];
        other[0] = 1;
        assertThatThrownBy(() -> new RecordLog(files, LogKind.LEDGER, new SecretKeySpec(other, "HKDF"), SMALL))
                .isInstanceOfSatisfying(KithException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.LOG_DAMAGED));
    }

    @Test
    void whatWasAcknowledgedSurvivesAPowerCutAtAnyMoment() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            MemoryFiles disk = new MemoryFiles();
            RecordLog log = open(disk);
            List<String> acknowledged = fill(log, random.nextInt(30), seed);
            disk.failAfter(random.nextInt(3));
            try {
                while (true) {
                    acknowledged.addAll(fill(log, 1, seed + acknowledged.size()));
                }
            } catch (KithException e) {
                assertThat(e.problem()).isEqualTo(Problem.DISK);
            }
            MemoryFiles found = random.nextBoolean() ? disk.afterPowerCut(random) : disk.afterKill();
            RecordLog opened = open(found);
            assertThat(read(opened)).as("seed %d", seed).isEqualTo(acknowledged);
            assertThat(opened.verify(_ -> {})).as("seed %d", seed).isEmpty();
            opened.append(bytes("life goes on"));
            assertThat(read(open(found))).hasSize(acknowledged.size() + 1);
        }
    }

    @Test
    void afterAFullDiskTheLogGoesOnWhereItWas() {
        RecordLog log = open(files);
        fill(log, 3, 1);
        files.failAfter(0);
        assertThatThrownBy(() -> log.append(bytes("too much"))).isInstanceOf(KithException.class);
        files.failAfter(Integer.MAX_VALUE);
        log.append(bytes("fits again"));
        assertThat(read(open(files))).hasSize(4).last().isEqualTo("fits again");
        assertThat(open(files).verify(_ -> {})).isEmpty();
    }

    @Test
    void aNotedPositionIsKnownUntilTheLogIsCutBehindIt() {
        RecordLog log = open(files);
        List<LogPosition> noted = new ArrayList<>(List.of(LogPosition.START));
        for (int i = 0; i < 60; i++) {
            noted.add(log.append(bytes("record with some length to it " + i)).behind());
        }
        RecordLog again = open(files);
        assertThat(noted).allMatch(again::knows);
        RecordLog other = open(new MemoryFiles());
        fill(other, 60, 9);
        assertThat(noted.subList(1, noted.size())).noneMatch(other::knows);
        LogPosition ahead = log.append(bytes("one more")).behind();
        assertThat(again.knows(ahead)).isFalse();
    }

    @Test
    void anUnfinishedNewSegmentIsForgotten() {
        RecordLog log = open(files);
        fill(log, 100, 3);
        int last = files.names().size();
        String unfinished = Segment.fileName(last + 1);
        for (int length : new int[]{0, 1, 40, Segment.HEADER - 1}) {
            files.replace(unfinished, new byte[length]);
            RecordLog opened = open(files);
            assertThat(read(opened)).hasSize(100);
            assertThat(opened.verify(_ -> {})).isEmpty();
            assertThat(files.names()).doesNotContain(unfinished);
        }
    }

    private static RecordLog open(MemoryFiles files) {
        return new RecordLog(files, LogKind.LEDGER, KEY, SMALL);
    }

    private static List<String> fill(RecordLog log, int records, int seed) {
        Random random = new Random(seed);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            String text = "record " + seed + "/" + i + " " + "abcdefghij".repeat(random.nextInt(60));
            log.append(bytes(text));
            written.add(text);
        }
        return written;
    }

    private static List<String> read(RecordLog log) {
        List<String> read = new ArrayList<>();
        log.forEach(LogPosition.START, entry -> read.add(text(entry.payload())), _ -> {});
        return read;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
