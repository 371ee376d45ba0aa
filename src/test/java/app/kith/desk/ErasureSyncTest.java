package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.support.SecondClient;
import app.kith.support.TestDesk;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.FolderReport;
import app.kith.sync.SyncReport.Status;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail of a person who was erased lies on the server still, and does not come back from there. */
class ErasureSyncTest {
    @TempDir
    private Path home;

    private DemoServer server;
    private SecondClient other;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        server = DemoServer.start(SampleMailbox.of(3, 20, Instant.parse("2026-11-22T12:00:00Z")));
        other = new SecondClient(server);
        desk = TestDesk.open(home);
        TestDesk.add(desk, server);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        other.close();
        server.close();
    }

    @Test
    void aPassLeavesItOnTheServerAlsoWhenItIsMovedThere() throws Exception {
        long person = desk.records().add(List.of(Value.of(Property.NAME, "", "Zacharias Quillfeather"),
                Value.of(Property.EMAIL, "", "zq@quill.example"))).contact();
        for (int i = 0; i < 3; i++) {
            other.append("INBOX", "Zacharias <zq@quill.example>", server.address(), "marzipan " + i, "Hello");
        }
        SyncReport first = TestDesk.sync(desk);
        assertThat(first.status()).isEqualTo(Status.OK);
        assertThat(desk.conversations().ids(0, "marzipan", 0)).isNotEmpty();
        assertThat(desk.erasures().plan(person, true).mails()).isEqualTo(3);
        desk.erasures().begin(person, true);
        desk.close();
        desk = TestDesk.open(home);
        SyncReport second = TestDesk.sync(desk);
        assertThat(second.status()).isEqualTo(Status.OK);
        assertThat(second.folders()).allMatch(FolderReport::agrees);
        assertThat(second.folders()).allMatch(folder -> folder.fetched() == 0);
        assertThat(leftOut(second, "INBOX")).isEqualTo(3);
        other.move("INBOX", other.counts().getOrDefault("INBOX", 0), "Archive");
        SyncReport third = TestDesk.sync(desk);
        assertThat(third.status()).isEqualTo(Status.OK);
        assertThat(third.folders()).allMatch(FolderReport::agrees);
        assertThat(leftOut(third, "INBOX")).isEqualTo(2);
        assertThat(leftOut(third, "Archive")).isEqualTo(1);
        assertThat(TestDesk.sync(desk).folders()).allMatch(folder -> folder.fetched() == 0);
        assertThat(desk.conversations().ids(0, "marzipan", 0)).isEmpty();
        other.append("INBOX", "Zacharias <zq@quill.example>", server.address(), "marzipan anew", "Hello");
        TestDesk.sync(desk);
        assertThat(desk.conversations().ids(0, "marzipan", 0)).as("what is new comes").hasSize(1);
        String before = desk.doctor().check(_ -> {}).digest();
        assertThat(desk.doctor().check(_ -> {}).faults()).isEmpty();
        desk.close();
        desk = Desk.open(TestDesk.options(home).rebuilding());
        assertThat(desk.doctor().check(_ -> {}).digest()).isEqualTo(before);
    }

    private static long leftOut(SyncReport report, String path) {
        return report.folders().stream().filter(folder -> folder.folder().equals(path))
                .flatMap(folder -> folder.leftOut().stream()).filter(left -> left.reason().equals("erased")).count();
    }
}
