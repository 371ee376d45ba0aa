package app.kith.assist;

import app.kith.contact.DateForm;
import app.kith.contact.NormalForm;
import app.kith.contact.Property;
import app.kith.rule.FieldName;
import app.kith.rule.Rule;
import app.kith.rule.Since;
import app.kith.rule.Subject;
import app.kith.rule.When;
import app.kith.store.Customers;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.MailFacts;
import app.kith.store.MessageStatus;
import app.kith.store.RuleView;
import app.kith.store.RuleView.Happened;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Everything that happened in some stretch that may set a rule off. */
final class RuleCases {
    private static final int AT_ONCE = 500;

    private final RuleView view;
    private final Customers customers;
    private final ZoneId zone;

    RuleCases(RuleView view, Customers customers, ZoneId zone) {
        this.view = view;
        this.customers = customers;
        this.zone = zone;
    }

    /**
     * A stretch.
     *
     * @param from what came after this, by number
     * @param to up to this, by number
     * @param since what happened then or later
     * @param after days that are due after this one
     * @param today up to this day
     * @param past whether everything that is due and still matters is wanted, whenever it became due
     */
    record Stretch(Since from, Since to, Instant since, LocalDate after, LocalDate today, boolean past) {}

    void each(Rule rule, Stretch stretch, Consumer<List<RuleCase>> each) {
        switch (rule.when().kind()) {
            case MAIL_IN, MAIL_OUT -> mails(rule.when(), stretch, each);
            case CUSTOMER_ADDED -> happened(view.entered(stretch.from.change(), stretch.to.change(), stretch.since),
                    each);
            case CHANGED -> {
                FieldName field = FieldName.of(rule.when().field());
                String value = rule.when().value();
                happened(view.changed(field, value.isEmpty() ? "" : NormalForm.of(field.property(), value),
                        stretch.from.change(), stretch.to.change(), stretch.since), each);
            }
            case AFTER_CONTACT -> afterContact(rule.when().days(), stretch, each);
            case BEFORE -> before(rule.when(), stretch, each);
        }
    }

    private void mails(When when, Stretch stretch, Consumer<List<RuleCase>> each) {
        boolean out = when.kind() == When.Kind.MAIL_OUT;
        long after = stretch.from.message();
        List<MailFacts> some;
        do {
            some = view.mails(after, stretch.to.message(), stretch.since, AT_ONCE);
            each.accept(some.stream().filter(mail -> mail.is(MessageStatus.OUTGOING) == out).map(RuleCase::of)
                    .toList());
            after = some.isEmpty() ? after : some.getLast().id();
        } while (some.size() == AT_ONCE);
    }

    private void happened(List<Happened> happened, Consumer<List<RuleCase>> each) {
        customers(happened.stream().map(one -> new RuleCase(
                new Subject(0, one.contact(), String.valueOf(one.change())), one.at(), one.contact(), "", one.text(),
                null)).toList(), each);
    }

    /** Adds the names; who is not there any more is passed over. */
    private void customers(List<RuleCase> cases, Consumer<List<RuleCase>> each) {
        for (int from = 0; from < cases.size(); from += AT_ONCE) {
            List<RuleCase> some = cases.subList(from, Math.min(cases.size(), from + AT_ONCE));
            Map<Long, String> names = new HashMap<>();
            customers.rows(some.stream().map(RuleCase::contact).distinct().toList())
                    .forEach((CustomerRow row) -> names.put(row.id(), row.name()));
            each.accept(some.stream().filter(one -> names.containsKey(one.contact()))
                    .map(one -> new RuleCase(one.subject(), one.at(), one.contact(),
                            names.getOrDefault(one.contact(), ""), one.title(), null))
                    .toList());
        }
    }

    private void afterContact(int days, Stretch stretch, Consumer<List<RuleCase>> each) {
        Instant from = stretch.past ? Instant.EPOCH.plusMillis(1) : start(stretch.after.plusDays(1L - days));
        Instant to = start(stretch.today.plusDays(1L - days));
        List<RuleCase> cases = new ArrayList<>();
        for (Happened one : view.lastContacts(from, to)) {
            LocalDate last = one.at().atZone(zone).toLocalDate();
            cases.add(new RuleCase(new Subject(0, one.contact(), last.toString()), start(last.plusDays(days)),
                    one.contact(), "", last.toString(), null));
        }
        customers(cases, each);
    }

    private void before(When when, Stretch stretch, Consumer<List<RuleCase>> each) {
        FieldName field = FieldName.of(when.field());
        boolean yearly = field.property() == Property.BIRTHDAY || field.property() == Property.ANNIVERSARY;
        List<RuleCase> cases = new ArrayList<>();
        for (Happened one : view.days(field)) {
            for (LocalDate day : days(one.text(), yearly, stretch)) {
                LocalDate due = day.minusDays(when.days());
                boolean near = !due.isAfter(stretch.today) && !day.isBefore(stretch.today);
                boolean missed = !stretch.past && due.isAfter(stretch.after) && !due.isAfter(stretch.today);
                if (near || missed) {
                    cases.add(new RuleCase(new Subject(0, one.contact(), day.toString()), start(due), one.contact(),
                            "", day.toString(), null));
                }
            }
        }
        customers(cases.stream().distinct().toList(), each);
    }

    /** The days that a value names around a stretch; none where it is no day. */
    private static List<LocalDate> days(String raw, boolean yearly, Stretch stretch) {
        try {
            DateForm form = DateForm.ofDay(raw);
            if (form == null || form.month() == 0 || !yearly && form.year() == 0) {
                return List.of();
            }
            if (!yearly) {
                return List.of(LocalDate.of(form.year(), form.month(), form.day()));
            }
            List<LocalDate> days = new ArrayList<>();
            for (int year = stretch.after.getYear() - 1; year <= stretch.today.getYear() + 1; year++) {
                days.add(MonthDay.of(form.month(), form.day()).atYear(year)); // The 29th of February is the 28th in other years.
            }
            return days;
        } catch (java.time.DateTimeException e) {
            return List.of();
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
