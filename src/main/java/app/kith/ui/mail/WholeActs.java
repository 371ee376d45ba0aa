package app.kith.ui.mail;

import app.kith.change.FolderRole;
import app.kith.desk.ConversationActs;
import app.kith.desk.ConversationActs.Act;
import app.kith.desk.ConversationActs.Done;
import app.kith.store.ConversationList.Scope;
import app.kith.ui.look.Outside;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the user does to whole conversations in the window: said in one line with the way back. Works without a network. JavaFX thread
 * only.
 */
public final class WholeActs {
    private final ConversationActs acts;
    private final Background background;
    private Consumer<List<Long>> leaving = _ -> {};
    private long runs;

    /**
     * Makes the acts.
     *
     * @param acts does them
     * @param background where that is done
     */
    public WholeActs(ConversationActs acts, Background background) {
        this.acts = acts;
        this.background = background;
    }

    /**
     * Says who is told before something is done to conversations, which may leave a list for it.
     *
     * @param told told their numbers
     */
    public void setOnLeaving(Consumer<List<Long>> told) {
        leaving = told;
    }

    /**
     * Does something to conversations, says so, and offers to take it back.
     *
     * @param act what
     * @param conversations their numbers; nothing is done where there are none
     * @param scope where the list looks that shows them
     * @param words the language
     * @param outside where it is said
     */
    void act(Act act, List<Long> conversations, Scope scope, Words words, Outside outside) {
        if (conversations.isEmpty()) {
            return;
        }
        leaving.accept(conversations);
        Consumer<KithException> failed = failure -> outside.say(words.sentence(failure));
        background.run("whole-" + runs++, () -> acts.act(act, conversations, scope), done -> {
            if (done.conversations() == 0) {
                outside.say(words.get("mails.did.nothing"));
            } else {
                outside.offer(said(act, done, words), words.get("screen.undo"), () -> undo(done, failed));
            }
        }, failed);
    }

    private void undo(Done done, Consumer<KithException> failed) {
        background.run("whole-" + runs++, () -> {
            acts.undo(done);
            return done;
        }, _ -> {}, failed);
    }

    private static String said(Act act, Done done, Words words) {
        int many = done.conversations();
        return switch (act) {
            case Act.Read _ -> words.count("mails.did.read", many);
            case Act.Unread _ -> words.count("mails.did.unread", many);
            case Act.Flag _ -> words.count("mails.did.flag", many);
            case Act.Unflag _ -> words.count("mails.did.unflag", many);
            case Act.Archive _ -> words.count("mails.did.archive", many);
            case Act.Delete _ -> words.count("mails.did.delete", many);
            case Act.Move move -> words.count("mails.did.move", many, move.path());
        };
    }

    /** The folders into which conversations can be moved, by their full names, with what each is for. */
    void goals(List<Long> conversations, Scope scope, Consumer<Map<String, FolderRole>> then,
            Consumer<KithException> failed) {
        background.run("whole-goals", () -> acts.goals(conversations, scope), then, failed);
    }
}
