package app.kith.search;

import app.kith.contact.LatinText;
import app.kith.search.Suggestion.Kind;
import app.kith.store.SearchView;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** Proposes how to go on with the word at the caret: fields and their values, tags, customers. */
final class Suggesting {
    private static final int MOST = 10;
    private static final int MOST_CONTACTS = 6;
    private static final List<String> PLACES = List.of("inbox", "sent", "drafts", "archive", "trash", "junk",
            "anywhere",
            "收件箱", "已发送", "草稿箱", "归档", "已删除", "垃圾邮件");

    private final DatedSearcher searcher;
    private final SearchView view;
    private final Clock clock;
    private final List<Suggestion> made = new ArrayList<>();
    private final String typed;
    private final int to;
    private final int from;

    Suggesting(DatedSearcher searcher, SearchView view, Clock clock, String typed, int caret) {
        this.searcher = searcher;
        this.view = view;
        this.clock = clock;
        this.typed = typed;
        this.to = Math.clamp(caret, 0, typed.length());
        this.from = begin();
    }

    /** Where the word at the caret begins; a minus before it stays. */
    private int begin() {
        int at = to;
        while (at > 0 && !Character.isWhitespace(typed.charAt(at - 1))
                && !Character.isSpaceChar(typed.charAt(at - 1))) {
            at--;
        }
        return at < to && typed.charAt(at) == '-' ? at + 1 : at;
    }

    List<Suggestion> make() throws IOException {
        String word = typed.substring(from, to);
        int colon = Math.max(word.indexOf(':'), word.indexOf('：'));
        Field field = colon > 0 ? Field.named(word.substring(0, colon)) : null;
        if (field != null) {
            String value = word.substring(colon + 1);
            values(field, word.substring(0, colon) + ":", value.startsWith("\"") ? value.substring(1) : value);
        } else if (!word.isEmpty() && !word.startsWith("\"")) {
            fields(word);
            tags("tag:", word, 3);
            if (word.length() > 1 || !Words.of(word).isEmpty() && Words.of(word).getFirst().single()) {
                contacts("", word);
            }
        }
        return made.stream().distinct().limit(MOST).toList();
    }

    private void fields(String begun) {
        String lower = begun.toLowerCase(Locale.ROOT);
        for (Field field : Field.values()) {
            for (String name : List.of(field.usual(), field.chinese())) {
                if (!name.isEmpty() && name.startsWith(lower)) {
                    made.add(new Suggestion(Kind.FIELD, name + ":", from, to, name + ":", 0));
                    break;
                }
            }
        }
    }

    private void values(Field field, String head, String begun) throws IOException {
        switch (field) {
            case TAG -> tags(head, begun, MOST);
            case STAGE -> shown(Fields.STAGE_SHOWN, Kind.VALUE, head, begun, MOST);
            case IS -> words(Stream.of(State.values()).flatMap(state -> state.names.stream()).toList(), head, begun);
            case HAS -> words(Stream.of(FileSort.values()).flatMap(sort -> sort.names.stream()).toList(), head, begun);
            case IN -> words(PLACES, head, begun);
            case BEFORE, AFTER, ON -> words(List.of("today", "yesterday", "this-week", "last-week", "this-month",
                    "last-month", "this-year", "last-year", "7d", "30d", "今天", "昨天", "本周", "上周", "本月", "上月", "今年",
                    "去年"),
                    head, begun);
            case INSTAGE -> words(List.of(">7d", ">30d", ">90d", ">7天", ">30天", ">90天"), head, begun);
            case FROM, TO, CC, COMPANY -> contacts(head, begun);
            default -> {
            }
        }
    }

    /** With nothing typed yet, the words of the language of the field's name. */
    private void words(List<String> words, String head, String begun) {
        boolean han = app.kith.contact.Han.in(head + begun);
        String lower = begun.toLowerCase(Locale.ROOT);
        words.stream().filter(word -> word.startsWith(lower) && app.kith.contact.Han.in(word) == han)
                .forEach(word -> made.add(new Suggestion(Kind.VALUE, word, from, to, head + word + " ", 0)));
    }

    private void tags(String head, String begun, int most) throws IOException {
        shown(Fields.TAG_SHOWN, Kind.TAG, head, begun, most);
    }

    private void shown(String field, Kind kind, String head, String begun, int most) throws IOException {
        for (String word : Expansion.of(searcher.getIndexReader(), field, LatinText.folded(begun)).stream().limit(most)
                .toList()) {
            String value = word.substring(word.indexOf(ContactDocument.APART) + 1);
            made.add(new Suggestion(kind, value, from, to, head + quoted(value) + " ", 0));
        }
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
        return plain ? value : '"' + value.replace("\"", "") + '"';
    }

    private void contacts(String head, String begun) throws IOException {
        if (begun.isBlank()) {
            return;
        }
        boolean companies = head.startsWith("company") || head.startsWith("公司");
        Set<app.kith.search.Kind> kinds = companies
                ? EnumSet.of(app.kith.search.Kind.COMPANY)
                : EnumSet.of(app.kith.search.Kind.PERSON, app.kith.search.Kind.COMPANY);
        Query query = Query.parse(begun);
        for (Hit hit : new Finder(searcher, view, clock, MOST_CONTACTS).find(query, kinds).hits()) {
            boolean mail = !head.isEmpty() && !companies;
            String address = mail ? address(hit.id()) : "";
            String value = address.isEmpty() ? quoted(hit.title()) : address;
            made.add(new Suggestion(Kind.CONTACT, hit.title(), from, to, head + value + " ", hit.id()));
        }
    }

    /** The one address of a contact; empty where there is none or several, since then the name says more. */
    private String address(long contact) throws IOException {
        TopDocs found = searcher.search(new TermQuery(new Term(Fields.ID, ContactDocument.id(contact))), 1);
        if (found.scoreDocs.length == 0) {
            return "";
        }
        Document document = searcher.storedFields().document(found.scoreDocs[0].doc, Set.of(Fields.EMAIL));
        String[] addresses = document.getValues(Fields.EMAIL);
        return addresses.length == 1 ? addresses[0] : "";
    }
}
