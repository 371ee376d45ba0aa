package app.kith.promise;

import java.util.List;
import java.util.regex.Pattern;

/** What makes a promise of an English clause, and what makes it none. */
final class EnglishRules {
    private static final String VERB = "(?:send|get back|reply|respond|answer|call|ring|phone|e-?mail|mail|write|provide|deliver|ship|dispatch"
            + "|post|confirm|update|share|forward|prepare|let you know|let you have|come back|revert|follow up|return|check|arrange|pay"
            + "|transfer|wire|settle|remit|issue|submit|finish|complete|quote|review|sign|visit|contact|inform|advise|tell you|give you"
            + "|revise|upload|finali[sz]e|have (?:it|them|this|that|the|your|our|an?)\\b|make sure|get (?:it|them|this|that|the|you)\\b"
            + "|place|release|drop off|bring|hand|present|resend|re-?issue|do (?:it|so|this|that)|order|quote|supply|work out|close)";
    private static final String WILL = "(?:'ll|\\s+will|\\s+shall|\\s+(?:am|are)\\s+going\\s+to|'m\\s+going\\s+to|'re\\s+going\\s+to)";
    private static final String BETWEEN = "(?:\\s+(?:also|then|surely|definitely|certainly|gladly|happily|personally|try to|do our best to|do my best to"
            + "|make sure to|be sure to|be able to|need to|have to|just|both|all|quickly|first|be))?\\s+";

    private static final Pattern OWN = Pattern.compile(
            "\\b(?:i|we)" + WILL + BETWEEN + VERB + "\\b"
                    + "|^(?:ok\\s+|yes\\s+|sure\\s+|and\\s+|so\\s+)?(?:(?:by|on|before|until)\\s+.{3,25}?)?\\b(?:i|we)\\s+promise\\s+to\\s+"
                    + VERB
                    + "|^(?:ok\\s+|sure\\s+|then\\s+)?(?:will|shall)\\s+(?:also\\s+)?(?:" + VERB + "|do)\\b"
                    + "|\\b(?:i\\s*'m|i\\s+am|we\\s*'re|we\\s+are)\\s+(?:sending|calling|shipping|delivering|dispatching|paying|posting|forwarding|visiting|returning)\\b"
                    + "|\\blet me\\s+(?:get back|come back|revert|send you|call you|check .{0,40}get back)\\b"
                    + "|\\b(?:i|we)" + WILL
                    + "\\s+be\\s+(?:sending|calling|shipping|delivering|in touch|back to you|getting back)\\b");
    /** What the other side will get, and what will be done by nobody in particular. */
    private static final Pattern GIVEN = Pattern.compile(
            "\\byou(?:'ll|\\s+will|\\s+are going to)\\s+(?:receive|have|get|hear\\s+(?:back\\s+)?from|be\\s+(?:contacted|informed|notified))\\b"
                    + "|\\bwill\\s+be\\s+(?:sent|shipped|delivered|dispatched|ready|with you|paid|transferred|issued|finished|completed|confirmed|done"
                    + "|in your (?:inbox|hands)|submitted|posted|provided|settled|released|available|on its way)\\b"
                    + "|\\b(?:samples?|goods|parts|replacements?|pieces|ones|order|shipment|documents?|report|drawings?|contract|quotation|invoice)\\b"
                    + ".{0,40}?\\b(?:leaves?|follows?|ships?|goes out|go out)\\b"
                    + "|\\bexpect\\s+(?:it|them|our|my|the)\\b.{0,40}\\bfrom\\s+(?:us|me)\\b|^(?:you can\\s+)?expect\\s+(?:it|them|our|my)\\b");
    /** A colleague, the team, the plant does it for the author. */
    private static final Pattern DEPUTY = Pattern.compile(
            "\\b(?:my|our)\\s+(?:[\\w-]+\\s+){1,4}(?:will|'ll|is going to)" + BETWEEN + VERB + "\\b"
                    + "|\\b(?:colleague|team|engineer|warehouse|accounting|factory|plant|workshop)\\s+(?:[\\w-]+\\s+){0,2}will"
                    + BETWEEN + VERB
                    + "\\b");

    private static final Pattern NONE = Pattern.compile(
            "[?？]\\s*$|\\b(?:not|won't|can't|cannot|couldn't|wouldn't|don't|didn't|never|unable|no longer|neither|hardly|without)\\b"
                    + "|\\b(?:unless|once|as soon as|in case|provided|assuming|subject to|depending|whenever|upon receipt|after (?:you|your|we receive|receipt|payment)"
                    + "|when (?:you|we (?:get|receive|have))|would|might|may be|maybe|perhaps|could|should|hope to|hoping to|wish|probably|possibly)\\b"
                    + "|\\b(?:said|told|promised|mentioned|wrote|agreed) (?:that )?(?:i|you|we|he|she|they)\\b|\\bas you promised\\b"
                    + "|^(?:please|kindly|can|could|would)\\b|\\b(?:please|kindly) (?:send|let|confirm|reply|provide|get|advise|call|return|make)\\b"
                    + "|\\b(?:already|yesterday|last (?:week|month|monday|tuesday|wednesday|thursday|friday))\\b");
    private static final Pattern IF = Pattern.compile("\\bif\\b");
    /** Here "if" is what will be found out, and no condition. */
    private static final Pattern WHETHER = Pattern
            .compile("\\b(?:know|see|check|tell you|confirm|ask|find out)\\b.{0,40}\\bif\\b");
    /** Negations that deny nothing. */
    private static final Pattern HARMLESS = Pattern
            .compile(
                    "\\b(?:not later than|no later than|don't worry|do not worry|not a problem|if not (?:earlier|sooner)|why not|not only"
                            + "|sorry for not \\w+ing|i have not forgotten|i haven't forgotten)\\b");

    private static final List<String> HINTS = List.of("will", "'ll", "shall", "going to", "let me", "promise", "expect",
            "'m ",
            " am ", "'re ", " are ", "leave", "follow", "ship", "goes out", "go out");

    private EnglishRules() {}

    /** Whether it is worth looking closer: a quick look that most sentences do not pass. */
    static boolean mayPromise(String sentence) {
        return HINTS.stream().anyMatch(sentence::contains);
    }

    /** Whether a sentence cannot promise: a question, a condition, a denial, a request, a report. */
    static boolean isNone(String sentence) {
        String bare = HARMLESS.matcher(sentence).replaceAll(" ");
        return NONE.matcher(bare).find() || IF.matcher(bare).find() && !WHETHER.matcher(bare).find();
    }

    /** Whether a clause says what its author will do, or what the other side will get. */
    static boolean isPromise(String clause) {
        return OWN.matcher(clause).find() || GIVEN.matcher(clause).find() || DEPUTY.matcher(clause).find();
    }
}
