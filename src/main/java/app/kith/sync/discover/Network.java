package app.kith.sync.discover;

import app.kith.account.Server;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What a look-up asks of the network. Every call waits a few seconds at most, and answers with nothing where there is nothing. */
interface Network {

    /** The names of a domain's mail exchangers, the preferred first, in lower case. */
    List<String> mailExchangers(String domain);

    /** The services under a name such as {@code _imaps._tcp.example.org}, the preferred first; without those that say "none". */
    List<Service> services(String name);

    /** Gets a small file over HTTPS; redirects stay on HTTPS. */
    Optional<byte[]> file(URI address);

    /** Tells whether a server answers at once, under a certificate of its name that this system trusts. */
    boolean answers(Server server);

    /**
     * A service record.
     *
     * @param host where
     * @param port on which port
     */
    record Service(String host, int port) {}
}
