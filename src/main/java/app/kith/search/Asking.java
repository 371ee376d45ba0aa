package app.kith.search;

import app.kith.change.FolderRole;
import app.kith.search.Asked.Weighed;
import app.kith.search.Query.Clause;
import app.kith.search.Query.Term;
import app.kith.store.MessageStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** One query, put for contacts, for mails, for files and for entries: each looks in its own fields. */
final class Asking {
    private static final List<Weighed> CONTACT = List.of(new Weighed(Fields.NAME, 4, 1),
            new Weighed(Fields.EMAIL_WORDS, 2, 2), new Weighed(Fields.FIRM, 2, 1), new Weighed(Fields.OTHER, 0.7f, 3));
    private static final List<Weighed> NAMED = List.of(new Weighed(Fields.NAME, 4, 1),
            new Weighed(Fields.EMAIL_WORDS, 2, 2), new Weighed(Fields.FIRM, 2, 1));
    private static final List<Weighed> MAIL = List.of(new Weighed(Fields.SUBJECT, 3, 2),
            new Weighed(Fields.PEOPLE, 2, 2), new Weighed(Fields.FILES, 1.5f, 3), new Weighed(Fields.TEXT, 1, 3),
            new Weighed(Fields.QUOTED, 0.3f, 6));
    private static final List<Weighed> FILE = List.of(new Weighed(Fields.FILE_NAME, 3, 2),
            new Weighed(Fields.FILE_TEXT, 1, 3));
    private static final List<Weighed> ENTRY = List.of(new Weighed(Fields.TITLE, 3, 2),
            new Weighed(Fields.NOTE, 1, 3));
    static final Map<String, FolderRole> FOLDERS = Map.ofEntries(Map.entry("inbox", FolderRole.INBOX),
            Map.entry("收件箱", FolderRole.INBOX), Map.entry("sent", FolderRole.SENT), Map.entry("已发送", FolderRole.SENT),
            Map.entry("drafts", FolderRole.DRAFTS), Map.entry("draft", FolderRole.DRAFTS),
            Map.entry("草稿", FolderRole.DRAFTS), Map.entry("草稿箱", FolderRole.DRAFTS),
            Map.entry("trash", FolderRole.TRASH), Map.entry("bin", FolderRole.TRASH),
            Map.entry("已删除", FolderRole.TRASH), Map.entry("废纸篓", FolderRole.TRASH),
            Map.entry("spam", FolderRole.JUNK), Map.entry("junk", FolderRole.JUNK), Map.entry("垃圾邮件", FolderRole.JUNK),
            Map.entry("archive", FolderRole.ARCHIVE), Map.entry("归档", FolderRole.ARCHIVE),
            Map.entry("outbox", FolderRole.OUTBOX), Map.entry("发件箱", FolderRole.OUTBOX));
    static final Set<String> ANYWHERE = Set.of("anywhere", "all", "全部", "任何");
    private static final Pattern COLON = Pattern.compile("[:：]");
    private static final int MOST_NAMED = 8;
    private static final int MOST_TAGGED = 5000;
    private static final int LEAST_DIGITS = 3;
    private static final long PIVOT = 120L * 86_400_000;
    private static final float LATELY = 3;

    private final app.kith.search.Query query;
    private final IndexSearcher searcher;
    private final Asked asked;
    private final Folders folders;
    private final Clock clock;
    private final @Nullable Term growing;
    private final boolean many;
    private final Map<String, Set<String>> named = new HashMap<>();

    Asking(app.kith.search.Query query, IndexSearcher searcher, Folders folders, Clock clock, boolean nearly) {
        this.query = query;
        this.searcher = searcher;
        this.asked = new Asked(searcher.getIndexReader(), nearly);
        this.folders = folders;
        this.clock = clock;
        this.growing = query.open() ? query.clauses().getLast().anyOf().getLast() : null;
        this.many = query.clauses().stream().filter(clause -> !clause.excluded()).count() > 1;
    }

    private boolean grows(Term term) {
        return term.equals(growing);
    }

    /** Tells which messages lie in folders: see {@link app.kith.store.SearchView#inFolder}. */
    interface Folders {
        long @Nullable [] messages(@Nullable String role, String name);
    }

    /** What contacts are asked. */
    Query contacts() {
        return Asked.all(query.clauses(), term -> contact(term, CONTACT)).build();
    }

    /** What contacts are asked, where only names, numbers and companies count. */
    Query named() {
        return Asked.all(query.clauses(), term -> contact(term, NAMED)).build();
    }

    private @Nullable Query contact(Term term, List<Weighed> fields) {
        return switch (term.field()) {
            case ANY -> contact(term.value(), grows(term), fields);
            case TAG -> tagged(Fields.TAG, term);
            case STAGE -> tagged(Fields.STAGE, term);
            case COMPANY -> firm(term);
            default -> null;
        };
    }

    private Query tagged(String field, Term term) {
        String value = Asked.folded(term.value());
        return new ConstantScoreQuery(grows(term)
                ? new PrefixQuery(new org.apache.lucene.index.Term(field, value))
                : new TermQuery(new org.apache.lucene.index.Term(field, value)));
    }

    private Query firm(Term term) {
        List<Query> any = new ArrayList<>();
        any.add(words(term.value(), grows(term), List.of(new Weighed(Fields.FIRM, 2, 1))));
        keys(Fields.FIRM_KEY, term.value(), grows(term), 2, any);
        return Asked.best(any);
    }

    private Query contact(String text, boolean grows, List<Weighed> fields) {
        List<Query> any = new ArrayList<>();
        any.add(words(text, grows, fields));
        if (Asked.isAddress(text)) {
            any.add(key(Fields.EMAIL, app.kith.contact.EmailAddress.of(text).normal(), grows, 8));
        }
        keys(Fields.NAME_KEY, text, grows, 5, any);
        keys(Fields.FIRM_KEY, text, grows, 2, any);
        own(text, grows, any);
        if (Words.isNumber(text, LEAST_DIGITS)) {
            String digits = Words.digits(text);
            String bare = digits.replaceFirst("^(00)?(86(?=1))?0*", "");
            for (String form : new LinkedHashSet<>(List.of(digits, bare.isEmpty() ? digits : bare))) {
                any.add(new BoostQuery(new PrefixQuery(new org.apache.lucene.index.Term(Fields.PHONE, form)), 6));
            }
            any.add(new BoostQuery(new PrefixQuery(new org.apache.lucene.index.Term(Fields.PHONE_TAIL,
                    new StringBuilder(digits).reverse().toString())), 4));
        }
        return Asked.best(any);
    }

    /** Short forms of names are looked for where one word was typed, or a name with a hyphen or a dot in it. */
    private void keys(String field, String text, boolean grows, float boost, List<Query> any) {
        StringBuilder joined = new StringBuilder();
        Words.of(text).forEach(word -> joined.append(word.text()));
        if (!joined.isEmpty() && text.indexOf('@') < 0) {
            any.add(key(field, joined.toString(), grows, boost));
        }
    }

    /** A name, a colon and the beginning of a value: a field of the user's own. */
    private static void own(String text, boolean grows, List<Query> any) {
        String[] parts = COLON.split(text, 2);
        if (parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank()) {
            String key = Asked.folded(parts[0]) + ContactDocument.APART + Asked.folded(parts[1]);
            any.add(new BoostQuery(new ConstantScoreQuery(grows
                    ? new PrefixQuery(new org.apache.lucene.index.Term(Fields.OWN, key))
                    : new TermQuery(new org.apache.lucene.index.Term(Fields.OWN, key))), 6));
        }
    }

    private Query key(String field, String key, boolean grows, float boost) {
        try {
            return Asked.boosted(asked.key(field, key, grows), boost);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query words(String text, boolean grows, List<Weighed> fields) {
        try {
            return asked.words(text, grows, fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What mails are asked. */
    Query mails() {
        BooleanQuery.Builder all = Asked.all(query.clauses(), term -> mail(term, MAIL, Fields.FILES));
        return mailed(all);
    }

    /** What files are asked. */
    Query files() {
        List<Weighed> fields = new ArrayList<>(FILE);
        if (many) {
            fields.add(new Weighed(Fields.PEOPLE, 0.5f, 3));
        }
        BooleanQuery.Builder all = Asked.all(query.clauses(), term -> mail(term, fields, Fields.FILE_NAME));
        List<Query> own = query.clauses().stream().filter(clause -> !clause.excluded())
                .flatMap(clause -> clause.anyOf().stream())
                .filter(term -> term.field() == Field.ANY || term.field() == Field.FILE)
                .map(term -> words(term.value(), grows(term), FILE)).toList();
        if (many && !own.isEmpty()) {
            all.add(Asked.best(own), Occur.FILTER);
        }
        all.add(new TermQuery(new org.apache.lucene.index.Term(Fields.KIND, Kind.FILE.name())), Occur.FILTER);
        return mailed(all);
    }

    private Query mailed(BooleanQuery.Builder all) {
        boolean placed = query.clauses().stream().flatMap(clause -> clause.anyOf().stream())
                .anyMatch(term -> term.field() == Field.IN);
        if (!placed) {
            all.add(new StatusQuery(MessageStatus.VISIBLE, MessageStatus.VISIBLE), Occur.FILTER);
        }
        all.add(LongField.newDistanceFeatureQuery(Fields.AT, LATELY, clock.millis(), PIVOT), Occur.SHOULD);
        return all.build();
    }

    private @Nullable Query mail(Term term, List<Weighed> fields, String fileField) {
        return switch (term.field()) {
            case ANY -> anyMail(term, fields);
            case FROM -> isMe(term)
                    ? new StatusQuery(MessageStatus.OUTGOING, MessageStatus.OUTGOING)
                    : people(term, List.of(Fields.FROM));
            case TO -> isMe(term)
                    ? new StatusQuery(MessageStatus.OUTGOING, 0)
                    : people(term, List.of(Fields.TO, Fields.CC));
            case CC -> people(term, List.of(Fields.CC));
            case SUBJECT -> words(term.value(), grows(term), List.of(new Weighed(Fields.SUBJECT, 3, 2)));
            case FILE -> words(term.value(), grows(term), fileField.equals(Fields.FILE_NAME)
                    ? FILE
                    : List.of(new Weighed(Fields.FILES, 2, 2)));
            case HAS -> has(term.value());
            case BEFORE, AFTER, ON -> Asked.days(term, LocalDate.now(clock), clock.getZone());
            case TAG, STAGE, COMPANY -> ofContacts(contact(term, CONTACT));
            case IS -> state(term.value());
            case INSTAGE -> MatchNoDocsQuery.INSTANCE;
            case IN -> folder(term.value());
        };
    }

    static boolean isMe(Term term) {
        return Set.of("me", "我", "自己").contains(term.value().toLowerCase(Locale.ROOT));
    }

    private Query anyMail(Term term, List<Weighed> fields) {
        List<Query> any = new ArrayList<>();
        any.add(words(term.value(), grows(term), fields));
        if (Asked.isAddress(term.value())) {
            any.add(new BoostQuery(new TermQuery(new org.apache.lucene.index.Term(Fields.ADDRESS,
                    app.kith.contact.EmailAddress.of(term.value()).normal())), 2));
        }
        Set<String> addresses = namedAddresses(term);
        if (!addresses.isEmpty() && fields.stream().anyMatch(field -> field.name().equals(Fields.PEOPLE))) {
            any.add(new BoostQuery(Asked.oneOf(Fields.ADDRESS, addresses), 2));
        }
        return Asked.best(any);
    }

    private Query people(Term term, List<String> fields) {
        List<Query> any = new ArrayList<>();
        Set<String> addresses = namedAddresses(term);
        for (String field : fields) {
            any.add(Asked.isAddress(term.value())
                    ? new TermQuery(new org.apache.lucene.index.Term(field + ".address",
                            app.kith.contact.EmailAddress.of(term.value()).normal()))
                    : words(term.value(), grows(term), List.of(new Weighed(field, 2, 1))));
            if (!addresses.isEmpty()) {
                any.add(Asked.oneOf(field + ".address", addresses));
            }
        }
        return Asked.best(any);
    }

    /** The addresses of those few customers whom a word names: their mails may spell the name otherwise, or not at all. */
    private Set<String> namedAddresses(Term term) {
        Set<String> known = named.get(term.value());
        if (known == null) {
            known = findAddresses(term);
            named.put(term.value(), known);
        }
        return known;
    }

    private Set<String> findAddresses(Term term) {
        List<Words.Word> words = Words.of(term.value());
        if (words.isEmpty() || words.size() == 1 && words.getFirst().text().length() < 2
                || Words.isNumber(term.value(), 1)) {
            return Set.of();
        }
        List<Query> any = new ArrayList<>();
        any.add(words(term.value(), false, List.of(new Weighed(Fields.NAME, 4, 1))));
        keys(Fields.NAME_KEY, term.value(), false, 5, any);
        return addresses(Asked.best(any), MOST_NAMED);
    }

    private Query ofContacts(@Nullable Query contacts) {
        Set<String> addresses = contacts == null ? Set.of() : addresses(contacts, MOST_TAGGED);
        return addresses.isEmpty() ? MatchNoDocsQuery.INSTANCE : Asked.oneOf(Fields.ADDRESS, addresses);
    }

    private Set<String> addresses(Query contacts, int most) {
        Set<String> addresses = new LinkedHashSet<>();
        try {
            for (ScoreDoc found : searcher.search(contacts, most).scoreDocs) {
                addresses.addAll(List.of(searcher.storedFields().document(found.doc, Set.of(Fields.EMAIL))
                        .getValues(Fields.EMAIL)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return addresses;
    }

    private static Query has(String value) {
        FileSort sort = FileSort.named(value);
        return new ConstantScoreQuery(new TermQuery(
                new org.apache.lucene.index.Term(Fields.HAS, sort == null ? value : sort.name())));
    }

    private static Query state(String value) {
        State state = State.named(value);
        return state == null ? MatchNoDocsQuery.INSTANCE : new StatusQuery(state.bit, state.set ? state.bit : 0);
    }

    private Query folder(String value) {
        String name = value.toLowerCase(Locale.ROOT);
        if (ANYWHERE.contains(name)) {
            return new StatusQuery(0, 0);
        }
        FolderRole role = FOLDERS.get(name);
        long[] messages = folders.messages(role == null ? null : role.name(), value);
        return messages == null || messages.length == 0
                ? MatchNoDocsQuery.INSTANCE
                : NumericDocValuesField.newSlowSetQuery(Fields.KEY, messages);
    }

    /** What activities and records are asked. */
    Query entries() {
        return Asked.all(query.clauses(), term -> switch (term.field()) {
            case ANY -> entry(term);
            case BEFORE, AFTER, ON -> Asked.days(term, LocalDate.now(clock), clock.getZone());
            case SUBJECT -> words(term.value(), grows(term), List.of(new Weighed(Fields.TITLE, 3, 2)));
            case TAG, STAGE, COMPANY -> with(contact(term, CONTACT), MOST_TAGGED);
            default -> null;
        }).add(new TermQuery(new org.apache.lucene.index.Term(Fields.KIND, Kind.MAIL.name())), Occur.MUST_NOT)
                .build();
    }

    private Query entry(Term term) {
        Query own = words(term.value(), grows(term), ENTRY);
        if (!many) {
            return own;
        }
        return Asked.best(List.of(own, new BoostQuery(with(named(term), MOST_NAMED), 0.5f)));
    }

    private Query named(Term term) {
        return contact(term.value(), grows(term), NAMED);
    }

    private Query with(@Nullable Query contacts, int most) {
        Set<Long> ids = new HashSet<>();
        if (contacts != null) {
            try {
                for (ScoreDoc found : searcher.search(contacts, most).scoreDocs) {
                    ids.add(Finder.key(searcher, found.doc));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ids.isEmpty()
                ? MatchNoDocsQuery.INSTANCE
                : new ConstantScoreQuery(NumericDocValuesField.newSlowSetQuery(Fields.CONTACT,
                        ids.stream().mapToLong(Long::longValue).toArray()));
    }

    /** Words that are looked for, to be marked where they stand. */
    List<Marks.Wanted> wanted() {
        List<Marks.Wanted> wanted = new ArrayList<>();
        for (Clause clause : query.clauses()) {
            if (!clause.excluded()) {
                clause.anyOf().stream().filter(term -> !term.field().isDate() && term.field() != Field.IS
                        && term.field() != Field.IN && term.field() != Field.HAS)
                        .forEach(term -> wanted.add(new Marks.Wanted(Words.of(term.value()), grows(term),
                                asked.nearly, term.value())));
            }
        }
        return wanted;
    }
}
