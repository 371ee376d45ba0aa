package app.kith.ui;

import app.kith.desk.Rules;
import app.kith.ui.record.RecordActs;
import app.kith.words.ReasonWords;
import app.kith.words.Words;
import java.util.List;
import java.util.function.Supplier;

/** Says what was done to records, by the user or by rules, with the way back. */
final class DoneNotices {
    private final Session session;
    private final Supplier<Words> words;
    private final Notice notice;

    DoneNotices(Session session, Supplier<Words> words, Notice notice) {
        this.session = session;
        this.words = words;
        this.notice = notice;
    }

    /** Says what was done to a record; JavaFX thread only. */
    void told(RecordActs.Done done) {
        Words now = words.get();
        String what = ReasonWords.of(now, done.reason());
        String text = !done.takenBack()
                ? what
                : done.kept() == 0
                        ? now.get("record.taken-back", what)
                        : now.get("record.taken-back-kept", what, done.kept());
        if (done.change() == 0) {
            notice.say(text);
        } else {
            notice.offer(text, now.get(done.takenBack() ? "record.do-again" : "record.take-back"),
                    () -> session.recordActs().undo(done.change()));
        }
    }

    /** Says what rules did; told on their thread. */
    void ruled(List<Rules.Did> did) {
        session.background().soon("rules-did", () -> {
            session.rules().read();
            Words now = words.get();
            Rules.Did last = did.getLast();
            notice.offer(now.count("rule.told", last.ran().did(), last.rule().name()), now.get("record.take-back"),
                    () -> session.recordActs().undo(last.ran().change()));
        });
    }
}
