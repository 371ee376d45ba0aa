package app.kith.cli;

import app.kith.desk.Desk;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** There is no display. */
final class NoScreen implements Screen {
    @Override
    public int open(Path home, @Nullable Path passphraseFile) {
        return 1;
    }

    @Override
    public boolean isThere() {
        return false;
    }

    @Override
    public int demo() {
        throw new AssertionError("there is no display");
    }

    @Override
    public void draw(Desk desk, Path picture) {
        throw new AssertionError("no picture was asked for");
    }
}
