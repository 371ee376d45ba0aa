package app.kith.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Property;
import app.kith.contact.Stage;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.desk.Stages;
import app.kith.support.HandClock;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Session.Place;
import app.kith.ui.Shown.Dress;
import app.kith.ui.board.BoardModel;
import app.kith.ui.board.BoardView;
import app.kith.ui.look.Dates;
import app.kith.ui.look.ListLook;
import app.kith.ui.look.Settings;
import app.kith.ui.record.FactForm;
import app.kith.ui.record.StagesForm;
import app.kith.ui.rule.Known;
import app.kith.ui.sync.SyncView;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.StepBackground;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The board of the customers, the stages in the settings and on a customer's page, on the screen. */
@OnScreen
class BoardScreenTest {
    private static final Instant BEGIN = Instant.parse("2026-09-01T08:00:00Z");
    private static final String[] STAGES = {"New", "Contacted", "Quotation", "Negotiation", "Won", "Lost"};
    private static final String[] NAMES = {"王小明", "Anna Keller", "李雷", "Zoë Sauer", "Bo Ek", "陈静", "Hugo Martin",
            "张伟", "Fatima Al Sayed", "Marek Nowak"};
    private static final String[] FIRMS = {"深圳华科电子有限公司", "Nordwind GmbH", "博睿自动化", "Atelier Martin", "Gulf Pumps LLC"};

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(BEGIN);
    private final OutsideTwin outside = new OutsideTwin();
    private final List<String> told = new ArrayList<>();
    private Desk desk;
    private StepBackground background;
    private Session session;
    private Settings settings = Settings.USUAL;
    private int asked;

    @BeforeEach
    void begin() throws Exception {
        desk = Desk.open(TestDesk.options(folder).at(clock));
        background = new StepBackground();
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, clock));
        session.recordActs().setOnDone(done -> told.add(done.reason()), failure -> {
            throw failure;
        });
        session.place().set(Place.CUSTOMERS);
    }

    @AfterEach
    void end() {
        session.close();
        desk.close();
    }

    private long add(String name, String firm, String stage) {
        List<Value> values = new ArrayList<>(List.of(Value.of(Property.NAME, "", name),
                Value.of(Property.COMPANY, "", firm)));
        if (!stage.isEmpty()) {
            values.add(Value.of(Property.STAGE, "", stage));
        }
        return desk.records().add(values).contact();
    }

    private void fill() {
        for (String stage : STAGES) {
            desk.stages().add(new Stage(stage, stage.equals("Won")
                    ? Stage.End.WON
                    : stage.equals("Lost") ? Stage.End.LOST : Stage.End.NONE));
        }
        for (int i = 0; i < 46; i++) {
            clock.set(BEGIN.plus(Duration.ofDays(i)));
            String name = i < NAMES.length ? NAMES[i] : "Customer " + (100 + i);
            add(name, FIRMS[i % FIRMS.length], i % 9 == 8 ? "" : STAGES[i * 5 % 7 % STAGES.length]);
        }
        clock.set(BEGIN.plus(Duration.ofDays(60)));
    }

    private MainView window(Dress dress, boolean board) {
        settings = dress.settings().listing(new ListLook(false, List.of(), "", false, board));
        Words words = dress.words();
        return new MainView(session, settings, words, new Dates(words, clock), outside, new Label(),
                new MainView.Acts(() -> {}, this::keep, new SyncView.Acts(() -> {}, _ -> {}, _ -> {}),
                        Writing.Acts.NONE, () -> {}, () -> {}, () -> {}, () -> {}, () -> asked++, _ -> {}, _ -> {}));
    }

    private void keep(UnaryOperator<Settings> step) {
        settings = step.apply(settings);
    }

    private void settle(Parent view, Dress dress, String name, int width, int height) {
        Shown.picture(view, dress, background, name, width, height);
    }

    private void settle(Parent view, Dress dress, String name) {
        settle(view, dress, name, 1280, 800);
    }

    private static ListView<?> lane(Parent view, String spoken) {
        return Shown.seen(view, ".row-list").stream().map(ListView.class::cast)
                .filter(list -> String.valueOf(list.getAccessibleText()).startsWith(spoken + ",")).findFirst()
                .orElseThrow();
    }

    private static void press(Node node, KeyCode code, boolean shortcut) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false));
    }

    private static Node focused(Parent view) {
        return requireNonNull(view.getScene().getFocusOwner());
    }

    private String stage(long contact) {
        return desk.customers().find(contact).orElseThrow().row().stage();
    }

    @Test
    void theBoardShowsEveryStageInOrderInEveryDressAndSize() throws Exception {
        fill();
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                settle(window(dress, true), dress, "board-wide", 1680, 900);
                settle(window(dress, true), dress, "board", 1280, 800);
                MainView low = window(dress, true);
                settle(low, dress, "board-low", 1024, 640);
                List<String> spoken = Shown.seen(low, ".row-list").stream().map(Node::getAccessibleText).toList();
                assertThat(spoken).hasSize(6);
                assertThat(spoken.getFirst()).startsWith("New");
                assertThat(spoken.getLast()).startsWith("Lost");
            }
            return true;
        });
    }

    @Test
    void cardsAreMovedByKeysAndTakenBackAndOpened() throws Exception {
        desk.stages().adopt(List.of(Stage.of("New"), Stage.of("Offer"), Stage.of("Won")));
        long anna = add("Anna", "Nordwind", "New");
        long bo = add("Bo", "Nordwind", "New");
        Dress dress = Shown.DRESSES.getFirst();
        Toolkit.on(() -> {
            MainView view = window(dress, true);
            settle(view, dress, "board-keys");
            session.customers().selectedProperty().set(anna);
            ListView<?> first = lane(view, "New");
            first.requestFocus();
            press(first, KeyCode.RIGHT, true);
            settle(view, dress, "board-keys");
            assertThat(stage(anna)).isEqualTo("Offer");
            assertThat(told).containsExactly("stage-moved Anna → Offer");
            assertThat(focused(view)).as("the keys go along").isEqualTo(lane(view, "Offer"));
            press(lane(view, "Offer"), KeyCode.RIGHT, true);
            settle(view, dress, "board-keys");
            assertThat(stage(anna)).isEqualTo("Won");
            press(lane(view, "Won"), KeyCode.RIGHT, true);
            settle(view, dress, "board-keys");
            assertThat(stage(anna)).as("there is no stage behind").isEqualTo("Won");
            press(lane(view, "Won"), KeyCode.LEFT, false);
            press(lane(view, "Offer"), KeyCode.LEFT, false);
            settle(view, dress, "board-keys");
            assertThat(session.customers().selectedProperty().get()).isEqualTo(bo);
            assertThat(focused(view)).isEqualTo(lane(view, "New"));
            session.recordActs().undoLast();
            settle(view, dress, "board-keys");
            assertThat(stage(anna)).isEqualTo("Offer");
            assertThat(lane(view, "Offer").getItems()).hasSize(1);
            press(lane(view, "New"), KeyCode.ENTER, false);
            settle(view, dress, "board-opened");
            assertThat(Shown.texts(view)).contains("Bo");
            assertThat(Shown.seen(view, ".board")).isEmpty();
            view.back();
            settle(view, dress, "board-keys");
            assertThat(focused(view)).as("back on the board").isEqualTo(lane(view, "New"));
            return true;
        });
    }

    @Test
    void cardsAreDraggedToAnotherLaneAndEscapeLetsGo() throws Exception {
        desk.stages().adopt(List.of(Stage.of("New"), Stage.of("Offer"), Stage.of("Won")));
        long anna = add("Anna", "Nordwind", "New");
        Dress dress = Shown.DRESSES.getFirst();
        Toolkit.on(() -> {
            MainView view = window(dress, true);
            settle(view, dress, "board-drag");
            Node card = Shown.seen(view, ".board-card").getFirst();
            mouse(card, card, MouseEvent.MOUSE_PRESSED);
            mouse(card, lane(view, "Won"), MouseEvent.MOUSE_DRAGGED);
            settle(view, dress, "board-dragging");
            assertThat(Shown.seen(view, ".board-lane").get(2).getPseudoClassStates())
                    .contains(javafx.css.PseudoClass.getPseudoClass("aimed"));
            assertThat(Shown.texts((Parent) Shown.seen(view, ".board").getFirst())).filteredOn("Anna"::equals)
                    .hasSize(2);
            press(lane(view, "New"), KeyCode.ESCAPE, false);
            mouse(card, lane(view, "Won"), MouseEvent.MOUSE_RELEASED);
            settle(view, dress, "board-drag");
            assertThat(stage(anna)).isEqualTo("New");
            mouse(card, card, MouseEvent.MOUSE_PRESSED);
            mouse(card, lane(view, "Won"), MouseEvent.MOUSE_DRAGGED);
            mouse(card, lane(view, "Won"), MouseEvent.MOUSE_RELEASED);
            settle(view, dress, "board-drag");
            assertThat(stage(anna)).isEqualTo("Won");
            Node strip = Shown.seen(view, ".board-lane").getLast();
            Node there = Shown.seen(view, ".board-card").getFirst();
            mouse(there, there, MouseEvent.MOUSE_PRESSED);
            mouse(there, strip, MouseEvent.MOUSE_DRAGGED);
            mouse(there, strip, MouseEvent.MOUSE_RELEASED);
            settle(view, dress, "board-drag");
            assertThat(stage(anna)).isEmpty();
            Shown.button(view, "Unfold “No stage”").fire();
            settle(view, dress, "board-none");
            assertThat(lane(view, "No stage").getItems()).hasSize(1);
            return true;
        });
    }

    private static void mouse(Node source, Node over, javafx.event.EventType<MouseEvent> type) {
        Bounds at = over.localToScene(over.getBoundsInLocal());
        source.fireEvent(new MouseEvent(type, at.getCenterX(), at.getCenterY(), at.getCenterX(), at.getCenterY(),
                MouseButton.PRIMARY, 1, false,
                false, false, false, true, false, false, false, false, false,
                new javafx.scene.input.PickResult(source, at.getCenterX(), at.getCenterY())));
    }

    @Test
    void whatTheListIsSiftedByHoldsForTheBoardWhichIsRemembered() throws Exception {
        fill();
        Dress dress = Shown.DRESSES.getFirst();
        Toolkit.on(() -> {
            MainView view = window(dress, false);
            settle(view, dress, "board-sifted");
            Shown.button(view, "Show as a board").fire();
            settle(view, dress, "board-sifted");
            assertThat(settings.customers().board()).isTrue();
            session.customers().queryProperty().set("company:nordwind");
            settle(view, dress, "board-sifted");
            int cards = Shown.seen(view, ".row-list").stream().mapToInt(list -> ((ListView<?>) list).getItems().size())
                    .sum();
            assertThat(cards).isEqualTo(desk.customerList().byStage(app.kith.desk.Segments.read("company:nordwind"),
                    app.kith.store.CustomerList.Sort.USUAL, java.time.ZonedDateTime.now(clock)).entrySet().stream()
                    .filter(one -> !one.getKey().isEmpty()).mapToInt(one -> one.getValue().length).sum())
                    .isPositive();
            session.customers().queryProperty().set("nobody at all");
            settle(view, dress, "board-nothing");
            assertThat(Shown.seen(view, ".board")).isEmpty();
            session.customers().endSearch();
            settle(view, dress, "board-sifted");
            Shown.button(view, "Show Won in the list").fire();
            settle(view, dress, "board-listed");
            assertThat(settings.customers().board()).isFalse();
            assertThat(session.customers().queryProperty().get()).isEqualTo("stage:\"Won\"");
            assertThat(Shown.seen(view, ".board")).isEmpty();
            return true;
        });
    }

    @Test
    void aBoardWithoutStagesOffersTheUsualOnesAndWritesThemOnlyWhenAsked() throws Exception {
        add("Anna", "Nordwind", "");
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                settle(window(dress, true), dress, "board-stageless");
            }
            Dress dress = Shown.DRESSES.getFirst();
            MainView view = window(dress, true);
            settle(view, dress, "board-stageless");
            assertThat(desk.stages().listed()).isEmpty();
            Shown.button(view, "Stages of your own…").fire();
            assertThat(asked).isEqualTo(1);
            Shown.button(view, "Begin with these").fire();
            settle(view, dress, "board-adopted");
            assertThat(Shown.seen(view, ".board-lane.folded")).as("all stand at no stage: the board begins with them")
                    .isEmpty();
            assertThat(desk.stages().listed()).isEqualTo(Stages.usual(dress.words()));
            assertThat(Shown.seen(view, ".board-lane")).hasSize(7);
            return true;
        });
    }

    @Test
    void aBoardThatIsReadOrCannotBeReadSaysSoAndIsTriedAgain() throws Exception {
        fill();
        Toolkit.on(() -> {
            boolean[] broken = {true};
            Background failing = new Background() {
                @Override
                public <T> void run(String name, Callable<T> work, Consumer<? super T> then,
                        Consumer<? super KithException> failed) {
                    if (name.equals("board") && broken[0]) {
                        background.run(name, () -> {
                            throw new KithException(Problem.STORE_DAMAGED, "a page");
                        }, then, failed);
                    } else {
                        background.run(name, work, then, failed);
                    }
                }

                @Override
                public void soon(Object key, Runnable act) {
                    background.soon(key, act);
                }

                @Override
                public void later(Duration pause, Object key, Runnable act) {
                    background.later(pause, key, act);
                }

                @Override
                public void execute(Runnable work) {
                    background.execute(work);
                }
            };
            for (Dress dress : Shown.DRESSES) {
                broken[0] = true;
                BoardModel model = new BoardModel(desk.customerList(), desk.stages(), session.customers(),
                        session.recordActs(), failing, new ChangeFeed(background, desk::subscribe), clock);
                BoardView view = new BoardView(model, dress.words(), new Dates(dress.words(), clock),
                        new BoardView.Acts(() -> {}, () -> {}, _ -> {}));
                assertThat(Shown.texts(view)).contains(dress.words().get("board.loading"));
                model.onProperty().set(true);
                settle(view, dress, "board-failed", 900, 500);
                assertThat(Shown.texts(view)).contains(dress.words().get("board.failed"))
                        .doesNotContain(dress.words().get("board.loading"));
                broken[0] = false;
                Shown.button(view, dress.words().get("board.again")).fire();
                settle(view, dress, "board-again", 900, 500);
                assertThat(Shown.seen(view, ".board-lane")).hasSize(7);
                assertThat(Shown.texts(view)).doesNotContain(dress.words().get("board.failed"));
            }
            return true;
        });
    }

    @Test
    void whereAStageIsEnteredTheKnownOnesAreProposedOrElseTheUsualOnes() throws Exception {
        Words words = Shown.DRESSES.getFirst().words();
        Toolkit.on(() -> {
            background.settle();
            assertThat(session.recordActs().known(Property.STAGE, words)).startsWith("New", "Contacted").hasSize(6);
            assertThat(desk.stages().listed()).isEmpty();
            return true;
        });
        desk.stages().add(Stage.of("Probe"));
        add("Anna", "Nordwind", "Elsewhere");
        Toolkit.on(() -> {
            background.settle();
            assertThat(session.recordActs().known(Property.STAGE, words)).containsExactly("Probe", "Elsewhere");
            assertThat(session.recordActs().known(Property.TAG, words)).isEmpty();
            assertThat(Known.of(desk).stages()).containsExactly("Probe", "Elsewhere");
            FactForm form = new FactForm(Value.of(Property.STAGE, "", "Probe"), words, session.recordActs(), List.of(),
                    _ -> {}, () -> {});
            TextField field = (TextField) form.lookup(".text-field");
            assertThat(field.getPromptText()).isEqualTo(words.get("list.choose-or-type"));
            return true;
        });
    }

    @Test
    void theStagesAreMadeMovedRenamedAndTakenOffInTheSettings() throws Exception {
        add("Anna", "Nordwind", "Probe");
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                settle(form(dress), dress, "stages-none", 620, 560);
            }
            Dress dress = Shown.DRESSES.getFirst();
            StagesForm form = form(dress);
            settle(form, dress, "stages", 620, 560);
            Shown.button(form, "Begin with these").fire();
            settle(form, dress, "stages", 620, 560);
            Button down = Shown.button(form, "Put Probe further down");
            down.requestFocus();
            down.fire();
            settle(form, dress, "stages", 620, 560);
            assertThat(desk.stages().listed()).extracting(Stage::name).startsWith("New", "Probe", "Contacted");
            assertThat(focused(form)).isEqualTo(Shown.button(form, "Put Probe further down"));
            Shown.button(form, "Change the stage Probe").fire();
            settle(form, dress, "stages-change", 620, 620);
            TextField name = (TextField) Shown.seen(form, ".text-field").getFirst();
            name.setText("Trial");
            requireNonNull(name.getOnAction()).handle(new javafx.event.ActionEvent());
            settle(form, dress, "stages", 620, 560);
            assertThat(Shown.texts(form)).contains("Trial", "won · 0 customers", "1 customer");
            Shown.button(form, "Take the stage Trial off the list").fire();
            settle(form, dress, "stages-other", 620, 560);
            Shown.button(form, "Put Trial into the list").fire();
            settle(form, dress, "stages", 620, 560);
            assertThat(desk.stages().listed()).extracting(Stage::name).endsWith("Lost", "Trial");
            for (Dress each : Shown.DRESSES) {
                settle(form(each), each, "stages", 620, 560);
            }
            return true;
        });
    }

    private StagesForm form(Dress dress) {
        return new StagesForm(desk.stages(), session.recordActs(), background, dress.words(), () -> {});
    }

    @Test
    void aCustomersPageSaysForHowLongAndShowsTheStagesBefore() throws Exception {
        desk.stages().adopt(List.of(Stage.of("New"), Stage.of("Quotation"), Stage.of("Negotiation")));
        long anna = add("Anna Keller", "Nordwind GmbH", "New");
        clock.set(BEGIN.plus(Duration.ofDays(9)));
        desk.stages().put(anna, "Anna", "Quotation");
        clock.set(BEGIN.plus(Duration.ofDays(18)));
        desk.stages().put(anna, "Anna", "Negotiation");
        clock.set(BEGIN.plus(Duration.ofDays(60)));
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = window(dress, false);
                settle(view, dress, "stage-head");
                Button mark = (Button) Shown.seen(view, ".stage-mark").getFirst();
                assertThat(mark.getText()).startsWith("Negotiation · 42");
                mark.fire();
                settle(view, dress, "stage-steps");
                settle(view, dress, "stage-steps-low", 1024, 640);
                List<String> steps = Shown.texts((Parent) Shown.seen(view, ".stage-steps").getFirst());
                assertThat(steps).contains("Negotiation", "Quotation", "New").hasSize(6);
                mark.fire();
                settle(view, dress, "stage-head");
                assertThat(Shown.seen(view, ".stage-steps")).isEmpty();
            }
            return true;
        });
    }
}
