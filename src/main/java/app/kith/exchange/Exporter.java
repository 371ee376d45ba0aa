package app.kith.exchange;

import app.kith.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/** Writes contacts into a file. It stands under its name only when it is complete. */
public final class Exporter {

    /** The forms of files. */
    public enum Format {
        /** A table as text. */
        CSV,
        /** A workbook. */
        XLSX,
        /** vCards 4.0. */
        VCF,
        /** vCards 3.0, for programs that do not know 4.0. */
        VCF3,
        /** Everything, as {@link JsonExport} documents it. */
        JSON;

        /**
         * The form that a name of a file asks for.
         *
         * @param file the file
         * @return the form by its ending; CSV for any other
         */
        public static Format of(Path file) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            return name.endsWith(".xlsx")
                    ? XLSX
                    : name.endsWith(".vcf") ? VCF : name.endsWith(".json") ? JSON : CSV;
        }
    }

    private final ExportCards contacts;
    private final ExportProfile profile;
    private final Words words;
    private final Instant at;

    /**
     * Makes an exporter.
     *
     * @param contacts the contacts
     * @param profile what of them goes out
     * @param words the language of headers
     * @param at the time that the file bears
     */
    public Exporter(ExportCards contacts, ExportProfile profile, Words words, Instant at) {
        this.contacts = each -> contacts.each(contact -> each.accept(profile.of(contact)));
        this.profile = profile;
        this.words = words;
        this.at = at;
    }

    /**
     * Writes the file.
     *
     * @param format its form
     * @param out the file
     * @param replace whether a file that is there may be replaced
     * @return how many contacts it holds
     * @throws app.kith.words.KithException FILE_EXISTS, DISK, EXPORT_TOO_WIDE
     */
    public long write(Format format, Path out, boolean replace) {
        long[] count = {0};
        OneFile.write(out, replace, stream -> count[0] = write(format, stream));
        return count[0];
    }

    /**
     * Writes into a stream.
     *
     * @param format the form
     * @param out the stream; it is not closed
     * @return how many contacts were written
     * @throws IOException where the stream fails
     */
    public long write(Format format, OutputStream out) throws IOException {
        long[] count = {0};
        ExportCards counted = each -> {
            count[0] = 0;
            contacts.each(contact -> {
                count[0]++;
                each.accept(contact);
            });
        };
        switch (format) {
            case CSV -> new TableExport(counted, profile.properties(), words).csv(out);
            case XLSX -> new TableExport(counted, profile.properties(), words).xlsx(out);
            case VCF, VCF3 -> vCards(counted, new VCardWriter(format == Format.VCF, out));
            case JSON -> JsonExport.write(counted, profile.id(), at, out);
        }
        return count[0];
    }

    private static void vCards(ExportCards contacts, VCardWriter writer) {
        contacts.each(contact -> {
            try {
                writer.write(contact.values());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
