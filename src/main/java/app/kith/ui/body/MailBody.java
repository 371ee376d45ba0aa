package app.kith.ui.body;

import app.kith.words.Words;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.CssMetaData;
import javafx.css.PseudoClass;
import javafx.css.Styleable;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Shows the body of a mail. It takes the width it is given and is as high as its content then needs; it does not scroll, but for a wide
 * table sideways. It opens nothing and loads nothing: links go to {@link #setOnLink}, pictures come from the functions given to
 * {@link #show}. JavaFX thread only.
 *
 * <p>Colors and type come from the style sheets; {@code asSent} draws the mail's own colors on white paper instead.
 */
public final class MailBody extends Region {
    private static final PseudoClass AS_SENT = PseudoClass.getPseudoClass("as-sent");
    private static final long FIRST = 40_000;

    private final Words words;
    private final BodyTheme theme = new BodyTheme(this, this::stale);
    private final BooleanProperty asSent = new SimpleBooleanProperty(this, "asSent");
    private final Marks marks = new Marks(this);
    private final Selection selection = new Selection(this);
    private final PictureLoader loader;
    private final Button more = new Button();
    private final Tooltip tip = new Tooltip();
    private final BodyMenu menu;
    private final Set<Block.History> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private BodyPage page = new BodyPage(List.of(), false);
    private Pictures pictures = Pictures.NONE;
    private Consumer<String> onLink = address -> {};
    private long budget = FIRST;
    private boolean stale = true;
    private boolean building;
    private boolean cut;
    private @Nullable FlowView flow;
    private @Nullable Node hovered;

    /**
     * Makes an empty body.
     *
     * @param words the words of the language that is shown
     * @param background runs the fetching and decoding of pictures
     */
    public MailBody(Words words, Executor background) {
        this.words = words;
        this.loader = new PictureLoader(background);
        this.menu = new BodyMenu(this, words);
        getStyleClass().add("mail-body");
        String sheet = Objects.requireNonNull(MailBody.class.getResource("body.css")).toExternalForm();
        getStylesheets().add(sheet);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        tip.setShowDelay(Duration.millis(350));
        more.getStyleClass().add("more-button");
        more.setOnAction(event -> showMore());
        asSent.subscribe(on -> {
            pseudoClassStateChanged(AS_SENT, on);
            stale();
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, menu::show);
    }

    /**
     * Shows a page.
     *
     * @param shown the page
     * @param own gives the bytes of a picture that the message carries by its Content-ID without brackets, or null; called on a background
     *     thread
     * @param remote gives the bytes of a picture on a server by its address, or null; called on a background thread, and only for
     *     addresses that the safe HTML was made to keep
     */
    public void show(BodyPage shown, Function<String, byte @Nullable []> own,
            Function<String, byte @Nullable []> remote) {
        page = shown;
        pictures = new Pictures(own, remote);
        budget = FIRST;
        open.clear();
        setAccessibleText(cut(shown.newText()));
        stale();
    }

    private void showMore() {
        budget *= 8;
        stale();
    }

    private static String cut(String text) {
        return text.length() > 20_000 ? text.substring(0, 20_000) : text;
    }

    /**
     * Says who is told when the user follows a link.
     *
     * @param told takes the address with its scheme
     */
    public void setOnLink(Consumer<String> told) {
        onLink = told;
    }

    /** {@return whether the mail's own colors on white paper are shown, not those of the theme} */
    public BooleanProperty asSentProperty() {
        return asSent;
    }

    /** {@return the words that are selected; empty for none} */
    public String selectedText() {
        return selection.text();
    }

    /** Selects all that is shown. */
    public void selectAll() {
        build();
        selection.all();
    }

    /** Copies the selected words, or all that is shown where none are. */
    public void copy() {
        String chosen = selectedText();
        ClipboardContent content = new ClipboardContent();
        content.putString(chosen.isEmpty() ? page.newText() : chosen);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Shows or folds the older messages that the mail quotes. */
    public void showHistory(boolean on) {
        build();
        boolean turned = true;
        while (turned) {
            turned = turnHistory(on);
        }
    }

    /** What was quoted may quote in turn. */
    private boolean turnHistory(boolean on) {
        boolean turned = false;
        for (Node node : lookupAll(".history-button")) {
            if (node.getParent() instanceof HistoryView view && view.isOpen() != on) {
                view.toggle();
                turned = true;
            }
        }
        return turned;
    }

    /** A line of a page, in pixels from its top. */
    public record Line(double top, double bottom) {}

    /**
     * Marks words.
     *
     * @param words what is looked for; empty words mark nothing
     * @param inQuoted whether to look into the quoted messages, which are shown then, not into what the mail itself says
     */
    public void mark(FindWords words, boolean inQuoted) {
        marks.look(words, inQuoted);
        if (marks.wantsQuoted()) {
            showHistory(true);
        }
    }

    /**
     * Shows one of the marked places as the one that is looked at.
     *
     * @param index which, from 0, as {@link SearchText} counts them; -1 for none
     */
    public void point(int index) {
        build();
        while (cut && index >= marks.size()) {
            showMore();
            build();
            if (marks.wantsQuoted()) {
                showHistory(true);
            }
        }
        marks.point(index);
    }

    /** {@return how many places are marked} */
    public int marked() {
        build();
        return marks.size();
    }

    /** {@return where the place stands that is looked at, in the scene; null where there is none} */
    public @Nullable Bounds pointed() {
        return marks.pointed();
    }

    /** Shows all of the page, however long it is. */
    public void showAll() {
        build();
        while (cut) {
            showMore();
            build();
        }
    }

    /** {@return where the lines stand, in this body's coordinates, once it was laid out; in no order} */
    public List<Line> lines() {
        return PageLines.of(this);
    }

    /** {@return the narrowest width at which no table has to be moved sideways} */
    public double leastWidth() {
        build();
        return PageLines.leastWidth(this);
    }

    /**
     * Has something done as soon as all pictures stand in their places; at once where none is waited for.
     *
     * @param act what is done
     */
    public void whenPicturesAreIn(Runnable act) {
        build();
        loader.whenSettled(act);
    }

    BodyTheme theme() {
        return theme;
    }

    Selection selection() {
        return selection;
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown()) {
            switch (event.getCode()) {
                case C, INSERT -> copy();
                case A -> selectAll();
                default -> {
                    return;
                }
            }
            event.consume();
        }
    }

    private void stale() {
        stale = true;
        requestLayout();
    }

    /** Makes the views anew where page or look have changed. Called before each measure, so that the measures hold. */
    private void build() {
        if (!stale || building) {
            return;
        }
        building = true;
        try {
            stale = false;
            selection.clear();
            loader.begin(pictures);
            ViewBuilder builder = new ViewBuilder(new Inner(), open, budget);
            FlowView made = builder.page(page.blocks(), theme.look(asSent.get()));
            flow = made;
            cut = builder.isCut();
            more.setText(words.get("body.more"));
            getChildren().setAll(made);
            if (cut || page.shortened()) {
                more.setDisable(!cut);
                more.setText(words.get(cut ? "body.more" : "body.shortened"));
                getChildren().add(more);
            }
            if (getScene() != null) {
                applyCss();
            }
            marks.refresh();
        } finally {
            building = false;
        }
    }

    private final class Inner implements Host {
        @Override
        public void open(Link link) {
            onLink.accept(link.target());
        }

        @Override
        public void hover(Node view, @Nullable Link link) {
            Node before = hovered;
            if (before != null && (link == null || !before.equals(view))) {
                Tooltip.uninstall(before, tip);
                tip.hide();
                hovered = null;
            }
            if (link != null) {
                tip.setText(link.disguised()
                        ? words.get("body.disguised", LinkTexts.place(link)) + "\n" + LinkTexts.shown(link)
                        : LinkTexts.shown(link));
                if (hovered == null) {
                    Tooltip.install(view, tip);
                    hovered = view;
                }
            }
        }

        @Override
        public void load(PictureSource source, Consumer<@Nullable Image> shown) {
            loader.load(source, shown);
        }

        @Override
        public void folded() {
            selection.clear();
            marks.refresh();
        }

        @Override
        public String words(String key, Object... details) {
            return words.get(key, details);
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double inner(double width) {
        Insets insets = getInsets();
        return Math.max(60, width - insets.getLeft() - insets.getRight());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 640;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 120;
    }

    @Override
    protected double computePrefHeight(double width) {
        build();
        FlowView shown = flow;
        double content = shown == null ? 0 : shown.height(inner(width < 0 ? prefWidth(-1) : width));
        double button = more.getParent() == this ? more.prefHeight(-1) + 12 : 0;
        return Math.ceil(content + button) + getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        build();
        FlowView shown = flow;
        if (shown == null) {
            return;
        }
        Insets insets = getInsets();
        double width = inner(getWidth());
        double height = shown.height(width);
        shown.resizeRelocate(insets.getLeft(), insets.getTop(), width, height);
        if (more.getParent() == this) {
            more.resizeRelocate(insets.getLeft(), insets.getTop() + height + 12, more.prefWidth(-1), more.prefHeight(
                    -1));
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return BodyTheme.METADATA;
    }
}
