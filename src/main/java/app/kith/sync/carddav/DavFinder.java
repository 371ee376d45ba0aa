package app.kith.sync.carddav;

import app.kith.sync.carddav.DavServer.Found;
import app.kith.sync.carddav.DavXml.Response;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the address books of a user (RFC 6764, 6): from what is known to the principal, to the home, to the books. */
final class DavFinder {
    private static final String[] WANTED = {"d:resourcetype", "d:displayname", "d:current-user-principal",
            "d:principal-URL", "c:addressbook-home-set", "d:current-user-privilege-set"};

    private final DavServer server;

    DavFinder(DavServer server) {
        this.server = server;
    }

    /**
     * A book that was found.
     *
     * @param place its address
     * @param name what the server calls it; the last part of its address where it has no name
     * @param writable whether it can be written to
     */
    record Book(URI place, String name, boolean writable) {}

    /**
     * Looks for books.
     *
     * @return those found, in the server's order
     * @throws KithException BOOK_NOT_FOUND where there are none, and what keeps the server from being asked
     */
    List<Book> books() {
        URI given = server.first();
        boolean bare = given.getPath() == null || given.getPath().length() < 2;
        List<Book> found = bare ? List.of() : from(given);
        if (found.isEmpty()) {
            found = from(given.resolve("/.well-known/carddav"));
        }
        if (found.isEmpty() && bare) {
            found = from(given.resolve("/"));
        }
        if (found.isEmpty()) {
            throw new KithException(Problem.BOOK_NOT_FOUND, server.host());
        }
        return found;
    }

    private List<Book> from(URI place) {
        Optional<Found> here = server.properties(place, "0", WANTED);
        if (here.isEmpty()) {
            return List.of();
        }
        URI at = here.get().at();
        Response itself = here.get().xml().responses().stream().findFirst().orElse(null);
        if (itself == null) {
            return List.of();
        }
        if (isBook(itself)) {
            return List.of(book(at, itself));
        }
        List<Book> found = home(at, itself);
        if (found.isEmpty()) {
            String href = itself.found().href(DavXml.DAV, "current-user-principal");
            String principal = href.isEmpty() ? itself.found().href(DavXml.DAV, "principal-URL") : href;
            found = principal.isEmpty() ? List.of() : ofPrincipal(server.resolve(at, principal));
        }
        return found.isEmpty() ? below(at) : found;
    }

    private List<Book> ofPrincipal(URI principal) {
        Found found = server.properties(principal, "0", WANTED).orElse(null);
        Response itself = found == null ? null : found.xml().responses().stream().findFirst().orElse(null);
        return found == null || itself == null ? List.of() : home(found.at(), itself);
    }

    /** A user may have several homes. */
    private List<Book> home(URI at, @Nullable Response itself) {
        List<Book> found = new ArrayList<>();
        if (itself != null) {
            itself.found().child(DavXml.CARD, "addressbook-home-set").ifPresent(set -> set.all(DavXml.DAV, "href")
                    .forEach(href -> found.addAll(below(server.resolve(at, href.text())))));
        }
        return found;
    }

    private List<Book> below(URI place) {
        Map<URI, Book> found = new LinkedHashMap<>();
        server.properties(place, "1", WANTED).ifPresent(answer -> answer.xml().responses().stream()
                .filter(DavFinder::isBook).map(one -> book(server.resolve(answer.at(), one.href()), one))
                .forEach(book -> found.putIfAbsent(book.place(), book)));
        return List.copyOf(found.values());
    }

    private static boolean isBook(Response response) {
        return response.found().child(DavXml.DAV, "resourcetype").map(type -> type.holds(DavXml.CARD, "addressbook"))
                .orElse(false);
    }

    private static Book book(URI place, Response response) {
        String shown = response.found().text(DavXml.DAV, "displayname");
        String path = place.getPath().replaceAll("/+$", "");
        DavXml rights = response.found().child(DavXml.DAV, "current-user-privilege-set").orElse(null);
        boolean writable = rights == null || rights.holds(DavXml.DAV, "all") || rights.holds(DavXml.DAV, "write")
                || rights.holds(DavXml.DAV, "write-content");
        return new Book(place, shown.isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : shown, writable);
    }
}
