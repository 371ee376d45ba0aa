package app.kith.search;

import app.kith.search.Query.Clause;
import app.kith.search.Query.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a typed line from left to right. */
final class QueryReader {
    private static final String QUOTES = "\"“”„‟＂「」『』«»";
    private static final Set<String> OR = Set.of("OR", "|", "||", "或", "或者");
    private static final Set<String> AND = Set.of("AND", "&", "&&", "并且");
    private static final Set<String> NOT = Set.of("NOT", "非");
    private static final Set<String> SPANS = Set.of("last", "this", "past");
    /** Words that are a whole condition by themselves. */
    private static final Map<String, Term> SHORT = Map.of("未读", new Term(Field.IS, "unread", false), "已读",
            new Term(Field.IS, "read", false), "已标记", new Term(Field.IS, "flagged", false), "有附件",
            new Term(Field.HAS, "attachment", false));

    private final String typed;
    private final List<Clause> clauses = new ArrayList<>();
    private int at;
    private boolean alternative;
    private boolean negative;
    private boolean open;
    private @Nullable String operator;

    QueryReader(String typed) {
        this.typed = typed;
    }

    Query read() {
        while (skipBlanks()) {
            boolean minus = isMinus(typed.charAt(at)) && at + 1 < typed.length() && !isBlank(typed.charAt(at + 1));
            if (minus) {
                at++;
                operatorAsWord();
                negative = true;
            }
            Term term = term();
            if (term != null && !(isOperator(term, minus) && operator(term.value()))) {
                add(term);
            }
        }
        operatorAsWord();
        return new Query(clauses, open);
    }

    private static boolean isOperator(Term term, boolean minus) {
        String word = term.value();
        return !minus && term.field() == Field.ANY && !term.phrase()
                && (OR.contains(word) || AND.contains(word) || NOT.contains(word));
    }

    /** Notes an operator that has something before and behind it; where it has not it is a word. */
    private boolean operator(String word) {
        boolean needsBefore = !NOT.contains(word);
        boolean before = !clauses.isEmpty() && !(OR.contains(word) && clauses.getLast().excluded());
        if (operator != null || negative || needsBefore && !before) {
            return false;
        }
        operator = word;
        alternative = OR.contains(word);
        negative = NOT.contains(word);
        return true;
    }

    /** An operator with nothing behind it was a word. */
    private void operatorAsWord() {
        String word = operator;
        operator = null;
        alternative = false;
        negative = false;
        if (word != null && hasWord(word)) {
            add(new Term(Field.ANY, word, true));
        }
    }

    private void add(Term term) {
        Term added = isOperator(term, false) ? new Term(Field.ANY, term.value(), true) : term;
        if (!hasWord(added.value())) {
            negative = false;
            return;
        }
        open = !added.phrase() && at == typed.length();
        if (alternative) {
            Clause before = clauses.removeLast();
            List<Term> anyOf = new ArrayList<>(before.anyOf());
            anyOf.add(added);
            clauses.add(new Clause(false, anyOf));
        } else {
            clauses.add(new Clause(negative, List.of(added)));
        }
        operator = null;
        alternative = false;
        negative = false;
    }

    /** {@return the next term; null where there is nothing in it} */
    private @Nullable Term term() {
        if (isQuote(typed.charAt(at))) {
            return new Term(Field.ANY, quoted(), true);
        }
        int start = at;
        while (at < typed.length() && !isBlank(typed.charAt(at)) && !isQuote(typed.charAt(at))) {
            char c = typed.charAt(at);
            Field field = isColon(c) ? Field.named(typed.substring(start, at)) : null;
            if (field != null && field != Field.ANY) {
                at++;
                return value(field, start);
            }
            at++;
        }
        if (at < typed.length() && isQuote(typed.charAt(at)) && at > start + 1 && isColon(typed.charAt(at - 1))) {
            String name = typed.substring(start, at - 1); // Of a field of the user's own.
            return new Term(Field.ANY, name + ":" + quoted(), true);
        }
        return asText(typed.substring(start, at));
    }

    /** The value behind a field's name; the whole is text where the field does not understand it. */
    private @Nullable Term value(Field field, int start) {
        int behind = at;
        boolean apart = skipBlanks() && at > behind;
        if (at >= typed.length() || apart && !couldBeValue()) {
            at = behind;
            return null;
        }
        boolean phrase = isQuote(typed.charAt(at));
        String value = phrase ? quoted() : word();
        if (field.isDate() && !phrase && SPANS.contains(value)) {
            value = span(value);
        }
        Term term = new Term(field, value, phrase);
        if (!hasWord(value) || understands(field, value)) {
            return term;
        }
        if (field == Field.HAS) {
            return new Term(Field.FILE, value, phrase);
        }
        return phrase ? new Term(Field.ANY, value, true) : asText(apart ? value : typed.substring(start, at));
    }

    private static Term asText(String word) {
        return SHORT.getOrDefault(word, new Term(Field.ANY, word, false));
    }

    /** A word behind a blank belongs to the field before it, unless it begins something of its own. */
    private boolean couldBeValue() {
        int start = at;
        String next = isQuote(typed.charAt(at)) ? "" : word();
        at = start;
        int colon = 0;
        while (colon < next.length() && !isColon(next.charAt(colon))) {
            colon++;
        }
        boolean field = colon < next.length() && Field.named(next.substring(0, colon)) != null;
        return !field && !OR.contains(next) && !AND.contains(next) && !NOT.contains(next)
                && !isMinus(typed.charAt(start));
    }

    /** {@code last month} is one value. */
    private String span(String first) {
        int behind = at;
        if (skipBlanks() && !isQuote(typed.charAt(at))) {
            String unit = word();
            if (Set.of("week", "month", "year").contains(unit)) {
                return first + "-" + unit;
            }
        }
        at = behind;
        return first;
    }

    private static boolean understands(Field field, String value) {
        return switch (field) {
            case BEFORE, AFTER, ON -> DayRange.of(value, java.time.LocalDate.EPOCH) != null;
            case IS -> State.named(value) != null || CustomerState.named(value) != null;
            case HAS -> FileSort.named(value) != null;
            case INSTAGE -> StageAge.of(value) != null;
            default -> true;
        };
    }

    private String word() {
        int start = at;
        while (at < typed.length() && !isBlank(typed.charAt(at)) && !isQuote(typed.charAt(at))) {
            at++;
        }
        return typed.substring(start, at);
    }

    /** Reads up to the next quotation mark, or to the end. */
    private String quoted() {
        int start = ++at;
        while (at < typed.length() && !isQuote(typed.charAt(at))) {
            at++;
        }
        String inside = typed.substring(start, at).strip();
        if (at < typed.length()) {
            at++;
        }
        return inside;
    }

    private boolean skipBlanks() {
        while (at < typed.length() && isBlank(typed.charAt(at))) {
            at++;
        }
        return at < typed.length();
    }

    /** Whether there is anything that can be looked for. */
    static boolean hasWord(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '－' || c == '–';
    }

    private static boolean isColon(char c) {
        return c == ':' || c == '：';
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
