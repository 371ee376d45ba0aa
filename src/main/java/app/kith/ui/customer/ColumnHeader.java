package app.kith.ui.customer;

import app.kith.ui.customer.ColumnsModel.Wide;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * The names of the columns. A click orders by one; drawn by the name it moves, by its edge it becomes wider. With keys: Enter orders,
 * Alt and the arrows move, Alt+Shift and the arrows make wider or narrower, the menu key and the button at the end choose columns.
 */
final class ColumnHeader extends HBox {
    private static final double EDGE = 7;
    private static final int STEP = 16;
    private static final double DRAGGED = 8;

    private final ColumnsModel model;
    private final CustomersModel customers;
    private final Words words;
    private final Supplier<List<Column>> offered;
    private final HBox names = new HBox();
    private boolean dragged;

    /**
     * @param model the columns
     * @param customers the list
     * @param words the language
     * @param offered all columns that can be chosen
     */
    ColumnHeader(ColumnsModel model, CustomersModel customers, Words words, Supplier<List<Column>> offered) {
        this.model = model;
        this.customers = customers;
        this.words = words;
        this.offered = offered;
        getStyleClass().add("column-header");
        Pane clipped = new Pane(names);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(clipped.widthProperty());
        clip.heightProperty().bind(clipped.heightProperty());
        clipped.setClip(clip);
        clipped.setMinWidth(0);
        clipped.setPrefWidth(0);
        clipped.prefHeightProperty().bind(names.heightProperty());
        setHgrow(clipped, Priority.ALWAYS);
        getChildren().addAll(clipped, chooser());
        model.shownProperty().when(Controls.attached(this)).subscribe(this::show);
        customers.sortProperty().when(Controls.attached(this)).subscribe(() -> show(model.shownProperty().get()));
    }

    /** Moves along with a list that is scrolled sideways. */
    void follow(ListView<?> list) {
        ChangeListener<Number> moved = (_, _, at) -> names.setTranslateX(-at.doubleValue());
        list.skinProperty().addListener((_, _, skin) -> {
            if (skin != null) {
                for (Node bar : list.lookupAll(".scroll-bar")) {
                    if (bar instanceof ScrollBar scroll && scroll.getOrientation() == Orientation.HORIZONTAL) {
                        scroll.valueProperty().addListener(moved);
                    }
                }
            }
        });
    }

    private void show(List<Wide> shown) {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        Object had = focused != null && focused.getParent() != null && names.equals(focused.getParent().getParent())
                ? focused.getUserData()
                : null;
        names.getChildren().setAll(shown.stream().map(this::name).toList());
        names.lookupAll(".button").stream().filter(node -> node.getUserData().equals(had)).findFirst()
                .ifPresent(Node::requestFocus);
    }

    private Node name(Wide wide) {
        Column column = wide.column();
        String title = column.title(words);
        boolean sorts = column.sorts(customers.sortProperty().get());
        boolean turned = customers.sortProperty().get().turned();
        Button name = Controls.button(title, () -> {
            if (!dragged) {
                model.sort(column);
            }
        }, "flat", "column-name");
        name.setUserData(column);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        if (sorts) {
            boolean falling = column.sort(false).order().isFalling() && column.own().isEmpty() != turned;
            name.setGraphic(Controls.icon(falling ? "fth-chevron-down" : "fth-chevron-up"));
            name.getStyleClass().add("sorted");
        }
        name.setAccessibleText(sorts
                ? words.get(turned ? "list.sorted-turned" : "list.sorted", title)
                : words.get("list.sort-by", title));
        name.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, wide));
        name.setOnContextMenuRequested(event -> {
            ContextMenu menu = new ContextMenu();
            menu.getItems().setAll(choices());
            menu.show(name, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        drag(name, column);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox cell = new HBox(name, edge(wide));
        cell.setMinWidth(wide.width());
        cell.setPrefWidth(wide.width());
        cell.setMaxWidth(wide.width());
        return cell;
    }

    private void key(KeyEvent event, Wide wide) {
        boolean left = event.getCode() == KeyCode.LEFT;
        if (!event.isAltDown() || !left && event.getCode() != KeyCode.RIGHT) {
            return;
        }
        event.consume();
        if (event.isShiftDown()) {
            model.resize(wide.column(), wide.width() + (left ? -STEP : STEP));
        } else {
            model.move(wide.column(), model.at(wide.column()) + (left ? -1 : 1));
        }
    }

    /** Where the name is let go, there the column stands. */
    private void drag(Button name, Column column) {
        double[] from = {0};
        name.setOnMousePressed(event -> {
            from[0] = event.getSceneX();
            dragged = false;
        });
        name.setOnMouseDragged(event -> {
            dragged |= Math.abs(event.getSceneX() - from[0]) > DRAGGED;
            name.setCursor(dragged ? Cursor.CLOSED_HAND : Cursor.DEFAULT);
        });
        name.setOnMouseReleased(event -> {
            name.setCursor(Cursor.DEFAULT);
            if (dragged) {
                model.move(column, place(names.sceneToLocal(event.getSceneX(), event.getSceneY()).getX(), column));
            }
        });
    }

    /** The place of a column that is let go at a distance from the left. */
    private int place(double x, Column column) {
        double left = 0;
        int place = 0;
        for (Wide wide : model.shownProperty().get()) {
            if (!wide.column().equals(column) && x > left + wide.width() / 2.0) {
                place++;
            }
            left += wide.width();
        }
        return place;
    }

    private Region edge(Wide wide) {
        Region edge = new Region();
        edge.getStyleClass().add("column-edge");
        edge.setMinWidth(EDGE);
        edge.setPrefWidth(EDGE);
        edge.setCursor(Cursor.H_RESIZE);
        double[] from = {0};
        edge.setOnMousePressed(event -> from[0] = event.getSceneX());
        edge.setOnMouseReleased(event -> model.resize(wide.column(), wide.width() + event.getSceneX() - from[0]));
        edge.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                model.resize(wide.column(), wide.column().width());
            }
        });
        return edge;
    }

    private MenuButton chooser() {
        MenuButton menu = new MenuButton();
        menu.getStyleClass().addAll("flat", "button-icon", "no-arrow", "column-chooser");
        menu.setGraphic(Controls.icon("fth-more-vertical"));
        menu.setAccessibleText(words.get("list.columns-choose"));
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setOnShowing(_ -> menu.getItems().setAll(choices()));
        return menu;
    }

    private List<MenuItem> choices() {
        List<MenuItem> items = new ArrayList<>();
        for (Column column : offered.get()) {
            CheckMenuItem item = new CheckMenuItem(column.title(words));
            item.setMnemonicParsing(false);
            item.setSelected(model.at(column) >= 0);
            item.setOnAction(_ -> model.toggle(column));
            items.add(item);
        }
        return items;
    }
}
