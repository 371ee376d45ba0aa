package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.store.Customers;
import app.kith.support.KithProcess;
import app.kith.support.TestDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kith import} and {@code kith duplicates merge} are killed (SIGKILL) at random moments. After each kill the folder opens, the
 * doctor finds no fault, the ledger's chain holds, and of the import or merge there is all or nothing; done again, there is all. More
 * kills by the environment's KITH_KILLS (one of each for five), others by {@code -Dkith.seed=N}.
 */
class ImportKillTest {
    private static final int KILLS = Math.max(1,
            Integer.parseInt(System.getenv().getOrDefault("KITH_KILLS", "1")) / 5);
    private static final long SEED = Long.getLong("kith.seed", 1);
    private static final int ROWS = 400;
    private static final int PARTS = 12;
    private static final long LONGEST = 120_000;

    @TempDir
    private Path folder;

    private Path list() throws IOException {
        StringBuilder rows = new StringBuilder("姓名,手机,邮箱,公司,备注\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("客户").append(i).append(",138").append(10_000_000 + i).append(",k").append(i)
                    .append("@c.example,公司").append(i % 100).append(",").append("x".repeat(200)).append('\n');
        }
        return Files.writeString(folder.resolve("list.csv"), rows);
    }

    /** Runs a command that is killed after a while, or when its change set is being written where none is given; how long it ran. */
    private static long killed(Path home, long milliseconds, String... command) throws IOException {
        long before = written(home);
        long start = System.nanoTime();
        try (KithProcess process = KithProcess.start(home, command)) {
            boolean ended = milliseconds > 0 && process.endsWithin(milliseconds);
            while (milliseconds == 0 && !ended && written(home) == before) {
                ended = process.endsWithin(1);
                assertThat((System.nanoTime() - start) / 1_000_000).as("%s", process.output()).isLessThan(LONGEST);
            }
            if (ended) {
                assertThat(process.exit()).as("%s", process.output()).isZero();
            } else {
                process.kill();
            }
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** How much the ledger holds, in bytes; a new folder's begins with a head. */
    private static long written(Path home) throws IOException {
        Path ledger = home.resolve("ledger");
        if (!Files.isDirectory(ledger)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(ledger)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void sound(Desk desk, String when) {
        assertThat(desk.doctor().check(_ -> {}).faults()).as(when).isEmpty();
        assertThat(desk.history().verify()).as(when).isEmpty();
    }

    @Test
    void ofAnImportThereIsAllOrNothingWhateverMomentItIsKilled() throws IOException {
        Path list = list();
        Random random = new Random(SEED);
        int all = 0;
        long longest = 0;
        for (int run = 0; run < KILLS; run++) {
            Path home = folder.resolve("home-" + run);
            TestDesk.open(home).close();
            boolean whileWritten = run % 2 == 0;
            long ran = killed(home, whileWritten ? 0 : (long) (longest * (0.4 + 0.7 * random.nextDouble())), "import",
                    list.toString(), "--json");
            longest = whileWritten ? ran : longest;
            try (Desk desk = TestDesk.open(home)) {
                long count = desk.customers().count();
                assertThat(count).as("run %d", run).isIn(0L, (long) ROWS);
                all += count > 0 ? 1 : 0;
                sound(desk, "run " + run);
                if (run == KILLS - 1) {
                    again(desk, list);
                }
            }
        }
        System.out.printf("ImportKillTest: %d kills of an import, %d times all, else nothing (seed %d)%n", KILLS, all,
                SEED);
    }

    private static void again(Desk desk, Path list) {
        var options = new app.kith.exchange.Importer.Options(app.kith.exchange.Importer.Key.AUTO,
                app.kith.exchange.Importer.Mode.BOTH);
        desk.transfers().imports().enter(desk.transfers().imports().plan(List.of(app.kith.exchange.ImportFile.open(list,
                desk.transfers().imports().presets(), app.kith.exchange.ImportFile.Choice.AUTOMATIC)), options, _ -> {},
                () -> false), options);
        assertThat(desk.customers().count()).as("done again").isEqualTo(ROWS);
    }

    @Test
    void ofAMergeThereIsAllOrNothingWhateverMomentItIsKilled() throws IOException {
        Path before = folder.resolve("before");
        List<String> command = new ArrayList<>(List.of("duplicates", "merge"));
        try (Desk desk = TestDesk.open(before)) {
            for (int i = 0; i < PARTS; i++) {
                long id = desk.records().add(List.of(Value.of(Property.NAME, "", "Anna Keller"),
                        Value.of(Property.EMAIL, "", "anna" + i + "@nordwind.example"))).contact();
                desk.records().log(new Entry(0, id, Entry.Kind.NOTE, Instant.EPOCH, null, "", "note " + i, "", null,
                        "", "", new Source(Source.Kind.HAND, "")));
                command.add(String.valueOf(id));
            }
        }
        command.add("--json");
        String[] merge = command.toArray(String[]::new);
        Random random = new Random(SEED + 1);
        int all = 0;
        long longest = 0;
        for (int run = 0; run < Math.max(1, KILLS / 2); run++) {
            Path home = folder.resolve("home-" + run);
            TestDesk.copy(before, home);
            boolean whileWritten = run % 2 == 0;
            long ran = killed(home, whileWritten ? 0 : (long) (longest * (0.5 + 0.6 * random.nextDouble())), merge);
            longest = whileWritten ? ran : longest;
            try (Desk desk = TestDesk.open(home)) {
                all += merged(desk, "run " + run) ? 1 : 0;
                sound(desk, "run " + run);
            }
        }
        System.out.printf("ImportKillTest: %d kills of a merge, %d times all, else nothing (seed %d)%n",
                Math.max(1, KILLS / 2), all, SEED);
    }

    private static boolean merged(Desk desk, String when) {
        long count = desk.customers().count();
        assertThat(count).as(when).isIn(1L, (long) PARTS);
        long[] anna = desk.customers().ids("anna0@nordwind.example", Customers.Order.NAME, 0);
        assertThat(anna).as(when).hasSize(1);
        int notes = desk.records().entries(anna[0]).size();
        assertThat(notes).as(when).isEqualTo(count == 1 ? PARTS : 1);
        return count == 1;
    }
}
