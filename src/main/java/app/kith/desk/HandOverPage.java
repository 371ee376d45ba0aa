package app.kith.desk;

import app.kith.contact.Entry;
import app.kith.contact.Value;
import app.kith.desk.PackedMails.Packed;
import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.Timeline.Changed;
import app.kith.store.Timeline.Item;
import app.kith.store.Timeline.Logged;
import app.kith.store.Timeline.Meeting;
import app.kith.store.Timeline.Talk;
import app.kith.words.ReasonWords;
import app.kith.words.Words;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A customer and everything that happened, as a page for a browser. It loads nothing and runs nothing; all texts are escaped. */
final class HandOverPage {
    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; max-width: 50em; margin: 2em auto;
              padding: 0 1em; color: #1f2328; }
            h1 { margin-bottom: 0; } h2 { font-size: 1.1em; margin: 0; } h3 { font-size: 1em; margin: 0; }
            .quiet { color: #59636e; margin: 0; } table { border-spacing: 0; margin: 1em 0; }
            th { text-align: left; font-weight: normal; color: #59636e; padding-right: 1.5em; vertical-align: top; }
            section { border-top: 1px solid #d1d9e0; padding: .8em 0; }
            article { margin: .8em 0 0 1em; padding-left: 1em; border-left: 3px solid #d1d9e0; }
            article.out { border-left-color: #0969da; }
            .text { white-space: pre-wrap; overflow-wrap: anywhere; margin: .3em 0; }
            @media (prefers-color-scheme: dark) { body { background: #0d1117; color: #e6edf3; } .quiet, th { color: #9198a1; } }
            """;

    private final Words words;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;
    private final Instant now;

    HandOverPage(Words words, ZoneId zone, Instant now) {
        this.words = words;
        this.now = now;
        this.time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.locale()).withZone(zone);
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(words.locale()).withZone(zone);
    }

    /** Writes the page in UTF-8. */
    void write(CustomerRow customer, List<Value> values, HandOverTimeline timeline, OutputStream out)
            throws IOException {
        Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        page.write("<!DOCTYPE html>\n<html lang=\"" + words.locale().toLanguageTag()
                + "\">\n<head><meta charset=\"utf-8\">"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + escaped(customer.name())
                + "</title>\n<style>\n" + STYLE + "</style></head>\n<body>\n");
        head(customer, values, page);
        for (Item item : timeline.items()) {
            page.write("<section>\n");
            switch (item) {
                case Talk talk -> talk(talk, timeline, page);
                case Meeting meeting -> meeting(meeting, page);
                case Logged logged -> entry(logged.entry(), timeline.files(logged.entry()), page);
                case Changed changed -> quiet(time.format(changed.at()) + " · "
                        + ReasonWords.of(words, changed.heading().reason(), changed.heading().about()), page);
            }
            page.write("</section>\n");
        }
        page.write("</body></html>\n");
        page.flush();
    }

    private void head(CustomerRow customer, List<Value> values, Writer page) throws IOException {
        page.write("<h1>" + escaped(customer.name()) + "</h1>\n");
        quiet(words.get("handover.made", time.format(now)), page);
        page.write("<table>\n");
        for (Value value : values) {
            if (value.property().isText()) {
                page.write("<tr><th>" + escaped(FactName.of(words, value.property(), value.label()))
                        + "</th><td class=\"text\">" + escaped(value.raw()) + "</td></tr>\n");
            }
        }
        page.write("</table>\n");
    }

    private void talk(Talk talk, HandOverTimeline timeline, Writer page) throws IOException {
        heading(talk.subject().isBlank() ? words.get("handover.no-subject") : talk.subject(), page);
        List<Packed> mails = timeline.mails(talk);
        quiet(time.format(talk.at()) + " · " + words.count("export.mails", mails.size()), page);
        for (Packed packed : mails) {
            mail(packed, timeline.read(packed), page);
        }
    }

    private void mail(Packed packed, Mail mail, Writer page) throws IOException {
        Instant at = mail.date();
        page.write((packed.outgoing() ? "<article class=\"out\">" : "<article>") + "\n<h3>"
                + escaped(people(mail.from())) + "</h3>\n");
        quiet(Stream.of(words.get(packed.outgoing() ? "handover.sent" : "handover.received"),
                at == null ? "" : time.format(at),
                mail.to().isEmpty() ? "" : words.get("handover.to", people(mail.to())),
                mail.cc().isEmpty() ? "" : words.get("handover.cc", people(mail.cc())))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(" · ")), page);
        page.write("<div class=\"text\">" + escaped(HandOverTimeline.text(mail)) + "</div>\n<p class=\"quiet\">"
                + link(packed.name(), words.get("handover.mail")));
        for (String file : packed.files()) {
            page.write(" · " + link(file, file.substring(file.indexOf('/') + 1)));
        }
        page.write("</p>\n</article>\n");
    }

    private static String people(List<Mailbox> boxes) {
        return boxes.stream().map(box -> box.name().isEmpty() ? box.address() : box.name() + " <" + box.address() + ">")
                .collect(Collectors.joining(", "));
    }

    private void meeting(Meeting meeting, Writer page) throws IOException {
        heading(words.get("record.kind.meeting") + ": " + meeting.summary(), page);
        Instant until = meeting.until();
        String when = meeting.allDay()
                ? day.format(meeting.at())
                : time.format(meeting.at()) + (until == null ? "" : " – " + time.format(until));
        quiet(Stream.of(when, meeting.location(), meeting.organizer(),
                meeting.cancelled() ? words.get("handover.cancelled") : "").filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")), page);
    }

    private void entry(Entry entry, List<String> files, Writer page) throws IOException {
        String title = Stream.of(entry.number(), entry.title()).filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        String kind = words.get("record.kind." + entry.kind().name().toLowerCase(Locale.ROOT));
        heading(title.isEmpty() ? kind : kind + ": " + title, page);
        String amount = entry.amount() == null ? "" : written(entry.amount()) + " " + entry.currency();
        quiet(Stream
                .of(entry.kind().isRecord() ? day.format(entry.at()) : time.format(entry.at()), until(entry), amount,
                        state(entry))
                .filter(part -> !part.isBlank()).collect(Collectors.joining(" · ")), page);
        if (!entry.text().isBlank()) {
            page.write("<div class=\"text\">" + escaped(entry.text()) + "</div>\n");
        }
        if (!files.isEmpty()) {
            quiet(words.get("handover.files", String.join(", ", files)), page);
        }
    }

    /** When it ended, or until when it holds or is to be done. */
    private String until(Entry entry) {
        Instant until = entry.until();
        if (until == null) {
            return "";
        }
        return entry.kind() == Entry.Kind.TASK
                ? words.get("record.due-on", day.format(until))
                : words.get("handover.until", entry.kind().isRecord() ? day.format(until) : time.format(until));
    }

    private String state(Entry entry) {
        boolean task = entry.kind() == Entry.Kind.TASK;
        return task && entry.state().equals(Entry.DONE)
                ? words.get("handover.task-done")
                : task && entry.state().equals(Entry.OPEN) ? words.get("handover.task-open") : entry.state();
    }

    private String written(BigDecimal amount) {
        NumberFormat format = NumberFormat.getInstance(words.locale());
        format.setMinimumFractionDigits(Math.max(0, amount.scale()));
        format.setMaximumFractionDigits(Math.max(0, amount.scale()));
        return format.format(amount);
    }

    private static void heading(String text, Writer page) throws IOException {
        page.write("<h2>" + escaped(text) + "</h2>\n");
    }

    private static void quiet(String text, Writer page) throws IOException {
        page.write("<p class=\"quiet\">" + escaped(text) + "</p>\n");
    }

    /** Each byte of a name stands as it is: no form of Unicode is preferred to another. */
    private static String link(String path, String text) {
        String encoded = URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
        return "<a href=\"" + encoded + "\">" + escaped(text) + "</a>";
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
            }
        }
        return out.toString();
    }
}
