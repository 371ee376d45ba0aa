package app.kith.ui.review;

import app.kith.ui.look.Controls;
import app.kith.ui.look.SearchField;
import app.kith.ui.review.Queue.Certainty;
import app.kith.ui.review.Queue.Ground;
import app.kith.ui.review.Queue.Order;
import app.kith.ui.review.Queue.Whom;
import app.kith.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;

/**
 * Says which groups are shown and in which order. Slash goes to the search, P goes on to the next choice of whom, S of how sure, R of
 * the reason, O of the order.
 */
final class QueueBar extends FlowPane {
    private final ReviewModel model;
    private final Words words;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final SearchField search;

    QueueBar(ReviewModel model, Words words, Runnable back) {
        super(8, 4);
        this.model = model;
        this.words = words;
        getStyleClass().add("queue-bar");
        query.set(model.queueProperty().get().query());
        query.subscribe((_, now) -> model.queueProperty().set(model.queueProperty().get().of(now)));
        search = new SearchField(words.get("review.search"), query, () -> {
            query.set("");
            back.run();
        });
        search.onDown(back);
        search.setPrefWidth(220);
        getChildren().addAll(search, menu("whom", Whom.values(), Queue::whom, Queue::of),
                menu("certainty", Certainty.values(), Queue::certainty, Queue::of),
                menu("ground", Ground.values(), Queue::ground, Queue::of),
                menu("order", Order.values(), Queue::order, Queue::of));
        var all = Controls.button(words.get("review.clear-filters"), () -> {
            query.set("");
            model.queueProperty().set(Queue.ALL.of(model.queueProperty().get().order()));
        }, "flat");
        Controls.showWhen(all, model.queueProperty().map(now -> !now.isAll()));
        getChildren().add(all);
    }

    private <T extends Enum<T>> MenuButton menu(String name, T[] choices, Function<Queue, T> now,
            BiFunction<Queue, T, Queue> with) {
        MenuButton menu = new MenuButton();
        menu.setMnemonicParsing(false);
        menu.getStyleClass().add("queue-" + name);
        for (T choice : List.of(choices)) {
            MenuItem item = new MenuItem(word(name, choice));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.queueProperty().set(with.apply(model.queueProperty().get(), choice)));
            menu.getItems().add(item);
        }
        model.queueProperty().when(Controls.attached(this))
                .subscribe(queue -> menu.setText(word(name, now.apply(queue))));
        return menu;
    }

    private String word(String name, Enum<?> choice) {
        return words.get("review." + name + "." + choice.name().toLowerCase(Locale.ROOT));
    }

    /** Does what a key stands for; false for a key that stands for nothing here. */
    boolean key(KeyCode code) {
        Queue now = model.queueProperty().get();
        switch (code) {
            case SLASH, DIVIDE -> search.requestFocus();
            case P -> model.queueProperty().set(now.of(next(Whom.values(), now.whom())));
            case S -> model.queueProperty().set(now.of(next(Certainty.values(), now.certainty())));
            case R -> model.queueProperty().set(now.of(next(Ground.values(), now.ground())));
            case O -> model.queueProperty().set(now.of(next(Order.values(), now.order())));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static <T> T next(T[] all, T now) {
        List<T> list = List.of(all);
        return list.get((list.indexOf(now) + 1) % list.size());
    }
}
