package app.kith.ui.look;

import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.text.Font;

/**
 * Sets labels that have Arabic or Hebrew letters in one family that has those and Latin ones: where the letters of a line come from
 * several families, JavaFX sets them in the wrong order.
 */
final class RightToLeft {
    private static final List<String> FAMILIES = List.of("Segoe UI", "SF Pro", "Arial", "DejaVu Sans");

    private RightToLeft() {}

    private static final class Installed {
        static final String STYLE = style();

        private static String style() {
            Set<String> installed = Set.copyOf(Font.getFamilies());
            return FAMILIES.stream().filter(installed::contains).findFirst()
                    .map(family -> "-fx-font-family: \"" + family + "\";").orElse("");
        }
    }

    static void watch(Label label) {
        label.textProperty().subscribe(text -> {
            boolean has = text != null && has(text);
            if (has != label.getProperties().containsKey(RightToLeft.class)) {
                label.setStyle(has ? Installed.STYLE : null);
                if (has) {
                    label.getProperties().put(RightToLeft.class, true);
                } else {
                    label.getProperties().remove(RightToLeft.class);
                }
            }
        });
    }

    /** {@return whether a text has Hebrew, Arabic or related letters} */
    static boolean has(String text) {
        return text.chars().anyMatch(c -> c >= 0x590 && c < 0x900 || c >= 0xFB1D && c < 0xFE00
                || c >= 0xFE70 && c < 0xFEFF);
    }
}
