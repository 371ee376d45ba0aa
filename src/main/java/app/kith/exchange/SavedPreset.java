package app.kith.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes a preset of how the columns of a file were understood, so that the next file of the kind needs no hand. */
public final class SavedPreset {
    private SavedPreset() {}

    /**
     * Makes the preset.
     *
     * @param id its name: small letters, digits, hyphens
     * @param file the file whose columns it takes
     * @return the preset's text, to be kept and given to {@link Presets#with}; empty where the file has no columns
     */
    public static String json(String id, ImportFile file) {
        Map<String, String> columns = new LinkedHashMap<>();
        file.columns().stream().filter(column -> !column.header().isBlank())
                .forEach(column -> columns.put(column.header(), column.target().spec()));
        if (columns.isEmpty()) {
            return "";
        }
        Preset base = file.preset();
        return Presets.json(new Preset(id.toLowerCase(Locale.ROOT), Map.of("en", id), true, base.about(), "",
                List.copyOf(columns.keySet()), columns, base.dates(), base.nulls(), base.separator(), base.skip(),
                base.noTags()));
    }
}
