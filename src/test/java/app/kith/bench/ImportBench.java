package app.kith.bench;

import app.kith.desk.Desk;
import app.kith.support.TestDesk;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in large made-up address lists of thirteen columns, one as CSV and one half as long as xlsx, with the heap of the installed
 * program; then the CSV once more, which must change nothing, and the building anew of the store from the log.
 */
final class ImportBench implements Bench.Scenario {
    private static final int ROWS = Integer.getInteger("kith.bench.rows", 100_000);
    private static final List<String> HEADER = List.of("Name", "Company", "Department", "Job Title", "E-mail",
            "E-mail 2", "Mobile Phone", "Business Phone", "Street", "City", "Postal Code", "Country", "Notes");
    private static final List<String> FAMILIES = List.of("Berg", "Okafor", "Lindqvist", "Moreau", "Tanaka", "Novak",
            "Ferrari", "Haddad", "Silva", "Kowalski", "Jansen", "Reyes", "陈", "林", "赵", "孙");
    private static final List<String> GIVEN = List.of("Ada", "Bruno", "Clara", "Dmitri", "Elena", "Farid", "Greta",
            "Hugo", "Ines", "Jonas", "Karin", "Luca", "Mira", "Noah", "Olga", "Pavel");
    private static final List<String> PLACES = List.of("Rotterdam", "Lyon", "Krakow", "Porto", "Osaka", "Genoa",
            "Malmo", "Leipzig");

    @Override
    public void run() throws Exception {
        Path folder = Files.createTempDirectory("kith-bench");
        try {
            Path csv = csv(folder.resolve("customers.csv"), ROWS);
            Path home = home(folder.resolve("home-csv"));
            measure("csv", home, ROWS, "new", csv);
            measure("csv again", home, ROWS, "same", csv);
            print("store anew", 0, MeasuredRun.of(home, "doctor", "--rebuild", "--json"));
            measure("xlsx", home(folder.resolve("home-xlsx")), ROWS / 2, "new",
                    xlsx(folder.resolve("customers.xlsx"), ROWS / 2));
        } finally {
            delete(folder);
        }
    }

    private static Path home(Path home) {
        TestDesk.open(home).close();
        return home;
    }

    private static void measure(String what, Path home, int rows, String kind, Path file) throws Exception {
        MeasuredRun run = MeasuredRun.of(home, "import", file.toString(), "--json");
        JsonNode told = new JsonMapper().readTree(run.output()).get("files").get(0);
        if (told.get("rows").asInt() != rows || told.get(kind).asInt() != rows) {
            throw new IllegalStateException(run.output());
        }
        print(what, rows, run);
        try (Desk desk = TestDesk.open(home)) {
            System.out.printf(Locale.ROOT, "  ledger %.1f MB, data folder %.1f MB%n", size(home.resolve("ledger")),
                    size(home));
            if (!desk.damages().isEmpty()) {
                throw new IllegalStateException(desk.damages().toString());
            }
        }
    }

    private static void print(String what, int rows, MeasuredRun run) {
        System.out.printf(Locale.ROOT, "%s: %d rows, %.1f s, %.1f CPU s, peak heap %d MB of 512, process %d MB%n", what,
                rows, run.seconds(), run.cpu(), run.heap(), run.peak());
    }

    static Path csv(Path file, int rows) throws IOException {
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", HEADER));
            for (int i = 0; i < rows; i++) {
                out.write("\r\n\"" + String.join("\",\"", row(i, random)) + '"');
            }
        }
        return file;
    }

    private static Path xlsx(Path file, int rows) throws IOException {
        Random random = new Random(2);
        try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "Kith", "1.0")) {
            Worksheet sheet = book.newWorksheet("Customers");
            for (int i = -1; i < rows; i++) {
                List<String> cells = i < 0 ? HEADER : row(i, random);
                int line = i + 1;
                IntStream.range(0, cells.size()).forEach(column -> sheet.value(line, column, cells.get(column)));
            }
        }
        return file;
    }

    private static List<String> row(int number, Random random) {
        String given = one(GIVEN, random);
        String family = one(FAMILIES, random);
        String place = one(PLACES, random);
        return List.of(given + " " + family + " " + Integer.toString(number, 36), place + " Trading " + number / 4,
                number % 3 == 0 ? "Purchasing" : "Sales", number % 5 == 0 ? "Director" : "Buyer",
                given.toLowerCase(Locale.ROOT) + number + "@firm" + number / 4 + ".example",
                "private" + number + "@post.example", "+31 6 " + (10_000_000 + number),
                "+31 10 " + (1_000_000 + random.nextInt(9_000_000)), "Dock Road " + random.nextInt(400), place,
                String.valueOf(10_000 + random.nextInt(89_999)), "Netherlands",
                "Met at the fair in hall " + random.nextInt(12) + ", wants samples of article "
                        + random.nextInt(100_000) + " before the summer");
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static double size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum() / 1e6;
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
