package app.kith.desk;

import app.kith.contact.Entry;
import app.kith.contact.Source;
import app.kith.store.Customers.Order;
import app.kith.store.StoreChange;
import app.kith.words.KithException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Some tasks of the sample's user, entered as soon as the first customers are there, so that the day has something in it. */
final class DemoTasks implements Consumer<StoreChange> {
    private static final Logger LOG = LoggerFactory.getLogger(DemoTasks.class);
    private static final int INTERVAL = 60;

    private final Desk desk;
    private final Clock clock = Clock.system(ZoneId.systemDefault());
    private final AtomicReference<@Nullable Thread> work = new AtomicReference<>();

    DemoTasks(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void accept(StoreChange change) {
        if (!change.contacts().isEmpty() && work.get() == null) {
            Thread thread = Thread.ofVirtual().name("demo-tasks").unstarted(this::enter);
            if (work.compareAndSet(null, thread)) {
                thread.start();
            }
        }
    }

    private void enter() {
        try {
            long[] customers = desk.customers().ids("", Order.LAST_CONTACT, 0);
            LocalDate today = LocalDate.now(clock);
            task(customers, 4, today.minusDays(2), LocalTime.MIDNIGHT, "Confirm the new delivery date · 确认新交期");
            task(customers, 1, today, LocalTime.MIDNIGHT, "Send the revised quotation · 发修改后的报价单");
            task(customers, 6, today, LocalTime.of(16, 30), "Call about the tolerance · 电话沟通公差");
            task(customers, 2, today.plusDays(3), LocalTime.MIDNIGHT, "Prepare the visit · 准备来访");
            if (customers.length > 0) {
                desk.followUps(clock).keepInTouch(customers[customers.length - 1], INTERVAL);
            }
        } catch (KithException e) {
            LOG.info("The sample has no tasks: {}", e.problem());
        }
    }

    private void task(long[] customers, int which, LocalDate day, LocalTime time, String title) {
        if (which < customers.length) {
            desk.records().log(new Entry(0, customers[which], Entry.Kind.TASK, clock.instant(),
                    day.atTime(time).atZone(clock.getZone()).toInstant(), title, "", "", null, "", Entry.OPEN,
                    new Source(Source.Kind.HAND, "")));
        }
    }

    /** Waits until what was begun has ended; the store must not be closed under it. */
    void end() {
        Thread thread = work.get();
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
