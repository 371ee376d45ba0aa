package app.kith.search;

import app.kith.mail.Attachment;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads files on a thread of its own, so that one that takes too long can be left alone. One at a time. */
final class FileReading {
    private static final long SECONDS = 20;
    /** So many threads that would not end are borne; then no file is read any more in this run. */
    private static final int MOST_LOST = 3;

    private int lost;

    /** Reads one file. Never throws for what is in it. */
    FileText.Read read(Attachment file) {
        if (lost >= MOST_LOST) {
            return FileText.ASIDE;
        }
        FutureTask<FileText.Read> task = new FutureTask<>(() -> FileText.of(file, System.nanoTime() + SECONDS / 2
                * 1_000_000_000L));
        Search.worker("search-file").start(task);
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return FileText.ASIDE;
        } catch (TimeoutException e) {
            lost++;
            return FileText.ASIDE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FileText.ASIDE;
        }
    }
}
