package app.kith.ui.body;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Takes type and colors from the style sheets: {@code body.css} says which of the theme's colors is which. */
final class BodyTheme {
    private static final StyleablePropertyFactory<MailBody> FACTORY = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());
    private static final CssMetaData<MailBody, Font> FONT = FACTORY.createFontCssMetaData("-fx-font",
            body -> body.theme().font, Font.getDefault(), true);
    private static final CssMetaData<MailBody, Color> PAPER = color("-kith-paper", body -> body.theme().paper);
    private static final CssMetaData<MailBody, Color> INK = color("-kith-ink", body -> body.theme().ink);
    private static final CssMetaData<MailBody, Color> MUTED = color("-kith-muted", body -> body.theme().muted);
    private static final CssMetaData<MailBody, Color> LINK = color("-kith-link", body -> body.theme().link);
    private static final CssMetaData<MailBody, Color> LINE = color("-kith-line", body -> body.theme().line);
    private static final CssMetaData<MailBody, Color> WARNING = color("-kith-warning", body -> body.theme().warning);
    private static final CssMetaData<MailBody, Color> CHOSEN = color("-kith-selection", body -> body.theme().chosen);

    /** What of this the style sheets may set. */
    static final List<CssMetaData<? extends Styleable, ?>> METADATA = all();

    final SimpleStyleableObjectProperty<Font> font;
    final SimpleStyleableObjectProperty<Color> paper;
    final SimpleStyleableObjectProperty<Color> ink;
    final SimpleStyleableObjectProperty<Color> muted;
    final SimpleStyleableObjectProperty<Color> link;
    final SimpleStyleableObjectProperty<Color> line;
    final SimpleStyleableObjectProperty<Color> warning;
    final SimpleStyleableObjectProperty<Color> chosen;

    BodyTheme(MailBody body, Runnable changed) {
        font = new SimpleStyleableObjectProperty<>(FONT, body, "font", Font.getDefault());
        paper = property(PAPER, body, Color.WHITE);
        ink = property(INK, body, Color.web("#1f2328"));
        muted = property(MUTED, body, Color.web("#656d76"));
        link = property(LINK, body, Color.web("#0969da"));
        line = property(LINE, body, Color.web("#d0d7de"));
        warning = property(WARNING, body, Color.web("#9a6700"));
        chosen = property(CHOSEN, body, Color.web("#54aeff66"));
        font.addListener((property, before, now) -> changed.run());
        List.of(paper, ink, muted, link, line, warning, chosen)
                .forEach(each -> each.addListener((property, before, now) -> changed.run()));
    }

    private static CssMetaData<MailBody, Color> color(String name,
            java.util.function.Function<MailBody, StyleableProperty<Color>> property) {
        return FACTORY.createColorCssMetaData(name, property, null, false);
    }

    private static SimpleStyleableObjectProperty<Color> property(CssMetaData<MailBody, Color> data, MailBody body,
            Color usual) {
        return new SimpleStyleableObjectProperty<>(data, body, data.getProperty(), usual);
    }

    private static List<CssMetaData<? extends Styleable, ?>> all() {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(FACTORY.getCssMetaData());
        return List.copyOf(all);
    }

    /** {@return with what to draw now} */
    Look look(boolean asSent) {
        double row = Look.rowHeight(font.get());
        if (asSent) {
            return new Look(font.get(), Color.WHITE, Color.WHITE, Color.web("#111111"), Color.web("#666666"),
                    Color.web("#0b57d0"),
                    Color.web("#8c8c8c"), Color.web("#9a6700"), Color.web("#54aeff66"), true, row);
        }
        return new Look(font.get(), or(paper, Color.WHITE), or(paper, Color.WHITE), or(ink, Color.BLACK),
                or(muted, Color.GRAY),
                or(link, Color.BLUE), or(line, Color.GRAY), or(warning, Color.ORANGE), or(chosen, Color.LIGHTBLUE),
                false, row);
    }

    private static Color or(SimpleStyleableObjectProperty<Color> property, Color otherwise) {
        Color color = property.get();
        return color == null ? otherwise : color;
    }
}
