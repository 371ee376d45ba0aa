package app.kith.assist;

import app.kith.assist.FollowUp.Kind;
import app.kith.contact.DateForm;
import app.kith.contact.Entry;
import app.kith.store.AheadView;
import app.kith.store.AheadView.Born;
import app.kith.store.AheadView.Invited;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What lies ahead, from the store alone: meetings, entered or invited to, and birthdays. Blocks. */
public final class Ahead {
    private static final Comparator<FollowUp> BY_TIME = Comparator
            .comparing(FollowUp::day, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(FollowUp::at, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final AheadView view;
    private final Clock clock;

    /**
     * Makes the look ahead.
     *
     * @param view what lies ahead
     * @param clock what time it is, and where
     */
    public Ahead(AheadView view, Clock clock) {
        this.view = view;
        this.clock = clock;
    }

    /**
     * Meetings.
     *
     * @param days those of so many days, from today on; today is the first
     * @return the meetings, the first first; today's too that have begun
     */
    public List<FollowUp> meetings(int days) {
        LocalDate today = LocalDate.now(clock);
        Instant from = today.atStartOfDay(zone()).toInstant();
        Instant to = today.plusDays(days).atStartOfDay(zone()).toInstant();
        List<FollowUp> found = new ArrayList<>();
        view.meetings(from, to).forEach(own -> {
            Entry entry = own.entry();
            found.add(new FollowUp("meeting/" + entry.id(), Kind.MEETING, own.with(), 0, 0, entry.title(),
                    entry.text(), null, day(entry.at()), entry.at(), false));
        });
        // Days without a time are kept as those of UTC: a day more at each end, then those that are meant.
        view.invitations(from.minusSeconds(86_400), to.plusSeconds(86_400)).stream().map(this::invited)
                .filter(one -> isWithin(one, today, days)).forEach(found::add);
        found.sort(BY_TIME);
        return found;
    }

    private FollowUp invited(Invited one) {
        LocalDate day = one.allDay() ? one.at().atOffset(ZoneOffset.UTC).toLocalDate() : day(one.at());
        return new FollowUp("invitation/" + one.message() + "/" + one.item(), Kind.MEETING, one.with(),
                one.conversation(), one.message(), one.summary(), one.location(), null, day,
                one.allDay() ? null : one.at(), false);
    }

    private static boolean isWithin(FollowUp one, LocalDate today, int days) {
        LocalDate day = one.day();
        return day != null && !day.isBefore(today) && day.isBefore(today.plusDays(days));
    }

    /**
     * Birthdays.
     *
     * @param days those of so many days, from today on; today is the first
     * @return the birthdays, the first first; the title is the age, empty where the year is not known
     */
    public List<FollowUp> birthdays(int days) {
        LocalDate today = LocalDate.now(clock);
        List<FollowUp> found = new ArrayList<>();
        Set<String> had = new HashSet<>();
        for (Born born : view.birthdays()) {
            FollowUp one = birthday(born, today);
            if (one != null && isWithin(one, today, days) && had.add(one.id())) {
                found.add(one);
            }
        }
        found.sort(BY_TIME);
        return found;
    }

    /** The 29th of February is the 28th in other years. */
    private static @Nullable FollowUp birthday(Born born, LocalDate today) {
        DateForm form = DateForm.ofDay(born.raw());
        if (form == null || form.month() == 0) {
            return null;
        }
        try {
            MonthDay day = MonthDay.of(form.month(), form.day());
            LocalDate next = day.atYear(today.getYear());
            if (next.isBefore(today)) {
                next = day.atYear(today.getYear() + 1);
            }
            String age = form.year() == 0 ? "" : String.valueOf(next.getYear() - form.year());
            return new FollowUp("birthday/" + born.with().contact() + "/" + next, Kind.BIRTHDAY, born.with(), 0, 0, age,
                    "", null, next, null, false);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone());
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
