package app.kith.ui.body;

/** Where the bytes of a picture are. None of them is ever opened as an address. */
sealed interface PictureSource {

    /** A picture that the message carries, by its Content-ID without brackets. */
    record Own(String contentId) implements PictureSource {}

    /** A picture written out in the HTML, in base 64. */
    record Written(String base64) implements PictureSource {}

    /** A picture on a server: shown only if whoever shows the mail hands in its bytes. */
    record Remote(String address) implements PictureSource {}

    /** A picture that cannot be had. */
    record Missing() implements PictureSource {}
}
