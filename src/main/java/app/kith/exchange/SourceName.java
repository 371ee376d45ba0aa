package app.kith.exchange;

import app.kith.contact.Source;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of files as sources. The file of today and that of last month are one source: what tells them apart in the name is taken off. */
final class SourceName {
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
    private static final Pattern COPY = Pattern
            .compile("(?i)[ _-]*(?:\\(\\d+\\)|（\\d+）|- ?copy|copy of|副本|[ _-]v\\d+|[ _-]refused)");
    private static final Pattern DATE = Pattern
            .compile(
                    "[ _.-]*(?:19|20)\\d{2}[-_.年]?\\d{2}[-_.月]?\\d{2}日?(?:[-_ T.]?\\d{2}[-_.]?\\d{2}(?:[-_.]?\\d{2})?)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{3,}$");

    private SourceName() {}

    static Source of(Path file) {
        return new Source(Source.Kind.FILE, String.valueOf(file.getFileName()));
    }

    /** {@return what all files of a series have in common: {@code contacts-2026-03-01 (2).csv} and {@code Contacts.xlsx} are one} */
    static String series(String place) {
        String name = EXTENSION.matcher(place).replaceAll("");
        name = COPY.matcher(name).replaceAll("");
        name = DATE.matcher(name).replaceAll("");
        name = NUMBER.matcher(name).replaceAll("");
        name = name.strip().replaceAll("[ _-]+$", "").toLowerCase(Locale.ROOT);
        return name.isEmpty() ? place.toLowerCase(Locale.ROOT) : name;
    }
}
