package app.kith.words;

import java.util.Locale;

/**
 * What can go wrong, as the user is told of it. Each has a sentence in both languages under {@code problem.<name>} that says
 * what failed, why, and what to do, and the exit state that the command line ends with.
 */
public enum Problem {
    /** Something unforeseen; details are in the log. {0} = short description. */
    INTERNAL(1),
    /** A file could not be read or written. {0} = file name, {1} = reason. */
    DISK(1),
    /** The user stopped it. */
    CANCELLED(1),
    /** There is no such thing. {0} = what was asked for. */
    NOT_FOUND(1),
    /** There is a field of the user's own of that name already. {0} = name. */
    FIELD_EXISTS(2),
    /** A field of the user's own needs a name without an equals sign, and a choice needs something to choose. {0} = name. */
    FIELD_WRONG(2),
    /** There is a stage of that name already. {0} = name. */
    STAGE_EXISTS(2),
    /** A stage needs a name of one line. {0} = what was given. */
    STAGE_WRONG(2),
    /** A field of the user's own cannot hold that. {0} = what was given, {1} = name of the field, {2} = what it can hold. */
    FIELD_VALUE(2),
    /** A new customer about whom nothing is said. */
    RECORD_EMPTY(2),
    /** A change set that cannot be taken back: mail has left the machine. {0} = its number. */
    CANNOT_UNDO(1),
    /** What is asked for was erased for good. No details. */
    ERASED(1),
    /** No server holds the message any more, so nothing can be done to it there. {0} = number of the message. */
    NOT_ON_SERVER(1),
    /** A promise can only be accepted or refused, once, and nothing else can. {0} = what was given. */
    FOLLOW_UP_ACT(1),
    /** A part of a rule cannot be understood. {0} = what was given. */
    RULE_PART(2),
    /** A rule needs a name, and something that it does. {0} = its name. */
    RULE_EMPTY(2),
    /** Only the header of a message is kept, and the server that has the rest cannot be reached. {0} = account. */
    BODY_ON_SERVER(3),
    /** The passphrase does not open the store. */
    WRONG_PASSPHRASE(1),
    /** A recovery code that is nearly one: a sign of it is missing, or is another. */
    CODE_MISTYPED(1),
    /** A new passphrase is too short. {0} = how many signs it needs at least. */
    PASSPHRASE_SHORT(2),
    /** The only way in to the data would be taken away. */
    LAST_WAY(2),
    /** The key store of the system did not take a key, or there is none. */
    NO_KEY_STORE(1),
    /** No passphrase was given and there is nobody to ask. */
    PASSPHRASE_NEEDED(1),
    /** The words on the command line cannot be understood. {0} = what is wrong. */
    USAGE(2),
    /** A file cannot be imported, and nothing of it was. {0} = file name, {1} = why, a {@link Note}. */
    IMPORT_REFUSED(1),
    /** There is no such preset for imports, or a file of presets is wrong. {0} = name, {1} = those there are. */
    PRESET_UNKNOWN(2),
    /** There is no such profile for exports. {0} = name, {1} = those there are. */
    PROFILE_UNKNOWN(2),
    /** A table would be larger than spreadsheets can hold. {0} = how large, {1} = the most. */
    EXPORT_TOO_WIDE(1),
    /** A file is there already and may not be replaced. {0} = file. */
    FILE_EXISTS(1),
    /** A folder holds what Kith did not write and is not replaced. {0} = folder. */
    FOLDER_FOREIGN(1),
    /** A file is too large to go along with a letter. {0} = file name, {1} = the most, in MB. */
    FILE_TOO_LARGE(2),
    /** A file is too large to be kept with an activity or record. {0} = file name, {1} = the most, in MB. */
    FILE_TOO_LARGE_TO_KEEP(2),
    /** Not an e-mail address. {0} = what was given. */
    ADDRESS_INVALID(2),
    /** Not times of the day. {0} = what was given. */
    TIME_INVALID(2),
    /** An unencrypted connection was asked for a host that is not this machine. {0} = host. */
    PLAIN_REFUSED(2),
    /** No preset and no server given. {0} = address. */
    SERVER_NOT_KNOWN(2),
    /** No sending server is known for the account. {0} = address. */
    SMTP_NOT_KNOWN(2),
    /** A server would not take a message, or not for somebody. {0} = number, {1} = host, {2} = what it said. */
    MAIL_REFUSED(6),
    /** It is not known whether a message was sent. {0} = number, {1} = host. */
    SENT_IN_DOUBT(3),
    /** An outgoing message cannot be retried or cancelled as it is. {0} = number, {1} = its state. */
    OUTGOING_SETTLED(1),
    /** The provider signs in through the browser only, and no client id was given for that. {0} = provider. */
    BROWSER_ONLY(2),
    /** The account is there already. {0} = address. */
    ACCOUNT_EXISTS(2),
    /** No such account. {0} = address. */
    ACCOUNT_UNKNOWN(1),
    /** No secret is kept for the account. {0} = address. */
    SECRET_MISSING(4),
    /** The name of the server cannot be resolved. {0} = host. */
    HOST_UNKNOWN(3),
    /** No connection. {0} = host and port, {1} = reason. */
    UNREACHABLE(3),
    /** The server was silent for too long. {0} = host and port. */
    TIMEOUT(3),
    /** The connection was lost. {0} = host and port. */
    CONNECTION_LOST(3),
    /** The certificate is not trusted or not valid. {0} = host, {1} = reason. */
    TLS_UNTRUSTED(3),
    /** What is to be trusted is no certificate. {0} = what is wrong with it. */
    CERTIFICATE_INVALID(2),
    /** The server shows another certificate than the one that was to be trusted. {0} = server, {1} = fingerprint of what it shows. */
    CERTIFICATE_OTHER(3),
    /** The certificate has ended, or does not hold yet. {0} = host, {1} = the day it ended or begins. */
    TLS_EXPIRED(3),
    /** The certificate belongs to another host. {0} = host. */
    TLS_WRONG_HOST(3),
    /** The server offers no encryption. {0} = host. */
    TLS_MISSING(3),
    /** The server said something that cannot be understood, or refused a command. {0} = host, {1} = what it said. */
    SERVER_REFUSED(3),
    /** The server is busy or has too many connections; it will pass. {0} = host, {1} = what it said. */
    SERVER_BUSY(3),
    /** No address book is to be found. {0} = host. */
    BOOK_NOT_FOUND(3),
    /** A server of address books sends to a host of somebody else, who is not told the secret. {0} = host, {1} = the other host. */
    BOOK_ELSEWHERE(3),
    /** The server wants to be left alone for a while. {0} = host, {1} = how long, as it says it; may be empty. */
    BOOK_BUSY(3),
    /** An address book is not there any more. {0} = its name. */
    BOOK_GONE(3),
    /** An address book that had cards has none; nothing was removed here. {0} = its name, {1} = how many there were. */
    BOOK_EMPTIED(6),
    /** So many cards went at once that the user is asked. {0} = name of the book, {1} = how many. */
    BOOK_REMOVALS(6),
    /** There is no such address book, or several are meant. {0} = what was asked for, {1} = those there are. */
    BOOK_UNKNOWN(1),
    /** User name or secret were refused. {0} = account, {1} = what the server said. */
    SIGN_IN_REFUSED(4),
    /** Name and secret may be right, but this account may not be used this way. {0} = account, {1} = what the server said. */
    SIGN_IN_NOT_ALLOWED(4),
    /** The password is too old. {0} = account, {1} = what the server said. */
    SIGN_IN_EXPIRED(4),
    /** The server lets nobody in over an unprotected connection. {0} = account, {1} = what the server said. */
    SIGN_IN_PRIVACY(4),
    /** Only who runs the server can help. {0} = account, {1} = what the server said. */
    SIGN_IN_ADMIN(4),
    /** The provider takes no passwords from programs. {0} = account, {1} = what the server said. */
    SIGN_IN_BROWSER(4),
    /** The provider wants the user to sign in on its web page first. {0} = account, {1} = what the server said. */
    SIGN_IN_WEB(4),
    /** The provider wants a password made for programs. {0} = account, {1} = what the server said. */
    SIGN_IN_APP_PASSWORD(4),
    /** NetEase finds the program unsafe although it has said what it is. {0} = account, {1} = what the server said. */
    SIGN_IN_UNSAFE(4),
    /** The sign-in through the browser did not come to a grant, or the grant was withdrawn. {0} = host, {1} = what it said. */
    BROWSER_REFUSED(4),
    /** Another process holds the store. {0} = folder. */
    STORE_IN_USE(5),
    /** The key file is missing or damaged. {0} = file. */
    VAULT_DAMAGED(5),
    /** A record of a log is damaged. {0} = file, {1} = byte position, {2} = record number. */
    LOG_DAMAGED(5),
    /** The projection cannot be used. {0} = reason. */
    STORE_DAMAGED(5),
    /** A backup cannot be used. {0} = file, {1} = the part of it that is damaged or missing. */
    BACKUP_DAMAGED(5),
    /** There is no room for what is to be made. {0} = folder, {1} = how much is needed, in MB. */
    NO_ROOM(1),
    /** The folder that was chosen for backups is not there. */
    BACKUP_FOLDER(1),
    /** The projection cannot hold what was to be done, so nothing was done. {0} = reason. */
    CHANGE_NOT_HELD(1),
    /** The data folder was written by a newer Kith. {0} = found, {1} = known. */
    STORE_TOO_NEW(5);

    private static final int SIGN_IN = 4;

    private final int exit;

    Problem(int exit) {
        this.exit = exit;
    }

    /** {@return the exit state of the command line, 1 to 6 as in the command line's contract} */
    public int exit() {
        return exit;
    }

    /** {@return whether the server does not let the account in, and nobody but the user can mend that} */
    public boolean isSignIn() {
        return exit == SIGN_IN;
    }

    /** {@return whether the server cannot be told from somebody on the way, so that nothing is said to it} */
    public boolean isTrust() {
        return switch (this) {
            case TLS_UNTRUSTED, TLS_EXPIRED, TLS_WRONG_HOST, TLS_MISSING -> true;
            default -> false;
        };
    }

    /** {@return the key of the sentence in the word lists} */
    public String key() {
        return "problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
