package app.kith.mail;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The HTML of a message made inert: words, structure and looks stay; whatever could run, fetch, submit or navigate by itself is gone.
 *
 * <p>What is left is an allow list (an OWASP policy): formatting, blocks, tables, links and inline images. The only addresses in it are
 * those of links ({@code http}, {@code https}, {@code mailto}, {@code tel}), {@code cid:} of images that the message carries, and images
 * written out as {@code data:}. Nothing in it makes a program that draws it reach the network or a file.
 *
 * @param html the safe HTML, a fragment without {@code html} and {@code body}; empty where the message has none
 * @param remoteImages how many pictures that lie on some server were taken out
 * @param trackingPixels how many of those were there only to tell the sender that the message was opened: too small to be seen, or hidden
 * @param remoteHosts the servers of all those pictures, in the order in which they are named, each once
 */
public record SafeHtml(String html, int remoteImages, int trackingPixels, List<String> remoteHosts) {

    /** The attribute that holds the address of a remote picture where the caller asked to keep it. */
    public static final String REMOTE_SOURCE = "data-remote-src";

    /** How much HTML is looked at, in characters; a longer text is cut. */
    private static final int LIMIT = 2_000_000;

    /** Keeps its own copy of the list. */
    public SafeHtml {
        remoteHosts = List.copyOf(remoteHosts);
    }

    /**
     * Makes the HTML of a message inert.
     *
     * @param mail the message
     * @return its safe HTML; empty where it has none
     */
    public static SafeHtml of(Mail mail) {
        String html = mail.html();
        return html == null ? new SafeHtml("", 0, 0, List.of()) : of(html, contentIds(mail));
    }

    /**
     * Makes HTML inert.
     *
     * @param html any text, as hostile as it may be
     * @param contentIds the Content-IDs, without brackets, of the pictures that may be shown by {@code cid:}
     * @return the safe HTML
     */
    public static SafeHtml of(String html, Set<String> contentIds) {
        return of(html, contentIds, false);
    }

    /**
     * Makes HTML inert, and keeps the addresses of remote pictures where nothing loads them by itself, for a reader who allows a sender's
     * pictures: in the attribute {@link #REMOTE_SOURCE}. Tracking pixels are not kept.
     *
     * @param html any text, as hostile as it may be
     * @param contentIds the Content-IDs, without brackets, of the pictures that may be shown by {@code cid:}
     * @param keepRemote whether to keep those addresses
     * @return the safe HTML
     */
    public static SafeHtml of(String html, Set<String> contentIds, boolean keepRemote) {
        Set<String> ids = new HashSet<>();
        contentIds.forEach(id -> ids.add(ContentIds.normal(id)));
        MailImages images = new MailImages(ids, keepRemote);
        String bounded = html.length() > LIMIT ? html.substring(0, LIMIT) : html;
        String safe = MailHtmlPolicy.with(images).sanitize(bounded);
        return new SafeHtml(safe == null ? "" : safe, images.remote(), images.tracking(), images.hosts());
    }

    /**
     * Gathers the Content-IDs by which a message's HTML may show its own pictures.
     *
     * @param mail the message
     * @return the ids without brackets; empty where it carries no pictures
     */
    public static Set<String> contentIds(Mail mail) {
        Set<String> ids = new HashSet<>();
        for (Attachment attachment : mail.attachments()) {
            String id = attachment.contentId();
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }
}
