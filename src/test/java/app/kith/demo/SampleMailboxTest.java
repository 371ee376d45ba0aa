package app.kith.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleMailboxTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Pattern HOST = Pattern
            .compile("(?:(?<!\\.png)@|https?://)((?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,})");

    private static final SampleMailbox DEMO = SampleMailbox.of(1, 400, NOW);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 60, 199, 200, 201, 250, 3000})
    void thereAreAsManyMessagesAsAskedForOldestFirst(int count) {
        SampleMailbox mailbox = SampleMailbox.of(5, count, NOW);
        List<Instant> times = mailbox.stream().map(SampleMessage::received).toList();
        assertThat(times).hasSize(count).isSorted().allSatisfy(time -> assertThat(time).isBetween(NOW.minus(Duration
                .ofDays(3 * 365 + 10)), NOW));
    }

    @Test
    void aNegativeNumberOfMessagesIsRefused() {
        assertThatThrownBy(() -> SampleMailbox.of(1, -1, NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
        SampleMailbox again = SampleMailbox.of(1, 400, NOW);
        SampleMailbox other = SampleMailbox.of(2, 400, NOW);
        int equal = 0;
        for (int i = 0; i < 400; i++) {
            SampleMessage one = DEMO.messages().get(i);
            SampleMessage two = again.messages().get(i);
            assertThat(two.raw()).isEqualTo(one.raw());
            assertThat(two.flags()).isEqualTo(one.flags());
            assertThat(two.folder()).isEqualTo(one.folder());
            equal += java.util.Arrays.equals(one.raw(), other.messages().get(i).raw()) ? 1 : 0;
        }
        assertThat(equal).isZero();
    }

    @Test
    void aMessageIsTheSameWhetherReadInOrderOrAlone() {
        List<byte[]> inOrder = DEMO.stream().map(SampleMessage::raw).toList();
        for (int i = 399; i >= 0; i -= 37) {
            assertThat(DEMO.messages().get(i).raw()).isEqualTo(inOrder.get(i));
        }
    }

    @Test
    void everyFolderHasMail() {
        assertThat(DEMO.stream().map(SampleMessage::folder).distinct())
                .containsExactlyInAnyOrderElementsOf(SampleMailbox
                        .folders());
        assertThat(SampleMailbox.folders()).contains("INBOX", "Sent", "Archive", "客户/华东", "Drafts", "Trash", "Junk");
        assertThat(DEMO.stream().filter(m -> m.folder().equals("Drafts")))
                .allSatisfy(m -> assertThat(m.flags()).contains(
                        "\\Draft"));
    }

    @Test
    void theNewestMailIsWorthLookingAt() throws Exception {
        List<SampleMessage> newest = DEMO.messages().subList(370, 400);
        assertThat(newest.getLast().received()).isAfter(NOW.minus(Duration.ofHours(1)));
        assertThat(newest.getFirst().received()).isAfter(NOW.minus(Duration.ofDays(5)));
        List<SampleMessage> received = newest.stream().filter(m -> m.folder().equals("INBOX")).toList();
        assertThat(received).hasSizeGreaterThan(14);
        assertThat(received.stream().filter(m -> !m.flags().contains("\\Seen")).count()).isBetween(5L, 14L);
        assertThat(received.stream().filter(m -> !attachments(parse(m)).isEmpty()).count()).isGreaterThan(2);
        Set<String> subjects = new HashSet<>();
        int chinese = 0;
        for (SampleMessage message : received) {
            String subject = parse(message).getSubject();
            subjects.add(subject.replaceFirst("^(?:(?:Re|RE|AW|回复|答复)\\s?[:：]\\s?)+", ""));
            chinese += subject.codePoints().anyMatch(c -> c > 0x4e00) ? 1 : 0;
        }
        assertThat(subjects).as("different subjects").hasSizeGreaterThan(12);
        assertThat(chinese).as("Chinese ones").isBetween(4, received.size() - 6);
    }

    @Test
    void onlyReservedDomainsAreNamed() throws Exception {
        Set<String> strange = new TreeSet<>();
        for (SampleMessage message : SampleMailbox.of(3, 1500, NOW).messages()) {
            Matcher found = HOST.matcher(readable(message));
            while (found.find()) {
                String host = found.group(1);
                if (!host.endsWith(".example") && !host.endsWith(".test")) {
                    strange.add(host);
                }
            }
        }
        assertThat(strange).isEmpty();
    }

    @Test
    void noWordInBracesIsLeftUnfilled() throws Exception {
        for (SampleMessage message : SampleMailbox.of(4, 1500, NOW).messages()) {
            assertThat(readable(message)).doesNotContainPattern("\\{[a-z0-9]+}");
        }
    }

    @Test
    void allTheCharsetsEncodingsAndFormsOfNamesAreThere() {
        String all = SampleMailbox.of(1, 1500, NOW).stream().map(SampleMailboxTest::latin)
                .collect(Collectors.joining());
        assertThat(all).contains("charset=\"utf-8\"", "charset=\"gbk\"", "charset=\"gb2312\"", "charset=\"GB18030\"",
                "charset=\"big5\"", "charset=\"iso-8859-1\"", "charset=\"iso-2022-jp\"", "charset=\"us-ascii\"");
        assertThat(all).contains("Encoding: base64", "Encoding: quoted-printable", "Encoding: 8bit", "Encoding: 7bit");
        assertThat(all).contains("=?gb2312?B?", "=?iso-8859-1?Q?", "filename*=utf-8''", "filename*0*=UTF-8''",
                "filename=\"=?");
        assertThat(all).contains("multipart/alternative", "multipart/related", "multipart/mixed", "text/calendar",
                "multipart/report", "message/delivery-status", "Auto-Submitted: auto-replied", "List-Unsubscribe:");
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 6})
    void fromTwoHundredMessagesOnEveryFolderAndTrapIsThere(long seed) {
        SampleMailbox mailbox = SampleMailbox.of(seed, 200, NOW);
        Set<String> odd = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            odd.addAll(mailbox.truth().oddities(i));
        }
        assertThat(odd).containsExactly("COPY", "NO_DATE", "NO_MESSAGE_ID", "RAW_SUBJECT", "TWIN");
        assertThat(mailbox.stream().map(SampleMessage::folder).distinct()).hasSize(7);
    }

    @Test
    void theTrapsAreThere() {
        SampleMailbox.Truth truth = DEMO.truth();
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < DEMO.size(); i++) {
            String head = "\r\n" + latin(DEMO.messages().get(i)).split("\r\n\r\n", 2)[0];
            Set<String> odd = truth.oddities(i);
            found.addAll(odd);
            assertThat(head.contains("\r\nMessage-ID:")).isEqualTo(!odd.contains("NO_MESSAGE_ID"));
            assertThat(head.contains("\r\nDate:")).isEqualTo(!odd.contains("NO_DATE"));
            assertThat(head.chars().anyMatch(c -> c > 126)).as(head).isEqualTo(odd.contains("RAW_SUBJECT"));
        }
        assertThat(found).containsExactly("COPY", "NO_DATE", "NO_MESSAGE_ID", "RAW_SUBJECT", "TWIN");
    }

    @Test
    void oneMessageLiesInTwoFoldersAndTwoMessagesShareAnId() {
        List<SampleMessage> copies = new ArrayList<>();
        List<SampleMessage> twins = new ArrayList<>();
        for (int i = 0; i < DEMO.size(); i++) {
            if (DEMO.truth().oddities(i).contains("COPY")) {
                copies.add(DEMO.messages().get(i));
            }
            if (DEMO.truth().oddities(i).contains("TWIN")) {
                twins.add(DEMO.messages().get(i));
            }
        }
        assertThat(copies).hasSize(2);
        assertThat(copies.get(0).raw()).isEqualTo(copies.get(1).raw());
        assertThat(copies.get(0).folder()).isNotEqualTo(copies.get(1).folder());
        String id = messageId(latin(twins.getFirst()));
        assertThat(DEMO.stream().filter(m -> id.equals(messageId(latin(m))))).hasSize(2);
    }

    @Test
    void theTruthNamesEveryConversationAndPerson() {
        SampleMailbox.Truth truth = DEMO.truth();
        List<List<Integer>> conversations = truth.conversations();
        assertThat(conversations.stream().mapToInt(List::size).sum()).isEqualTo(400);
        assertThat(conversations).allSatisfy(one -> assertThat(one).isNotEmpty());
        assertThat(conversations.stream().mapToInt(List::size).max().orElseThrow()).isBetween(8, 18);
        for (int i = 0; i < 400; i++) {
            assertThat(conversations.get(truth.conversation(i))).contains(i);
        }
        assertThat(truth.people()).hasSize(33);
        assertThat(truth.people().getFirst().name()).isEqualTo("王小明");
        assertThat(truth.people().getFirst().addresses()).hasSize(2);
    }

    @Test
    void aPersonOfTheTruthTakesPartInTheMessage() {
        for (int i = 0; i < 400; i++) {
            var person = DEMO.truth().person(i);
            if (person.isPresent() && !DEMO.truth().automatic(i)) {
                String head = "\r\n" + latin(DEMO.messages().get(i)).split("\r\n\r\n", 2)[0];
                assertThat(DEMO.truth().people().get(person.getAsInt()).addresses()).anyMatch(head::contains);
            }
        }
    }

    @Test
    void manyPeopleHaveDifferentAddresses() {
        List<SamplePerson> people = SampleMailbox.of(9, 6000, NOW).truth().people();
        List<String> addresses = people.stream().flatMap(p -> p.addresses().stream()).toList();
        assertThat(people).hasSize(500);
        assertThat(addresses).doesNotHaveDuplicates().hasSizeGreaterThan(530);
        assertThat(people.stream().map(SamplePerson::company).distinct().count()).isBetween(100L, 350L);
    }

    @Test
    void linesEndInCrLfAndNoneIsTooLong() {
        for (SampleMessage message : SampleMailbox.of(6, 800, NOW).messages()) {
            String raw = latin(message);
            assertThat(raw.replace("\r\n", "")).doesNotContain("\n", "\r");
            assertThat(raw.lines().mapToInt(String::length).max().orElse(0)).isLessThan(999);
        }
    }

    @Test
    void everyLanguageHasItsTopicsAndWaysThatFitTogether() {
        TopicBook book = new TopicBook();
        assertThat(book.topics(Tongue.EN)).hasSizeGreaterThanOrEqualTo(25);
        assertThat(book.topics(Tongue.ZH).stream().map(Topic::id))
                .containsExactlyElementsOf(book.topics(Tongue.EN).stream()
                        .map(Topic::id).toList());
        for (Tongue tongue : Tongue.values()) {
            List<Topic> all = new ArrayList<>(book.topics(tongue));
            assertThat(all).hasSizeGreaterThanOrEqualTo(4).allSatisfy(topic -> assertThat(topic.subjects()).hasSize(2));
            all.addAll(book.exchanges(tongue));
            assertThat(all).allSatisfy(topic -> assertThat(topic.steps()).allSatisfy(step -> assertThat(step.ways()).as(
                    "ways of a letter in %s %s", tongue, topic.id()).hasSize(2)));
        }
    }

    private static String latin(SampleMessage message) {
        return new String(message.raw(), StandardCharsets.ISO_8859_1);
    }

    private static String messageId(String raw) {
        int at = raw.indexOf("\r\nMessage-ID: ");
        return at < 0 ? "" : raw.substring(at + 14, raw.indexOf("\r\n", at + 14));
    }

    private static MimeMessage parse(SampleMessage message) {
        try {
            return new MimeMessage(null, new ByteArrayInputStream(message.raw()));
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Part> attachments(Part part) {
        try {
            List<Part> found = new ArrayList<>();
            if (part.getContent() instanceof Multipart multipart) {
                for (int i = 0; i < multipart.getCount(); i++) {
                    found.addAll(attachments(multipart.getBodyPart(i)));
                }
            } else if (Part.ATTACHMENT.equals(part.getDisposition())) {
                found.add(part);
            }
            return found;
        } catch (java.io.IOException | jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** {@return the header and all text parts, decoded} */
    private static String readable(SampleMessage message) throws Exception {
        StringBuilder text = new StringBuilder(latin(message).split("\r\n\r\n", 2)[0]);
        addTexts(parse(message), text);
        return text.toString();
    }

    private static void addTexts(Part part, StringBuilder text) throws Exception {
        if (part.isMimeType("multipart/*")) {
            Multipart multipart = (Multipart) part.getContent();
            for (int i = 0; i < multipart.getCount(); i++) {
                addTexts(multipart.getBodyPart(i), text);
            }
        } else if (part.isMimeType("text/*") || part.isMimeType("message/*")) {
            String charset = new jakarta.mail.internet.ContentType(part.getContentType()).getParameter("charset");
            try (InputStream in = part.getInputStream()) {
                String decoded = new String(in.readAllBytes(),
                        Charset.forName(charset == null
                                ? "us-ascii"
                                : charset.equals(
                                        "gb2312") ? "GB18030" : charset));
                assertThat(decoded).as("text in its charset").doesNotContain("\uFFFD");
                text.append('\n').append(decoded);
            }
        }
    }
}
