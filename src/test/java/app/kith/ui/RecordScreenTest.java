package app.kith.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.change.Actor;
import app.kith.change.Change.CardChange;
import app.kith.contact.Card;
import app.kith.contact.Entry;
import app.kith.contact.KeptFile;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Session.Place;
import app.kith.ui.Shown.Dress;
import app.kith.ui.record.CustomerForm;
import app.kith.ui.record.RecordActs.Done;
import app.kith.ui.record.TimelineFilter;
import app.kith.ui.record.TimelineView;
import app.kith.ui.work.StepBackground;
import java.math.BigDecimal;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user enters about customers, on the screen. */
@OnScreen
class RecordScreenTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Berlin"));

    @TempDir
    private Path folder;

    private Desk desk;
    private StepBackground background;
    private Session session;
    private final List<Done> done = new ArrayList<>();
    private long wang;

    @BeforeEach
    void begin() throws Exception {
        desk = TestDesk.open(folder);
        wang = desk.records().add(List.of(value(Property.NAME, "王小明"), value(Property.TITLE, "采购经理"),
                value(Property.COMPANY, "深圳华科电子有限公司"), Value.of(Property.PHONE, "mobile", "138 0000 1234"),
                value(Property.EMAIL, "wang@hua.example"), value(Property.STAGE, "Negotiation"),
                value(Property.TAG, "medical"))).contact();
        Card file = new Card(2, wang, new Source(Source.Kind.FILE, "客户.csv"),
                List.of(value(Property.EMAIL, "wang@hua.example"), value(Property.PHONE, "0755-8888 6666-801"),
                        value(Property.ADDRESS, ";;科技路1号;深圳市 南山区;广东省;518000;中国")));
        desk.journal().enter(Actor.IMPORT, "imported 客户.csv", _ -> List.of(new CardChange(2, null, file)));
        background = new StepBackground();
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, CLOCK));
        session.recordActs().setOnDone(done::add, failure -> {
            throw failure;
        });
    }

    @AfterEach
    void end() {
        session.close();
        desk.close();
    }

    private static Value value(Property property, String raw) {
        return Value.of(property, "", raw);
    }

    private void log(Entry.Kind kind, String at, String title, String text, String amount) {
        desk.records().log(new Entry(0, wang, kind, Instant.parse(at),
                kind == Entry.Kind.TASK ? NOW.plusSeconds(200_000) : null, title, text,
                kind.isRecord() ? "SO-1042" : "", amount.isEmpty() ? null : new BigDecimal(amount),
                amount.isEmpty() ? "" : "CNY", kind == Entry.Kind.TASK ? Entry.OPEN : "",
                new Source(Source.Kind.HAND, "")));
    }

    private MainView window(Dress dress) {
        return Shown.window(session, dress.settings(), CLOCK, new Picture.Nothing());
    }

    @Test
    void theTimelineHoldsWhatWasWrittenDownAndCanBeSifted() throws Exception {
        log(Entry.Kind.CALL, "2026-11-20T09:12:00Z", "", "Wants a price for 500 pieces, delivery before the new year.",
                "");
        log(Entry.Kind.ORDER, "2026-11-18T23:00:00Z", "500 power adapters", "", "12500.50");
        log(Entry.Kind.TASK, "2026-11-20T09:15:00Z", "Send the quotation", "", "");
        log(Entry.Kind.NOTE, "2026-11-20T10:00:00Z", "", "喜欢喝茶，女儿今年上大学。", "");
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                MainView view = window(dress);
                session.customers().selectedProperty().set(wang);
                Shown.picture(view, dress, background, "record", 1280, 800);
                assertThat(Shown.texts(view)).anyMatch(text -> text.contains("SO-1042 500 power adapters"))
                        .anyMatch(text -> text.contains("12,500.50 CNY")).contains("喜欢喝茶，女儿今年上大学。");
            }
            session.timeline().filterProperty().set(TimelineFilter.RECORDS);
            assertThat(session.timeline().itemsProperty().get()).hasSize(1);
            return true;
        });
    }

    @Test
    void aCallIsWrittenDownOnThePageAndTakenBackByKey() throws Exception {
        Dress dress = Shown.DRESSES.getFirst();
        Toolkit.on(() -> {
            MainView view = window(dress);
            session.customers().selectedProperty().set(wang);
            Shown.picture(view, dress, background, "record-writing", 1280, 800);
            Shown.button(view, "Call").fire();
            Shown.picture(view, dress, background, "record-writing", 1280, 800);
            Node form = Shown.seen(view, ".entry-form").getFirst();
            field((Parent) form, "What was said").setText("Ring again on Monday");
            field((Parent) form, "Minutes").setText("a while");
            press(form, KeyCode.ENTER);
            assertThat(Shown.texts((Parent) form)).contains("\"a while\" is no number of minutes, at most a day.");
            field((Parent) form, "Minutes").setText("１2");
            press(form, KeyCode.ENTER);
            Shown.picture(view, dress, background, "record-written", 1280, 800);
            assertThat(Shown.seen(view, ".entry-form")).isEmpty();
            assertThat(desk.records().entries(wang)).extracting(Entry::text).containsExactly("Ring again on Monday");
            assertThat(Shown.texts(view)).contains("Ring again on Monday", "12 min");
            assertThat(done.getLast().reason()).startsWith("entry-added call");
            session.recordActs().undoLast();
            Shown.picture(view, dress, background, "record-written", 1280, 800);
            assertThat(desk.records().entries(wang)).isEmpty();
            assertThat(done.getLast().takenBack()).isTrue();
            session.recordActs().redo();
            background.settle();
            assertThat(desk.records().entries(wang)).hasSize(1);
            return true;
        });
    }

    @Test
    void aFileIsKeptWithAContractAndOpenedFromTheTimelineAndFoundAmongTheFiles() throws Exception {
        Path file = Files.writeString(folder.resolve("Rahmenvertrag 2026.txt"), "signed");
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                OutsideTwin outside = new OutsideTwin();
                MainView view = Shown.window(session, dress.settings(), CLOCK, outside);
                session.customers().selectedProperty().set(wang);
                Shown.picture(view, dress, background, "record-file", 1280, 800);
                TimelineView timeline = (TimelineView) Shown.seen(view, ".timeline").getFirst();
                timeline.write(Entry.Kind.CONTRACT);
                outside.chosen = file;
                Shown.button(view, dress.words().get("record.file-add")).fire();
                Shown.picture(view, dress, background, "record-file", 1280, 800);
                Parent form = (Parent) Shown.seen(view, ".entry-form").getFirst();
                assertThat(field(form, dress.words().get("record.about")).getText())
                        .isEqualTo("Rahmenvertrag 2026.txt");
                press(form, KeyCode.ENTER);
                Shown.picture(view, dress, background, "record-file-kept", 1280, 800);
                Entry kept = desk.records().entries(wang).getFirst();
                assertThat(kept.files()).extracting(KeptFile::name).containsExactly("Rahmenvertrag 2026.txt");
                Shown.button(view, "Rahmenvertrag 2026.txt").fire();
                background.settle();
                assertThat(outside.opened.getLast()).hasContent("signed");
                session.place().set(Place.FILES);
                Shown.picture(view, dress, background, "record-file-listed", 1280, 800);
                assertThat(Shown.texts(view)).contains("Rahmenvertrag 2026.txt", "王小明");
                session.place().set(Place.CUSTOMERS);
                session.recordActs().undoLast();
                background.settle();
            }
            return true;
        });
    }

    @Test
    void aFileThatIsDroppedOnACustomerBecomesANote() throws Exception {
        Path file = Files.writeString(folder.resolve("plan.txt"), "plan");
        Dress dress = Shown.DRESSES.getFirst();
        Toolkit.on(() -> {
            MainView view = window(dress);
            session.customers().selectedProperty().set(wang);
            Shown.picture(view, dress, background, "record-dropped", 1280, 800);
            ((TimelineView) Shown.seen(view, ".timeline").getFirst()).add(List.of(file));
            press(Shown.seen(view, ".entry-form").getFirst(), KeyCode.ENTER);
            assertThat(Shown.seen(view, ".entry-form")).as("not kept while the file is still being read").hasSize(1);
            background.settle();
            press(Shown.seen(view, ".entry-form").getFirst(), KeyCode.ENTER);
            background.settle();
            return true;
        });
        Entry note = desk.records().entries(wang).getFirst();
        assertThat(note.kind()).isEqualTo(Entry.Kind.NOTE);
        assertThat(note.title()).isEqualTo("plan.txt");
        assertThat(desk.keptFiles().read(note.files().getFirst()))
                .isEqualTo("plan".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void aCustomerIsHandedOverFromThePage() throws Exception {
        log(Entry.Kind.CALL, "2026-11-20T09:12:00Z", "", "Wants a price.", "");
        Path out = folder.resolve("for 李雷.zip");
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                boolean english = dress.settings().locale().getLanguage().equals("en");
                OutsideTwin outside = new OutsideTwin();
                MainView view = Shown.window(session, dress.settings(), CLOCK, outside);
                session.customers().selectedProperty().set(wang);
                Shown.picture(view, dress, background, "record-hand-over", 1280, 800);
                handOver(view, english);
                background.settle();
                assertThat(outside.asked).containsExactly("王小明.zip");
                assertThat(outside.said).as("the user thought better of it").isEmpty();
                outside.chosen = out;
                handOver(view, english);
                background.settle();
                assertThat(outside.said).hasSize(2);
                assertThat(outside.said.getLast()).isEqualTo(english
                        ? "王小明 is ready to be handed over: 0 mails, 0 files."
                        : "王小明 的移交资料已就绪：0 封邮件，0 个文件。");
                outside.offered.run();
                assertThat(outside.opened).containsExactly(out);
                try (FileSystem zip = FileSystems.newFileSystem(out)) {
                    assertThat(Files.readString(zip.getPath("/timeline.html"))).contains("王小明", "Wants a price.",
                            english ? "Call" : "电话");
                }
                outside.chosen = folder.resolve("nowhere").resolve("x.zip");
                handOver(view, english);
                background.settle();
                assertThat(outside.said.getLast()).contains("nowhere");
            }
            return true;
        });
    }

    private static void handOver(MainView view, boolean english) {
        MenuButton more = (MenuButton) Shown.seen(view, ".menu-button").stream()
                .filter(node -> (english ? "More" : "更多").equals(node.getAccessibleText())).findFirst().orElseThrow();
        more.getItems().stream().filter(item -> (english ? "Hand over…" : "移交…").equals(item.getText())).findFirst()
                .orElseThrow().getOnAction().handle(new ActionEvent());
    }

    @Test
    void anAmountThatIsNoneIsSaidAndNothingIsKept() throws Exception {
        Dress dress = Shown.DRESSES.getFirst();
        Toolkit.on(() -> {
            MainView view = window(dress);
            session.customers().selectedProperty().set(wang);
            Shown.picture(view, dress, background, "record-order", 1280, 800);
            MenuButton records = (MenuButton) Shown.seen(view, ".menu-button").stream()
                    .filter(node -> "Record".equals(((Labeled) node).getText())).findFirst().orElseThrow();
            records.getItems().get(1).getOnAction().handle(new ActionEvent());
            Shown.picture(view, dress, background, "record-order", 1280, 800);
            Parent form = (Parent) Shown.seen(view, ".entry-form").getFirst();
            field(form, "Amount").setText("much");
            press(form, KeyCode.ENTER);
            background.settle();
            assertThat(Shown.texts(form)).anyMatch(text -> text.contains("\"much\" is no amount"));
            assertThat(desk.records().entries(wang)).isEmpty();
            field(form, "Amount").setText("1,250.5");
            press(form, KeyCode.ENTER);
            background.settle();
            assertThat(desk.records().entries(wang)).extracting(Entry::amount)
                    .containsExactly(new BigDecimal("1250.5"));
            return true;
        });
    }

    @Test
    void aFactIsChangedDeniedConfirmedAndAddedWhereItStands() throws Exception {
        Dress dress = Shown.DRESSES.getFirst();
        Toolkit.on(() -> {
            MainView view = window(dress);
            session.customers().selectedProperty().set(wang);
            Shown.picture(view, dress, background, "record-facts", 1280, 800);
            fire(view, "0755-8888 6666-801", 1); // This is right.
            background.settle();
            assertThat(shown(Property.PHONE)).contains("0755-8888 6666-801");
            fire(view, "0755-8888 6666-801", 1); // Now: this is not right.
            Shown.picture(view, dress, background, "record-facts", 1280, 800);
            assertThat(shown(Property.PHONE)).containsExactly("138 0000 1234");
            fire(view, "采购经理", 0);
            Parent form = (Parent) Shown.seen(view, ".fact-form").getFirst();
            field(form, "Value").setText("采购总监");
            Shown.button(form, "Keep").fire();
            background.settle();
            assertThat(shown(Property.TITLE)).containsExactly("采购总监");
            Shown.button(view, "Add a fact").fire();
            form = (Parent) Shown.seen(view, ".fact-form").getFirst();
            field(form, "Value").setText("139 0000 9999");
            Shown.picture(view, dress, background, "record-fact", 1280, 800);
            assertThat(Shown.texts(form)).contains("Known as +8613900009999");
            Shown.button(form, "Keep").fire();
            background.settle();
            assertThat(shown(Property.PHONE)).contains("139 0000 9999");
            return true;
        });
    }

    @Test
    void aCustomerWhoIsThereAlreadyIsNamedWhileTyping() throws Exception {
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                List<Long> went = new ArrayList<>();
                CustomerForm form = new CustomerForm(session.recordActs(), desk.customers(), background, dress.words(),
                        went::add, () -> {});
                List<Node> fields = new ArrayList<>(form.lookupAll(".text-field"));
                ((TextInputControl) fields.getFirst()).setText("Wang Xiaoming");
                ((TextInputControl) fields.get(3)).setText("+86 13800001234");
                Shown.picture(form, dress, background, "new-customer", 560, 560);
                Hyperlink link = (Hyperlink) Shown.seen(form, ".hyperlink").getFirst();
                assertThat(link.getText()).contains("王小明");
                link.fire();
                assertThat(went).containsExactly(wang);
                ((TextInputControl) fields.get(3))
                        .setText("+86 13800009876" + (went.size() + Shown.DRESSES.indexOf(dress)));
                Shown.button(form, dress.words().get("record.add-customer")).fire();
                background.settle();
                assertThat(went).hasSize(2);
            }
            return true;
        });
        assertThat(desk.customers().count()).isEqualTo(1 + Shown.DRESSES.size());
    }

    @Test
    void everythingThatWasDoneIsListedAndTakenBackThere() throws Exception {
        desk.records().edit(wang, List.of(value(Property.TITLE, "采购总监")), List.of());
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                session.place().set(Place.HISTORY);
                MainView view = window(dress);
                Shown.picture(view, dress, background, "history", 1280, 800);
                assertThat(session.history().headingsProperty().get()).hasSize(3);
                Shown.button(view, dress.words().get("record.history.open") + ": "
                        + dress.words().get("record.change.contact-edited", "王小明")).fire();
                Shown.picture(view, dress, background, "history-open", 1280, 800);
                assertThat(Shown.texts(view)).anyMatch(text -> text.endsWith(": 采购经理 → 采购总监"));
                Shown.button(view, dress.words().get("record.history.close") + ": "
                        + dress.words().get("record.change.contact-edited", "王小明")).fire();
                background.settle();
            }
            MainView view = window(Shown.DRESSES.getFirst());
            Shown.picture(view, Shown.DRESSES.getFirst(), background, "history", 1280, 800);
            Shown.button(view, "Take back: Changed: 王小明").fire();
            background.settle();
            assertThat(shown(Property.TITLE)).containsExactly("采购经理");
            session.recordActs().erase(wang);
            background.settle();
            assertThat(desk.customers().count()).isZero();
            Shown.seen(view, ".filter-chip").stream().map(ToggleButton.class::cast)
                    .filter(chip -> chip.getText().equals("Taken away")).findFirst().orElseThrow().fire();
            Shown.picture(view, Shown.DRESSES.getFirst(), background, "history-away", 1280, 800);
            assertThat(session.history().headingsProperty().get()).hasSize(1);
            Shown.button(view, "Take back: Customer taken away: 王小明").fire();
            Shown.picture(view, Shown.DRESSES.getFirst(), background, "history-away-none", 1280, 800);
            assertThat(desk.customers().count()).isEqualTo(1);
            assertThat(session.history().headingsProperty().get()).isEmpty();
            assertThat(Shown.texts(view)).contains("Nothing of this kind was done");
            return true;
        });
    }

    private List<String> shown(Property property) {
        return desk.customers().find(wang).orElseThrow().values().stream().map(ShownValue::value)
                .filter(value -> value.property() == property).map(Value::raw).toList();
    }

    private static void fire(Parent view, String fact, int item) {
        MenuButton menu = (MenuButton) Shown.seen(view, ".fact-menu").stream()
                .filter(node -> requireNonNull(node.getAccessibleText()).contains(fact)).findFirst().orElseThrow();
        menu.getItems().get(item).getOnAction().handle(new ActionEvent());
    }

    private static TextInputControl field(Parent form, String spoken) {
        return form.lookupAll(".text-input").stream().filter(node -> spoken.equals(node.getAccessibleText()))
                .map(TextInputControl.class::cast).findFirst().orElseThrow();
    }

    private static void press(Node node, KeyCode key) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, key.getName(), key, false, true,
                false, false));
    }
}
