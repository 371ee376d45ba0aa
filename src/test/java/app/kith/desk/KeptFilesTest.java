package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.kith.contact.Entry;
import app.kith.contact.KeptFile;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.exchange.ExportProfile;
import app.kith.mail.FileKind;
import app.kith.store.FileList.FileRow;
import app.kith.store.FileList.Filter;
import app.kith.support.TestDesk;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are kept with activities and records. */
class KeptFilesTest {
    private static final String SIGNED = "signed by both";

    @TempDir
    private Path folder;

    private Path home;
    private Desk desk;
    private long wang;

    @BeforeEach
    void open() {
        home = folder.resolve("home");
        desk = TestDesk.open(home);
        wang = desk.records().add(List.of(Value.of(Property.NAME, "", "王小明"))).contact();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private long contract(String... names) throws IOException {
        List<KeptFile> files = new java.util.ArrayList<>();
        for (String name : names) {
            files.add(desk.keptFiles().keep(Files.writeString(folder.resolve(name), SIGNED + " " + name)));
        }
        return desk.records().log(new Entry(0, wang, Entry.Kind.CONTRACT, Instant.parse("2026-11-02T00:00:00Z"), null,
                "Frame", "", "C-77", null, "", "signed", new Source(Source.Kind.HAND, "")).with(files)).id();
    }

    private List<FileRow> rows(Filter filter) {
        return desk.files().rows(java.util.Arrays.stream(desk.files().ids(filter, 0, 0)).boxed().toList());
    }

    private String text(FileRow row) {
        return new String(desk.keptFiles().content(row), StandardCharsets.UTF_8);
    }

    @Test
    void aFileIsListedWithItsRecordAndReadBackEvenAfterARebuild() throws Exception {
        long entry = contract("合同 C-77.pdf", "plan.dwg");
        assertThat(rows(Filter.ALL)).hasSize(2);
        FileRow row = rows(new Filter(wang, FileKind.PDF, "c-77")).getFirst();
        assertThat(row.entry()).isEqualTo(entry);
        assertThat(row.entryKind()).isEqualTo(Entry.Kind.CONTRACT);
        assertThat(row.contact()).isEqualTo(wang);
        assertThat(row.customer()).isEqualTo("王小明");
        assertThat(row.subject()).isEqualTo("C-77 Frame");
        assertThat(text(row)).isEqualTo(SIGNED + " 合同 C-77.pdf");
        assertThat(rows(new Filter(wang + 1, null, ""))).isEmpty();
        assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
        String digest = desk.doctor().check(_ -> {}).digest();
        desk.close();
        desk = Desk.open(TestDesk.options(home).rebuilding());
        assertThat(desk.doctor().check(_ -> {}).digest()).isEqualTo(digest);
        assertThat(text(rows(new Filter(wang, FileKind.PDF, "")).getFirst())).isEqualTo(SIGNED + " 合同 C-77.pdf");
    }

    @Test
    void whatIsDoneToTheRecordIsDoneToItsFilesAndUndoneWithThem() throws Exception {
        long entry = contract("a.pdf", "b.pdf");
        Entry both = desk.records().entry(entry);
        long taken = desk.records().change(both.with(both.files().subList(0, 1))).change();
        assertThat(rows(Filter.ALL)).extracting(FileRow::name).containsExactly("a.pdf");
        desk.history().undo(taken);
        assertThat(rows(Filter.ALL)).extracting(FileRow::name).containsExactlyInAnyOrder("a.pdf", "b.pdf");
        long gone = desk.records().erase(wang).change();
        assertThat(rows(Filter.ALL)).isEmpty();
        assertThat(desk.files().count()).isZero();
        desk.history().undo(gone);
        assertThat(rows(Filter.ALL)).hasSize(2).allSatisfy(row -> assertThat(text(row)).startsWith(SIGNED));
    }

    @Test
    void theBytesAreSealedAndDamageIsFound() throws Exception {
        contract("secret-name.pdf");
        Path log = home.resolve("files").resolve("00000001.log");
        String bytes = Files.readString(log, StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain(SIGNED).doesNotContain("secret-name");
        FileRow row = rows(Filter.ALL).getFirst();
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.seek(file.length() - 3);
            int last = file.read();
            file.seek(file.length() - 3);
            file.write(last ^ 1);
        }
        assertThat(catchThrowableOfType(KithException.class, () -> desk.keptFiles().content(row)).problem())
                .isEqualTo(Problem.LOG_DAMAGED);
        assertThat(desk.doctor().check(_ -> {}).faults()).anyMatch(fault -> fault.startsWith("a file of entry"));
    }

    @Test
    void aBackupHoldsThem() throws Exception {
        contract("a.pdf");
        Backup backup = desk.backups().create(folder.resolve("one.kithbackup"), _ -> {}, () -> false);
        Path other = folder.resolve("other");
        BackupFile.restore(backup.file(), other);
        try (Desk restored = Desk.open(TestDesk.options(other))) {
            FileRow row = restored.files().rows(List.of(restored.files().ids(Filter.ALL, 0, 0)[0])).getFirst();
            assertThat(new String(restored.keptFiles().content(row), StandardCharsets.UTF_8))
                    .isEqualTo(SIGNED + " a.pdf");
            assertThat(restored.doctor().check(_ -> {}).healthy()).isTrue();
        }
    }

    @Test
    void anExportOfEverythingAndAHandOverHoldThem() throws Exception {
        contract("a.pdf", "b.pdf");
        Destination everything = new Destination(folder.resolve("everything"), false, Words.of(Locale.ENGLISH),
                ZoneOffset.UTC);
        desk.transfers().fullExport().write(everything);
        Path other = folder.resolve("other");
        try (Desk taken = TestDesk.open(other)) {
            taken.transfers().fullImport().take(folder.resolve("everything").resolve(FullExport.DOCUMENT));
            List<FileRow> rows = taken.files().rows(java.util.Arrays.stream(taken.files().ids(Filter.ALL, 0, 0)).boxed()
                    .toList());
            assertThat(rows).extracting(FileRow::name).containsExactlyInAnyOrder("a.pdf", "b.pdf");
            assertThat(rows)
                    .allSatisfy(row -> assertThat(new String(taken.keptFiles().content(row), StandardCharsets.UTF_8))
                            .isEqualTo(SIGNED + " " + row.name()));
        }
        desk.transfers().handOver().write(wang, ExportProfile.of("standard"),
                new Destination(folder.resolve("wang"), false,
                        Words.of(Locale.ENGLISH), ZoneOffset.UTC));
        assertThat(Files.readString(folder.resolve("wang/files/a.pdf"))).isEqualTo(SIGNED + " a.pdf");
        assertThat(Files.readString(folder.resolve("wang/timeline.html"))).contains("files/a.pdf, files/b.pdf");
        assertThat(Files.readString(folder.resolve("wang/timeline.json"))).contains("\"files/b.pdf\"");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
        Path large = folder.resolve("film.mov");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(65L << 20);
        }
        assertThat(catchThrowableOfType(KithException.class, () -> desk.keptFiles().keep(large)).problem())
                .isEqualTo(Problem.FILE_TOO_LARGE_TO_KEEP);
    }

    @Test
    void aPersonWhoIsErasedTakesThemAlongAndNobodyElses() throws Exception {
        byte[] scan = new byte[200_000];
        new java.util.Random(5).nextBytes(scan);
        KeptFile gone = desk.keptFiles().keep(Files.write(folder.resolve("scan.pdf"), scan));
        desk.records().log(new Entry(0, wang, Entry.Kind.CONTRACT, Instant.EPOCH, null, "Frame", "", "C-77", null, "",
                "", new Source(Source.Kind.HAND, "")).with(List.of(gone)));
        long berta = desk.records().add(List.of(Value.of(Property.NAME, "", "Berta Stays"))).contact();
        KeptFile stays = desk.keptFiles().keep(Files.writeString(folder.resolve("of the other.txt"), "of the other"));
        desk.records().log(new Entry(0, berta, Entry.Kind.NOTE, Instant.EPOCH, null, "her note", "", "", null, "", "",
                new Source(Source.Kind.HAND, "")).with(List.of(stays)));
        desk.erasures().begin(wang, false);
        desk.close();
        desk = TestDesk.open(home);
        assertThat(rows(Filter.ALL)).extracting(FileRow::name).containsExactly("of the other.txt");
        assertThat(text(rows(Filter.ALL).getFirst())).isEqualTo("of the other");
        assertThat(catchThrowableOfType(KithException.class, () -> desk.keptFiles().read(gone)).problem())
                .isEqualTo(Problem.LOG_DAMAGED);
        assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
        try (Stream<Path> log = Files.list(home.resolve("files"))) {
            assertThat(log.mapToLong(file -> file.toFile().length()).sum()).as("its bytes are in no file of the log")
                    .isLessThan(scan.length / 2);
        }
    }
}
