package app.kith.ui.review;

import app.kith.contact.Value;
import app.kith.store.ProposalView.Waiting;
import app.kith.ui.look.Dates;
import app.kith.ui.record.FactKind;
import app.kith.words.Words;
import java.time.Instant;

/** Says in words what is proposed. */
record ProposalWords(Words words, Dates dates) {

    /** Who it is about. */
    String who(Waiting one) {
        return one.name().isEmpty() ? one.email().shown() : one.name();
    }

    /** In one line what is proposed. */
    String what(Waiting one) {
        Value fact = one.fact();
        return switch (one.kind()) {
            case PERSON, ROLE -> one.email().shown();
            case FACT -> fact == null ? "" : words.get("review.mail.fact", kind(fact), fact.raw());
            case BOUNCE -> words.get("review.mail.bounces", one.email().shown());
            case MOVED -> fact == null ? "" : words.get("review.mail.moved", fact.raw());
        };
    }

    String kind(Value value) {
        return new FactKind(value.property(), value.label()).name(words);
    }

    /** How often, in which direction, or how long. */
    String evidence(Waiting one) {
        return switch (one.kind()) {
            case PERSON, ROLE -> direction(one);
            case FACT -> seen(one) + (one.present().isEmpty()
                    ? ""
                    : " · " + words.get("review.mail.instead", one.present()));
            case BOUNCE -> seen(one);
            case MOVED -> seen(one) + " · " + words.get("review.mail.instead", one.present());
        };
    }

    private String direction(Waiting one) {
        if (one.received() > 0 && one.sent() > 0) {
            return words.get("review.mail.both", one.received(), one.sent());
        }
        return one.sent() > 0
                ? words.count("review.mail.you-wrote", one.sent())
                : words.count("review.mail.they-wrote", one.received());
    }

    private String seen(Waiting one) {
        Instant first = one.first();
        String times = words.count("review.mail.seen", one.seen());
        return first == null || one.seen() < 2
                ? times
                : words.get("review.mail.since", times, dates.brief(first));
    }
}
