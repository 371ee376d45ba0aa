package app.kith.ui;

import static app.kith.ui.Shown.button;
import static app.kith.ui.Shown.seen;
import static app.kith.ui.Shown.texts;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.SenderRule;
import app.kith.desk.Desk;
import app.kith.store.Conversations.ConversationRow;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Session.Place;
import app.kith.ui.look.Look;
import app.kith.ui.look.Settings;
import app.kith.ui.look.Settings.Theme;
import app.kith.ui.work.StepBackground;
import app.kith.words.Words;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading conversations of every kind. What is shown is written to target/screenshots, to be looked at. */
@OnScreen
class ReadingPaneTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Berlin"));

    @TempDir
    private static Path folder;

    private static Desk desk;

    private final OutsideTwin outside = new OutsideTwin();
    private StepBackground background;
    private Session session;

    @BeforeAll
    static void file() {
        desk = TestDesk.open(folder.resolve("home"));
        Account account = desk.accounts().add(new Account(0, "sales@example.test", "",
                new Server("localhost", 1, Security.NONE), null, "sales@example.test", null, null, null), "secret")
                .account();
        List<byte[]> raws = SampleMails.all().values().stream().flatMap(List::stream).toList();
        TestDesk.file(desk, account, raws, CLOCK.instant());
        TestDesk.file(desk, account, List.of(SampleMails.bytes("""
                Message-ID: <late@samples.test>
                In-Reply-To: <never-seen@samples.test>
                From: Ida Berg <berg@nordwind.example>
                To: sales@example.test
                Date: Fri, 13 Nov 2026 09:30:00 +0800
                Subject: Re: Spare seals

                Ten sets will do.
                """)), CLOCK.instant());
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    @BeforeEach
    void session() throws Exception {
        background = new StepBackground();
        session = Toolkit.on(() -> new Session(desk, () -> {}, background, CLOCK));
        session.acts().readsOnOpen(false); // All tests look at the same mails.
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static long conversation(String subject) {
        long[] all = desk.conversations().ids(0, "", 0);
        return desk.conversations().rows(Arrays.stream(all).boxed().toList()).stream()
                .filter(row -> row.subject().contains(subject)).map(ConversationRow::id).findFirst().orElseThrow();
    }

    private MainView open(String subject, Locale locale, boolean dark, int height) {
        Settings settings = Settings.USUAL.themed(dark ? Theme.DARK : Theme.LIGHT).speaking(locale.toLanguageTag())
                .divided(300, 0);
        session.place().set(Place.MAIL);
        MainView view = Shown.window(session, settings, CLOCK, outside);
        Look.take(dark);
        Look.dress(new Scene(view, 1180, height), settings);
        background.settle();
        session.conversations().selectedProperty().set(conversation(subject));
        Picture.settle(view, background);
        return view;
    }

    private MainView open(String subject) {
        return open(subject, Locale.ENGLISH, false, 800);
    }

    private static void save(MainView view, String name) {
        WritableImage picture = view.snapshot(null, null);
        Picture.save(picture, Shown.PICTURES.resolve(name + ".png"));
        assertThat(Contrast.faint(view, picture)).as("what stands out too little in " + name).isEmpty();
    }

    private static MenuItem item(MainView view, String text) {
        List<MenuItem> items = new ArrayList<>();
        seen(view, ".menu-button").stream().filter(MenuButton.class::isInstance)
                .forEach(each -> items.addAll(((MenuButton) each).getItems()));
        return items.stream().filter(each -> text.equals(each.getText())).findFirst().orElseThrow();
    }

    @Test
    void aSearchMarksTheWordsAndGoesFromOneToTheNextOpeningWhatIsFolded() throws Exception {
        Toolkit.on(() -> {
            MainView view = open("HY-PA-24V");
            assertThat(session.conversation().open()).hasSize(1);
            button(view, "Search in this conversation (Ctrl+F)").fire();
            TextField field = seen(view, ".find-bar .text-field").stream().map(TextField.class::cast).findFirst()
                    .orElseThrow();
            field.setText("SEAL Kit");
            Picture.settle(view, background);
            assertThat(texts(view)).contains("1 of 2");
            assertThat(session.conversation().open()).hasSize(2);
            button(view, "Next (Enter)").fire();
            Picture.settle(view, background);
            assertThat(texts(view)).contains("2 of 2");
            assertThat(session.conversation().open()).hasSize(2);
            save(view, "find-en-light");
            button(view, "Next (Enter)").fire();
            Picture.settle(view, background);
            assertThat(texts(view)).contains("1 of 2");
            field.setText("keller");
            Picture.settle(view, background);
            assertThat(texts(view)).contains("1 of 6");
            assertThat(seen(view, ".searched").stream()
                    .filter(each -> each.getPseudoClassStates().contains(PseudoClass.getPseudoClass("found"))))
                    .isNotEmpty();
            field.setText("no such words");
            Picture.settle(view, background);
            assertThat(texts(view)).contains("Not found");
            button(view, "End the search (Esc)").fire();
            Picture.settle(view, background);
            assertThat(seen(view, ".find-bar")).isEmpty();
            return true;
        });
    }

    @Test
    void whatOnlyQuotedTextSaysIsFoundThere() throws Exception {
        Toolkit.on(() -> {
            MainView view = open("关于报价单", Locale.SIMPLIFIED_CHINESE, true, 800);
            button(view, "在此会话中查找 (Ctrl+F)").fire();
            ((TextField) seen(view, ".find-bar .text-field").getFirst()).setText("防静电袋");
            Picture.settle(view, background);
            assertThat(texts(view)).contains("第 1 处，共 1 处");
            save(view, "find-zh-dark");
            return true;
        });
    }

    @Test
    void anAttachmentIsOpenedAsACopyThatGoesWhenTheProgramEndsAndAProgramNever() throws Exception {
        Path copy = Toolkit.on(() -> {
            MainView view = open("Drawings and packing list");
            button(view, "Open drawing-rev-C.pdf").fire();
            background.settle();
            assertThat(outside.opened).hasSize(1);
            Path file = outside.opened.getFirst();
            assertThat(file).hasFileName("drawing-rev-C.pdf").hasContent("%PDF-1.4 drawing");
            assertThat(seen(view, ".chip.risky")).hasSize(1);
            ((Button) seen(view, ".chip.risky .chip-open").getFirst()).fire();
            background.settle();
            assertThat(outside.opened).hasSize(1);
            assertThat(outside.said).anyMatch(said -> said.startsWith("viewer.pdf.exe could run something"));
            assertThat(outside.asked).containsExactly("viewer.pdf.exe");
            return file;
        });
        session.close();
        assertThat(copy).doesNotExist();
        assertThat(copy.getParent()).doesNotExist();
    }

    @Test
    void aConversationIsPrintedOnSheetsWithTheHeadOfEachMail() throws Exception {
        Toolkit.on(() -> {
            MainView view = open("HY-PA-24V");
            outside.paper = new PaperTwin();
            item(view, "Print conversation").fire();
            background.settle();
            assertThat(outside.paper.done).isTrue();
            assertThat(outside.paper.sheets).hasSizeGreaterThanOrEqualTo(1);
            assertThat(outside.paper.texts).contains("Quotation for HY-PA-24V",
                    "From: Anna Keller <keller@nordwind.example>", "To: Lin Yue <sales@example.test>");
            Picture.save(outside.paper.sheets.getFirst(), Shown.PICTURES.resolve("print-conversation.png"));
            MainView other = open("Open orders");
            outside.paper = new PaperTwin();
            item(other, "Print").fire();
            background.settle();
            assertThat(outside.paper.sheets).hasSizeGreaterThan(2);
            Picture.save(outside.paper.sheets.get(1), Shown.PICTURES.resolve("print-table.png"));
            return true;
        });
    }

    @Test
    void whereThereIsNoPrinterThatIsSaid() throws Exception {
        Toolkit.on(() -> {
            List<String> said = new ArrayList<>();
            WindowOutside world = new WindowOutside(null, () -> Words.of(Locale.ENGLISH), _ -> {}, said::add,
                    (_, _) -> {}, () -> null, (_, _) -> {});
            Optional<?> paper = world.paper("A mail");
            assertThat(paper).isEmpty();
            assertThat(said).containsExactly("No printer is set up on this computer.");
            return true;
        });
    }

    @Test
    void theSourceIsShownAsItCameAndTheConversationCopiedAsText() throws Exception {
        Toolkit.on(() -> {
            MainView view = open("Tolerances");
            item(view, "Show source").fire();
            background.settle();
            Node source = requireNonNull(outside.shown);
            assertThat(source.lookup(".source")).isInstanceOfSatisfying(javafx.scene.control.ListView.class,
                    list -> assertThat(list.getItems().getFirst()).isEqualTo("Message-ID: <plain@samples.test>"));
            item(view, "Copy conversation as text").fire();
            background.settle();
            assertThat(outside.copied).contains("Tom Reed").contains("H7 is fine for us");
            return true;
        });
    }

    @Test
    void whereTheMailThatIsAnsweredIsMissingThatIsSaid() throws Exception {
        Toolkit.on(() -> {
            String english = "The message that this one answers is missing here.";
            assertThat(texts(open("Tolerances"))).doesNotContain(english);
            assertThat(texts(open("Re: Spare seals"))).contains(english);
            assertThat(texts(open("Re: Spare seals", Locale.SIMPLIFIED_CHINESE, false, 800)))
                    .contains("此处缺少一封邮件：本邮件所回复的原邮件。");
            return true;
        });
    }

    private static byte[] png(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, 0x204060 + x * 255 / width * 0x100);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void picturesAreFetchedOnlyAtTheUsersWordTrackersNeverAndTheWordCanBeTakenBack() throws Exception {
        byte[] picture = png(600, 180);
        Toolkit.on(() -> {
            outside.fetch = _ -> picture;
            MainView view = open("What is new");
            assertThat(outside.fetched).isEmpty();
            assertThat(texts(view))
                    .anyMatch(text -> text.startsWith("4 pictures from the network are not shown. 2 of"));
            button(view, "Show once").fire();
            Picture.settle(view, background);
            assertThat(outside.fetched).containsExactlyInAnyOrder("https://img.sensor-letter.example/hero.png",
                    "https://img.sensor-letter.example/chart.png");
            return true;
        });
        // The pictures come by the toolkit's own way.
        Toolkit.on(() -> {
            MainView again = open("What is new");
            outside.fetched.clear();
            button(again, "Always for this sender").fire();
            Picture.settle(again, background);
            assertThat(outside.fetched).hasSize(2);
            assertThat(desk.readings().sender("NEWS@sensor-letter.example").pictures()).isTrue();
            return true;
        });
        Toolkit.on(() -> {
            outside.fetched.clear();
            MainView third = open("What is new", Locale.SIMPLIFIED_CHINESE, false, 900);
            assertThat(outside.fetched).as("the sender is known").hasSize(2);
            button(third, "不再显示此发件人的图片").fire();
            Picture.settle(third, background);
            assertThat(desk.readings().sender("news@sensor-letter.example")).isEqualTo(SenderRule.NONE);
            outside.fetched.clear();
            session.conversations().selectedProperty().set(conversation("Open orders"));
            Picture.settle(third, background);
            session.conversations().selectedProperty().set(conversation("What is new"));
            Picture.settle(third, background);
            assertThat(outside.fetched).isEmpty();
            return true;
        });
    }

    @Test
    void aMailReadAsAnotherCharsetSaysSoInTheListTooAndComesBack() throws Exception {
        Toolkit.on(() -> {
            MainView view = open("关于报价单");
            Menu menu = (Menu) item(view, "Read as…");
            menu.getItems().stream().filter(each -> "windows-1252".equals(each.getText())).findFirst().orElseThrow()
                    .fire();
            Picture.settle(view, background);
            assertThat(texts(view)).noneMatch(text -> text.contains("报价单 Q-1042")).anyMatch(
                    text -> text.contains("Q-1042"));
            Menu other = (Menu) item(view, "Read as…");
            other.getItems().stream().filter(each -> "As recognised".equals(each.getText())).findFirst().orElseThrow()
                    .fire();
            Picture.settle(view, background);
            assertThat(texts(view)).anyMatch(text -> text.contains("关于报价单 Q-1042"));
            return true;
        });
    }

    @Test
    void everyKindOfMailIsShownInBothThemes() throws Exception {
        List<String> subjects = List.of("关于报价单", "Quotation for HY-PA-24V", "What is new", "Review of the valve",
                "Drawings and packing list", "Undelivered", "Tolerances", "Preisliste", "RFQ-77", "Open orders");
        List<String> kinds = List.copyOf(SampleMails.all().keySet());
        Toolkit.on(() -> {
            for (int i = 0; i < kinds.size(); i++) {
                for (boolean dark : new boolean[]{false, true}) {
                    MainView view = open(subjects.get(i), dark ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH, dark, 720);
                    assertThat(seen(view, ".mail-body")).as(kinds.get(i)).hasSize(1);
                    save(view, "kind-" + kinds.get(i) + (dark ? "-dark" : "-light"));
                }
            }
            return true;
        });
    }

    @Test
    void anInvitationSaysWhenInBothZonesAndWhoComes() throws Exception {
        Toolkit.on(() -> {
            MainView view = open("Review of the valve");
            assertThat(texts(view)).contains("Review of the valve order", "Hamburg, Kaiserkai 12, room 3",
                    "Tue 1 Dec 2026, 15:00 – 16:00 · Central European Time",
                    "Tue 1 Dec 2026, 09:00 – 10:00 · Eastern Time", "Anna Keller invites", "王小明: accepted",
                    "Tom Reed: declined", "Eva Lund: perhaps", "Lin Yue: no answer yet");
            return true;
        });
    }
}
