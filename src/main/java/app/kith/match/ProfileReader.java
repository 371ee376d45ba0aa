package app.kith.match;

import app.kith.contact.AddressForm;
import app.kith.contact.CompanyBranch;
import app.kith.contact.CompanyName;
import app.kith.contact.DateForm;
import app.kith.contact.EmailAddress;
import app.kith.contact.LatinText;
import app.kith.contact.MailForm;
import app.kith.contact.NameForm;
import app.kith.contact.NameReader;
import app.kith.contact.PhoneForm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a profile out of the values of one record. */
final class ProfileReader {
    private static final int LEAST_DIGITS = 5;
    private static final Pattern SEVERAL_PHONES = Pattern.compile("[;；、]|\\s/\\s|\\s{3,}");
    private static final Pattern SEVERAL_MAILS = Pattern.compile("[;,\\s]+");

    /** What stands before a number and says only what it is: {@code Co. No. 123}, {@code Reg.-Nr.: 123}. */
    private static final Pattern MARKS = Pattern.compile(
            "(?i)^\\s*(?:(?:co|company|reg|registration|registered|id|tax|vat|no|nr|num|number)\\b[.:#\\s-]*)+(?=\\S*\\d)");
    /** A mobile number of mainland China, or one with its country code, in the middle of a text. */
    static final Pattern PHONE_WITHIN = Pattern
            .compile("(?<![\\d+])(?:\\(?(?:\\+|00)?86\\)?[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)"
                    + "|(?<![\\d+])\\+\\d{1,3}[ -]?\\(?\\d{1,4}\\)?(?:[ -]?\\d{2,4}){2,4}(?!\\d)");

    private final Schema schema;
    private final Shared shared;
    private final Set<NameForm> names = new LinkedHashSet<>();
    private final Set<MailForm> mails = new LinkedHashSet<>();
    private final Set<PhoneForm> phones = new LinkedHashSet<>();
    private final Set<CompanyName> companies = new LinkedHashSet<>();
    private final StringBuilder family = new StringBuilder();
    private final StringBuilder given = new StringBuilder();
    private final StringBuilder address = new StringBuilder();
    private final StringBuilder entity = new StringBuilder();
    private final List<@Nullable TextForm> texts;
    private @Nullable DateForm birthday;
    private String suffix = "";
    private String sex = "";

    ProfileReader(Schema schema) {
        this.schema = schema;
        shared = schema.shared();
        texts = new ArrayList<>(java.util.Collections.nCopies(schema.texts(), null));
    }

    Profile read(String id, List<Schema.Entry> values) {
        for (Schema.Entry entry : values) {
            if (!entry.value().isBlank()) {
                enter(entry.column(), entry.value().strip());
            }
        }
        if (!family.isEmpty() || !given.isEmpty()) {
            NameForm name = NameReader.parts(family.toString(), given.toString());
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        boolean guessed = names.isEmpty() && schema.isOfPeople();
        if (guessed) {
            mails.forEach(mail -> names.addAll(MailNames.of(mail)));
        }
        for (NameForm name : names) {
            suffix = suffix.isEmpty() ? name.suffix() : suffix;
        }
        return profile(id, guessed);
    }

    private Profile profile(String id, boolean guessed) {
        CompanyBranch branch = CompanyBranch.of(entity.toString());
        List<NameForm> own = names.stream().map(shared::name).toList();
        List<NameForm> turned = own.stream().allMatch(NameForm::isHan)
                ? own
                : own.stream().map(name -> name.isHan() ? name : shared.name(name.turned())).toList();
        return new Profile(id, List.copyOf(own), List.copyOf(turned), guessed,
                List.copyOf(mails.stream().map(shared::mail).toList()), List.copyOf(domains()),
                List.copyOf(phones.stream().map(shared::phone).toList()), List.copyOf(companies),
                entity.isEmpty() ? null : form(entity.toString()),
                entity.isEmpty() ? null : form(branch.parent()), shared.text(branch.branch()),
                address.isEmpty() ? null : shared.address(AddressForm.of(address.toString())), birthday,
                shared.text(suffix), sex, shared.texts(texts));
    }

    private List<String> domains() {
        return mails.stream().filter(mail -> !mail.free() && mail.stem().length() > 1).map(MailForm::stem).distinct()
                .map(shared::text).toList();
    }

    /** A company's or shop's name: legal forms say little and are left out. */
    private @Nullable TextForm form(String written) {
        List<String> words = CompanyName.of(written).words();
        TextForm form = words.isEmpty() ? TextForm.of(written) : new TextForm(String.join("", words), words);
        return form == null ? null : shared.text(form);
    }

    private void enter(int column, String value) {
        switch (schema.columns().get(column).kind()) {
            case FULL_NAME -> enterName(value);
            case FAMILY_NAME -> append(family, value);
            case GIVEN_NAME -> append(given, value);
            case SUFFIX -> suffix = LatinText.words(LatinText.folded(value));
            case ENTITY_NAME -> {
                // A company often has its name twice, as its name and as its company.
                if (entity.indexOf(value) < 0) {
                    append(entity, value);
                }
            }
            case EMAIL -> enterMail(value);
            case PHONE -> enterPhone(value);
            case COMPANY -> companies.add(schema.company(value));
            case ADDRESS -> append(address, value);
            case BIRTHDAY -> birthday = birthday == null ? DateForm.of(value) : birthday;
            case SEX -> sex = sexOf(value);
            case IDENTITY -> enterText(column, unmarked(value));
            case NOTES -> enterText(column, withoutPhones(value));
            case PLACE, REGION, POSTCODE, TITLE, TEXT -> enterText(column, value);
            case IGNORED -> {
            }
        }
    }

    private void enterText(int column, String value) {
        int text = schema.textOf(column);
        texts.set(text, texts.get(text) == null ? text(value) : texts.get(text));
    }

    /** {@return a number without the words before it that only say that it is one} */
    private static String unmarked(String value) {
        String rest = MARKS.matcher(value).replaceFirst("");
        return rest.isBlank() ? value : rest;
    }

    /** {@return notes without the telephone numbers in them, which are entered} */
    private String withoutPhones(String value) {
        Matcher matcher = PHONE_WITHIN.matcher(value);
        while (matcher.find()) {
            enterPhone(matcher.group());
        }
        return matcher.replaceAll(" ");
    }

    private @Nullable TextForm text(String value) {
        TextForm form = TextForm.of(value);
        return form == null ? null : shared.text(form);
    }

    private static void append(StringBuilder to, String value) {
        to.append(to.isEmpty() ? "" : " ").append(value);
    }

    private void enterName(String value) {
        if (value.indexOf('@') > 0) {
            enterMail(value);
            return;
        }
        NameReader.Read read = NameReader.read(value);
        names.addAll(read.names());
        if (!read.company().isEmpty()) {
            companies.add(CompanyName.of(read.company()));
        }
    }

    private void enterMail(String value) {
        for (String each : SEVERAL_MAILS.split(value, -1)) {
            EmailAddress mail = EmailAddress.of(each);
            if (mail.isComplete()) {
                mails.add(MailForm.of(mail));
            }
        }
    }

    private void enterPhone(String value) {
        for (String each : SEVERAL_PHONES.split(value, -1)) {
            PhoneForm phone = PhoneForm.of(each);
            if (phone.digits().length() >= LEAST_DIGITS) {
                phones.add(phone);
            }
        }
    }

    private static String sexOf(String value) {
        String folded = LatinText.folded(value);
        return switch (folded) {
            case "男", "m", "male", "man", "herr", "mr", "1" -> "m";
            case "女", "f", "female", "woman", "frau", "ms", "mrs", "w", "2", "0" -> "f";
            default -> "";
        };
    }
}
