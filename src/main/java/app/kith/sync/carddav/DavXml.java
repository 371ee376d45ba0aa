package app.kith.sync.carddav;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An XML answer as a tree, and the requests. Document types and entities of an answer are refused, so is one too deep. */
final class DavXml {
    static final String DAV = "DAV:";
    static final String CARD = "urn:ietf:params:xml:ns:carddav";
    private static final int MOST_DEPTH = 40;
    private static final int MOST_ELEMENTS = 2_000_000;

    private final String space;
    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final List<DavXml> children = new ArrayList<>();

    private DavXml(String space, String name) {
        this.space = space;
        this.name = name;
    }

    /** What one answer says of one address. */
    record Response(String href, int status, DavXml found) {}

    static DavXml parse(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        DavXml root = new DavXml("", "");
        Deque<DavXml> open = new ArrayDeque<>(List.of(root));
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String space = reader.getNamespaceURI();
                    DavXml element = new DavXml(space == null ? "" : space, reader.getLocalName());
                    open.peek().children.add(element);
                    open.push(element);
                    if (open.size() > MOST_DEPTH || ++elements > MOST_ELEMENTS) {
                        throw new XMLStreamException("too deep or too long");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    open.peek().text.append(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("document types and entities are refused");
                default -> {
                }
            }
        }
        if (root.children.size() != 1) {
            throw new XMLStreamException("no document");
        }
        return root.children.getFirst();
    }

    boolean is(String wantedSpace, String wanted) {
        return space.equals(wantedSpace) && name.equals(wanted);
    }

    String text() {
        return text.toString();
    }

    List<DavXml> all(String wantedSpace, String wanted) {
        return children.stream().filter(child -> child.is(wantedSpace, wanted)).toList();
    }

    Optional<DavXml> child(String wantedSpace, String wanted) {
        return children.stream().filter(child -> child.is(wantedSpace, wanted)).findFirst();
    }

    /** The text of an element below, of whatever depth the names say. */
    String text(String wantedSpace, String wanted) {
        return child(wantedSpace, wanted).map(one -> one.text().strip()).orElse("");
    }

    /** The address in an element below that holds one. */
    String href(String wantedSpace, String wanted) {
        return child(wantedSpace, wanted).map(one -> one.text(DAV, "href")).orElse("");
    }

    boolean holds(String wantedSpace, String wanted) {
        return children.stream().anyMatch(child -> child.is(wantedSpace, wanted) || child.holds(wantedSpace, wanted));
    }

    /** The responses of a multistatus, each with the properties that were found. */
    List<Response> responses() {
        List<Response> found = new ArrayList<>();
        for (DavXml response : all(DAV, "response")) {
            DavXml properties = new DavXml(DAV, "prop");
            int status = status(response.text(DAV, "status"));
            for (DavXml stat : response.all(DAV, "propstat")) {
                int here = status(stat.text(DAV, "status"));
                if (here == 0 || here / 100 == 2) {
                    stat.child(DAV, "prop").ifPresent(prop -> properties.children.addAll(prop.children));
                    status = 200;
                } else if (status == 0) {
                    status = here;
                }
            }
            found.add(new Response(response.text(DAV, "href"), status == 0 ? 200 : status, properties));
        }
        return found;
    }

    private static int status(String line) {
        String[] words = line.strip().split("\\s+", -1);
        return words.length > 1 && words[1].matches("[0-9]{3}") ? Integer.parseInt(words[1]) : 0;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String propfind(String... properties) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><d:propfind xmlns:d=\"DAV:\" xmlns:c=\"" + CARD
                + "\"><d:prop>" + String.join("", List.of(properties).stream().map(one -> "<" + one + "/>").toList())
                + "</d:prop></d:propfind>";
    }

    static String syncCollection(String token) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><d:sync-collection xmlns:d=\"DAV:\"><d:sync-token>"
                + escaped(token)
                + "</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop></d:sync-collection>";
    }

    static String multiget(List<String> hrefs) {
        StringBuilder body = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><c:addressbook-multiget "
                + "xmlns:d=\"DAV:\" xmlns:c=\"" + CARD + "\"><d:prop><d:getetag/><c:address-data/></d:prop>");
        hrefs.forEach(href -> body.append("<d:href>").append(escaped(href)).append("</d:href>"));
        return body.append("</c:addressbook-multiget>").toString();
    }
}
