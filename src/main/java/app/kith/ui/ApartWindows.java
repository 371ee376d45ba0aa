package app.kith.ui;

import app.kith.ui.customer.CustomerModel;
import app.kith.ui.files.FilesModel;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Look;
import app.kith.ui.look.Outside;
import app.kith.ui.look.Settings;
import app.kith.ui.mail.ConversationModel;
import app.kith.ui.mail.ConversationView;
import app.kith.ui.record.TimelineModel;
import app.kith.ui.work.ChangeFeed;
import app.kith.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Windows of single customers, as many as are wanted, each kept current; they close with the program. JavaFX thread only. */
final class ApartWindows {
    private static final Logger LOG = LoggerFactory.getLogger(ApartWindows.class);
    private static final int WIDTH = 900;
    private static final int HEIGHT = 700;
    private static final int STEP = 28;
    private static final double FACTS = 0.7;

    private final Session session;
    private final Around around;
    private final Map<Long, Open> open = new LinkedHashMap<>();
    private int number;

    /**
     * What surrounds the windows.
     *
     * @param outside the world outside
     * @param words the language as it is when a window opens
     * @param settings the choices as they are then
     * @param keep keeps where a window stood
     * @param writing begins letters
     */
    record Around(Outside outside, Supplier<Words> words, Supplier<Settings> settings,
            Consumer<UnaryOperator<Settings>> keep, Supplier<Writing.Acts> writing) {}

    /** An open window with what follows the store for it alone, so that a closed one asks for nothing more. */
    record Open(Stage stage, ApartView view, ChangeFeed feed) {}

    ApartWindows(Session session, Around around) {
        this.session = session;
        this.around = around;
    }

    /** Opens the window of a customer, or brings it to the front. */
    void open(long contact) {
        Open there = open.get(contact);
        if (there != null) {
            there.stage().toFront();
            return;
        }
        ChangeFeed feed = new ChangeFeed(session.background(), session.desk()::subscribe);
        CustomerPage.Models models = models(contact, feed);
        ApartView view = view(models);
        Stage stage = new Stage();
        Scene scene = new Scene(view, WIDTH, HEIGHT);
        Look.dress(scene, around.settings().get());
        stage.setScene(scene);
        stage.setMinWidth(560);
        stage.setMinHeight(400);
        models.customer().customerProperty().subscribe(now -> stage.setTitle(
                (now == null ? "" : now.row().name() + " · ") + "Kith"));
        place(stage);
        stage.setOnCloseRequest(_ -> close(contact));
        open.put(contact, new Open(stage, view, feed));
        stage.show();
    }

    private CustomerPage.Models models(long contact, ChangeFeed feed) {
        String name = "apart-" + number++;
        CustomerModel customer = session.customerModel(feed, name);
        ConversationModel conversation = session.conversationModel(feed, name + "-conversation");
        conversation.idProperty().bind(customer.openedProperty());
        conversation.setOnAnswer(around.writing().get().answer());
        conversation.setOnSettle(session.today()::settle);
        conversation.setOnRemind(session.today()::remind);
        TimelineModel timeline = new TimelineModel(session.desk().timeline(), session.background(), feed,
                name + "-timeline");
        customer.idProperty().set(contact);
        timeline.idProperty().set(contact);
        return new CustomerPage.Models(customer, conversation, timeline, new FilesModel(session.desk().files(),
                session.background(), feed, name + "-files", customer.idProperty().map(List::of)));
    }

    private ApartView view(CustomerPage.Models models) {
        Words words = around.words().get();
        CustomerPage page = new CustomerPage(session, models, words, new Dates(words, session.clock()),
                around.outside());
        return new ApartView(page, models.customer(), around.writing().get(), this::open);
    }

    /** Where the last one stood, a step further for each that is open. */
    private void place(Stage stage) {
        List<Integer> last = around.settings().get().apart();
        if (!last.isEmpty()) {
            stage.setX(last.get(0) + (double) STEP * open.size());
            stage.setY(last.get(1) + (double) STEP * open.size());
            stage.setWidth(last.get(2));
            stage.setHeight(last.get(3));
        }
    }

    /** Closes a window and remembers where it stood. */
    void close(long contact) {
        Open gone = open.remove(contact);
        if (gone == null) {
            return;
        }
        Stage stage = gone.stage();
        if (!stage.isIconified() && stage.getWidth() > 0) {
            List<Integer> stood = List.of((int) stage.getX(), (int) stage.getY(), (int) stage.getWidth(),
                    (int) stage.getHeight());
            around.keep().accept(now -> now.standingApart(stood));
        }
        stage.close();
        try {
            gone.feed().close();
        } catch (Exception e) {
            LOG.warn("A window did not stop listening", e);
        }
    }

    /** Closes all windows. */
    void closeAll() {
        List.copyOf(open.keySet()).forEach(this::close);
    }

    /** {@return the windows that are open, by customer} */
    Map<Long, Open> all() {
        return Map.copyOf(open);
    }

    /** The page of a customer beside the facts. */
    static final class ApartView extends SplitPane {

        ApartView(CustomerPage page, CustomerModel model, Writing.Acts writing, java.util.function.LongConsumer go) {
            ConversationView opened = page.opened();
            getItems().addAll(page.view(opened, writing), page.facts(go, writing));
            setDividerPositions(FACTS);
            getStyleClass().add("panes");
            addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                boolean closes = event.isShortcutDown() && event.getCode() == KeyCode.W;
                if (closes && getScene().getWindow() instanceof Stage stage) {
                    stage.fireEvent(new javafx.stage.WindowEvent(stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
                    event.consume();
                } else if (model.openedProperty().get() != null) {
                    opened.key(event);
                }
            });
        }
    }
}
