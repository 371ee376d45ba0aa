package app.kith.ui.body;

import java.util.List;
import java.util.Set;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * With what a page is drawn: the theme's type and colors, or white paper. JavaFX thread only.
 *
 * @param font the reader's own type
 * @param paper what the whole page stands on
 * @param ground what the words stand on here
 * @param ink words
 * @param muted words of less weight
 * @param link words that lead somewhere
 * @param line borders of which the mail names no color
 * @param warning signs of danger
 * @param selection behind words that are selected
 * @param asSent whether the colors and families of the mail are left as they are
 * @param rowHeight the height of a line of the reader's own type without any lead, as a multiple of its size
 */
record Look(Font font, Color paper, Color ground, Color ink, Color muted, Color link, Color line, Color warning,
        Color selection,
        boolean asSent, double rowHeight) {
    private static final double LEAD = 1.45;
    private static final List<String> MONO = List.of("Cascadia Mono", "SF Mono", "Menlo", "Consolas",
            "Noto Sans Mono CJK SC", "DejaVu Sans Mono");
    private static final List<String> SERIF = List.of("Georgia", "Times New Roman", "Noto Serif CJK SC",
            "DejaVu Serif");
    private static final List<String> RIGHT_TO_LEFT = List.of("Segoe UI", "SF Pro", "Arial", "DejaVu Sans");

    private static final class Installed {
        static final Set<String> FAMILIES = Set.copyOf(Font.getFamilies());
        static final String MONO = first(Look.MONO, "Monospaced");
        static final String SERIF = first(Look.SERIF, "Serif");
        static final String RIGHT_TO_LEFT = first(Look.RIGHT_TO_LEFT, "System");

        private static String first(List<String> wanted, String otherwise) {
            return wanted.stream().filter(FAMILIES::contains).findFirst().orElse(otherwise);
        }
    }

    static double rowHeight(Font font) {
        Text probe = new Text("Ag");
        probe.setFont(font);
        return probe.getLayoutBounds().getHeight() / font.getSize();
    }

    /** {@return how many screen pixels one pixel of a mail takes} */
    double scale() {
        return font.getSize() / TextStyle.BASE;
    }

    /** {@return the same look on a background} */
    Look on(Color background) {
        return new Look(font, paper, background, ink, muted, link, line, warning, selection, asSent, rowHeight);
    }

    /** {@return what to draw for a background that the mail asks for, or null} */
    @Nullable
    Color background(@Nullable Color sent) {
        if (sent == null || asSent) {
            return sent;
        }
        // White is the paper of the theme: nothing to draw on it, but a card on a colored ground.
        Color mapped = Colors.ground(sent, paper);
        return mapped != null ? mapped : ground.equals(paper) ? null : paper;
    }

    /** {@return the color of a line that the mail asks for} */
    Color line(@Nullable Color sent) {
        if (sent == null) {
            return line;
        }
        return asSent ? sent : Colors.contrast(sent, ground) > 6 ? sent.interpolate(ground, 0.45) : sent;
    }

    Color words(TextStyle style, boolean leads) {
        Color base = style.color() != null ? style.color() : leads ? link : ink;
        Color behind = style.background() == null ? null : background(style.background());
        Color below = behind == null ? ground : behind;
        if (asSent) {
            return base;
        }
        boolean dark = style.color() != null && Colors.luminance(below) < 0.3;
        return dark ? Colors.onDark(base, below, ink) : Colors.readable(base, below);
    }

    Font font(TextStyle style, String text) {
        double size = Math.max(8, style.size() * scale());
        // Han characters have no slanted form.
        boolean slanted = style.italic() && text.chars().noneMatch(c -> c >= 0x2E80 && c < 0xD800);
        return Font.font(hasRightToLeft(text) ? Installed.RIGHT_TO_LEFT : family(style),
                style.bold() ? FontWeight.BOLD : FontWeight.NORMAL,
                slanted ? FontPosture.ITALIC : FontPosture.REGULAR, size);
    }

    /** One family for all of it: where letters come from several, JavaFX sets them in the wrong order. */
    private static boolean hasRightToLeft(String text) {
        return text.chars().anyMatch(c -> c >= 0x590 && c < 0x900 || c >= 0xFB1D && c < 0xFE00 || c >= 0xFE70
                && c < 0xFF00);
    }

    /** {@return whether words are to be slanted, but the family has no such form} */
    static boolean lacksSlant(TextStyle style, String text, Font font) {
        boolean han = text.chars().anyMatch(c -> c >= 0x2E80 && c < 0xD800);
        String form = font.getStyle().toLowerCase(java.util.Locale.ROOT);
        return style.italic() && !han && !form.contains("italic") && !form.contains("oblique");
    }

    private String family(TextStyle style) {
        if (style.mono()) {
            return Installed.MONO;
        }
        if (asSent && !style.face().isEmpty()) {
            for (String name : style.face().split(",", -1)) {
                String family = name.strip();
                if (family.equals("serif") || family.startsWith("times") || family.equals("georgia")) {
                    return Installed.SERIF;
                }
                for (String known : Installed.FAMILIES) {
                    if (known.equalsIgnoreCase(family)) {
                        return known;
                    }
                }
            }
        }
        return font.getFamily();
    }

    /** {@return the room to add between lines of a size} */
    double lead(double lineHeight, double size) {
        double wanted = lineHeight <= 0 ? asSent ? 1.25 : LEAD : Math.clamp(lineHeight, 1.1, 2.5);
        return Math.max(0, Math.rint((wanted - rowHeight) * size * scale()));
    }
}
