package app.kith.exchange;

import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the entries of an LDIF file (RFC 2849): what Thunderbird and directories write. Values that are addresses of files are not fetched. */
final class LdifReader implements CardReader {
    private static final int LONGEST_ENTRY = 16 << 20;

    private final Path file;
    private final BoundedReader bound;
    private final BufferedReader lines;
    private final Presets presets;
    private final Preset preset;
    private int count;

    LdifReader(Path file, Presets presets) {
        this.file = file;
        this.presets = presets;
        this.preset = presets.find("thunderbird-ldif");
        try {
            bound = new BoundedReader(DelimitedRows.open(file, FileCharset.of(file)), LONGEST_ENTRY);
            lines = new BufferedReader(bound);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public @Nullable DraftCard next() {
        try {
            List<String> entry = entry();
            while (entry != null && entry.stream().allMatch(line -> line.startsWith("version:"))) {
                entry = entry();
            }
            if (entry == null) {
                return null;
            }
            count++;
            bound.rest();
            return draft(entry);
        } catch (BoundedReader.TooLong e) {
            throw new KithException(e, Problem.IMPORT_REFUSED, file.getFileName(),
                    Note.of("import.hostile.card", count + 1));
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }

    /** {@return the unfolded lines of the next entry; null at the end} */
    private @Nullable List<String> entry() throws IOException {
        List<String> entry = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String physical = lines.readLine(); physical != null; physical = lines.readLine()) {
            if (physical.startsWith(" ")) {
                line.append(physical, 1, physical.length());
                continue;
            }
            add(line, entry);
            line.setLength(0);
            if (physical.isBlank()) {
                if (!entry.isEmpty()) {
                    return entry;
                }
            } else {
                line.append(physical);
            }
        }
        add(line, entry);
        return entry.isEmpty() ? null : entry;
    }

    private static void add(StringBuilder line, List<String> entry) {
        if (!line.isEmpty() && line.charAt(0) != '#') {
            entry.add(line.toString());
        }
    }

    private DraftCard draft(List<String> entry) {
        String place = "#" + count;
        boolean group = entry.stream().map(line -> line.toLowerCase(Locale.ROOT).replace(" ", ""))
                .anyMatch(line -> line.equals("objectclass:groupofnames"));
        List<String> origin = List.of(String.join("\n", entry) + "\n");
        if (group) {
            return new DraftCard(List.of(), place, List.of(Note.of("import.is-group")), origin);
        }
        CardBuilder builder = new CardBuilder(preset, new Dates(false));
        entry.forEach(line -> attribute(line, builder, place));
        return builder.build(place, origin);
    }

    private void attribute(String line, CardBuilder builder, String place) {
        int colon = line.indexOf(':');
        if (colon < 1 || line.startsWith(":<", colon)) {
            return;
        }
        String name = line.substring(0, colon);
        int option = name.indexOf(';');
        String plain = option > 0 ? name.substring(0, option) : name;
        boolean encoded = line.startsWith("::", colon);
        String text = line.substring(colon + (encoded ? 2 : 1)).strip();
        String value = encoded ? decoded(plain, text) : text;
        Field field = presets.field(preset, plain);
        builder.add(field == null ? Field.own(plain) : field, plain, value, place);
    }

    private static String decoded(String name, String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            if (name.equalsIgnoreCase("jpegPhoto")) {
                return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes);
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return base64;
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }
}
