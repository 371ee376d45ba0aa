package app.kith.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Where a service listens.
 *
 * @param host host name or address literal
 * @param port 1 to 65535
 * @param security how the connection is protected
 */
public record Server(String host, int port, Security security) {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException for an empty host or a port out of range
     */
    public Server {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("Not a server: " + host + ":" + port);
        }
    }

    /**
     * Reads {@code host:port}; without a port the usual one of the security is taken.
     *
     * @param text host, host:port or [v6 address]:port
     * @param security how the connection is protected
     * @param usual the port where none is given
     * @return the server
     * @throws IllegalArgumentException if it cannot be read
     */
    public static Server parse(String text, Security security, int usual) {
        String trimmed = text.strip();
        int colon = trimmed.lastIndexOf(':');
        boolean bracketed = trimmed.startsWith("[");
        boolean hasPort = colon > 0 && (bracketed ? trimmed.charAt(colon - 1) == ']' : trimmed.indexOf(':') == colon);
        String host = hasPort ? trimmed.substring(0, colon) : trimmed;
        int port = hasPort ? Integer.parseInt(trimmed.substring(colon + 1)) : usual;
        if (bracketed && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        return new Server(host, port, security);
    }

    /** {@return whether the host is this machine itself, so that an unprotected connection leaves nothing to a network} */
    public boolean isLoopback() {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        if (!LITERAL.matcher(host).matches()) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** {@return host and port as the user writes them} */
    public String address() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
