package app.kith.exchange;

import app.kith.change.MessageFlags;
import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Mail as other programs keep it: eml, emlx, mbox, Maildir, msg, pst, and folders of these. What a file is, is told by what it holds. Links
 * are not followed out of a folder.
 */
public final class MailFiles {
    /** The largest single mail that is read, in bytes. */
    static final int LARGEST = 256 << 20;

    private static final int LOOKED_AT = 8192;
    private static final Pattern HEADER = Pattern.compile(
            "(?is)^(?:(?!.*<html)[!-9;-~]+:[^\\n]*\\r?\\n(?:[ \\t][^\\n]*\\r?\\n)*){2,}.*");
    private static final Pattern KNOWN_HEADER = Pattern.compile(
            "(?im)^(?:From|Received|Return-Path|Message-ID|MIME-Version|Delivered-To):");

    private MailFiles() {}

    /** What a file is. */
    enum Kind {
        /** One mail as it goes over a line. */
        EML,
        /** One mail of Apple Mail: its length, the mail, a list of properties. */
        EMLX,
        /** Many mails, one behind the other. */
        MBOX,
        /** A mail of Outlook. */
        MSG,
        /** The file in which Outlook keeps its mail. */
        PST,
        /** A folder in which each mail is a file, with its flags in the name. */
        MAILDIR,
        /** Any other folder. */
        FOLDER,
        /** No mail. */
        NONE
    }

    /**
     * Tells whether a file or folder holds mail that can be read.
     *
     * @param path the file or folder
     * @return whether it does; a folder does if anything in it does
     * @throws KithException DISK
     */
    public static boolean isMail(Path path) {
        Kind kind = kind(path);
        if (kind != Kind.FOLDER) {
            return kind != Kind.NONE;
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> Files.isRegularFile(file) || Files.isDirectory(file.resolve("cur")))
                    .limit(1000).anyMatch(file -> {
                        Kind one = kind(file);
                        return one != Kind.NONE && one != Kind.FOLDER;
                    });
        } catch (IOException | UncheckedIOException e) {
            throw disk(path, e);
        }
    }

    /**
     * Tells whether a file of mail may hold contacts too.
     *
     * @param path the file or folder
     * @return whether it may
     * @throws KithException DISK
     */
    public static boolean mayHoldContacts(Path path) {
        return kind(path) == Kind.PST;
    }

    /**
     * Goes through all mails of a file or folder.
     *
     * @param path the file or folder
     * @param taker takes them
     * @return false if the taker did not want to go on
     * @throws KithException DISK
     */
    public static boolean read(Path path, MailTaker taker) {
        return read(path, "", taker);
    }

    private static boolean read(Path path, String folder, MailTaker taker) {
        String name = String.valueOf(path.getFileName());
        try {
            return switch (kind(path)) {
                case EML -> taker.mail(new FoundMail(Lines.crlf(small(path)), modified(path), MessageFlags.NONE, folder,
                        name));
                case EMLX -> taker.mail(new FoundMail(Lines.crlf(emlx(small(path))), modified(path), MessageFlags.NONE,
                        folder, name));
                case MSG -> taker.mail(new FoundMail(MsgFile.mail(path), null, MessageFlags.NONE, folder, name));
                case PST -> PstFile.mail(path, inFolder(folder, taker));
                case MBOX -> {
                    try (InputStream in = Files.newInputStream(path)) {
                        yield new MboxReader(in, folder, name).each(taker);
                    }
                }
                case MAILDIR -> Maildir.each(path, folder, taker);
                case FOLDER -> folder(path, folder, taker);
                case NONE -> {
                    taker.aside(name, Note.of("import.no-mail"));
                    yield true;
                }
            };
        } catch (TooLarge e) {
            taker.aside(name, Note.of("import.mail-too-large", LARGEST >> 20));
            return true;
        } catch (IOException | UncheckedIOException e) {
            throw disk(path, e);
        } catch (BrokenFile e) {
            taker.aside(name, Note.of("import.mail-broken"));
            return true;
        }
    }

    /** Takes what lies in the folders of a file within the folder in which that file lies. */
    private static MailTaker inFolder(String folder, MailTaker taker) {
        return new MailTaker() {
            @Override
            public boolean mail(FoundMail mail) {
                return taker.mail(new FoundMail(mail.raw(), mail.received(), mail.flags(), mail.folder().isEmpty()
                        ? folder
                        : under(folder, mail.folder()), mail.place()));
            }

            @Override
            public void aside(String place, Note reason) {
                taker.aside(place, reason);
            }
        };
    }

    private static boolean folder(Path path, String folder, MailTaker taker) throws IOException {
        List<Path> members;
        try (Stream<Path> all = Files.list(path)) {
            members = all
                    .filter(file -> !Files.isSymbolicLink(file) && !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted().toList();
        }
        for (Path member : members) {
            String name = String.valueOf(member.getFileName());
            boolean inner = Files.isDirectory(member) || kind(member) == Kind.MBOX || kind(member) == Kind.PST;
            if (!read(member, inner ? under(folder, name) : folder, taker)) {
                return false;
            }
        }
        return true;
    }

    static String under(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    static byte[] small(Path path) throws IOException {
        if (Files.size(path) > LARGEST) {
            throw new TooLarge();
        }
        return Files.readAllBytes(path);
    }

    private static Instant modified(Path path) throws IOException {
        return Files.getLastModifiedTime(path).toInstant();
    }

    /** The first line is the number of bytes of the mail behind it. */
    private static byte[] emlx(byte[] file) {
        int at = 0;
        long length = 0;
        while (at < file.length && file[at] != '\n') {
            length = file[at] >= '0' && file[at] <= '9' ? Math.min(length * 10 + file[at] - '0', file.length) : length;
            at++;
        }
        int from = Math.min(at + 1, file.length);
        return java.util.Arrays.copyOfRange(file, from, (int) Math.min(file.length, from + length));
    }

    static Kind kind(Path path) {
        if (Files.isDirectory(path)) {
            return Files.isDirectory(path.resolve("cur")) && Files.isDirectory(path.resolve("new"))
                    ? Kind.MAILDIR
                    : Kind.FOLDER;
        }
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        try (InputStream in = Files.newInputStream(path)) {
            byte[] begin = in.readNBytes(LOOKED_AT);
            String text = new String(begin, StandardCharsets.ISO_8859_1);
            if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) {
                boolean outlook = name.endsWith(".msg") || MsgFile.isOne(path);
                return outlook && !MsgFile.isContact(path) ? Kind.MSG : Kind.NONE;
            }
            if (PstFile.begins(text)) {
                return Kind.PST;
            }
            if (text.startsWith("From ") && text.indexOf('\n') > 0
                    && isHeader(text.substring(text.indexOf('\n') + 1))) {
                return Kind.MBOX;
            }
            if (name.endsWith(".emlx")) {
                return Kind.EMLX;
            }
            return name.endsWith(".eml") && begin.length > 0 || isHeader(text) ? Kind.EML : Kind.NONE;
        } catch (IOException e) {
            throw disk(path, e);
        }
    }

    private static boolean isHeader(String text) {
        return HEADER.matcher(text).lookingAt() && KNOWN_HEADER.matcher(text).find();
    }

    private static KithException disk(Path path, Exception e) {
        return new KithException(e, Problem.DISK, path, String.valueOf(e.getMessage()));
    }

    /** A single mail is larger than is read. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A file is not what its kind must be. */
    static final class BrokenFile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenFile(Exception cause) {
            super(cause);
        }
    }

    /** Line ends. */
    static final class Lines {
        private Lines() {}

        /** The bytes with CRLF where LF stood alone, so that a mail is known again that also came from a server. */
        static byte[] crlf(byte[] bytes) {
            int alone = 0;
            for (int i = 0; i < bytes.length; i++) {
                alone += bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r') ? 1 : 0;
            }
            if (alone == 0) {
                return bytes;
            }
            byte[] out = new byte[bytes.length + alone];
            int at = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r')) {
                    out[at++] = '\r';
                }
                out[at++] = bytes[i];
            }
            return out;
        }
    }
}
