package app.kith.desk;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.exchange.ExportContact;
import app.kith.exchange.ExportProfile;
import app.kith.exchange.Exporter;
import app.kith.exchange.Parcel;
import app.kith.store.Conversations;
import app.kith.store.Customers;
import app.kith.store.Customers.AddressRow;
import app.kith.store.Customers.Customer;
import app.kith.store.Timeline;
import app.kith.store.Timeline.Item;
import app.kith.store.Timeline.Logged;
import app.kith.store.Timeline.Talk;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One customer for somebody who takes over, as a folder or a ZIP file:
 *
 * <pre>
 * card.vcf, card.json     what is known, as far as the profile lets it out
 * timeline.html           everything that happened, to be read in a browser, in the user's language
 * timeline.json           the same for a machine, see {@link HandOverTimeline}
 * mails/                  every mail of the customer's conversations, the bytes as they came: 001 2026-03-12 Subject.eml
 * files/                  what was attached to them, and what is kept with activities and records; the same content once
 * kith.json               what this is, how much it holds, and what could not be read
 * </pre>
 *
 * Blocks.
 */
public final class HandOver {
    private final Customers customers;
    private final Exports exports;
    private final Timeline timeline;
    private final Conversations conversations;
    private final Mails mails;
    private final KeptFiles kept;
    private final ExportNotes notes;
    private final Clock clock;

    HandOver(Exports exports, Customers customers, Timeline timeline, Conversations conversations,
            Mails mails, KeptFiles kept, ExportNotes notes, Clock clock) {
        this.exports = exports;
        this.customers = customers;
        this.timeline = timeline;
        this.conversations = conversations;
        this.mails = mails;
        this.kept = kept;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * Writes a customer out. Mails of which only the header is here are fetched first, if their server can be reached.
     *
     * @param contact number of the customer
     * @param wanted what of the cards goes out
     * @param destination where to
     * @return how much there is
     * @throws KithException NOT_FOUND, FILE_EXISTS, FOLDER_FOREIGN, DISK, CANCELLED
     */
    public ExportedMail write(long contact, ExportProfile wanted, Destination destination) {
        ExportProfile profile = exports.whole(wanted);
        Customer customer = customers.find(contact)
                .orElseThrow(() -> new KithException(Problem.NOT_FOUND, "customer " + contact));
        ExportContact whole = whole(customer);
        try (Parcel parcel = Parcel.begin(destination.out(), destination.zipped(), destination.replace(),
                clock.instant())) {
            Exporter cards = new Exporter(each -> each.accept(whole), profile, destination.words(), clock.instant());
            parcel.file("card.vcf", out -> cards.write(Exporter.Format.VCF, out));
            parcel.file("card.json", out -> cards.write(Exporter.Format.JSON, out));
            List<Item> items = timeline.of(contact);
            MailSource source = new MailSource(conversations, mails, true, destination.course());
            PackedMails packed = PackedMails.pack(
                    items.stream().filter(Talk.class::isInstance).map(Talk.class::cast).toList(), conversations,
                    mails, source, parcel, destination.zone());
            items.stream().filter(Logged.class::isInstance).map(Logged.class::cast)
                    .forEach(logged -> packed.add(logged.entry(), kept));
            HandOverTimeline told = new HandOverTimeline(items, packed, mails);
            parcel.file("timeline.json", out -> told.write(destination.words(), out));
            HandOverPage page = new HandOverPage(destination.words(), destination.zone(), clock.instant());
            ExportContact shown = profile.of(whole);
            parcel.file("timeline.html", out -> page.write(customer.row(), shown.values(), told, out));
            ExportedMail done = new ExportedMail(packed.mails(), packed.files(), source.headersOnly(), source.aside());
            parcel.seal(about(customer, profile, done.report(destination.words())));
            notes.add(ExportNotes.What.CUSTOMER, contact, done.mails(), destination.out());
            return done;
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, destination.out(), String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> about(Customer customer, ExportProfile profile,
            Map<String, Object> report) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("holds", "customer");
        about.put("contact", customer.row().id());
        about.put("name", customer.row().name());
        about.put("profile", profile.id());
        about.putAll(report);
        return about;
    }

    /** What cards say, and the name and the addresses that are known from mail alone. */
    private ExportContact whole(Customer customer) {
        List<ExportContact> carded = new ArrayList<>();
        exports.cards(List.of(customer.row().id())).each(carded::add);
        ExportContact known = carded.isEmpty()
                ? new ExportContact(customer.row().id(), List.of(), List.of())
                : carded.getFirst();
        List<Value> values = new ArrayList<>(known.values());
        if (values.stream().noneMatch(value -> value.property() == Property.NAME) && !customer.row().isCompany()
                && !customer.row().name().isBlank()) {
            values.addFirst(Value.of(Property.NAME, "", customer.row().name()));
        }
        for (AddressRow address : customer.addresses()) {
            Value email = Value.of(Property.EMAIL, "", address.email());
            if (values.stream().noneMatch(value -> value.property() == Property.EMAIL
                    && value.normal().equals(email.normal()))) {
                values.add(email);
            }
        }
        return new ExportContact(known.id(), values, known.cards());
    }
}
