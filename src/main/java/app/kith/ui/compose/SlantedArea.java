package app.kith.ui.compose;

import java.util.List;
import java.util.Locale;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Shear;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.StyleHandlerRegistry;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import jfx.incubator.scene.control.richtext.model.StyledTextModel;
import jfx.incubator.scene.control.richtext.skin.CellContext;

/** An area for text that leans slanted words over where their font has no slanted form, as Chinese ones have none. */
final class SlantedArea extends RichTextArea {
    private static final double LEAN = -0.2;
    private static final StyleHandlerRegistry HANDLERS = handlers();

    SlantedArea(StyledTextModel model) {
        super(model);
    }

    private static StyleHandlerRegistry handlers() {
        StyleHandlerRegistry.Builder builder = StyleHandlerRegistry.builder(RichTextArea.styleHandlerRegistry);
        builder.<RichTextArea, Boolean>setSegHandler(StyleAttributeMap.ITALIC, (_, cell, on) -> slant(cell, on));
        return builder.build();
    }

    private static void slant(CellContext cell, boolean on) {
        if (on) {
            cell.addStyle("-fx-font-style: italic;");
            if (cell.getNode() instanceof Text text) {
                text.fontProperty().subscribe(font -> text.getTransforms().setAll(isSlanted(font)
                        ? List.of()
                        : List.of(new Shear(LEAN, 0, 0, font.getSize()))));
            }
        }
    }

    private static boolean isSlanted(Font font) {
        String style = font.getStyle().toLowerCase(Locale.ROOT);
        return style.contains("italic") || style.contains("oblique");
    }

    @Override
    public StyleHandlerRegistry getStyleHandlerRegistry() {
        return HANDLERS;
    }
}
