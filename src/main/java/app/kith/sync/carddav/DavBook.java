package app.kith.sync.carddav;

import app.kith.sync.carddav.DavServer.Answer;
import app.kith.sync.carddav.DavXml.Response;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An address book over HTTP. */
final class DavBook implements RemoteBook {
    private static final int BATCH = 50;
    private static final int MOST_ROUNDS = 1000;
    /** The store holds texts up to about this length. */
    static final int LARGEST_CARD = 1_000_000;

    private final DavServer server;
    private final URI place;
    private final String name;
    private boolean multiget = true;

    DavBook(DavServer server, URI place, String name) {
        this.server = server;
        this.place = place.getPath().endsWith("/") ? place : place.resolve(place.getRawPath() + "/");
        this.name = name;
    }

    @Override
    public State state(String token) {
        return token.isEmpty() ? whole() : changes(token).orElseGet(this::whole);
    }

    /** What changed since a token; empty where the server does not know it any more, whatever status it says that with. */
    private Optional<State> changes(String token) {
        Map<String, String> changed = new LinkedHashMap<>();
        List<String> removed = new ArrayList<>();
        String now = token;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Answer answer = server.ask("REPORT", place, DavXml.syncCollection(now), Map.of("Depth", "0"));
            if (answer.status() != 207) {
                return Optional.empty();
            }
            DavXml xml = server.xml(answer);
            boolean more = false;
            for (Response response : xml.responses()) {
                String href = path(response.href());
                if (href.equals(place.getPath()) || href.isEmpty()) {
                    more |= response.status() == 507;
                } else if (response.status() == 404) {
                    changed.remove(href);
                    removed.add(href);
                } else if (!href.endsWith("/")) {
                    removed.remove(href);
                    changed.put(href, etag(response.found()));
                }
            }
            String next = xml.text(DavXml.DAV, "sync-token");
            boolean further = more && !next.isEmpty() && !next.equals(now);
            now = next;
            if (!further) {
                return more ? Optional.empty() : Optional.of(new State(changed, removed, now, false));
            }
        }
        return Optional.empty();
    }

    @Override
    public State whole() {
        // The token first: what changes in between is told again.
        String token = server.properties(place, "0", "d:sync-token").map(found -> found.xml().responses().stream()
                .map(one -> one.found().text(DavXml.DAV, "sync-token")).findFirst().orElse("")).orElse("");
        Answer answer = server.ask("PROPFIND", place,
                DavXml.propfind("d:getetag", "d:resourcetype", "d:getcontenttype"), Map.of("Depth", "1"));
        if (answer.status() != 207) {
            throw answer.status() == 404 || answer.status() == 410
                    ? new KithException(Problem.BOOK_GONE, name)
                    : new KithException(Problem.SERVER_REFUSED, server.host(), "HTTP " + answer.status());
        }
        DavXml xml = server.xml(answer);
        Map<String, String> all = new LinkedHashMap<>();
        boolean itself = false;
        for (Response response : xml.responses()) {
            String href = path(response.href());
            boolean collection = response.found().child(DavXml.DAV, "resourcetype")
                    .map(type -> type.holds(DavXml.DAV, "collection")).orElse(false);
            itself |= collection || href.equals(place.getPath());
            if (!collection && !href.endsWith("/") && !href.isEmpty() && response.status() == 200) {
                all.put(href, etag(response.found()));
            }
        }
        if (!itself && all.isEmpty()) {
            throw new KithException(Problem.BOOK_GONE, name);
        }
        return new State(all, List.of(), token, true);
    }

    private static String etag(DavXml properties) {
        return properties.text(DavXml.DAV, "getetag");
    }

    /** The path of an address, in one spelling; empty for another server's. */
    private String path(String href) {
        try {
            URI uri = place.resolve(href.strip().replace(" ", "%20"));
            boolean here = uri.getHost() == null || uri.getHost().equalsIgnoreCase(place.getHost());
            // What a slash of a name becomes cannot be told from a folder once it is decoded.
            return !here
                    ? ""
                    : uri.getRawPath().toUpperCase(java.util.Locale.ROOT).contains("%2F")
                            ? uri.getRawPath()
                            : uri.getPath();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private URI address(String href) {
        try {
            return href.contains("%2F") || href.contains("%2f")
                    ? place.resolve(href)
                    : place.resolve(new URI(null, null, href, null).getRawPath());
        } catch (URISyntaxException e) {
            throw new KithException(e, Problem.SERVER_REFUSED, server.host(), href);
        }
    }

    @Override
    public List<Fetched> fetch(Collection<String> hrefs) {
        List<Fetched> all = new ArrayList<>();
        List<String> wanted = new ArrayList<>(hrefs);
        for (int from = 0; from < wanted.size(); from += BATCH) {
            List<String> batch = wanted.subList(from, Math.min(wanted.size(), from + BATCH));
            Map<String, Fetched> got = multiget ? several(batch) : Map.of();
            for (String href : batch) {
                Fetched one = got.get(href);
                all.add(one == null ? one(href) : one);
            }
        }
        return all;
    }

    private Map<String, Fetched> several(List<String> hrefs) {
        Answer answer = server.ask("REPORT", place,
                DavXml.multiget(hrefs.stream().map(href -> address(href).getRawPath()).toList()),
                Map.of("Depth", "1"));
        if (answer.status() != 207) {
            multiget = answer.status() / 100 == 5; // A failure may pass; a refusal will not.
            return Map.of();
        }
        Map<String, Fetched> got = new HashMap<>();
        for (Response response : server.xml(answer).responses()) {
            String text = response.found().child(DavXml.CARD, "address-data").map(DavXml::text).orElse("");
            String href = path(response.href());
            if (response.status() == 404) {
                got.put(href, new Fetched(href, "", "", "gone"));
            } else if (!text.isEmpty()) {
                got.put(href, card(href, etag(response.found()), text));
            }
        }
        return got;
    }

    private static Fetched card(String href, String etag, String text) {
        boolean large = text.length() > LARGEST_CARD;
        return new Fetched(href, etag, large ? "" : text, large ? "book.too-large" : "");
    }

    private Fetched one(String href) {
        Answer answer = server.ask("GET", address(href), "", Map.of("Accept", "text/vcard"));
        return switch (answer.status()) {
            case 200 -> card(href, answer.header("ETag"), answer.text());
            case 404, 410 -> new Fetched(href, "", "", "gone");
            default -> new Fetched(href, "", "", "book.not-given");
        };
    }

    @Override
    public Told put(String href, String text, String etag) {
        Map<String, String> headers = etag.isEmpty()
                ? Map.of("If-None-Match", "*", "Content-Type", "text/vcard; charset=utf-8")
                : Map.of("If-Match", etag, "Content-Type", "text/vcard; charset=utf-8");
        return told(server.ask("PUT", address(href), text, headers));
    }

    @Override
    public Told erase(String href, String etag) {
        return told(server.ask("DELETE", address(href), "", Map.of("If-Match", etag)));
    }

    private static Told told(Answer answer) {
        String said = "HTTP " + answer.status();
        return switch (answer.status()) {
            case 200, 201, 204 -> new Told(Outcome.DONE, said);
            case 412 -> new Told(Outcome.CHANGED_THERE, said);
            case 404, 410 -> new Told(Outcome.GONE, said);
            default -> new Told(Outcome.REFUSED, said);
        };
    }

    @Override
    public String href(String uid) {
        return place.getPath() + uid + ".vcf";
    }
}
