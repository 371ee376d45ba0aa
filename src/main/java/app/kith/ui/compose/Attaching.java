package app.kith.ui.compose;

import app.kith.account.Account;
import app.kith.compose.DraftFile;
import app.kith.mail.FileType;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Takes files from the disk into a letter. */
final class Attaching {
    private static final long LARGEST = 100_000_000;
    private static final AtomicLong NAMES = new AtomicLong();

    private final Services services;
    private final Background background;
    private final Consumer<KithException> failed;

    Attaching(Services services, Background background, Consumer<KithException> failed) {
        this.services = services;
        this.background = background;
        this.failed = failed;
    }

    /** Keeps files, one after another, so that one that cannot be read does not keep the others away. */
    void add(Account account, List<Path> paths, Consumer<List<DraftFile>> then) {
        for (Path path : paths) {
            background.run("attach-" + NAMES.incrementAndGet(), () -> read(account, path),
                    file -> then.accept(List.of(file)), failed);
        }
    }

    private DraftFile read(Account account, Path path) {
        String name = String.valueOf(path.getFileName());
        try {
            if (Files.size(path) > LARGEST) {
                throw new KithException(Problem.FILE_TOO_LARGE, name, LARGEST / 1_000_000);
            }
            byte[] content = Files.readAllBytes(path);
            return services.drafts().attach(account, name, FileType.of(content, "application/octet-stream"), content);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, name, String.valueOf(e.getMessage()));
        }
    }
}
