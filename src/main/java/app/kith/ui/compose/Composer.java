package app.kith.ui.compose;

import app.kith.account.Account;
import app.kith.change.Outgoing;
import app.kith.compose.Answer;
import app.kith.compose.Draft;
import app.kith.compose.DraftFile;
import app.kith.contact.EmailAddress;
import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Begins letters: new ones, answers, drafts opened again. JavaFX thread only; what has to be read is read off it. */
public final class Composer {
    private final Services services;
    private final Background background;
    private final Clock clock;
    private final Supplier<Words> words;

    /** How a message is answered. */
    public enum Kind {
        /** To its author. */
        REPLY,
        /** To its author and everybody else it went to. */
        REPLY_ALL,
        /** To somebody else, with its files. */
        FORWARD
    }

    /**
     * Makes the beginner of letters.
     *
     * @param services of the desk
     * @param background where all is read and kept
     * @param clock what time it is, and where
     * @param words the language, as it is when a letter is begun
     */
    public Composer(Services services, Background background, Clock clock, Supplier<Words> words) {
        this.services = services;
        this.background = background;
        this.clock = clock;
        this.words = words;
    }

    /**
     * Begins a new letter.
     *
     * @param to to whom; may be empty
     * @param then takes the letter
     * @param failed takes what went wrong; ACCOUNT_UNKNOWN where no mailbox is there yet
     */
    public void write(List<Mailbox> to, Consumer<ComposeModel> then, Consumer<KithException> failed) {
        run(() -> begin(Draft.to(to), List.of()), then, failed);
    }

    /**
     * Begins an answer.
     *
     * @param message number of the message
     * @param kind how it is answered
     * @param then takes the letter
     * @param failed takes what went wrong
     */
    public void answer(long message, Kind kind, Consumer<ComposeModel> then, Consumer<KithException> failed) {
        Words language = words.get();
        run(() -> {
            services.mails().complete(message);
            return answer(services.mails().read(message), kind, language);
        }, then, failed);
    }

    private Beginning answer(Mail mail, Kind kind, Words language) {
        List<Account> accounts = accounts();
        Set<String> own = accounts.stream().map(Account::email).collect(Collectors.toSet());
        Answer answer = kind == Kind.FORWARD
                ? Answer.forward(mail, language, clock.getZone())
                : Answer.reply(mail, kind == Kind.REPLY_ALL, own, language, clock.getZone());
        Account from = addressed(mail, accounts);
        List<DraftFile> files = answer.enclosures().stream()
                .map(file -> services.drafts().attach(from, file.name(), file.type(), file.content())).toList();
        Draft draft = new Draft(answer.to(), answer.cc(), List.of(), answer.subject(), answer.text(),
                answer.inReplyTo(), answer.references(), files);
        return begin(draft, List.of(from));
    }

    /** The account that the message came to, before all that it was addressed to; else the one that wrote it. */
    private static Account addressed(Mail mail, List<Account> accounts) {
        return Stream.of(mail.to(), mail.cc(), mail.bcc(), mail.from()).flatMap(List::stream)
                .flatMap(box -> accounts.stream().filter(account -> isOf(box, account))).findFirst()
                .orElse(accounts.getFirst());
    }

    private static boolean isOf(Mailbox box, Account account) {
        return EmailAddress.of(box.address()).normal().equals(EmailAddress.of(account.email()).normal());
    }

    private List<Account> accounts() {
        List<Account> accounts = services.accounts().list();
        if (accounts.isEmpty()) {
            throw new KithException(Problem.ACCOUNT_UNKNOWN, "");
        }
        return accounts;
    }

    private Beginning begin(Draft draft, List<Account> from) {
        List<Account> accounts = accounts();
        Account account = from.isEmpty() ? accounts.getFirst() : from.getFirst();
        var signatures = services.texts().signatures();
        String text = Signing.begin(draft.text(), signatures.getOrDefault(account.id(), ""));
        int quoted = draft.text().isBlank()
                ? text.length()
                : text.length() - draft.text().replaceAll("^\n+", "").length();
        return new Beginning(0, draft.saying(text), quoted, account, accounts, signatures,
                services.texts().templates());
    }

    /**
     * Opens a draft again. A letter that still waits in the outbox, or was refused, is taken back first.
     *
     * @param outgoing the draft or letter
     * @param then takes the letter
     * @param failed takes what went wrong; OUTGOING_SETTLED if it is too late
     */
    public void open(Outgoing outgoing, Consumer<ComposeModel> then, Consumer<KithException> failed) {
        run(() -> again(outgoing, outgoing.state() == Outgoing.State.DRAFT
                ? _ -> services.drafts().read(outgoing.id())
                : account -> services.drafts().takeBack(outgoing.id(), account)), then, failed);
    }

    /**
     * Opens a letter again that was thrown away.
     *
     * @param outgoing the letter
     * @param then takes the letter
     * @param failed takes what went wrong
     */
    public void restore(Outgoing outgoing, Consumer<ComposeModel> then, Consumer<KithException> failed) {
        run(() -> again(outgoing, account -> services.drafts().restore(outgoing.id(), account)), then, failed);
    }

    private Beginning again(Outgoing outgoing, Function<Account, Draft> read) {
        List<Account> accounts = accounts();
        Account account = accounts.stream().filter(each -> each.id() == outgoing.account()).findFirst()
                .orElse(accounts.getFirst());
        Draft draft = read.apply(account);
        return new Beginning(outgoing.id(), draft, quoted(draft.text()), account, accounts,
                services.texts().signatures(), services.texts().templates());
    }

    /** Where the first quoted line begins; the text's length where there is none. */
    private static int quoted(String text) {
        int at = text.startsWith(">") ? 0 : text.indexOf("\n>");
        return at < 0 ? text.length() : at;
    }

    private void run(Callable<Beginning> read, Consumer<ComposeModel> then, Consumer<KithException> failed) {
        Function<Beginning, ComposeModel> made = from -> new ComposeModel(from, services, background, clock);
        background.run("compose", read, from -> then.accept(made.apply(from)), failed);
    }
}
