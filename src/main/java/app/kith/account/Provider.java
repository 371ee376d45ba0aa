package app.kith.account;

import app.kith.contact.EmailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mail provider as the data file {@code providers.json} knows it.
 *
 * @param id short name, kept for ever
 * @param name name by language tag
 * @param domains e-mail domains that are always this provider's
 * @param mx ends of the mail exchangers' names of domains that it hosts
 * @param imap {@code host:port security}
 * @param smtp {@code host:port security}
 * @param user what the user name is: {@code address} or {@code local}
 * @param smtpUser the same for sending, where it differs; null for the same
 * @param secret what it wants: {@code password}, {@code app-password}, {@code code} (授权码) or {@code browser} (OAuth2 only)
 * @param carddav address book; null where none is known
 * @param filesSent whether the server puts a copy of what is sent into the Sent folder by itself
 * @param oauth sign-in through the browser; null where it has none
 * @param help how to get the secret, by language tag
 */
public record Provider(String id, Map<String, String> name, List<String> domains, List<String> mx, String imap,
        String smtp,
        String user, @Nullable String smtpUser, String secret, @Nullable String carddav, boolean filesSent,
        @Nullable OAuth oauth,
        Map<String, String> help) {
    private static final List<Provider> ALL = read();

    private static List<Provider> read() {
        JsonMapper json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        try (InputStream in = Provider.class.getResourceAsStream("providers.json")) {
            if (in == null) {
                throw new IllegalStateException("providers.json is not on the class path");
            }
            return List.copyOf(json.readValue(in, new TypeReference<List<Provider>>() {
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return all providers, in the file's order} */
    public static List<Provider> all() {
        return ALL;
    }

    /**
     * The provider whose domain an address has.
     *
     * @param email the address
     * @return the provider; empty where the domain is nobody's in the file
     */
    public static Optional<Provider> of(String email) {
        String domain = EmailAddress.of(email).domain();
        return ALL.stream().filter(provider -> provider.domains().contains(domain)).findFirst();
    }

    /**
     * The provider whose mail server has a name.
     *
     * @param host name of an IMAP server
     * @return the provider; empty where it is nobody's in the file
     */
    public static Optional<Provider> ofServer(String host) {
        return ALL.stream().filter(provider -> provider.imapServer().host().equalsIgnoreCase(host)).findFirst();
    }

    /**
     * The provider that hosts the mail of a domain of somebody else.
     *
     * @param exchanger name of a mail exchanger of the domain
     * @return the provider with the longest matching end of a name; empty where it is nobody's in the file
     */
    public static Optional<Provider> ofExchanger(String exchanger) {
        String name = exchanger.toLowerCase(Locale.ROOT);
        Provider best = null;
        int longest = 0;
        for (Provider provider : ALL) {
            for (String end : provider.mx()) {
                boolean matches = name.equals(end) || name.endsWith("." + end);
                if (matches && end.length() > longest) {
                    longest = end.length();
                    best = provider;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * Its name.
     *
     * @param locale the language
     * @return the name in that language, else in English
     */
    public String name(Locale locale) {
        return name.getOrDefault(locale.getLanguage(), name.getOrDefault("en", id));
    }

    /**
     * How to get the secret that it wants.
     *
     * @param locale the language
     * @return one or two sentences
     */
    public String help(Locale locale) {
        return help.getOrDefault(locale.getLanguage(), help.getOrDefault("en", ""));
    }

    /** {@return where mail is read} */
    public Server imapServer() {
        return server(imap);
    }

    /** {@return where mail is sent} */
    public Server smtpServer() {
        return server(smtp);
    }

    private static Server server(String text) {
        int blank = text.indexOf(' ');
        return Server.parse(text.substring(0, blank), Security.of(text.substring(blank + 1)), 993);
    }

    /** {@return whether it can be opened with a password of some kind} */
    public boolean takesPassword() {
        return !secret.equals("browser");
    }

    /**
     * The user name for an address.
     *
     * @param email the address
     * @return the address or its local part, as the provider wants it
     */
    public String userName(String email) {
        return userName(user, email);
    }

    /**
     * The user name for sending.
     *
     * @param email the address
     * @return the name; null where it is the same as for reading
     */
    public @Nullable String smtpUserName(String email) {
        return smtpUser == null ? null : userName(smtpUser, email);
    }

    private static String userName(String kind, String email) {
        int at = email.lastIndexOf('@');
        return kind.equals("local") && at > 0 ? email.substring(0, at) : email;
    }
}
