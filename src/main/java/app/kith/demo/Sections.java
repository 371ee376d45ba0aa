package app.kith.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the texts that lie beside this package: lines, or rows of fields under {@code [section]} heads. */
final class Sections {
    private final Map<String, List<List<String>>> rows;
    private final Map<String, List<String>> firsts = new HashMap<>();

    private Sections(Map<String, List<List<String>>> rows) {
        this.rows = rows;
        rows.forEach((name, lines) -> firsts.put(name, lines.stream().map(row -> row.getFirst()).toList()));
    }

    /** {@return the lines of a resource without comments and blank lines} */
    static List<String> lines(String name) {
        try (InputStream in = Sections.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + name);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return one line cut into its fields, which are parted by a bar} */
    static List<String> fields(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    static Sections read(String name) {
        Map<String, List<List<String>>> rows = new LinkedHashMap<>();
        List<List<String>> current = new ArrayList<>();
        for (String line : lines(name)) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                rows.put(line.substring(1, line.indexOf(']')), current);
            } else {
                current.add(fields(line));
            }
        }
        return new Sections(rows);
    }

    boolean has(String section) {
        return rows.containsKey(section);
    }

    /** {@return the rows of a section, which must exist} */
    List<List<String>> rows(String section) {
        List<List<String>> found = rows.get(section);
        if (found == null) {
            throw new IllegalStateException("no section [" + section + "]");
        }
        return found;
    }

    /** {@return the first fields of a section's rows} */
    List<String> firsts(String section) {
        List<String> found = firsts.get(section);
        if (found == null) {
            throw new IllegalStateException("no section [" + section + "]");
        }
        return found;
    }
}
