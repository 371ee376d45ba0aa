package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.support.OnScreen;
import app.kith.support.SecondClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten pieces of a salesperson's day, done with keys in the real window, each on a data folder of its own. The usual run has a small
 * mailbox; {@code -Dkith.stories.mails=20000 -Dkith.stories.customers=3000} a large one.
 */
@OnScreen
class StoriesTest {
    private static StoryStore store;

    @TempDir
    private static Path folder;

    @TempDir
    private Path own;

    @BeforeAll
    static void fill() throws Exception {
        store = new StoryStore(folder);
    }

    @AfterAll
    static void end() throws Exception {
        store.close();
    }

    private Story story(String name) throws Exception {
        return new Story(name, store, own.resolve("home"), UnaryOperator.identity());
    }

    @Test
    void aQuotationOf2023IsFoundByAWordInItsAttachment() throws Exception {
        try (Story story = story("find-the-quotation")) {
            story.step("Kith opens on the day");
            story.sees("Today", "You owe an answer");
            story.step("Ctrl+K, and the word that is remembered");
            story.press("Ctrl+K");
            story.type(StoryMails.WORD_OF_2023);
            story.sees("positions-2023.pdf");
            story.step("Enter goes to the mail that brought it");
            story.press("Enter");
            story.sees("Our inquiry of spring", "please see the list", "positions-2023.pdf");
            story.step("Ctrl+6: among all files it is found by its name, and saved");
            Path saved = own.resolve("saved.pdf");
            story.chosen = Optional.of(saved);
            story.press("Ctrl+6");
            story.sees("Enter open", "Spreadsheet");
            story.press("Ctrl+F");
            story.type("positions");
            story.seesNot("Spreadsheet");
            story.press("Down");
            story.press("S");
            story.sees("Saved saved.pdf");
            assertThat(saved).isNotEmptyFile();
            story.step("M: and there is its mail again");
            story.press("M");
            story.sees("please see the list");
        }
    }

    /** Opens the page of a customer by the name. */
    private static void goTo(Story story, String name) throws Exception {
        story.press("Ctrl+K");
        story.type(name);
        story.sees("People");
        story.press("Enter");
        story.sees(name, "Timeline");
    }

    /** Does what the box over everything knows by a name. */
    private static void command(Story story, String typed, String name) throws Exception {
        story.press("Ctrl+K");
        story.type(">" + typed);
        story.sees(name);
        story.press("Enter");
    }

    @Test
    void anAnswerWrittenOnATrainIsSentWhenTheNetworkIsBack() throws Exception {
        try (Story story = story("answer-offline")) {
            story.step("The network is gone");
            story.sees("Today");
            store.unplug();
            story.step("The mail is found all the same");
            story.press("Ctrl+K");
            story.type("seals leave");
            story.sees("Delivery of the seals");
            story.press("Enter");
            story.sees("could you please tell me when the seals can leave?");
            story.step("Ctrl+R, the answer, Ctrl+Enter");
            story.press("Ctrl+R");
            story.sees("Re: Delivery of the seals", "Send later");
            story.type("Dear Ms Keller, they leave on Friday.");
            story.press("Ctrl+Enter");
            story.sees("Sends in 10 seconds");
            story.step("It waits in the outbox and says why");
            command(story, "Outbox", "Go to Outbox");
            story.sees("Re: Delivery of the seals", "anna.keller@nordwind.example", "Offline");
            story.step("The network is back: F5, and it is sent");
            store.plug();
            story.press("F5");
            story.seesNot("1 waits");
            try (SecondClient client = new SecondClient(store.server())) {
                story.until("the letter lies in Sent on the server",
                        () -> client.withSubject("Sent", "Re: Delivery of the seals") == 1);
            }
        } finally {
            store.plug();
        }
    }

    @Test
    void aCallIsWrittenDownAndWhatItPromisedComesUp() throws Exception {
        try (Story story = story("call-and-follow-up")) {
            story.step("To the customer");
            story.sees("Today");
            goTo(story, "魏东升");
            story.step("Ctrl+Shift+L: the call");
            story.press("Ctrl+Shift+L");
            story.sees("Ctrl+Enter keeps it");
            story.type("铜歧管 60 件的价格");
            story.press("Tab");
            story.type("周五前要新报价");
            story.press("Ctrl+Enter");
            story.sees("铜歧管 60 件的价格");
            story.seesNot("Ctrl+Enter keeps it");
            story.step("Ctrl+Shift+T: the follow-up, with its day");
            story.press("Ctrl+Shift+T");
            story.type("Send the new quotation");
            story.tabTo("Due");
            story.type(LocalDate.now(ZoneId.systemDefault()).toString());
            story.press("Ctrl+Enter");
            story.sees("Send the new quotation");
            story.step("Today has it");
            story.press("Ctrl+1");
            story.sees("Today", "Send the new quotation");
        }
    }

    @Test
    void whatIsDueIsDonePutOffAndTakenBack() throws Exception {
        try (Story story = story("the-day-is-worked-off")) {
            story.step("The day");
            story.sees("You owe an answer");
            String first = story.selected();
            story.step("D: no answer is needed");
            story.press("D");
            story.seesNot(first);
            story.step("Ctrl+Z: it is there again");
            story.press("Ctrl+Z");
            story.sees(first);
            story.step("S, and until tomorrow");
            String second = story.selected();
            story.press("S");
            story.sees("Tomorrow");
            story.press("Down");
            story.press("Enter");
            story.seesNot(second);
            story.step("J and Enter: the next one is opened");
            story.press("J");
            story.press("Enter");
            story.seesNot("You owe an answer");
        }
    }

    @Test
    void twoCardsBecomeOneAndTwoAgain() throws Exception {
        try (Story story = story("merge-and-undo")) {
            story.step("Review, and the cards of Anna Keller");
            story.sees("Today");
            command(story, "Review", "Go to Review");
            story.sees("M merge");
            story.press("Slash");
            story.type("Keller");
            story.sees("Keller, Anna", "anna.keller@nordwind.example", "a.keller@web.example");
            story.step("M: they are one");
            story.press("Enter");
            story.press("M");
            story.sees("Merged");
            story.step("Ctrl+Z: they are two again");
            story.press("Ctrl+Z");
            story.sees("Taken back");
            goTo(story, "a.keller@web.example");
            story.seesNot("anna.keller@nordwind.example");
        }
    }

    @Test
    void aListIsTakenInAndTakenBack() throws Exception {
        try (Story story = story("import-a-list")) {
            Path list = Files.writeString(own.resolve("fair.csv"),
                    "Name,E-mail,Company\nQuirin Zander,q@zander.example,Zander SAS\n欧阳雪,ouyang@xue.example,雪域科技有限公司\n");
            story.chosen = Optional.of(list);
            story.step("The list is chosen");
            story.sees("Today");
            command(story, "import", "Import customers or mail");
            story.sees("fair.csv", "2 new", "欧阳雪");
            story.step("It is taken in");
            story.tabTo("Take in 2 rows");
            story.press("Space");
            story.sees("fair.csv", "Take back");
            story.step("Somebody of it is found by the initials");
            goTo(story, "欧阳雪");
            story.step("Ctrl+Z: none of it is there");
            story.press("Ctrl+Z");
            story.sees("Taken back");
            story.press("Ctrl+K");
            story.type("Quirin Zander");
            story.sees("Nothing");
        }
    }

    @Test
    void aCustomerIsHandedOver() throws Exception {
        try (Story story = story("hand-over")) {
            Path zip = own.resolve("anna.zip");
            story.chosen = Optional.of(zip);
            story.step("To the customer");
            story.sees("Today");
            goTo(story, "Anna Keller");
            story.step("Handed over, in one file");
            command(story, "hand", "Hand over");
            story.sees("Anna Keller is ready to be handed over: 2 mails, 1 file.");
            try (ZipFile file = new ZipFile(zip.toFile())) {
                assertThat(file.stream().map(ZipEntry::getName)).anyMatch(name -> name.endsWith("positions-2023.pdf"))
                        .filteredOn(name -> name.endsWith(".eml")).hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    @Test
    void aMailThatComesInIsReadFiledAndBroughtBack() throws Exception {
        try (Story story = story("new-mail")) {
            story.step("Mail");
            story.sees("Today");
            story.press("Ctrl+4");
            story.sees("Synced just now");
            story.step("A mail comes in by itself");
            try (SecondClient client = new SecondClient(store.server())) {
                client.append("INBOX", StoryMails.mail("fresh", StoryMails.ANNA, store.server().address(),
                        Instant.now(), "One more thing", "And please add two spare rings.", List.of()));
            }
            story.press("F5");
            story.sees("One more thing");
            story.step("It is found and read");
            story.press("Ctrl+K");
            story.type("spare rings");
            story.sees("One more thing");
            story.press("Enter");
            story.sees("And please add two spare rings.");
            story.step("E: into the archive");
            story.press("E");
            story.sees("Archived");
            story.step("Undo brings it back");
            story.tabTo("Undo");
            story.press("Space");
            story.seesNot("Archived");
        }
    }

    @Test
    void aNewCustomerIsFoundByInitialsAndTheHistoryKnowsWhy() throws Exception {
        try (Story story = story("new-customer")) {
            story.step("Ctrl+Shift+N: the form");
            story.sees("Today");
            story.press("Ctrl+Shift+N");
            story.sees("New customer");
            story.type("司马青云");
            story.tabTo("E-mail");
            story.type("qy@sima.example");
            story.press("Enter");
            story.sees("New customer: 司马青云");
            story.step("Ctrl+K and the initials");
            story.press("Ctrl+K");
            story.type("smqy");
            story.sees("司马青云");
            story.press("Enter");
            story.sees("qy@sima.example");
            story.step("The history says who and why");
            command(story, "History", "Go to History");
            story.sees("New customer: 司马青云");
        }
    }

    @Test
    void inChineseTooAndAsItWasLeft() throws Exception {
        try (Story story = story("in-chinese")) {
            story.step("The language is switched while it runs");
            story.sees("Today");
            command(story, "中文", "中文");
            story.sees("今天", "客户");
            story.step("A sheet of 2023 is found by a Chinese word in it");
            story.press("Ctrl+K");
            story.type(StoryMails.WORD_OF_2023_ZH);
            story.sees("清单2023.xlsx");
            story.press("Enter");
            story.sees("去年的清单", "清单见附件，请报价。");
            story.step("Larger, with Ctrl and plus");
            story.press("Ctrl+Plus");
            story.press("Ctrl+Plus");
            story.sees("去年的清单");
        }
    }
}
