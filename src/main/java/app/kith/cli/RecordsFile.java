package app.kith.cli;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of records as a CSV file holds it; charset and divider are found out.
 *
 * @param header names of the columns
 * @param rows the rows, each as long as the header
 * @param refused rows that could not be read, with the reason
 */
record RecordsFile(List<String> header, List<List<String>> rows, List<String> refused) {

    /** Reads a file. A row that is too short is filled up; what cannot be parsed any more ends the table and is told. */
    static RecordsFile read(Path file) {
        try {
            return parse(text(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, String.valueOf(file.getFileName()),
                    String.valueOf(e.getMessage()));
        }
    }

    private static String text(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    private static char divider(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        char best = ',';
        long most = 0;
        for (char each : new char[]{',', '\t', ';', '|'}) {
            long count = first.chars().filter(c -> c == each).count();
            if (count > most) {
                most = count;
                best = each;
            }
        }
        return best;
    }

    private static RecordsFile parse(String text) throws IOException {
        List<String> header = new ArrayList<>();
        List<List<String>> rows = new PackedRows();
        List<String> refused = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(divider(text)).setIgnoreSurroundingSpaces(true)
                .setLenientEof(true).setTrailingData(true).get();
        try (CSVParser parser = CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get()) {
            for (CSVRecord record : parser) {
                if (header.isEmpty()) {
                    record.forEach(name -> header.add(name.strip()));
                } else if (record.size() > 1 || !record.get(0).isBlank()) {
                    rows.add(row(record, header.size()));
                }
            }
        } catch (UncheckedIOException e) {
            refused.add(String.valueOf(e.getMessage()));
        }
        return new RecordsFile(header, rows, refused);
    }

    private static List<String> row(CSVRecord record, int width) {
        List<String> row = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            row.add(i < record.size() ? record.get(i) : "");
        }
        return row;
    }
}
