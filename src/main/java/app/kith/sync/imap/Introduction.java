package app.kith.sync.imap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;

/**
 * Says what program this is (ID, RFC 2971). Servers of NetEase, and others of Coremail, let nobody open a folder who has not said so,
 * whether they announce the command or not.
 */
final class Introduction {
    private static final List<String> WANTED_BY = List.of("163.com", "126.com", "yeah.net", "188.com", "netease.com");
    private static final String VERSION = Objects.requireNonNullElse(
            Introduction.class.getPackage().getImplementationVersion(), "0"); // It has none before it is packed.
    private static final Map<String, String> ID = Map.of("name", "Kith", "version", VERSION, "vendor", "Kith");

    private Introduction() {}

    static boolean isWanted(AngusProtocol protocol, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return protocol.hasCapability("ID")
                || WANTED_BY.stream().anyMatch(end -> name.equals(end) || name.endsWith("." + end));
    }

    /** Says it. A server that does not want to know is not asked why. */
    static void say(AngusProtocol protocol) throws ProtocolException {
        Argument words = new Argument();
        ID.forEach((key, value) -> {
            words.writeNString(key);
            words.writeNString(value);
        });
        Argument list = new Argument();
        list.writeArgument(words);
        Response[] answers = protocol.command("ID", list);
        Response last = answers[answers.length - 1];
        if (last.isBYE()) {
            throw new ConnectionException(protocol, last);
        }
        protocol.notifyResponseHandlers(answers);
    }
}
