package app.kith.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the lines of a failure notice without a report are: the copy of the failed mail, labels, addresses of helpers. */
final class FailureWords {
    private static final Pattern COPY = Pattern.compile(
            "[-=*_ ]{2,}.*(?:copy of the message|original message|message header|header of the original|returned message"
                    + "|unsent message|message text follows|original mail|returned mail|returned header).*"
                    + "|(?:original message (?:follows|headers?)|the original message (?:was|follows|headers)|below (?:this line )?is (?:a copy|the (?:original )?(?:message|header))"
                    + "|content of the original|(?:first|the) .{0,20}original message).*[:.]"
                    + "|(?:邮件原文|原始邮件(?:头|标题|内容)|原邮件内容)[:：]?|original message headers:?|原始邮件头[:：]?");
    private static final Pattern FIELD = Pattern.compile("(?:received|return-path|message-id|mime-version): .*");
    private static final Pattern BY_THE_WAY = Pattern.compile(
            "(?:message-id|user-agent|from|sender|to|cc|subject|sent|date|reply-to|发件人|發件人|寄件者|发信人|主题|主\\s*题|主旨|抄送|发送时间|时\\s*间|被退回邮件|von|an|de)\\s*[:：|].*"
                    + "|(?:发件人|发信人|寄件者)\\s.*");
    private static final Pattern ABOUT_HELP = Pattern.compile(
            ".*(?:contact|please (?:send|forward|call|mail)|assistance|for help|help desk|support|report (?:this|it) to|questions|联系|聯繫|聯絡|请发送|反馈|咨询|问い合わせ|wenden sie).*");
    private static final Pattern SENDER_BEFORE = Pattern.compile(".*(?:from|sender|by|来自|发件人)[:：]?\\s?[<(（]?");
    private static final Pattern REASON = Pattern.compile(
            "(?:退信原因|失败原因|原因|投递结果|远程响应|退信代码|错误信息|错误代码|退信详情|reason|error|cause|diagnostic(?: information)?|status|the reason|response|grund|fehler)\\s*(?:[:：|]|\\s{1,8}(?=\\p{IsHan}|\\d))\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SAYS_NOTHING = Pattern.compile(
            "[^\\p{L}\\p{N}]*|[-=*_ ]{3,}.*|\\((?:ultimately )?generated from .*|technical details.*|diagnostic information.*|generating server.*|.*transcript of session.*|because[:：]?|on .{4,30}\\d:\\d\\d.{0,20}|\\(expanded from.*"
                    + "|.*while talking to.*|>>>.*|the (?:error|response).*(?:was|is):|sent by microsoft.*|rejected by.*|it's attached below.*|(?:reporting-mta|remote-mta|arrival-date|final-recipient|action|status|user-agent): .*|[^：:]{3,120}[:：]|原邮件信息.*"
                    + "|(?:退信原因|失败原因|英文说明|解决方案|建议解决方案)[:：]?");

    private FailureWords() {}

    /** {@return whether the copy of the failed mail begins at a line} */
    static boolean beginsCopy(String line) {
        return line.length() <= 200 && COPY.matcher(line.toLowerCase(Locale.ROOT)).matches();
    }

    /** {@return whether a line is a header field of the failed mail; above the addresses it only says which mail that was} */
    static boolean isField(String line) {
        return FIELD.matcher(line.toLowerCase(Locale.ROOT)).matches();
    }

    /** {@return whether a line tells of the failed mail rather than of the failure} */
    static boolean isByTheWay(String line) {
        return BY_THE_WAY.matcher(line.toLowerCase(Locale.ROOT)).matches();
    }

    /** {@return whether an address in a line belongs to somebody who helps} */
    static boolean isAboutHelp(String line) {
        return ABOUT_HELP.matcher(line.toLowerCase(Locale.ROOT)).matches();
    }

    /** {@return whether the words before an address make it the sender's} */
    static boolean isSender(String before) {
        return SENDER_BEFORE.matcher(before.toLowerCase(Locale.ROOT)).matches();
    }

    /** {@return whether a line tells no reason} */
    static boolean saysNothing(String line) {
        return SAYS_NOTHING.matcher(line.toLowerCase(Locale.ROOT)).matches();
    }

    /** {@return a line without a label such as {@code 退信原因：}} */
    static String withoutLabel(String line) {
        var label = REASON.matcher(line);
        return label.lookingAt() ? line.substring(label.end()) : line;
    }

    /** {@return whether a line names the reason by a label} */
    static boolean isReason(String line) {
        return REASON.matcher(line).lookingAt();
    }
}
