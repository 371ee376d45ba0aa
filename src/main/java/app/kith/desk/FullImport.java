package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.CardChange;
import app.kith.change.Change.EntryChange;
import app.kith.change.Change.SenderChange;
import app.kith.change.Change.TextChange;
import app.kith.change.Change.VerdictChange;
import app.kith.change.Journal;
import app.kith.change.NextNumbers;
import app.kith.change.SenderRule;
import app.kith.contact.Card;
import app.kith.contact.Entry;
import app.kith.contact.KeptFile;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.exchange.JsonExport;
import app.kith.rule.Rule;
import app.kith.rule.Since;
import app.kith.store.Customers;
import app.kith.store.SyncView;
import app.kith.store.UserTextView;
import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes an export of everything ({@link FullJson}) into a store that has no customers yet, as one change set: each card with its source,
 * activities and records, who is not the same, the user's texts and decisions. Accounts have no secrets there and are not taken;
 * mails are taken in from the folder beside the document like any others; what held once stays told in the document. Blocks.
 */
public final class FullImport {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();
    private static final Logger LOG = LoggerFactory.getLogger(FullImport.class);
    private static final Pattern SINCE = Pattern.compile("(?m)^since:.*$");
    private static final int LOOKED_AT = 400;
    private static final String SIGNATURE = "signature/";
    private static final String INTERVAL = "interval/";
    /** What is about mails of the other store, or about files that it met. */
    private static final String ELSEWHERE = "turn/.*|job-file/.*|fired/.*|pin/.*|decision/[0-9]+.*";

    private final SyncView accounts;
    private final Customers customers;
    private final UserTextView known;
    private final Supplier<Since> now;
    private final KeptFiles kept;
    private final Journal journal;

    FullImport(SyncView accounts, Customers customers, UserTextView known, Supplier<Since> now, KeptFiles kept,
            Journal journal) {
        this.now = now;
        this.kept = kept;
        this.known = known;
        this.accounts = accounts;
        this.customers = customers;
        this.journal = journal;
    }

    /**
     * Tells whether a file is such an export.
     *
     * @param file the file
     * @return whether it begins as one
     */
    public static boolean isOne(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String begin = new String(in.readNBytes(LOOKED_AT), java.nio.charset.StandardCharsets.UTF_8);
            return begin.stripLeading().startsWith("{") && begin.contains("\"kith\"")
                    && begin.contains("\"holds\":\"everything\"");
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return whether the store can take it whole: there is no customer} */
    public boolean canTake() {
        return customers.count() == 0;
    }

    /**
     * Takes it in.
     *
     * @param file the document
     * @return number of the change set; empty where the document holds nothing
     * @throws KithException IMPORT_REFUSED where it is damaged or of a newer form, or there are customers already; DISK
     */
    public OptionalLong take(Path file) {
        if (!canTake()) {
            throw new KithException(Problem.IMPORT_REFUSED, file.getFileName(), Note.of("import.not-empty"));
        }
        Document document = new Document(file.toAbsolutePath().getParent());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                JsonParser json = JSON.createParser(in)) {
            document.read(json);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, e.getClass().getSimpleName());
        } catch (JacksonException | IllegalArgumentException | DateTimeException | NullPointerException e) {
            throw new KithException(e, Problem.IMPORT_REFUSED, file.getFileName(), Note.of("import.hostile.unknown"));
        }
        return journal.enter(Actor.IMPORT, "import " + file.getFileName(), document::changes);
    }

    /** What is taken of a document, until it is known under which numbers. */
    private final class Document {
        private final @Nullable Path folder;
        private final List<JsonNode> contacts = new ArrayList<>();
        private final List<JsonNode> entries = new ArrayList<>();
        private final List<JsonNode> apart = new ArrayList<>();
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, SenderRule> senders = new HashMap<>();
        private final Map<Long, String> emails = new HashMap<>();
        private final Map<Long, Long> numbers = new HashMap<>();

        Document(@Nullable Path folder) {
            this.folder = folder;
        }

        void read(JsonParser json) {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            boolean known = false;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken token = json.nextToken();
                switch (name) {
                    case "kith" -> known = json.getIntValue() <= JsonExport.VERSION;
                    case "accounts" -> each(json, token,
                            one -> emails.put(one.get("id").asLong(), one.get("email").asString()));
                    case "contacts" -> each(json, token, contacts::add);
                    case "entries" -> each(json, token, entries::add);
                    case "notTheSame" -> each(json, token, apart::add);
                    case "texts" -> JSON.readTree(json).properties()
                            .forEach(one -> texts.put(one.getKey(), one.getValue().asString()));
                    case "senders" -> JSON.readTree(json).properties()
                            .forEach(one -> senders.put(one.getKey(),
                                    new SenderRule(one.getValue().get("pictures").asBoolean(),
                                            one.getValue().get("charset").asString())));
                    default -> json.skipChildren();
                }
            }
            if (!known) {
                throw new IllegalArgumentException("of another form");
            }
        }

        private void each(JsonParser json, JsonToken token, Consumer<JsonNode> taker) {
            expect(token, JsonToken.START_ARRAY);
            while (json.nextToken() != JsonToken.END_ARRAY) {
                taker.accept(JSON.readTree(json));
            }
        }

        private static void expect(@Nullable JsonToken token, JsonToken wanted) {
            if (token != wanted) {
                throw new IllegalArgumentException(String.valueOf(token));
            }
        }

        List<Change> changes(NextNumbers free) {
            List<Change> changes = new ArrayList<>();
            long card = free.card();
            long next = free.contact();
            for (JsonNode contact : contacts) {
                numbers.put(contact.get("id").asLong(), next);
                for (JsonNode one : contact.get("cards")) {
                    changes.add(new CardChange(card, null, card(card, next, one)));
                    card++;
                }
                next++;
            }
            long entry = free.entry();
            for (JsonNode one : entries.reversed()) {
                Long of = numbers.get(one.get("contact").asLong());
                if (of != null) {
                    changes.add(new EntryChange(entry, null, entry(entry, of, one).with(files(one))));
                    entry++;
                }
            }
            apart.forEach(pair -> apart(pair, changes));
            texts.forEach((key, text) -> text(key, text, changes));
            senders.forEach((address, rule) -> changes.add(new SenderChange(address, SenderRule.NONE, rule)));
            return changes;
        }

        /** The files that lie beside the document and are what it says of them. */
        private List<KeptFile> files(JsonNode entry) {
            List<KeptFile> files = new ArrayList<>();
            for (JsonNode one : entry.path("files")) {
                String name = one.path("file").asString("");
                Path file = folder == null || name.isEmpty() ? null : folder.resolve(name).normalize();
                if (file != null && file.startsWith(folder) && Files.isRegularFile(file)) {
                    KeptFile taken = kept.keep(file);
                    if (taken.digest().equals(one.path("sha256").asString(""))) {
                        files.add(new KeptFile(one.path("name").asString(taken.name()), taken.size(), taken.digest(),
                                taken.segment(), taken.offset()));
                    }
                }
            }
            return files;
        }

        private void apart(JsonNode pair, List<Change> changes) {
            Long one = numbers.get(pair.get(0).asLong());
            Long other = numbers.get(pair.get(1).asLong());
            if (one != null && other != null && !one.equals(other)) {
                changes.add(new VerdictChange(Math.min(one, other), Math.max(one, other), false, true));
            }
        }

        private void text(String key, String text, List<Change> changes) {
            if (key.startsWith(SIGNATURE)) {
                String email = emails.getOrDefault(Long.parseLong(key.substring(SIGNATURE.length())), "");
                accounts.accounts().stream().filter(account -> account.email().equals(email)).findFirst()
                        .ifPresent(account -> put(SIGNATURE + account.id(), text, changes));
            } else if (key.startsWith(INTERVAL)) {
                Long of = numbers.get(Long.parseLong(key.substring(INTERVAL.length())));
                if (of != null) {
                    put(INTERVAL + of, text, changes);
                }
            } else if (key.startsWith(Rule.KEY)) {
                rule(key, text, changes);
            } else if (!key.matches(ELSEWHERE) && !text.isEmpty()) {
                put(key, text, changes);
            }
        }

        /** A rule that is not here yet, under a number that is free; it is watchful from after this reading on. */
        private void rule(String key, String text, List<Change> changes) {
            Map<String, String> rules = new HashMap<>(known.all(Rule.KEY));
            changes.stream().filter(TextChange.class::isInstance).map(TextChange.class::cast)
                    .filter(one -> one.key().startsWith(Rule.KEY))
                    .forEach(one -> rules.put(one.key().substring(Rule.KEY.length()), one.after()));
            String plain = SINCE.matcher(text).replaceAll("");
            if (text.isEmpty() || rules.values().stream()
                    .anyMatch(one -> SINCE.matcher(one).replaceAll("").equals(plain))) {
                return;
            }
            Since since = now.get();
            long number = Long.parseLong(key.substring(Rule.KEY.length()));
            while (rules.containsKey(String.valueOf(number))) {
                number++;
            }
            try {
                Rule rule = Rule.parse(number, text).kept(number,
                        new Since(since.message(), since.change() + 1, since.at()));
                changes.add(new TextChange(Rule.KEY + number, "", rule.text()));
            } catch (KithException e) {
                LOG.warn("A rule cannot be read and was left out: {}", String.valueOf(e.getMessage()));
            }
        }

        private void put(String key, String text, List<Change> changes) {
            String before = known.all(key).getOrDefault("", "");
            if (!before.equals(text)) {
                changes.add(new TextChange(key, before, text));
            }
        }
    }

    private static Card card(long id, long contact, JsonNode json) {
        List<Value> values = new ArrayList<>();
        for (JsonNode value : json.get("values")) {
            values.add(new Value(Property.valueOf(word(value, "property")), value.path("label").asString(""),
                    value.get("value").asString(), value.get("normal").asString(), value.path("place").asString(""),
                    value.has("mark") ? Value.Mark.valueOf(word(value, "mark")) : Value.Mark.SAID));
        }
        return new Card(id, contact, source(json), values);
    }

    private static Source source(JsonNode json) {
        return new Source(Source.Kind.valueOf(word(json, "source")), json.get("place").asString());
    }

    private static String word(JsonNode json, String name) {
        return json.get(name).asString().toUpperCase(Locale.ROOT);
    }

    private static Entry entry(long id, long contact, JsonNode json) {
        JsonNode until = json.get("until");
        JsonNode amount = json.get("amount");
        Entry entry = new Entry(id, contact, Entry.Kind.valueOf(word(json, "kind")),
                Instant.parse(json.get("at").asString()),
                until == null || until.isNull() ? null : Instant.parse(until.asString()),
                json.get("title").asString(), json.get("text").asString(), json.get("number").asString(),
                amount == null || amount.isNull() ? null : amount.decimalValue(),
                json.get("currency").asString(), json.get("state").asString(), source(json));
        // The number of its mail means another one here.
        return entry.message() == 0 ? entry : entry.from(new Source(entry.source().kind(), ""));
    }
}
