package app.kith.exchange;

import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contacts of a file of Outlook: of a pst all, of a msg the one. */
final class OutlookCards implements CardReader {
    private final Iterator<DraftCard> cards;

    OutlookCards(Path file, FileKind kind) {
        try {
            cards = (kind == FileKind.PST ? PstFile.contacts(file) : List.of(MsgFile.card(file))).iterator();
        } catch (MailFiles.BrokenFile | MailFiles.TooLarge e) {
            throw new KithException(e, Problem.IMPORT_REFUSED, file.getFileName(), Note.of("import.hostile.outlook"));
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, e.getClass().getSimpleName());
        }
    }

    @Override
    public @Nullable DraftCard next() {
        return cards.hasNext() ? cards.next() : null;
    }

    @Override
    public void close() {
        // Everything was read at once.
    }
}
