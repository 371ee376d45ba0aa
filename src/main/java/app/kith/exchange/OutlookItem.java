package app.kith.exchange;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message, contact or other thing of Outlook by its properties (MS-OXPROPS), whatever kind of file it lies in. */
interface OutlookItem {

    /** {@return its class: {@code IPM.Note}, {@code IPM.Contact} …; empty where there is none} */
    String messageClass();

    /**
     * A text.
     *
     * @param tag number of the property without its type
     * @return the text; empty where there is none
     */
    String text(int tag);

    /**
     * A text of the set of addresses (PSETID_Address).
     *
     * @param number number of the property in its set
     * @return the text; empty where there is none
     */
    String addressText(int number);

    /**
     * A time.
     *
     * @param tag number of the property without its type
     * @return the time; null where there is none
     */
    @Nullable
    Instant time(int tag);

    /** {@return its text; null where there is none} */
    @Nullable
    String body();

    /** {@return its text as HTML; null where there is none} */
    @Nullable
    String html();

    /** {@return its text as RTF; null where there is none} */
    @Nullable
    String rtf();

    /** {@return to whom it went} */
    List<Recipient> recipients();

    /**
     * The files that go with it.
     *
     * @return the files
     * @throws IOException where they cannot be read
     */
    List<File> files() throws IOException;

    /**
     * Somebody to whom a message went.
     *
     * @param kind 1 to, 2 copy, 3 blind copy (PidTagRecipientType)
     * @param name the name; may be empty
     * @param address the address; may be empty, or none of the Internet's
     */
    record Recipient(int kind, String name, String address) {}

    /**
     * A file that goes with a message.
     *
     * @param name its name
     * @param type its media type; may be empty
     * @param id its Content-ID; may be empty
     * @param bytes its bytes
     */
    record File(String name, String type, String id, byte[] bytes) {}
}
