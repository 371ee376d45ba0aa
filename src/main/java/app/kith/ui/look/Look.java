package app.kith.ui.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Theme and type of the window. JavaFX thread only. */
public final class Look {
    /**
     * Families with the Simplified shapes, best first. Without one of them named, Java draws Chinese with the first font that has
     * the characters, which often has the Japanese shapes.
     */
    private static final List<String> FAMILIES = List.of("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC",
            "Source Han Sans SC", "WenQuanYi Micro Hei");
    private static final double BASE = 13;
    private static final int LARGE = 150;
    private static final String SCALE = Look.class.getName() + ".scale";
    private static final String STYLES = Objects.requireNonNull(Look.class.getResource("kith.css")).toExternalForm();

    private Look() {}

    /**
     * Tells whether a theme is dark now.
     *
     * @param theme the choice
     * @return true if it is dark
     */
    public static boolean isDark(Settings.Theme theme) {
        return switch (theme) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /**
     * Takes a theme for all windows.
     *
     * @param dark whether it is the dark one
     */
    public static void take(boolean dark) {
        String sheet = dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
    }

    /**
     * Dresses a scene: the house's styles, the family and the size of its type.
     *
     * @param scene the scene
     * @param settings the choices
     */
    public static void dress(Scene scene, Settings settings) {
        if (!scene.getStylesheets().contains(STYLES)) {
            scene.getStylesheets().add(STYLES);
        }
        Parent root = scene.getRoot();
        root.setStyle(style(settings));
        root.getStyleClass().removeAll("dark", "light", "large-type");
        root.getStyleClass().add(isDark(settings.theme()) ? "dark" : "light");
        if (settings.zoom() >= LARGE) {
            root.getStyleClass().add("large-type");
        }
        ofScene(scene).set(settings.zoom() / 100.0);
    }

    /**
     * How many times larger than usual everything is in a scene, as the user chose; for what is measured in pixels.
     *
     * @param scene the scene
     * @return 1 for the usual size
     */
    public static ReadOnlyDoubleProperty scale(Scene scene) {
        return ofScene(scene).getReadOnlyProperty();
    }

    private static ReadOnlyDoubleWrapper ofScene(Scene scene) {
        return (ReadOnlyDoubleWrapper) scene.getProperties().computeIfAbsent(SCALE,
                _ -> new ReadOnlyDoubleWrapper(scene, "scale", 1));
    }

    /** {@return the style sheets of the house, for a scene that is not shown} */
    public static List<String> styles() {
        return List.of(STYLES);
    }

    private static String style(Settings settings) {
        return family() + "-fx-font-size: " + BASE * settings.zoom() / 100 + "px;";
    }

    /** {@return the style that names the family of the house; empty where none of them is installed} */
    public static String family() {
        Set<String> installed = Set.copyOf(Font.getFamilies());
        return FAMILIES.stream().filter(installed::contains).findFirst()
                .map(found -> "-fx-font-family: \"" + found + "\"; ").orElse("");
    }
}
