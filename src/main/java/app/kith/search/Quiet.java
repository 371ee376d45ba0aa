package app.kith.search;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lucene tells at its start which of the machine's abilities it can use, on the console. Nobody wants to know. */
final class Quiet {
    /** Held, since the log manager forgets loggers that nobody holds. */
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider"),
            Logger.getLogger("org.apache.lucene.internal.vectorization.PanamaVectorizationProvider"),
            Logger.getLogger("org.apache.lucene.store.MemorySegmentIndexInputProvider"),
            Logger.getLogger("org.apache.lucene.store.MMapDirectory"));

    private Quiet() {}

    static void lucene() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
