package app.kith.ui.exchange;

import app.kith.desk.Exports;
import app.kith.exchange.ExportProfile;
import app.kith.exchange.Exporter;
import app.kith.ui.look.Outside;
import app.kith.ui.work.Background;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes customers into a file: asks for a place, writes there in the background, and says so at the end. JavaFX thread only. */
public final class ExportAct {
    private final Supplier<Exports> exports;
    private final Background background;
    private final Outside outside;
    private final Words words;

    /**
     * Makes the act.
     *
     * @param exports writes
     * @param background where work is done
     * @param outside asks for the place
     * @param words the language of the notices and of the headers
     */
    public ExportAct(Supplier<Exports> exports, Background background, Outside outside, Words words) {
        this.exports = exports;
        this.background = background;
        this.outside = outside;
        this.words = words;
    }

    /**
     * Begins.
     *
     * @param profile what goes out
     * @param whom whose
     */
    public void begin(ExportProfile profile, Whom whom) {
        Exporter.Format wanted = profile.format();
        String ending = wanted == null || wanted == Exporter.Format.XLSX
                ? "xlsx"
                : wanted == Exporter.Format.VCF3 ? "vcf" : wanted.name().toLowerCase(Locale.ROOT);
        outside.file(words.get("export.file-name") + "." + ending)
                .ifPresent(out -> write(profile, whom, wanted, out));
    }

    private void write(ExportProfile profile, Whom whom, Exporter.@Nullable Format wanted, Path out) {
        Exporter.Format format = wanted == null ? Exporter.Format.of(out) : wanted;
        // Whoever chooses a file that is there has been asked about it by the system's dialog.
        background.run("export-contacts",
                () -> exports.get().write(whom.contacts(), format, profile, out, true, words),
                count -> outside.offer(words.count("export.done", count, out.getFileName()),
                        words.get("handover.open"), () -> outside.openFile(out)),
                failure -> outside.say(words.sentence(failure)));
    }
}
