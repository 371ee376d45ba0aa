package app.kith.ui.look;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants of the list of mail.
 *
 * @param signs words of what it is sifted by
 * @param account number of the mailbox that is shown; 0 for all
 * @param role word of what the folders are for that are shown; empty for any
 * @param path full name of the folder that is shown; empty for any
 */
public record MailLook(List<String> signs, long account, String role, String path) {
    /** What a new user gets. */
    public static final MailLook USUAL = new MailLook(List.of(), 0, "", "");

    /** Fills what a file may lack. */
    public MailLook(@Nullable List<String> signs, long account, @Nullable String role, @Nullable String path) {
        this.signs = signs == null ? List.of() : List.copyOf(signs);
        this.account = account;
        this.role = role == null ? "" : role;
        this.path = path == null ? "" : path;
    }
}
