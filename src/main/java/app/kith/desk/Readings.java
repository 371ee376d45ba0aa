package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.ReadingChange;
import app.kith.change.Change.SenderChange;
import app.kith.change.SenderRule;
import app.kith.contact.EmailAddress;
import app.kith.store.ReadingView;
import java.util.List;
import java.util.function.UnaryOperator;

/** How the user wants mail to be read and shown: charsets, pictures from the network. Every act is entered in the ledger. Blocks. */
public final class Readings {
    private final ReadingView view;
    private final Keeper keeper;

    Readings(ReadingView view, Keeper keeper) {
        this.view = view;
        this.keeper = keeper;
    }

    /**
     * What is wanted for all mail of a sender.
     *
     * @param address an address in any spelling
     * @return the rule
     */
    public SenderRule sender(String address) {
        return view.sender(address);
    }

    /**
     * Shows pictures from the network in all mail of a sender, or no more.
     *
     * @param address an address in any spelling
     * @param shown whether they are shown
     */
    public void showPictures(String address, boolean shown) {
        enter("sender-pictures", senderChange(address, rule -> rule.showing(shown)));
    }

    /**
     * Has a message read with a charset.
     *
     * @param message its number
     * @param charset the charset
     */
    public void readAs(long message, String charset) {
        enter("read-as", messageChange(message, charset));
    }

    /**
     * Has all mail of a sender read with a charset, but for messages for which something was chosen alone.
     *
     * @param address an address in any spelling
     * @param charset the charset; empty for the one that is recognised in each
     */
    public void readSenderAs(String address, String charset) {
        enter("read-sender-as", senderChange(address, rule -> rule.readAs(charset)));
    }

    /**
     * Has a message read as it is recognised again, whatever is wanted for the rest of its sender's mail.
     *
     * @param message its number
     * @param address the sender's address; empty where it has none
     */
    public void readAsRecognised(long message, String address) {
        boolean ruled = !address.isEmpty() && !view.sender(address).charset().isEmpty();
        enter("read-as-recognised", messageChange(message, ruled ? ReadingChange.RECOGNISED : ""));
    }

    private List<Change> messageChange(long message, String charset) {
        String before = view.chosen(message);
        return before.equals(charset) ? List.of() : List.of(new ReadingChange(message, before, charset));
    }

    private List<Change> senderChange(String address, UnaryOperator<SenderRule> step) {
        SenderRule before = view.sender(address);
        SenderRule after = step.apply(before);
        return before.equals(after)
                ? List.of()
                : List.of(new SenderChange(EmailAddress.of(address).normal(), before, after));
    }

    private void enter(String reason, List<Change> changes) {
        if (!changes.isEmpty()) {
            keeper.enter(Actor.USER, reason, _ -> changes);
            keeper.readAgain();
        }
    }
}
