package app.kith.exchange;

import app.kith.exchange.ImportPlan.FilePlan;
import app.kith.exchange.ImportPlan.Refused;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes the refused rows of a file into a file of its own, to be mended and imported again. */
public final class RefusedFile {
    /** Header of the column that says why a row was refused; an import leaves it out. */
    static final String WHY = "Kith: why refused";

    private RefusedFile() {}

    /**
     * How the file must end: {@code .csv} for rows, {@code .vcf} or {@code .ldif} for cards.
     *
     * @param plan the plan of the file that they stood in
     * @return the ending
     */
    public static String extension(FilePlan plan) {
        return switch (plan.file().kind()) {
            case VCARD -> ".vcf";
            case LDIF -> ".ldif";
            case CSV, XLSX, XLS, DOCX, HTML, MSG, PST, JSON -> ".csv";
        };
    }

    /**
     * Writes them.
     *
     * @param plan the plan of the file that they stood in
     * @param out the file to make; it must not be there
     * @param words the language of the reasons
     * @throws KithException DISK
     */
    public static void write(FilePlan plan, Path out, Words words) {
        try (Writer writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
            if (extension(plan).equals(".csv")) {
                table(plan.file().header(), plan.refused(), writer, words);
            } else {
                for (Refused refused : plan.refused()) {
                    writer.write(String.join("", refused.origin()));
                    writer.write(plan.file().kind() == FileKind.LDIF ? "\n" : "");
                }
            }
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, out, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Writes rows of activities and records.
     *
     * @param plan the plan of the file that they stood in
     * @param out the file to make, ending in {@code .csv}; it must not be there
     * @param words the language of the reasons
     * @throws KithException DISK
     */
    public static void write(EntryPlan.FilePlan plan, Path out, Words words) {
        try (Writer writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
            table(plan.file().header(), plan.refused(), writer, words);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, out, String.valueOf(e.getMessage()));
        }
    }

    private static void table(List<String> header, List<Refused> rows, Writer writer, Words words)
            throws IOException {
        writer.write('\uFEFF');
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.EXCEL);
        if (!header.isEmpty()) {
            printer.printRecord(with(WHY, header));
        }
        for (Refused refused : rows) {
            List<String> cells = refused.origin().stream().map(Cells::guarded).toList();
            printer.printRecord(header.isEmpty() ? cells : with(refused.reason().text(words), cells));
        }
    }

    private static List<String> with(String first, List<String> cells) {
        List<String> all = new ArrayList<>();
        all.add(first);
        all.addAll(cells);
        return all;
    }
}
