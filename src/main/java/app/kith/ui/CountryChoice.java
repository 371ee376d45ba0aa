package app.kith.ui;

import app.kith.contact.Countries;
import app.kith.contact.HomeCountry;
import app.kith.desk.OwnCountry;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Of which country telephone numbers are that name none. The choice is taken at once. */
final class CountryChoice extends VBox {
    private final Words words;
    private final Map<String, String> names;
    private final ComboBox<String> box = new ComboBox<>();

    /**
     * Makes the choice and begins to read what holds.
     *
     * @param session whose country
     * @param words the language
     */
    CountryChoice(Session session, Words words) {
        super(4);
        this.words = words;
        this.names = Countries.named(words.locale());
        OwnCountry country = session.desk().country();
        List<String> codes = new ArrayList<>(names.keySet());
        codes.sort(Comparator.comparing(this::name, Collator.getInstance(words.locale())));
        codes.addFirst("");
        box.getItems().setAll(codes);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String code) {
                return code == null ? "" : name(code);
            }

            @Override
            public String fromString(String name) {
                return codes.stream().filter(code -> name(code).equals(name)).findFirst().orElse("");
            }
        });
        box.addEventHandler(KeyEvent.KEY_TYPED, event -> next(event.getCharacter()));
        Label label = Controls.label(words.get("screen.settings.country"), "field-name");
        label.setLabelFor(box);
        getChildren().addAll(label, box, Controls.paragraph(words.get("screen.settings.country.why"), "muted"));
        session.background().run("country", country::chosen, chosen -> {
            box.setValue(chosen);
            box.valueProperty().subscribe((before, after) -> {
                if (after != null && !after.equals(before)) {
                    session.background().run("country", () -> country.choose(after), _ -> {}, _ -> {});
                }
            });
        }, _ -> {});
    }

    /** A letter goes to the next country that begins with it. */
    private void next(String letter) {
        List<String> codes = box.getItems();
        int from = codes.indexOf(box.getValue());
        for (int step = 1; step <= codes.size() && !letter.isBlank(); step++) {
            String code = codes.get((from + step) % codes.size());
            if (!code.isEmpty() && name(code).regionMatches(true, 0, letter, 0, letter.length())) {
                box.setValue(code);
                return;
            }
        }
    }

    private String name(String code) {
        return code.isEmpty()
                ? words.get("screen.settings.country.system", names.getOrDefault(HomeCountry.ofSystem(), ""))
                : names.getOrDefault(code, code);
    }
}
