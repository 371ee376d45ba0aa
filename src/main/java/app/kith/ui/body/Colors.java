package app.kith.ui.body;

import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** Brings the colors of a mail onto the paper of the theme. Contrast is that of WCAG 2. */
final class Colors {
    /** The least contrast of words to what they stand on. */
    static final double READABLE = 4.5;

    private Colors() {}

    /** {@return the contrast of two colors, from 1 to 21} */
    static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /** {@return the color, moved towards white or black until it can be read on the ground} */
    static Color readable(Color color, Color ground) {
        return readable(color, ground, READABLE);
    }

    /** {@return the color of words for a dark ground: as far from it as it was from white, so that black words get the weight of ink} */
    static Color onDark(Color color, Color ground, Color ink) {
        double wanted = Math.min(contrast(color, Color.WHITE), contrast(ink, ground));
        return readable(color, ground, Math.max(READABLE, wanted));
    }

    private static Color readable(Color color, Color ground, double wanted) {
        if (contrast(color, ground) >= wanted) {
            return color;
        }
        Color end = contrast(Color.WHITE, ground) > contrast(Color.BLACK, ground) ? Color.WHITE : Color.BLACK;
        double low = 0;
        double high = 1;
        for (int i = 0; i < 12; i++) {
            double middle = (low + high) / 2;
            if (contrast(color.interpolate(end, middle), ground) >= wanted) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return color.interpolate(end, high);
    }

    /**
     * Brings a background onto paper.
     *
     * @param sent the color of the mail
     * @param paper the paper of the theme
     * @return the color to draw; null for none: white is paper
     */
    static @Nullable Color ground(Color sent, Color paper) {
        Color opaque = over(sent, Color.WHITE);
        double light = luminance(opaque);
        if (light > 0.94) {
            return null;
        }
        boolean dark = luminance(paper) < 0.3;
        if (!dark || light < 0.35) {
            return opaque;
        }
        double brightness = paper.getBrightness() + 0.04 + 0.32 * (1 - light);
        boolean gray = opaque.getSaturation() < 0.06;
        return gray
                ? Color.hsb(paper.getHue(), paper.getSaturation() * 0.6, Math.min(0.6, brightness))
                : Color.hsb(opaque.getHue(), Math.min(0.6, opaque.getSaturation() * 1.8), Math.min(0.6, brightness));
    }

    /** {@return what is seen of a color that is partly transparent} */
    static Color over(Color color, Color below) {
        return color.isOpaque()
                ? color
                : below.interpolate(Color.color(color.getRed(), color.getGreen(), color.getBlue()),
                        color.getOpacity());
    }
}
