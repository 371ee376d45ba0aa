package app.kith.search;

import app.kith.mail.TextRange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param kind what it is
 * @param id its number: of the contact, of the message (also for a file), of the entry
 * @param contact number of the contact concerned; 0 where it is none
 * @param conversation number of the conversation that a mail or file is in; 0 for other kinds
 * @param file place of a file among the attachments of its message, from 0; -1 for other kinds
 * @param title name, subject, file name or title; may be empty
 * @param line one line that shows why it was found: company and position, or words around what was looked for; may be empty
 * @param titleMarks what was looked for in the title, in order, not overlapping
 * @param lineMarks what was looked for in the line, in order, not overlapping
 * @param who name of the mail's author, or of the contact of a note or record; empty for contacts
 * @param when last contact, when it was sent, when it happened; null where nothing is known
 * @param score how well it fits: larger is better; comparable within one kind of one answer
 */
public record Hit(Kind kind, long id, long contact, long conversation, int file, String title, String line,
        List<TextRange> titleMarks, List<TextRange> lineMarks, String who, @Nullable Instant when, double score) {

    /** Keeps its own copies. */
    public Hit {
        titleMarks = List.copyOf(titleMarks);
        lineMarks = List.copyOf(lineMarks);
    }
}
