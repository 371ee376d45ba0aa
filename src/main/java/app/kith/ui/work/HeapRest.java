package app.kith.ui.work;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Gives memory back to the system while nobody uses the window. Java clears its heap only when that is full: what an import or a scan
 * for duplicates took for a minute would stay with the program for hours. JavaFX thread only.
 */
public final class HeapRest {
    private static final Duration QUIET = Duration.ofSeconds(40);
    /** Below this it is not worth the moment that it takes. */
    private static final long WORTH = 48L << 20;
    /** Percent of the heap that is free after it was cleared. */
    private static final String LEAST_FREE = "MinHeapFreeRatio";
    private static final String MOST_FREE = "MaxHeapFreeRatio";

    private final InstantSource clock;
    private final LongSupplier held;
    private final Runnable clear;
    private long usedAt;
    private long left;

    /**
     * Makes one.
     *
     * @param clock what time it is
     * @param held how many bytes the heap has from the system
     * @param clear clears the heap; blocks, so that it is to hand that to others
     */
    public HeapRest(InstantSource clock, LongSupplier held, Runnable clear) {
        this.clock = clock;
        this.held = held;
        this.clear = clear;
        this.usedAt = clock.millis();
    }

    /**
     * Makes one for the heap of this program.
     *
     * @param clock what time it is
     * @param background where it is cleared
     * @return one that has looked at nothing yet
     */
    public static HeapRest ofProgram(InstantSource clock, Background background) {
        return new HeapRest(clock, Runtime.getRuntime()::totalMemory, () -> background.execute(HeapRest::clearProgram));
    }

    /**
     * Clears the heap of this program and leaves it hardly more room than what it holds needs. While somebody works it has the usual
     * room again, for with so little it would be cleared all the time.
     */
    public static void clearProgram() {
        HotSpotDiagnosticMXBean java = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        String least = java.getVMOption(LEAST_FREE).getValue();
        String most = java.getVMOption(MOST_FREE).getValue();
        java.setVMOption(LEAST_FREE, "5");
        java.setVMOption(MOST_FREE, "15");
        try {
            System.gc();
        } finally {
            java.setVMOption(MOST_FREE, most);
            java.setVMOption(LEAST_FREE, least);
        }
    }

    /** To be called whenever the user does something. */
    public void used() {
        usedAt = clock.millis();
    }

    /** Clears the heap if nobody has used the window for a while and the heap has grown since it was cleared last. */
    public void look() {
        long now = held.getAsLong();
        left = Math.min(left, now);
        if (clock.millis() - usedAt >= QUIET.toMillis() && now - left >= WORTH) {
            left = now; // Until the next look, which finds less if it helped.
            clear.run();
        }
    }
}
