package app.kith.assist;

import app.kith.mail.Mail;
import app.kith.store.MailFacts;
import java.util.function.Supplier;

/** How conditions are asked that are lines in the language of the search box. */
public interface RuleQueries {

    /** {@return what answers for one run of a rule: what it found out about customers holds for as long} */
    Asked ask();

    /** Answers for one run. */
    interface Asked {

        /**
         * Tells whether a line finds a mail, or the customer with whom it was exchanged.
         *
         * @param line the line
         * @param facts what the store knows of the mail
         * @param mail what it says; asked for only where that is needed
         * @return whether it does
         */
        boolean finds(String line, MailFacts facts, Supplier<Mail> mail);

        /**
         * Tells whether a line finds a customer.
         *
         * @param line the line
         * @param contact number of the customer
         * @return whether it does; false for what asks of mails
         */
        boolean finds(String line, long contact);

        /**
         * Tells whether words stand in a text one behind the other.
         *
         * @param text the text
         * @param words the words
         * @return whether they do
         */
        boolean holds(String text, String words);
    }
}
