package app.kith.bench;

import app.kith.mail.Mail;
import app.kith.mail.MailReader;
import app.kith.mail.Mailbox;
import app.kith.mail.NewText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How far Kith's new text and signature agree with other programs' test mails in {@code -Dkith.bench.data=DIR}: the folders
 * {@code reply-github} and {@code reply-zapier} (email_reply_parser of GitHub and Zapier) and {@code talon} (Mailgun). Prints each
 * difference. What is expected of the first two stands in their tests as code; here it is said as words that the new text holds and
 * words that it lacks.
 */
final class ReplyBench implements Bench.Scenario {
    private static final String FOLDER = System.getProperty("kith.bench.data", "");
    /** File, words that the new text holds, words that it lacks; several are parted by a bar. */
    private static final String[][] REPLIES = {
            {"correct_sig", "correct -- signature", "rick"},
            {"email_1_1", "Hi folks|HTTP API", "Abhishek|mailing list"},
            {"email_1_2", "Hi,|You can list the keys|individually", "On Tue|> |riak-users mailing"},
            {"email_1_3", "Oh thanks|would be great", "Abhishek|Russell|mailing list"},
            {"email_1_4", "Awesome", "On Aug|Loader"}, {"email_1_5", "One: Here|for a while.", "\0"},
            {"email_1_6", "proper rendering", "On Dec|Was this"}, {"email_1_7", ":+1:", "On Tue|Steps 0-2"},
            {"email_1_8", "I will reply under this one|and under this.", "On Tue|okay|this is my signature"},
            {"email_2_1", "Outlook with a reply", "From|Dear"}, {"email_2_2", "Outlook with a reply", "From|comment"},
            {"email_2_3", "Outlook with a reply", "From|comment"}, {"email_BlackBerry", "another email", "BlackBerry"},
            {"email_bullets", "test 2|about bullets|and another", "On Fri|Joe Smith"},
            {"email_iPhone", "another email", "iPhone"}, {"email_gmail", "inbox replying", "On |Reply to"},
            {"email_headers_no_delimiter", "And another reply!", "From|Sent"},
            {"email_multi_word_sent_from_my_mobile_device", "another email", "Verizon"},
            {"email_one_is_not_on", "One outstanding question", "On Oct|good news"},
            {"email_partial_quote_header", "On your remote host|telnet|TextMate", "wrote"},
            {"email_sent_from_my_not_signature", "Sent from my desk", "\0"},
            {"email_sig_delimiter_in_middle_of_line", "not a signature|kthxbai", "\0"},
            {"greedy_on", "On your remote host|telnet|not working", "On 9 Jan|odd issue"},
            {"pathological", "onto something|back to a computer", "On Dec|shortening"}};

    private final MailReader reader = new MailReader();
    private int right;
    private int all;

    @Override
    public void run() throws IOException {
        if (FOLDER.isBlank()) {
            System.out.println("No folder of test mails (-Dkith.bench.data=DIR): nothing measured.");
            return;
        }
        for (String set : List.of("reply-github", "reply-zapier")) {
            for (String[] reply : REPLIES) {
                Path file = Path.of(FOLDER, set, "emails", reply[0] + ".txt");
                if (Files.exists(file)) {
                    compare(file, NewText.of(text(file), null).newText(), reply[1], reply[2]);
                }
            }
            total(set);
        }
        talon(Path.of(FOLDER, "talon"));
    }

    private void talon(Path folder) throws IOException {
        for (Path file : files(folder.resolve("standard_replies"), ".eml")) {
            compare(file, NewText.of(mail(file)).newText(), "Hello", "wrote|From|Hi|iPhone|Sparrow");
        }
        total("talon standard_replies");
        for (Path file : files(folder.resolve("html_replies"), ".html")) {
            NewText parts = NewText.of(ofHtml(file));
            // There the signature stays in the reply.
            String own = parts.newText() + (parts.signature() == null ? "" : parts.signature());
            compare(file, own.replaceAll("\\s", ""), "Hi.Iamfine.Thanks,Alex", "wrote|From:|From |Hello");
        }
        total("talon html_replies");
        for (Path file : files(folder.resolve("signature/emails/stripped"), "_body")) {
            String name = String.valueOf(file.getFileName()).replace("_body", "");
            signature(file, unmarked(text(file)), sibling(file, name + "_sender"), sibling(file, name + "_signature"));
        }
        for (Path file : files(folder.resolve("signature/emails/P"), "")) {
            String marked = text(file);
            List<String> lines = marked.lines().filter(line -> line.startsWith("#sig#")).toList();
            if (!lines.isEmpty() && !String.valueOf(file.getFileName()).endsWith("_sender")) {
                String body = marked.startsWith("From:") ? marked.substring(marked.indexOf("\n\n") + 2) : marked;
                signature(file, unmarked(body), "", String.join("\n", lines));
            }
        }
        total("talon signature");
    }

    private static String sibling(Path file, String name) throws IOException {
        Path sibling = file.resolveSibling(name);
        return Files.exists(sibling) ? text(sibling) : "";
    }

    private static String unmarked(String marked) {
        return marked.replaceAll("(?m)^#(?:sig|reply)#", "");
    }

    private void signature(Path file, String body, String sender, String expected) {
        Mailbox author = sender.isBlank() ? null : new Mailbox(sender.indexOf('@') < 0 ? sender.strip() : "", sender);
        String found = NewText.of(body, author).signature();
        String want = letters(unmarked(expected));
        String got = letters(found == null ? "" : found);
        count(file, want.equals(got), "expected signature [" + expected.strip() + "], found [" + found + "]");
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}@]+", "");
    }

    private void compare(Path file, String found, String holds, String lacks) {
        List<String> wrong = new ArrayList<>();
        for (String words : holds.split("\\|", -1)) {
            if (!found.contains(words)) {
                wrong.add("lacks \"" + words + "\"");
            }
        }
        for (String words : lacks.split("\\|", -1)) {
            if (found.contains(words)) {
                wrong.add("holds \"" + words + "\"");
            }
        }
        count(file, wrong.isEmpty(), wrong + " in [" + found + "]");
    }

    private void count(Path file, boolean agrees, String difference) {
        all++;
        right += agrees ? 1 : 0;
        if (!agrees) {
            System.out.println(file.getFileName() + ": "
                    + (difference.length() > 400 ? difference.substring(0, 400) + "…" : difference));
        }
    }

    private void total(String set) {
        System.out.printf(Locale.ROOT, "%-24s %d of %d agree%n", set, right, all);
        right = 0;
        all = 0;
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(end)).sorted().toList();
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private Mail mail(Path file) throws IOException {
        return reader.read(Files.readAllBytes(file));
    }

    private Mail ofHtml(Path file) throws IOException {
        String head = "Content-Type: text/html; charset=utf-8\r\n\r\n";
        return reader.read((head + text(file)).getBytes(StandardCharsets.UTF_8));
    }
}
