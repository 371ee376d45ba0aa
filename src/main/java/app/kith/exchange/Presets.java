package app.kith.exchange;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The presets of imports: those of {@code presets.json}, and those that the user saved, which go first. With them comes the table of
 * aliases, what columns are usually called, for files that no preset fits. Immutable.
 */
public final class Presets {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    private static final String FILE = "presets.json";
    /** A preset is taken where at least this share of its signature is there. */
    private static final double ENOUGH = 0.75;

    private final List<Preset> presets;
    private final Map<String, Map<String, String>> columns = new HashMap<>();
    private final Map<String, String> aliases;

    private Presets(List<Preset> presets, Map<String, String> aliases) {
        this.presets = List.copyOf(presets);
        this.aliases = aliases;
        presets.forEach(preset -> columns.put(preset.id(), preset.normalColumns()));
    }

    private record File(List<Preset> presets, Map<String, String> aliases) {}

    /**
     * The presets that come with Kith and those that the user has saved.
     *
     * @param saved texts that {@link SavedPreset#json} made; one that cannot be read is passed over
     * @return the presets
     */
    public static Presets with(Iterable<String> saved) {
        File file = builtIn();
        List<Preset> own = new ArrayList<>();
        for (String text : saved) {
            Preset preset = read(text);
            if (preset != null) {
                own.add(preset);
            }
        }
        Set<String> taken = own.stream().map(Preset::id).collect(Collectors.toSet());
        Map<String, Preset> byId = file.presets().stream().collect(Collectors.toMap(Preset::id, p -> p));
        for (Preset preset : file.presets()) {
            if (!taken.contains(preset.id())) {
                Preset below = byId.get(preset.like());
                own.add(below == null
                        ? preset
                        : preset.over(below.like().isEmpty()
                                ? below
                                : below.over(byId.getOrDefault(below.like(), Preset.NONE))));
            }
        }
        Map<String, String> aliases = new HashMap<>();
        file.aliases().forEach((header, field) -> aliases.put(Headers.normal(header), field));
        return new Presets(own, Map.copyOf(aliases));
    }

    /**
     * The same where columns that are called like fields of the user's own fill these, whatever such a column usually holds.
     *
     * @param names names of the fields
     * @return the presets
     */
    public Presets owning(Iterable<String> names) {
        Map<String, String> more = new HashMap<>(aliases);
        names.forEach(name -> more.put(Headers.normal(name), "own:" + name));
        return new Presets(presets, Map.copyOf(more));
    }

    /** {@return the presets that come with Kith} */
    public static Presets builtInOnly() {
        return with(List.of());
    }

    private static File builtIn() {
        try (InputStream in = Presets.class.getResourceAsStream(FILE)) {
            return JSON.readValue(in, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Preset read(String text) {
        try {
            Preset preset = JSON.readValue(text, Preset.class);
            preset.columns().values().forEach(spec -> Field.of(spec, 1));
            return preset;
        } catch (JacksonException | IllegalArgumentException e) {
            return null;
        }
    }

    static String json(Preset preset) {
        return JSON.writeValueAsString(preset);
    }

    /** {@return the names of all presets} */
    public List<String> ids() {
        return presets.stream().map(Preset::id).toList();
    }

    List<Preset> all() {
        return presets;
    }

    /**
     * The preset of a name.
     *
     * @param id its name
     * @throws KithException PRESET_UNKNOWN
     */
    Preset find(String id) {
        return presets.stream().filter(preset -> preset.id().equals(id.toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new KithException(Problem.PRESET_UNKNOWN, id, String.join(", ", ids())));
    }

    /**
     * What a preset or the table of aliases says of a header.
     *
     * @param preset the preset
     * @param header the header as the file has it
     * @return the field; null where nothing is known
     */
    @Nullable
    Field field(Preset preset, String header) {
        Field known = own(preset, header);
        return known != null || preset.isOwn() ? known : Preset.field(Headers.normal(header), aliases);
    }

    /** {@return what the preset itself says of a header; null where it does not speak of it} */
    private @Nullable Field own(Preset preset, String header) {
        return preset.isOwn()
                ? KithColumns.field(header)
                : Preset.field(Headers.normal(header), columns.getOrDefault(preset.id(), Map.of()));
    }

    /** {@return whether the preset itself speaks of a header, and not the table of aliases} */
    boolean saysItself(Preset preset, String header) {
        return own(preset, header) != null;
    }

    /** {@return whether a text is the header of a column that some preset or the table of aliases knows} */
    boolean isHeader(String text) {
        String normal = Headers.normal(text);
        return !normal.isEmpty() && (Preset.field(normal, aliases) != null
                || columns.values().stream().anyMatch(known -> Preset.field(normal, known) != null));
    }

    /**
     * A preset, and how well it fits a row of headers.
     *
     * @param preset the preset
     * @param score the share of its signature, and below one the share of the headers that it knows
     */
    record Fit(Preset preset, double score) {}

    /** {@return the preset that fits a row of headers best; {@link Preset#NONE} with score 0 where none does} */
    Fit fit(List<String> headers) {
        Set<String> normal = new HashSet<>();
        headers.forEach(header -> normal.add(Headers.normal(header)));
        normal.remove("");
        Fit best = new Fit(Preset.NONE, 0);
        for (Preset preset : presets) {
            double signature = preset.fits(normal);
            if (signature < ENOUGH) {
                continue;
            }
            long spoken = headers.stream().filter(header -> !header.isBlank() && own(preset, header) != null).count();
            double score = signature + (double) spoken / normal.size() + preset.signature().size() / 100.0;
            if (score > best.score()) {
                best = new Fit(preset, score);
            }
        }
        return best;
    }
}
