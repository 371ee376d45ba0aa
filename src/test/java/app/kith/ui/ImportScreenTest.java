package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.OwnField;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.store.Customers;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Shown.Dress;
import app.kith.ui.exchange.EntryImportForm;
import app.kith.ui.exchange.EntryImportModel;
import app.kith.ui.exchange.ImportForm;
import app.kith.ui.exchange.ImportModel;
import app.kith.ui.record.RecordActs;
import app.kith.ui.record.RecordActs.Done;
import app.kith.ui.work.StepBackground;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file on its way in, on the screen. */
@OnScreen
class ImportScreenTest {
    private static final Charset GB = Charset.forName("GB18030");

    @TempDir
    private Path folder;

    private Desk desk;
    private StepBackground background;
    private RecordActs acts;
    private final List<Done> done = new ArrayList<>();

    @BeforeEach
    void begin() {
        desk = TestDesk.open(folder.resolve("home"));
        background = new StepBackground();
        acts = new RecordActs(desk.records(), desk.sources(), desk.history(), background);
        acts.setOnDone(done::add, failure -> {
            throw failure;
        });
    }

    @AfterEach
    void end() {
        desk.close();
    }

    private Path file() throws Exception {
        return Files.writeString(folder.resolve("客户.csv"), """
                客户名单,,,,
                姓名,单位,手机,邮箱,内部代号
                王小明,深圳华科电子有限公司,138 0000 1234,wang@hua.example,A1
                李婷,苏州联拓科技,139 0000 5678,li@lian.example,B2
                陈静,恒源仪表,137 0000 9012,chen@heng.example,C3
                ,,,,D4
                """, GB);
    }

    private ImportForm form(ImportModel model, Dress dress, Runnable end) {
        ImportForm form = new ImportForm(model, dress.words(), new Picture.Nothing(), end);
        model.begin();
        Shown.picture(form, dress, background, "import", 820, 760);
        return form;
    }

    @Test
    void whatWouldBeDoneIsSaidBeforeItIsDoneAndTakenBackAfterwards() throws Exception {
        Path file = file();
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                ImportForm form = form(new ImportModel(desk.transfers().imports(), acts, background, file), dress,
                        () -> {});
                assertThat(Shown.texts(form)).contains(dress.words().count("import.kind.new", 3),
                        dress.words().count("import.kind.refused", 1));
            }
            Dress dress = Shown.DRESSES.getFirst();
            List<String> ended = new ArrayList<>();
            ImportForm form = form(new ImportModel(desk.transfers().imports(), acts, background, file), dress,
                    () -> ended.add("ended"));
            assertThat(desk.customers().count()).isZero();
            Shown.button(form, dress.words().count("import.take-in", 3)).fire();
            background.settle();
            assertThat(ended).containsExactly("ended");
            assertThat(desk.customers().count()).isEqualTo(3);
            assertThat(done.getLast().reason()).startsWith("import ");
            ImportForm again = form(new ImportModel(desk.transfers().imports(), acts, background, file), dress,
                    () -> {});
            assertThat(Shown.texts(again)).contains(dress.words().count("import.kind.same", 3));
            acts.undoLast();
            background.settle();
            assertThat(desk.customers().count()).isZero();
            return true;
        });
    }

    @Test
    void aColumnIsTakenForAFieldOfTheUsersOwnByHand() throws Exception {
        Path file = file();
        desk.ownFields().add(new OwnField("Customer code", OwnField.Type.TEXT, List.of(), false));
        Toolkit.on(() -> {
            ImportForm form = form(new ImportModel(desk.transfers().imports(), acts, background, file),
                    Shown.DRESSES.getFirst(),
                    () -> {});
            ComboBox<?> column = column(form, "内部代号");
            assertThat(column.getItems().stream().map(String::valueOf)).contains("own:Customer code", "own:内部代号");
            column.getSelectionModel().select(column.getItems().indexOf("own:Customer code"));
            background.settle();
            assertThat(column(form, "内部代号").getValue()).isEqualTo("own:Customer code");
            Shown.button(form, Shown.DRESSES.getFirst().words().count("import.take-in", 3)).fire();
            background.settle();
            return true;
        });
        assertThat(desk.customerList().ownNames()).containsExactly("Customer code");
    }

    private static ComboBox<?> column(ImportForm form, String header) {
        return Shown.seen(form, ".combo-box").stream().filter(ComboBox.class::isInstance)
                .map(box -> (ComboBox<?>) box)
                .filter(box -> String.valueOf(box.getAccessibleText()).endsWith(": " + header)).findFirst()
                .orElseThrow();
    }

    @Test
    void aRowThatMayBeACustomerIsLaidToThatOneByAChoice() throws Exception {
        Path file = Files.writeString(folder.resolve("list.csv"), """
                Name,Company,E-mail
                "Zwiebelstein, Ottokar",Falkenried Werke,o.zwiebelstein@web.example
                Nobody Known,Elsewhere Ltd,nobody@elsewhere.example
                """);
        desk.records().add(List.of(Value.of(Property.NAME, "", "Ottokar Zwiebelstein"),
                Value.of(Property.COMPANY, "", "Falkenried Werke GmbH"),
                Value.of(Property.EMAIL, "", "ottokar@falkenried-werke.example")));
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                ImportForm form = form(new ImportModel(desk.transfers().imports(), acts, background, file), dress,
                        () -> {});
                Shown.picture(form, dress, background, "import-perhaps", 820, 760);
                assertThat(Shown.texts(form)).contains(dress.words().count("import.perhaps", 1));
            }
            Dress dress = Shown.DRESSES.getFirst();
            ImportModel model = new ImportModel(desk.transfers().imports(), acts, background, file);
            ImportForm form = form(model, dress, () -> {});
            List<RadioButton> choices = Shown.seen(form, ".import-perhaps .radio-button").stream()
                    .map(RadioButton.class::cast).toList();
            assertThat(choices).hasSize(2);
            assertThat(choices.getFirst().isSelected()).as("new by itself").isTrue();
            choices.getLast().fire();
            model.enter(() -> {});
            background.settle();
            assertThat(desk.customers().count()).isEqualTo(2);
            return true;
        });
    }

    @Test
    void aColumnIsTakenForSomethingElse() throws Exception {
        Path file = file();
        Toolkit.on(() -> {
            Dress dress = Shown.DRESSES.getFirst();
            ImportModel model = new ImportModel(desk.transfers().imports(), acts, background, file);
            ImportForm form = form(model, dress, () -> {});
            choice(form, "内部代号").setValue("tag");
            Shown.picture(form, dress, background, "import", 820, 760);
            model.enter(() -> {});
            background.settle();
            long[] ids = desk.customers().ids("wang@hua.example", Customers.Order.NAME, 0);
            assertThat(desk.customers().rows(List.of(ids[0])).getFirst().tags()).containsExactly("A1");
            return true;
        });
    }

    @Test
    void aFileThatIsNoneIsRefusedWithOneSentence() throws Exception {
        Path file = Files.write(folder.resolve("x.xlsx"), new byte[]{'P', 'K', 3, 4, 0, 0});
        Toolkit.on(() -> {
            Dress dress = Shown.DRESSES.getFirst();
            ImportForm form = form(new ImportModel(desk.transfers().imports(), acts, background, file), dress,
                    () -> {});
            assertThat(Shown.texts(form)).anyMatch(text -> text.contains("x.xlsx was not imported"));
            assertThat(desk.history().list(0, 0, 10)).isEmpty();
            return true;
        });
    }

    @Test
    void aTableOfOrdersIsShownAsOrdersAndTakenIn() throws Exception {
        long wang = desk.records().add(List.of(app.kith.contact.Value.of(app.kith.contact.Property.NAME, "", "王小明"),
                app.kith.contact.Value.of(app.kith.contact.Property.COMPANY, "", "深圳华科电子有限公司"))).contact();
        Path file = Files.writeString(folder.resolve("订单.csv"), """
                订单编号,下单日期,客户名称,联系人,订单金额,订单状态
                SO-1001,2026-03-12,深圳华科电子,王小明,12500元,已发货
                SO-1002,2026-03-14,深圳华科电子,张三,800元,已发货
                """, GB);
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                EntryImportForm form = entries(file, dress);
                assertThat(Shown.texts(form)).contains(dress.words().count("entries.kind.new", 1),
                        dress.words().count("entries.kind.refused", 1))
                        .anyMatch(text -> text.contains("SO-1001 · 12500 CNY · 已发货"));
            }
            Dress dress = Shown.DRESSES.getFirst();
            EntryImportForm form = entries(file, dress);
            choice(form, "订单状态").setValue("text");
            Shown.picture(form, dress, background, "import-entries", 820, 760);
            Shown.button(form, dress.words().count("import.take-in", 1)).fire();
            background.settle();
            assertThat(desk.records().entries(wang)).singleElement()
                    .satisfies(entry -> assertThat(entry.text()).isEqualTo("已发货"));
            acts.undoLast();
            background.settle();
            assertThat(desk.records().entries(wang)).isEmpty();
            return true;
        });
    }

    private EntryImportForm entries(Path file, Dress dress) {
        EntryImportModel model = new EntryImportModel(desk.transfers().entryImports(), acts, background, file,
                ZoneId.of("UTC"));
        EntryImportForm form = new EntryImportForm(model, dress.words(), new Picture.Nothing(), () -> {}, () -> {});
        model.begin();
        Shown.picture(form, dress, background, "import-entries", 820, 760);
        return form;
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> choice(Parent form, String header) {
        return Shown.seen(form, ".combo-box").stream().map(node -> (ComboBox<String>) node)
                .filter(box -> String.valueOf(box.getAccessibleText()).endsWith(header)).findFirst().orElseThrow();
    }
}
