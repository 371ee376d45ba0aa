package app.kith.sync.discover;

import app.kith.account.Security;
import app.kith.account.Server;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The system's name servers and the network as they are. */
final class SystemNetwork implements Network {
    private static final int WAIT = 4000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,253}");
    /** Names that are nobody's (RFC 2606, RFC 6761): nothing is asked about them. */
    private static final Pattern NOBODY = Pattern.compile("(.*\\.)?(test|example|invalid|localhost|local)\\.?");
    private static final int LARGEST = 256 << 10;

    @Override
    public List<String> mailExchangers(String domain) {
        return records(domain, "MX").stream().sorted(Comparator.comparingInt(fields -> number(fields, 0)))
                .filter(fields -> fields.length >= 2).map(fields -> host(fields[1])).filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    public List<Service> services(String name) {
        return records(name, "SRV").stream().filter(fields -> fields.length >= 4)
                .sorted(Comparator.<String[]>comparingInt(fields -> number(fields, 0))
                        .thenComparingInt(fields -> -number(fields, 1)))
                .filter(fields -> !host(fields[3]).isEmpty() && number(fields, 2) > 0)
                .map(fields -> new Service(host(fields[3]), number(fields, 2))).toList();
    }

    /** Asks the name servers. The name is one of letters, digits, hyphens and dots, and the context can be none but DNS. */
    @SuppressWarnings({"BanJNDI", "JdkObsolete"}) // JNDI wants a Hashtable.
    private static List<String[]> records(String name, String type) {
        if (!NAME.matcher(name).matches() || NOBODY.matcher(name).matches()) {
            return List.of();
        }
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        environment.put("com.sun.jndi.dns.timeout.initial", "1500");
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        List<String[]> records = new ArrayList<>();
        try {
            InitialDirContext context = new InitialDirContext(environment);
            try {
                Attribute attribute = context.getAttributes("dns:/" + name, new String[]{type}).get(type);
                NamingEnumeration<?> values = attribute == null ? null : attribute.getAll();
                while (values != null && values.hasMore()) {
                    records.add(String.valueOf(values.next()).strip().split("\\s+", -1));
                }
            } finally {
                context.close();
            }
        } catch (NamingException e) {
            return List.of(); // No such name, no name server, or no network: nothing to be learnt here.
        }
        return records;
    }

    private static int number(String[] fields, int at) {
        try {
            return fields.length > at ? Integer.parseInt(fields[at]) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String host(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    @Override
    public Optional<byte[]> file(URI address) {
        if (NOBODY.matcher(address.getHost()).matches()) {
            return Optional.empty();
        }
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofMillis(WAIT))
                .followRedirects(HttpClient.Redirect.NORMAL).build()) {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofMillis(WAIT)).build();
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = response.statusCode() == 200 ? body.readNBytes(LARGEST) : new byte[0];
                return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
            }
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public boolean answers(Server server) {
        if (NOBODY.matcher(server.host()).matches()) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.host(), server.port()), WAIT);
            socket.setSoTimeout(WAIT);
            if (server.security() != Security.TLS) {
                return socket.getInputStream().read() >= 0; // It greets; TLS follows when it is used.
            }
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            try (SSLSocket tls = (SSLSocket) factory.createSocket(socket, server.host(), server.port(), false)) {
                SSLParameters parameters = tls.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                tls.setSSLParameters(parameters);
                tls.startHandshake();
                return true;
            }
        } catch (IOException e) {
            return false;
        }
    }
}
