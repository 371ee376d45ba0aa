package app.kith.ui;

import app.kith.search.Hit;
import app.kith.ui.Session.Place;
import app.kith.ui.find.Command;
import app.kith.ui.find.FindBox;
import app.kith.ui.find.FindModel;
import app.kith.ui.find.HelpSheet;
import app.kith.ui.find.KeysSheet;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;

/** The box over everything, the sheet of keys and the help, and how what was found is gone to. */
final class Finding {
    private static final double FROM_TOP = 40;

    private final Session session;
    private final Sheet over;
    private final Words words;
    private final Dates dates;
    private final Consumer<String> said;
    private final FindModel model;

    /**
     * Makes the box for an open desk.
     *
     * @param session the desk and its models
     * @param over where sheets are shown
     * @param words the language
     * @param dates writes dates
     * @param said says something in passing
     */
    Finding(Session session, Sheet over, Words words, Dates dates, Consumer<String> said) {
        this.session = session;
        this.over = over;
        this.words = words;
        this.dates = dates;
        this.said = said;
        this.model = new FindModel(session.desk()::search, session.desk().savedSearches(), session.background());
    }

    void open(List<Command> commands) {
        FindBox box = new FindBox(model, commands, words, dates, new FindBox.Acts(this::go, said, over::hide));
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        StackPane.setMargin(box, new Insets(FROM_TOP, 0, 0, 0));
        over.show(box);
        model.begin("");
    }

    void keys(List<Command> commands) {
        over.show(new KeysSheet(commands, words, over::hide));
    }

    void help() {
        over.show(new HelpSheet(words, over::hide));
    }

    /** Shows what was found where it is at home. */
    void go(Hit hit) {
        switch (hit.kind()) {
            case MAIL, FILE -> {
                session.place().set(Place.MAIL);
                session.conversation().wish(hit.conversation(), hit.id());
                session.conversations().everything();
                session.conversations().selectedProperty().set(hit.conversation());
            }
            case PERSON, COMPANY, NOTE, RECORD -> {
                session.place().set(Place.CUSTOMERS);
                session.customer().openedProperty().set(null);
                session.customers().endSearch();
                session.customers().selectedProperty().set(hit.contact() == 0 ? hit.id() : hit.contact());
            }
        }
    }
}
