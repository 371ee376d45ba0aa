package app.kith.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The heap is cleared when nobody would notice, and only where it has grown. */
class HeapRestTest {
    private static final long MEGABYTE = 1 << 20;

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private long held = 300 * MEGABYTE;
    private int cleared;
    private final HeapRest rest = new HeapRest(() -> now, () -> held, () -> cleared++);

    private void look(Duration later) {
        now = now.plus(later);
        rest.look();
    }

    @Test
    void itIsClearedOnceNobodyHasUsedTheWindowForAWhile() {
        look(Duration.ofSeconds(30));
        rest.used();
        look(Duration.ofSeconds(30));
        assertThat(cleared).as("somebody is there").isZero();
        look(Duration.ofSeconds(30));
        assertThat(cleared).isEqualTo(1);
    }

    @Test
    void itIsNotClearedAgainBeforeItHasGrown() {
        look(Duration.ofMinutes(1));
        held = 150 * MEGABYTE;
        look(Duration.ofMinutes(1));
        held = 170 * MEGABYTE;
        look(Duration.ofMinutes(1));
        assertThat(cleared).isEqualTo(1);
        held = 220 * MEGABYTE;
        look(Duration.ofMinutes(1));
        assertThat(cleared).as("a long import went on while nobody was there").isEqualTo(2);
    }

    @Test
    void whereClearingDoesNotHelpItIsNotDoneAgainAndAgain() {
        for (int i = 0; i < 10; i++) {
            look(Duration.ofMinutes(1));
        }
        assertThat(cleared).isEqualTo(1);
    }

    @Test
    void clearedItHasLessRoomAndAfterwardsTheUsualRules() {
        HotSpotDiagnosticMXBean java = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        String before = java.getVMOption("MaxHeapFreeRatio").getValue();
        List<byte[]> much = new ArrayList<>();
        while (much.size() < 300) {
            much.add(new byte[(int) MEGABYTE]);
        }
        long with = Runtime.getRuntime().totalMemory();
        much.clear();
        HeapRest.clearProgram();
        assertThat(Runtime.getRuntime().totalMemory()).isLessThan(with - 100 * MEGABYTE);
        assertThat(java.getVMOption("MaxHeapFreeRatio").getValue()).isEqualTo(before);
    }
}
