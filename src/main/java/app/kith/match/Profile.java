package app.kith.match;

import app.kith.contact.AddressForm;
import app.kith.contact.CompanyName;
import app.kith.contact.DateForm;
import app.kith.contact.MailForm;
import app.kith.contact.NameForm;
import app.kith.contact.PhoneForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record in the form in which it is compared; every value was brought into its normal form once. {@link Schema} makes it.
 *
 * @param id what the caller knows the record by
 * @param names a person's names, one for each script or spelling
 * @param turned the same names with family and given name in the other order; a Chinese one as it is, for it is never turned
 * @param guessed whether the names were only read out of the mail address
 * @param mails mail addresses
 * @param domains what the owners of the mail domains chose ({@code jialian}), those of free mail services left out
 * @param phones telephone numbers
 * @param companies companies
 * @param entity the name of a record that is no person; null if there is none
 * @param parent the name of the company whose branch the record is; the entity itself where it is no branch
 * @param branch which branch it is; empty if none
 * @param address postal address; null if there is none
 * @param birthday date of birth; null if there is none
 * @param suffix Jr, Sr; empty if none
 * @param sex one letter; empty if not known
 * @param texts the other columns by the schema's order; null where a record says nothing
 */
public record Profile(String id, List<NameForm> names, List<NameForm> turned, boolean guessed, List<MailForm> mails,
        List<String> domains,
        List<PhoneForm> phones, List<CompanyName> companies, @Nullable TextForm entity, @Nullable TextForm parent,
        String branch, @Nullable AddressForm address,
        @Nullable DateForm birthday, String suffix, String sex, List<@Nullable TextForm> texts) {}
