package app.kith.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Measures how well words stand out from what is behind them, as the Web Content Accessibility Guidelines 2.2 do (1.4.3). */
final class Contrast {
    private static final double LEAST = 4.5;
    private static final double LEAST_LARGE = 3;
    private static final double LARGE = 24;
    private static final double LARGE_BOLD = 18.66;

    private Contrast() {}

    /** {@return what is seen and stands out too little: its words, its colours and their ratio} */
    static List<String> faint(Parent root) {
        List<String> faint = new ArrayList<>();
        look(root, (_, said) -> faint.add(said));
        return faint;
    }

    /**
     * The same for what is painted behind by more than the ancestors, as the tables of a mail are: what the picture has around the
     * letters counts where the ancestors' colours stand out too little.
     *
     * @param root what is looked at
     * @param picture its picture
     */
    static List<String> faint(Parent root, WritableImage picture) {
        List<String> faint = new ArrayList<>();
        look(root, (text, said) -> {
            if (text.getFill() instanceof Color fill) {
                Color behind = commonest(picture, text.localToScene(text.getLayoutBounds()));
                if (ratio(over(fill, behind), behind) < least(text.getFont())) {
                    faint.add(said);
                }
            }
        });
        return faint;
    }

    /** The colour that most points of an area have: what is behind letters covers more than they do. */
    private static Color commonest(WritableImage picture, Bounds area) {
        Map<Integer, Integer> points = new HashMap<>();
        int right = (int) Math.min(picture.getWidth(), area.getMaxX());
        int bottom = (int) Math.min(picture.getHeight(), area.getMaxY());
        for (int y = (int) Math.max(0, area.getMinY()); y < bottom; y++) {
            for (int x = (int) Math.max(0, area.getMinX()); x < right; x++) {
                points.merge(picture.getPixelReader().getArgb(x, y), 1, Integer::sum);
            }
        }
        int color = points.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .orElse(0xffffffff);
        return Color.rgb(color >> 16 & 0xff, color >> 8 & 0xff, color & 0xff);
    }

    private static void look(Node node, BiConsumer<Text, String> faint) {
        if (!node.isVisible() || node.isDisabled() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank() && text.getFill() instanceof Color fill
                && !isIcon(text) && isInside(text)) {
            Color behind = behind(text);
            Color seen = over(fill, behind);
            double ratio = ratio(seen, behind);
            if (ratio < least(text.getFont())) {
                faint.accept(text, String.format(Locale.ROOT, "%.2f \"%s\" %s on %s %s", ratio, text.getText(), seen,
                        behind, owner(text).getStyleClass()));
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, faint));
        }
    }

    private static boolean isIcon(Text text) {
        return text.getStyleClass().contains("ikonli-font-icon") || owner(text) instanceof Labeled labeled
                && labeled.getText() != null && labeled.getText().isBlank();
    }

    private static Node owner(Text text) {
        return text.getParent() == null ? text : text.getParent();
    }

    private static boolean isInside(Text text) {
        Bounds bounds = text.localToScene(text.getLayoutBounds());
        return bounds.getWidth() > 0 && bounds.getMaxX() > 0 && bounds.getMaxY() > 0;
    }

    private static double least(Font font) {
        boolean bold = font.getStyle().toLowerCase(Locale.ROOT).contains("bold");
        return font.getSize() >= LARGE || bold && font.getSize() >= LARGE_BOLD ? LEAST_LARGE : LEAST;
    }

    /** The colour behind a node: what its ancestors paint, one over the other. */
    private static Color behind(Node node) {
        List<Color> layers = new ArrayList<>();
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof Region region && region.getBackground() != null) {
                List<BackgroundFill> fills = region.getBackground().getFills();
                for (int i = fills.size() - 1; i >= 0; i--) {
                    if (fills.get(i).getFill() instanceof Color color && color.getOpacity() > 0) {
                        layers.add(color);
                        if (color.getOpacity() == 1) {
                            return flat(layers);
                        }
                    }
                }
            }
        }
        layers.add(node.getScene() != null && node.getScene().getFill() instanceof Color color ? color : Color.WHITE);
        return flat(layers);
    }

    private static Color flat(List<Color> layers) {
        Color flat = layers.getLast();
        for (int i = layers.size() - 2; i >= 0; i--) {
            flat = over(layers.get(i), flat);
        }
        return flat;
    }

    private static Color over(Color above, Color below) {
        return below.interpolate(Color.color(above.getRed(), above.getGreen(), above.getBlue()), above.getOpacity());
    }

    static double ratio(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
