package app.kith.desk;

import app.kith.assist.RuleQueries;
import app.kith.mail.Mail;
import app.kith.search.CustomerState;
import app.kith.search.Field;
import app.kith.search.MailFit;
import app.kith.search.Query;
import app.kith.search.Query.Clause;
import app.kith.search.Query.Term;
import app.kith.store.CustomerList;
import app.kith.store.MailFacts;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Answers lines of the query language for rules: what asks of a mail by the mail at hand, what asks of customers by the list of them. */
final class RuleAnswers implements RuleQueries {
    private final CustomerList customers;
    private final Clock clock;

    RuleAnswers(CustomerList customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public Asked ask() {
        return new OfRun();
    }

    private final class OfRun implements Asked {
        private final MailFit fit = new MailFit(clock);
        private final Map<String, Query> read = new HashMap<>();
        private final Map<Term, Set<Long>> found = new HashMap<>();

        @Override
        public boolean finds(String line, MailFacts facts, Supplier<Mail> mail) {
            for (Clause clause : query(line).clauses()) {
                boolean holds = clause.anyOf().stream().anyMatch(term -> isOfCustomers(term)
                        ? isAmong(term, facts.contact())
                        : fit.fits(term, facts, mail.get()) || isOwn(term) && isAmong(term, facts.contact()));
                if (holds == clause.excluded()) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean finds(String line, long contact) {
            for (Clause clause : query(line).clauses()) {
                boolean holds = clause.anyOf().stream().anyMatch(
                        term -> (isOfCustomers(term) || term.field() == Field.ANY) && isAmong(term, contact));
                if (holds == clause.excluded()) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean holds(String text, String words) {
            return MailFit.holds(text, words);
        }

        /** The last word of a rule does not grow any more. */
        private Query query(String line) {
            return read.computeIfAbsent(line, one -> Query.parse(one + " "));
        }

        private static boolean isOfCustomers(Term term) {
            return switch (term.field()) {
                case TAG, STAGE, INSTAGE, COMPANY -> true;
                case IS -> CustomerState.named(term.value()) != null;
                default -> false;
            };
        }

        /** A name, a colon and a value ask of a field of the user's own. */
        private static boolean isOwn(Term term) {
            return term.field() == Field.ANY && (term.value().indexOf(':') > 0 || term.value().indexOf('：') > 0);
        }

        private boolean isAmong(Term term, long contact) {
            return contact != 0 && found.computeIfAbsent(term, this::find).contains(contact);
        }

        private Set<Long> find(Term term) {
            String line = new Query(List.of(new Clause(false, List.of(term))), false).text();
            return Arrays.stream(customers.ids(Segments.read(line), CustomerList.Sort.USUAL, 0,
                    ZonedDateTime.now(clock))).boxed().collect(Collectors.toUnmodifiableSet());
        }
    }
}
