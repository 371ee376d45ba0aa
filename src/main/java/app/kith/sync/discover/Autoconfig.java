package app.kith.sync.discover;

import app.kith.account.Security;
import app.kith.account.Server;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads a domain's {@code config-v1.1.xml} (Mozilla's autoconfiguration format). Servers without protection, and kinds of sign-in
 * that need a ticket of a domain, are passed over.
 */
final class Autoconfig {
    private static final int LONGEST = 256 << 10;

    private Autoconfig() {}

    /**
     * Reads a file.
     *
     * @param bytes the file
     * @param email for whom; stands in for the placeholders
     * @return what it says; empty where it is no such file or offers nothing that can be used
     */
    static Optional<Config> read(byte[] bytes, String email) {
        Document document = parse(bytes);
        if (document == null) {
            return Optional.empty();
        }
        Offer imap = offer(document, "incomingServer", "imap", email);
        Offer smtp = offer(document, "outgoingServer", "smtp", email);
        return imap == null
                ? Optional.empty()
                : Optional.of(new Config(imap.server(), smtp == null ? null : smtp.server(), imap.user(),
                        smtp == null || smtp.user().isEmpty() ? null : smtp.user()));
    }

    private static @Nullable Document parse(byte[] bytes) {
        if (bytes.length > LONGEST) {
            return null;
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            // A file from the network may name no other: no document type, no entities, no schema.
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            return null;
        }
    }

    private static @Nullable Offer offer(Document document, String tag, String type, String email) {
        List<Offer> offers = new ArrayList<>();
        NodeList nodes = document.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && element.getAttribute("type").equalsIgnoreCase(type)) {
                read(element, email).ifPresent(offers::add);
            }
        }
        return offers.stream().filter(offer -> offer.server().security() == Security.TLS).findFirst()
                .or(() -> offers.stream().findFirst()).orElse(null);
    }

    private static Optional<Offer> read(Element element, String email) {
        Security security = switch (text(element, "socketType").toUpperCase(java.util.Locale.ROOT)) {
            case "SSL", "TLS" -> Security.TLS;
            case "STARTTLS" -> Security.STARTTLS;
            default -> Security.NONE;
        };
        List<String> signIns = texts(element, "authentication");
        boolean usable = signIns.isEmpty() || signIns.stream()
                .anyMatch(kind -> kind.startsWith("password") || kind.equals("plain") || kind.equals("OAuth2"));
        if (security == Security.NONE || !usable) {
            return Optional.empty();
        }
        try {
            Server server = new Server(filled(text(element, "hostname"), email),
                    Integer.parseInt(text(element, "port")), security);
            return Optional.of(new Offer(server, filled(text(element, "username"), email)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String filled(String text, String email) {
        int at = email.lastIndexOf('@');
        return text.replace("%EMAILADDRESS%", email).replace("%EMAILLOCALPART%", email.substring(0, at))
                .replace("%EMAILDOMAIN%", email.substring(at + 1));
    }

    private static String text(Element element, String tag) {
        List<String> all = texts(element, tag);
        return all.isEmpty() ? "" : all.getFirst();
    }

    private static List<String> texts(Element element, String tag) {
        List<String> all = new ArrayList<>();
        NodeList nodes = element.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add(nodes.item(i).getTextContent().strip());
        }
        return all;
    }

    /**
     * What a file says.
     *
     * @param imap where mail is read
     * @param smtp where mail is sent; null where it does not say
     * @param user user name for reading; may be empty
     * @param smtpUser user name for sending; null where it does not say
     */
    record Config(Server imap, @Nullable Server smtp, String user, @Nullable String smtpUser) {}

    private record Offer(Server server, String user) {}
}
