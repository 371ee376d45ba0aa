package app.kith.mail;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/** What holds inside one group of RTF, and what a group inside it takes over. */
final class RtfState {
    /** Where words go. */
    enum Target {
        /** The text to read. */
        BODY,
        /** A piece of HTML markup that was wrapped in RTF. */
        MARKUP,
        /** The table of fonts. */
        FONTS,
        /** Nowhere. */
        NOTHING
    }

    private static final int DEEPEST = 500;
    private static final Map<Integer, String> FONT_CHARSETS = Map.ofEntries(Map.entry(77, "macintosh"),
            Map.entry(128, "shift_jis"), Map.entry(129, "cp949"), Map.entry(134, "gbk"), Map.entry(136, "big5"),
            Map.entry(161, "windows-1253"), Map.entry(162, "windows-1254"), Map.entry(163, "windows-1258"),
            Map.entry(177, "windows-1255"), Map.entry(178, "windows-1256"), Map.entry(186, "windows-1257"),
            Map.entry(204, "windows-1251"), Map.entry(222, "windows-874"), Map.entry(238, "windows-1250"));

    private final java.util.ArrayDeque<Group> outer = new java.util.ArrayDeque<>();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private int beyond;
    private int font = -1;
    private int definedFont = -1;
    private Charset standard;
    private Group now = new Group(Target.BODY, 1, false, -1);

    RtfState(Charset standard) {
        this.standard = standard;
    }

    /**
     * One group.
     *
     * @param target where its words go
     * @param replacements how many letters after a Unicode letter stand for it in old programs
     * @param shadow whether its words only repeat for RTF what the markup says
     * @param font the number of its font; -1 for none
     */
    private record Group(Target target, int replacements, boolean shadow, int font) {}

    void open() {
        if (outer.size() < DEEPEST) {
            outer.push(now);
        } else {
            beyond++;
        }
    }

    void close() {
        if (beyond > 0) {
            beyond--;
        } else if (!outer.isEmpty()) {
            now = outer.pop();
            font = now.font;
        }
    }

    Target target() {
        return now.target;
    }

    boolean isShadow() {
        return now.shadow;
    }

    int replacements() {
        return now.replacements;
    }

    void goTo(Target target) {
        if (now.target != Target.NOTHING) {
            now = new Group(target, now.replacements, now.shadow, font);
        }
    }

    void replacements(int count) {
        now = new Group(now.target, Math.clamp(count, 0, 100), now.shadow, font);
    }

    void shadow(boolean on) {
        now = new Group(now.target, now.replacements, on, font);
    }

    void font(int number) {
        if (now.target == Target.FONTS) {
            definedFont = number;
        }
        font = number;
        now = new Group(now.target, now.replacements, now.shadow, number);
    }

    void fontCharset(int number) {
        String label = FONT_CHARSETS.get(number);
        Charset charset = label == null ? null : CharsetLabels.find(label);
        if (now.target == Target.FONTS && charset != null && fonts.size() < 1000) {
            fonts.put(definedFont, charset);
        }
    }

    void codePage(int number) {
        Charset charset = CharsetLabels.find("cp" + number);
        standard = charset == null ? standard : charset;
    }

    Charset charset() {
        return fonts.getOrDefault(font, standard);
    }
}
