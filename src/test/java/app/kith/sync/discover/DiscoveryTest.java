package app.kith.sync.discover;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.sync.discover.Found.Origin;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Servers of an address: from the surest source to the least, and nothing is asked that need not be. */
class DiscoveryTest {
    private static final String AUTOCONFIG = """
            <?xml version="1.0"?>
            <clientConfig version="1.1"><emailProvider id="firm.example"><domain>firm.example</domain>
            <incomingServer type="pop3"><hostname>pop.firm.example</hostname><port>995</port><socketType>SSL</socketType>
              <username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></incomingServer>
            <incomingServer type="imap"><hostname>plain.firm.example</hostname><port>143</port><socketType>plain</socketType>
              <username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></incomingServer>
            <incomingServer type="imap"><hostname>mx.%EMAILDOMAIN%</hostname><port>993</port><socketType>SSL</socketType>
              <username>%EMAILLOCALPART%</username><authentication>password-cleartext</authentication></incomingServer>
            <outgoingServer type="smtp"><hostname>out.firm.example</hostname><port>587</port><socketType>STARTTLS</socketType>
              <username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></outgoingServer>
            </emailProvider></clientConfig>
            """;

    private final TestNetwork network = new TestNetwork();
    private final Discovery discovery = new Discovery(network);

    private Found found(String email) {
        return discovery.find(email).orElseThrow();
    }

    @Test
    void aKnownDomainNeedsNoNetwork() {
        Found found = found("wang@qq.com");
        assertThat(found.imap()).isEqualTo(new Server("imap.qq.com", 993, Security.TLS));
        assertThat(found.origin()).isEqualTo(Origin.PRESET);
        assertThat(network.asked).isEmpty();
    }

    @Test
    void aFirmWithADomainOfItsOwnIsKnownByItsMailExchanger() {
        network.exchangers.put("huaxin.example", List.of("mxbiz1.qq.com"));
        network.exchangers.put("nord.example", List.of("nord-example.mail.protection.outlook.com"));
        network.exchangers.put("acme.example", List.of("alt1.aspmx.l.google.com"));
        network.exchangers.put("qiye.example", List.of("qiye163mx01.mxmail.netease.com"));
        assertThat(requireNonNull(found("li@huaxin.example").provider()).id()).isEqualTo("exmail");
        assertThat(found("li@huaxin.example").user()).isEqualTo("li@huaxin.example");
        assertThat(requireNonNull(found("a@nord.example").provider()).id()).isEqualTo("office365");
        assertThat(requireNonNull(found("a@acme.example").provider()).id()).isEqualTo("gmail");
        assertThat(requireNonNull(found("a@qiye.example").provider()).id()).isEqualTo("netease-qiye");
        assertThat(found("a@qiye.example").origin()).isEqualTo(Origin.MAIL_EXCHANGER);
    }

    @Test
    void aDomainThatMerelyEndsLikeAProviderIsNotThatProvider() {
        network.exchangers.put("trap.example", List.of("mx.not263.net", "evilmxhichina.com"));
        assertThat(discovery.find("a@trap.example")).isEmpty();
    }

    @Test
    void whatTheDomainPublishesIsTakenWithoutItsUnprotectedServers() {
        network.files.put("https://autoconfig.firm.example/mail/config-v1.1.xml", AUTOCONFIG);
        Found found = found("anna@firm.example");
        assertThat(found.imap()).isEqualTo(new Server("mx.firm.example", 993, Security.TLS));
        assertThat(found.smtp()).isEqualTo(new Server("out.firm.example", 587, Security.STARTTLS));
        assertThat(found.user()).isEqualTo("anna");
        assertThat(found.smtpUser()).isEqualTo("anna@firm.example");
        assertThat(found.origin()).isEqualTo(Origin.AUTOCONFIG);
        assertThat(network.asked).noneMatch(question -> question.contains("anna"));
    }

    @Test
    void aFileThatIsNoneOrWantsOtherFilesIsPassedOver() {
        String trap = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + AUTOCONFIG.substring(22)
                .replace("mx.%EMAILDOMAIN%", "&x;");
        network.files.put("https://autoconfig.firm.example/mail/config-v1.1.xml", trap);
        network.files.put("https://firm.example/.well-known/autoconfig/mail/config-v1.1.xml", "<html>not found</html>");
        network.answering.add("mail.firm.example:993");
        assertThat(found("anna@firm.example").origin()).isEqualTo(Origin.GUESS);
    }

    @Test
    void serviceRecordsNameServersAndTheAddressBook() {
        network.services.put("_imaps._tcp.srv.example", List.of(new Network.Service("in.srv.example", 1993)));
        network.services.put("_submission._tcp.srv.example", List.of(new Network.Service("out.srv.example", 587)));
        network.services.put("_carddavs._tcp.srv.example", List.of(new Network.Service("dav.srv.example", 8443)));
        Found found = found("b@srv.example");
        assertThat(found.imap()).isEqualTo(new Server("in.srv.example", 1993, Security.TLS));
        assertThat(found.smtp()).isEqualTo(new Server("out.srv.example", 587, Security.STARTTLS));
        assertThat(found.carddav()).isEqualTo("https://dav.srv.example:8443");
        assertThat(found.origin()).isEqualTo(Origin.SRV);
    }

    @Test
    void theUsualNamesAreTriedLast() {
        network.answering.addAll(List.of("mail.old.example:993", "mail.old.example:587"));
        Found found = found("c@old.example");
        assertThat(found.imap()).isEqualTo(new Server("mail.old.example", 993, Security.TLS));
        assertThat(found.smtp()).isEqualTo(new Server("mail.old.example", 587, Security.STARTTLS));
        assertThat(found.origin()).isEqualTo(Origin.GUESS);
    }

    @Test
    void nothingFoundAndNoAddressAreSaidSo() {
        assertThat(discovery.find("d@nowhere.example")).isEmpty();
        assertThat(discovery.find("no address")).isEmpty();
    }

    /** Answers from maps, and notes what it was asked. */
    private static final class TestNetwork implements Network {
        private final Map<String, List<String>> exchangers = new HashMap<>();
        private final Map<String, List<Service>> services = new HashMap<>();
        private final Map<String, String> files = new HashMap<>();
        private final Set<String> answering = new java.util.HashSet<>();
        private final List<String> asked = new ArrayList<>();

        @Override
        public List<String> mailExchangers(String domain) {
            asked.add(domain);
            return exchangers.getOrDefault(domain, List.of());
        }

        @Override
        public List<Service> services(String name) {
            asked.add(name);
            return services.getOrDefault(name, List.of());
        }

        @Override
        public Optional<byte[]> file(URI address) {
            asked.add(address.toString());
            return Optional.ofNullable(files.get(address.toString()))
                    .map(text -> text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean answers(Server server) {
            asked.add(server.address());
            return answering.contains(server.address());
        }
    }
}
