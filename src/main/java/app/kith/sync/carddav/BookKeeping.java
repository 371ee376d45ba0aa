package app.kith.sync.carddav;

import app.kith.account.AddressBook;
import app.kith.account.BookLink;
import app.kith.change.Journal;
import app.kith.change.NextNumbers;
import app.kith.contact.Card;
import app.kith.store.CardsView;
import app.kith.store.ChangesView;
import app.kith.store.SourcesView;
import app.kith.store.UserTextView;
import java.util.List;
import java.util.function.Function;

/**
 * What passes over address books work with.
 *
 * @param userTexts the ledger's texts
 * @param cards the cards that are there
 * @param view the same, one by one
 * @param sources which contacts each source says something of
 * @param journal where changes are entered
 * @param form how the texts of cards are read and written
 * @param wanted the customers that belong into a book by the user's choice
 */
record BookKeeping(UserTextView userTexts, CardsView cards, ChangesView view, SourcesView sources, Journal journal,
        CardForm form, Function<AddressBook, List<Long>> wanted) {

    BookTexts texts(AddressBook book) {
        return new BookTexts(userTexts, book);
    }

    Pull pull(AddressBook book, BookTexts texts, NextNumbers free) {
        return new Pull(book, this, texts, free);
    }

    Stacks stacks() {
        return new Stacks(cards, view);
    }

    /** Whom a card on the server is about. */
    String name(BookTexts texts, String href) {
        BookLink link = texts.links().get(href);
        Card card = link == null || link.card() == 0 ? null : view.card(link.card());
        return card == null ? "" : Pull.name(card.values());
    }
}
