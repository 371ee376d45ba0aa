package app.kith.exchange;

import app.kith.exchange.ImportPlan.FilePlan;
import app.kith.exchange.ImportPlan.Refused;
import app.kith.words.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
     * @throws app.kith.words.KithException FILE_EXISTS, DISK
     */
    public static void write(FilePlan plan, Path out, Words words) {
        if (extension(plan).equals(".csv")) {
            table(plan.file().header(), plan.refused(), out, words);
        } else {
            OneFile.write(out, false, stream -> {
                for (Refused refused : plan.refused()) {
                    String card = String.join("", refused.origin());
                    stream.write((plan.file().kind() == FileKind.LDIF ? card + "\n" : card)
                            .getBytes(StandardCharsets.UTF_8));
                }
            });
        }
    }

    /**
     * Writes rows of activities and records.
     *
     * @param plan the plan of the file that they stood in
     * @param out the file to make, ending in {@code .csv}; it must not be there
     * @param words the language of the reasons
     * @throws app.kith.words.KithException FILE_EXISTS, DISK
     */
    public static void write(EntryPlan.FilePlan plan, Path out, Words words) {
        table(plan.file().header(), plan.refused(), out, words);
    }

    private static void table(List<String> header, List<Refused> rows, Path out, Words words) {
        SafeTable.write(out, false, table -> {
            if (!header.isEmpty()) {
                table.row(with(WHY, header));
            }
            for (Refused refused : rows) {
                table.row(header.isEmpty() ? refused.origin() : with(refused.reason().text(words), refused.origin()));
            }
        });
    }

    private static List<String> with(String first, List<String> cells) {
        List<String> all = new ArrayList<>();
        all.add(first);
        all.addAll(cells);
        return all;
    }
}
