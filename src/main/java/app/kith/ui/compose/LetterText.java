package app.kith.ui.compose;

import app.kith.compose.Mark;
import app.kith.compose.Mark.Style;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.SelectionSegment;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.RichTextModel;
import jfx.incubator.scene.control.richtext.model.StyleAttribute;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;

/**
 * Where a letter is typed, with what stands out in it. Nothing can be made to stand out that would not be sent: what is pasted comes
 * as text, unless it was copied here. JavaFX thread only.
 */
final class LetterText extends BorderPane {
    private static final Map<Style, StyleAttribute<Boolean>> ATTRIBUTES = Map.of(Style.BOLD, StyleAttributeMap.BOLD,
            Style.ITALIC, StyleAttributeMap.ITALIC, Style.UNDERLINE, StyleAttributeMap.UNDERLINE,
            Style.STRIKE, StyleAttributeMap.STRIKE_THROUGH);
    private static final String BULLET = "•";
    private static final double INDENT = 20;
    private static final StyleAttributeMap ITEM = StyleAttributeMap.builder().setBullet(BULLET).setSpaceLeft(INDENT)
            .build();
    private static final StyleAttributeMap NO_ITEM = StyleAttributeMap.builder().set(StyleAttributeMap.BULLET, null)
            .set(StyleAttributeMap.SPACE_LEFT, null).build();

    private final ComposeModel model;
    private final Words words;
    private final RichTextModel content = new RichTextModel();
    private final RichTextArea area = new SlantedArea(content);
    private final DataFormat own = content.getSupportedDataFormats(false).getFirst();
    private boolean telling;
    private boolean typed;

    LetterText(ComposeModel model, Words words) {
        this.model = model;
        this.words = words;
        area.setWrapText(true);
        area.setContentPadding(new Insets(12, 20, 12, 20));
        area.setAccessibleText(words.get("write.text"));
        area.getStyleClass().add("compose-text");
        setCenter(area);
        area.appendText(model.textProperty().get());
        model.marksProperty().get().forEach(this::show);
        area.clearUndoRedo();
        content.addListener(_ -> tell());
        model.textProperty().when(Controls.attached(this)).subscribe(this::take);
        area.getInputMap().registerFunction(RichTextArea.Tag.PASTE, this::paste);
        area.caretPositionProperty().addListener(_ -> moved());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    /** {@return the buttons that make things stand out} */
    HBox buttons() {
        return Controls.row(2, button(Style.BOLD, "fth-bold"), button(Style.ITALIC, "fth-italic"),
                button(Style.UNDERLINE, "fth-underline"), button(Style.ITEM, "fth-list"));
    }

    private Button button(Style style, String icon) {
        Button button = Controls.iconButton(icon, words.get("write.style." + style.name()
                .toLowerCase(java.util.Locale.ROOT)), () -> {
                    toggle(style);
                    area.requestFocus();
                });
        button.setFocusTraversable(false);
        return button;
    }

    void begin() {
        area.requestFocus();
        area.select(TextPos.ZERO);
    }

    /** Puts text where the cursor is. */
    void insert(String text) {
        TextPos at = area.getCaretPosition();
        area.select(area.insertText(at == null ? area.getDocumentEnd() : at, text, StyleAttributeMap.EMPTY));
    }

    /** Makes what is chosen stand out, or what is typed next; and the other way round if it does already. */
    void toggle(Style style) {
        SelectionSegment chosen = area.getSelection();
        if (chosen == null) {
            return;
        }
        TextPos from = chosen.getMin();
        TextPos to = chosen.getMax();
        if (style == Style.ITEM) {
            area.applyStyle(from, to, isItem(from.index()) ? NO_ITEM : ITEM);
            return;
        }
        StyleAttribute<Boolean> attribute = attribute(style);
        StyleAttributeMap active = area.getActiveStyleAttributeMap();
        if (!chosen.isCollapsed()) {
            boolean on = !everywhere(attribute, from, to);
            area.applyStyle(from, to, StyleAttributeMap.of(attribute, on));
        } else {
            StyleAttributeMap before = area.getInsertStyles() == null ? active : area.getInsertStyles();
            boolean on = before == null || !before.getBoolean(attribute);
            area.setInsertStyles((before == null ? StyleAttributeMap.EMPTY : before)
                    .combine(StyleAttributeMap.of(attribute, on)));
        }
    }

    private static StyleAttribute<Boolean> attribute(Style style) {
        StyleAttribute<Boolean> attribute = ATTRIBUTES.get(style);
        if (attribute == null) {
            throw new IllegalArgumentException(style.name());
        }
        return attribute;
    }

    private boolean everywhere(StyleAttribute<Boolean> attribute, TextPos from, TextPos to) {
        boolean[] all = {true};
        export(from, to, new StyledReader() {
            @Override
            void text(String text, StyleAttributeMap styles) {
                all[0] &= styles.getBoolean(attribute);
            }
        });
        return all[0];
    }

    private boolean isItem(int paragraph) {
        boolean[] item = {false};
        export(TextPos.ofLeading(paragraph, 0), area.getParagraphEnd(paragraph), new StyledReader() {
            @Override
            void paragraph(StyleAttributeMap styles) {
                item[0] = styles.getBullet() != null;
            }
        });
        return item[0];
    }

    /** An item with nothing in it ends its list; control and letters make things stand out. */
    private void press(KeyEvent event) {
        TextPos caret = area.getCaretPosition();
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && caret != null
                && area.getPlainText(caret.index()).isEmpty() && isItem(caret.index())) {
            area.applyStyle(caret, caret, NO_ITEM);
            event.consume();
        } else if (event.isShortcutDown() && !event.isAltDown()) {
            Style style = event.isShiftDown()
                    ? event.getCode() == KeyCode.L ? Style.ITEM : null
                    : switch (event.getCode()) {
                        case B -> Style.BOLD;
                        case I -> Style.ITALIC;
                        case U -> Style.UNDERLINE;
                        default -> null;
                    };
            if (style != null) {
                toggle(style);
                event.consume();
            }
        }
    }

    private void paste() {
        if (Clipboard.getSystemClipboard().hasContent(own)) {
            area.paste(own);
        } else {
            area.pastePlainText();
        }
    }

    /** What was chosen for the next letter holds as long as one types on. */
    private void moved() {
        if (!typed) {
            area.setInsertStyles(null);
        }
        typed = false;
    }

    private void tell() {
        Written written = new Written();
        export(TextPos.ZERO, area.getDocumentEnd(), written);
        telling = true;
        typed = true;
        model.marksProperty().set(written.marks());
        model.textProperty().set(written.text.toString());
        telling = false;
    }

    /** The model has another text, because a signature was changed for another: only what differs is replaced. */
    private void take(String now) {
        String before = plain();
        if (telling || now.equals(before)) {
            return;
        }
        int start = 0;
        int shorter = Math.min(now.length(), before.length());
        while (start < shorter && now.charAt(start) == before.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && now.charAt(now.length() - 1 - end) == before.charAt(before.length() - 1 - end)) {
            end++;
        }
        area.replaceText(position(before, start), position(before, before.length() - end),
                now.substring(start, now.length() - end));
    }

    private String plain() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < area.getParagraphCount(); i++) {
            text.append(i == 0 ? "" : "\n").append(area.getPlainText(i));
        }
        return text.toString();
    }

    private static TextPos position(String text, int offset) {
        int line = (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return TextPos.ofLeading(line, offset - (text.lastIndexOf('\n', offset - 1) + 1));
    }

    private void show(Mark mark) {
        String text = model.textProperty().get();
        TextPos from = position(text, Math.min(mark.from(), text.length()));
        TextPos to = position(text, Math.min(mark.to(), text.length()));
        area.applyStyle(from, to,
                mark.style() == Style.ITEM ? ITEM : StyleAttributeMap.of(attribute(mark.style()), true));
    }

    private void export(TextPos from, TextPos to, StyledReader reader) {
        try {
            content.export(from, to, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what was typed. */
    private static final class Written extends StyledReader {
        private final StringBuilder text = new StringBuilder();
        private final List<Mark> marks = new ArrayList<>();
        private int line;

        @Override
        void text(String some, StyleAttributeMap styles) {
            int from = text.length();
            text.append(some);
            ATTRIBUTES.forEach((style, attribute) -> {
                if (styles.getBoolean(attribute)) {
                    mark(from, style);
                }
            });
        }

        /** A stretch that goes on where one of its kind ends is the same one. */
        private void mark(int from, Style style) {
            int start = from;
            for (Mark mark : List.copyOf(marks)) {
                if (mark.style() == style && mark.to() == from) {
                    marks.remove(mark);
                    start = mark.from();
                }
            }
            marks.add(new Mark(start, text.length(), style));
        }

        @Override
        void paragraph(StyleAttributeMap styles) {
            if (styles.getBullet() != null && text.length() > line) {
                marks.add(new Mark(line, text.length(), Style.ITEM));
            }
        }

        @Override
        void line() {
            text.append('\n');
            line = text.length();
        }

        /** Sorted, so that the same letter is always the same draft. */
        List<Mark> marks() {
            return marks.stream().sorted(java.util.Comparator.comparingInt(Mark::from).thenComparing(Mark::style))
                    .toList();
        }
    }
}
