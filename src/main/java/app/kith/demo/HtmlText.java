package app.kith.demo;

import app.kith.demo.Letter.Block;
import app.kith.demo.Letter.Paragraph;
import app.kith.demo.Letter.Table;
import java.util.List;

/** Sets letters and what they quote as HTML, in the manner of the program. */
final class HtmlText {
    private HtmlText() {}

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    static String of(Letter letter, Program program, String logo) {
        StringBuilder html = new StringBuilder(1200);
        for (Block block : letter.blocks()) {
            switch (block) {
                case Paragraph paragraph -> line(html, escape(paragraph.text()), program, true);
                case Table table -> table(html, table);
            }
        }
        if (letter.dashes()) {
            html.append("<span class=\"gmail_signature_prefix\">-- </span><br>\n");
        }
        for (String line : letter.signature()) {
            line(html, escape(line), program, false);
        }
        if (!logo.isEmpty()) {
            html.append("<p><img src=\"cid:").append(logo).append(
                    "\" width=\"160\" height=\"48\" alt=\"logo\"></p>\n");
        }
        return html.toString();
    }

    private static void line(StringBuilder html, String text, Program program, boolean gap) {
        switch (program) {
            case OUTLOOK -> html.append("<p class=MsoNormal><span style='font-size:11.0pt'>").append(text).append(
                    "<o:p></o:p></span></p>\n").append(gap ? "<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n" : "");
            case FOXMAIL,
                    QQMAIL ->
                html.append("<div>").append(text).append("</div>\n").append(gap
                        ? "<div><br></div>\n"
                        : "");
            default -> html.append("<div>").append(text).append("</div>").append(gap ? "<div><br></div>" : "").append(
                    '\n');
        }
    }

    private static void table(StringBuilder html, Table table) {
        html.append("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" style=\"border-collapse:collapse\">\n");
        String cell = "th";
        for (List<String> row : table.rows()) {
            html.append("<tr>");
            for (String value : row) {
                html.append('<').append(cell).append('>').append(escape(value)).append("</").append(cell).append('>');
            }
            html.append("</tr>\n");
            cell = "td";
        }
        html.append("</table>\n<p></p>\n");
    }

    /** {@return a quoted letter, with the sentence that introduces it} */
    static String marked(String sentence, String inner, Program program) {
        String intro = escape(sentence);
        return switch (program) {
            case GMAIL -> "<br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">" + intro
                    + "<br></div>\n<blockquote class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex;"
                    + "border-left:1px solid rgb(204,204,204);padding-left:1ex\">\n" + inner + "</blockquote></div>\n";
            case APPLE -> "<div><br><blockquote type=\"cite\"><div>" + intro + "</div><br>\n" + inner
                    + "</blockquote></div>\n";
            default -> "<div class=\"moz-cite-prefix\">" + intro + "<br></div>\n<blockquote type=\"cite\">\n" + inner
                    + "</blockquote>\n";
        };
    }

    /** {@return a quoted letter under its head of four lines} */
    static String headed(String rule, List<List<String>> head, String inner, Program program) {
        StringBuilder html = new StringBuilder(inner.length() + 800);
        html.append(switch (program) {
            case OUTLOOK -> "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>"
                    + "<p class=MsoNormal>";
            case QQMAIL -> "<div><br></div><div style=\"font-size:12px;padding:2px 0\">" + escape(rule)
                    + "</div>\n<div style=\"font-size:12px;background:#efefef;padding:8px\">";
            default ->
                "<div><br></div><hr style=\"width:210px;height:1px\" color=\"#b5c4df\" size=\"1\" align=\"left\">\n"
                        + "<blockquote style=\"margin-Top:0px;margin-Bottom:0px;margin-Left:0.5em\">"
                        + "<div style=\"padding-right:8px;padding-left:8px;font-size:12px;background:#efefef\">";
        });
        for (List<String> line : head) {
            html.append("<b>").append(escape(line.get(0))).append("</b>").append(escape(line.get(1))).append("<br>\n");
        }
        html.append(program == Program.OUTLOOK ? "</p></div>\n" : "</div>\n<div><br></div>\n").append(inner);
        if (program == Program.FOXMAIL) {
            html.append("</blockquote>\n");
        }
        return html.toString();
    }

    /** {@return the whole document as the program sends it} */
    static String document(String body, Program program, String charset) {
        return switch (program) {
            case OUTLOOK -> "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head>\n"
                    + "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + charset + "\">\n"
                    + "<meta name=Generator content=\"Microsoft Word 15\">\n<style><!--\n"
                    + "p.MsoNormal {margin:0cm; font-size:11.0pt; font-family:\"Calibri\",sans-serif;}\n"
                    + "div.WordSection1 {page:WordSection1;}\n--></style></head>\n"
                    + "<body lang=EN-US link=\"#0563C1\" vlink=\"#954F72\"><div class=WordSection1>\n" + body
                    + "</div></body></html>\n";
            case FOXMAIL -> "<html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=" + charset
                    + "\"><style>body { line-height: 1.5; }body { font-size: 14px; font-family: 'Microsoft YaHei UI'; "
                    + "color: rgb(0, 0, 0); }</style></head><body>\n" + body + "</body></html>\n";
            case QQMAIL -> "<div style=\"font-family:-apple-system,system-ui;font-size:14px\">\n" + body + "</div>\n";
            case GMAIL -> "<div dir=\"ltr\">" + body + "</div>\n";
            default -> "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + charset
                    + "\"></head><body>\n" + body + "</body></html>\n";
        };
    }
}
