package app.kith.sync.discover;

import app.kith.account.Provider;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.EmailAddress;
import app.kith.sync.discover.Autoconfig.Config;
import app.kith.sync.discover.Found.Origin;
import app.kith.sync.discover.Network.Service;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for the servers of an address, from the surest source to the least. May be used by several threads. */
public final class Discovery {
    private final Network network;

    /** Makes a look-up by the system's name servers and the network. */
    public Discovery() {
        this(new SystemNetwork());
    }

    Discovery(Network network) {
        this.network = network;
    }

    /**
     * Finds the servers of an address. Takes up to half a minute where the domain does not answer; no secret is needed or sent.
     *
     * @param email the address
     * @return its servers; empty where nothing was found, or the address is none
     */
    public Optional<Found> find(String email) {
        EmailAddress address = EmailAddress.of(email);
        if (!address.isComplete()) {
            return Optional.empty();
        }
        String domain = address.domain();
        return Provider.of(email).map(provider -> Found.of(provider, email, Origin.PRESET))
                .or(() -> byMailExchanger(email, domain)).or(() -> byAutoconfig(email, domain))
                .or(() -> byServices(email, domain)).or(() -> byGuess(email, domain));
    }

    private Optional<Found> byMailExchanger(String email, String domain) {
        return network.mailExchangers(domain).stream().map(Provider::ofExchanger).flatMap(Optional::stream).findFirst()
                .map(provider -> Found.of(provider, email, Origin.MAIL_EXCHANGER));
    }

    /** The places of Mozilla's autoconfig, without the address in the query that it would allow. */
    private Optional<Found> byAutoconfig(String email, String domain) {
        if (!domain.chars().allMatch(c -> Character.isLetterOrDigit(c) && c < 128 || c == '.' || c == '-')) {
            return Optional.empty(); // It would be no host of an address.
        }
        return Stream
                .of("https://autoconfig." + domain + "/mail/config-v1.1.xml",
                        "https://" + domain + "/.well-known/autoconfig/mail/config-v1.1.xml")
                .map(place -> network.file(URI.create(place))).flatMap(Optional::stream)
                .map(bytes -> Autoconfig.read(bytes, email)).flatMap(Optional::stream).findFirst()
                .map(config -> found(email, config));
    }

    private Found found(String email, Config config) {
        String user = config.user();
        String smtpUser = config.smtpUser();
        boolean same = smtpUser == null || smtpUser.equals(user);
        return new Found(config.imap(), config.smtp(), user.isEmpty() ? email : user, same ? null : smtpUser, null,
                null, Origin.AUTOCONFIG);
    }

    private Optional<Found> byServices(String email, String domain) {
        Server imap = service("_imaps._tcp." + domain, Security.TLS);
        if (imap == null) {
            imap = service("_imap._tcp." + domain, Security.STARTTLS);
        }
        if (imap == null) {
            return Optional.empty();
        }
        Server smtp = service("_submissions._tcp." + domain, Security.TLS);
        if (smtp == null) {
            smtp = service("_submission._tcp." + domain, Security.STARTTLS);
        }
        String carddav = network.services("_carddavs._tcp." + domain).stream().findFirst().map(Discovery::address)
                .orElse(null);
        return Optional.of(new Found(imap, smtp, email, null, carddav, null, Origin.SRV));
    }

    private @Nullable Server service(String name, Security security) {
        return network.services(name).stream().findFirst()
                .map(found -> new Server(found.host(), found.port(), security)).orElse(null);
    }

    private static String address(Service service) {
        return "https://" + service.host() + (service.port() == 443 ? "" : ":" + service.port());
    }

    private Optional<Found> byGuess(String email, String domain) {
        return first(List.of(tls("imap." + domain, 993), tls("mail." + domain, 993)))
                .map(imap -> new Found(imap, first(List.of(tls("smtp." + domain, 465), tls("mail." + domain, 465),
                        starttls("smtp." + domain), starttls("mail." + domain))).orElse(null), email, null, null, null,
                        Origin.GUESS));
    }

    private Optional<Server> first(List<Server> servers) {
        return servers.stream().filter(network::answers).findFirst();
    }

    private static Server tls(String host, int port) {
        return new Server(host, port, Security.TLS);
    }

    private static Server starttls(String host) {
        return new Server(host, 587, Security.STARTTLS);
    }
}
