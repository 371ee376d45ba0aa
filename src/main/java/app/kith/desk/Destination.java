package app.kith.desk;

import app.kith.exchange.Parcel;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.ZoneId;

/**
 * Where an export of several files goes, and how it speaks.
 *
 * @param out the folder or ZIP file
 * @param zipped whether it is a ZIP file and not a folder
 * @param replace whether one that stands there may be replaced
 * @param words the language
 * @param zone where the user is, for days and times that people read
 * @param course is told how many mails are written
 */
public record Destination(Path out, boolean zipped, boolean replace, Words words, ZoneId zone, Course course) {

    /** Makes a destination that nobody watches. */
    public Destination(Path out, boolean zipped, boolean replace, Words words, ZoneId zone) {
        this(out, zipped, replace, words, zone, Course.UNWATCHED);
    }

    /** Makes a destination: a ZIP file where the name ends so, else a folder. */
    public Destination(Path out, boolean replace, Words words, ZoneId zone) {
        this(out, Parcel.isZip(out), replace, words, zone);
    }

    /**
     * The same, watched.
     *
     * @param by is told how many mails are written
     * @return the destination
     */
    public Destination watched(Course by) {
        return new Destination(out, zipped, replace, words, zone, by);
    }
}
