package app.kith.exchange;

import com.pff.PSTAttachment;
import com.pff.PSTContact;
import com.pff.PSTException;
import com.pff.PSTMessage;
import com.pff.PSTRecipient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message or contact in a pst file. */
final class PstItem implements OutlookItem {
    private static final int DEEPEST = 5;

    private final PSTMessage message;
    private final int depth;

    PstItem(PSTMessage message) {
        this(message, 0);
    }

    private PstItem(PSTMessage message, int depth) {
        this.message = message;
        this.depth = depth;
    }

    @Override
    public String messageClass() {
        return text(message.getMessageClass());
    }

    @Override
    public String text(int tag) {
        String found = switch (tag) {
            case 0x007D -> message.getTransportMessageHeaders();
            case 0x0037 -> message.getSubject();
            case 0x0C1A -> message.getSenderName();
            case 0x0042 -> message.getSentRepresentingName();
            case 0x0C1F -> message.getSenderEmailAddress();
            case 0x0065 -> message.getSentRepresentingEmailAddress();
            case 0x1035 -> message.getInternetMessageId();
            case 0x1042 -> message.getInReplyToId();
            case 0x3001 -> message.getDisplayName();
            case 0x1000 -> message.getBody();
            default -> message instanceof PSTContact contact ? text(contact, tag) : "";
        };
        return text(found);
    }

    private static @Nullable String text(PSTContact contact, int tag) {
        return switch (tag) {
            case 0x3A45 -> contact.getDisplayNamePrefix();
            case 0x3A06 -> contact.getGivenName();
            case 0x3A44 -> contact.getMiddleName();
            case 0x3A11 -> contact.getSurname();
            case 0x3A05 -> contact.getGeneration();
            case 0x3A4F -> contact.getNickname();
            case 0x3A16 -> contact.getCompanyName();
            case 0x3A18 -> contact.getDepartmentName();
            case 0x3A17 -> contact.getTitle();
            case 0x3A46 -> contact.getProfession();
            case 0x3A4E -> contact.getManagerName();
            case 0x3A30 -> contact.getAssistant();
            case 0x3A48 -> contact.getSpouseName();
            case 0x3A10 -> contact.getOrganizationalIdNumber();
            case 0x3A4A -> contact.getCustomerId();
            case 0x3A51 -> contact.getBusinessHomePage();
            case 0x3A50 -> contact.getPersonalHomePage();
            default -> tag < 0x3A22 || tag == 0x3A57 || tag == 0x3A2F || tag == 0x3A2E || tag < 0x3A26
                    ? phone(contact, tag)
                    : address(contact, tag);
        };
    }

    private static @Nullable String phone(PSTContact contact, int tag) {
        return switch (tag) {
            case 0x3A08 -> contact.getBusinessTelephoneNumber();
            case 0x3A1B -> contact.getBusiness2TelephoneNumber();
            case 0x3A57 -> contact.getCompanyMainPhoneNumber();
            case 0x3A1C -> contact.getMobileTelephoneNumber();
            case 0x3A09 -> contact.getHomeTelephoneNumber();
            case 0x3A2F -> contact.getHome2TelephoneNumber();
            case 0x3A1A -> contact.getPrimaryTelephoneNumber();
            case 0x3A1F -> contact.getOtherTelephoneNumber();
            case 0x3A1D -> contact.getRadioTelephoneNumber();
            case 0x3A24 -> contact.getBusinessFaxNumber();
            case 0x3A25 -> contact.getHomeFaxNumber();
            case 0x3A23 -> contact.getPrimaryFaxNumber();
            case 0x3A21 -> contact.getPagerTelephoneNumber();
            case 0x3A1E -> contact.getCarTelephoneNumber();
            case 0x3A2E -> contact.getAssistantTelephoneNumber();
            default -> "";
        };
    }

    private static @Nullable String address(PSTContact contact, int tag) {
        return switch (tag) {
            case 0x3A29 -> contact.getBusinessAddressStreet();
            case 0x3A27 -> contact.getBusinessAddressCity();
            case 0x3A28 -> contact.getBusinessAddressStateOrProvince();
            case 0x3A2A -> contact.getBusinessPostalCode();
            case 0x3A26 -> contact.getBusinessAddressCountry();
            case 0x3A5D -> contact.getHomeAddressStreet();
            case 0x3A59 -> contact.getHomeAddressCity();
            case 0x3A5C -> contact.getHomeAddressStateOrProvince();
            case 0x3A5B -> contact.getHomeAddressPostalCode();
            case 0x3A5A -> contact.getHomeAddressCountry();
            case 0x3A63 -> contact.getOtherAddressStreet();
            case 0x3A5F -> contact.getOtherAddressCity();
            case 0x3A62 -> contact.getOtherAddressStateOrProvince();
            case 0x3A61 -> contact.getOtherAddressPostalCode();
            case 0x3A60 -> contact.getOtherAddressCountry();
            default -> "";
        };
    }

    @Override
    public String addressText(int number) {
        if (!(message instanceof PSTContact contact)) {
            return "";
        }
        String found = switch (number) {
            case 0x8080 -> contact.getEmail1DisplayName();
            case 0x8083 -> contact.getEmail1EmailAddress();
            case 0x8084 -> contact.getEmail1OriginalDisplayName();
            case 0x8090 -> contact.getEmail2DisplayName();
            case 0x8093 -> contact.getEmail2EmailAddress();
            case 0x8094 -> contact.getEmail2OriginalDisplayName();
            case 0x80A0 -> contact.getEmail3DisplayName();
            case 0x80A3 -> contact.getEmail3EmailAddress();
            case 0x80A4 -> contact.getEmail3OriginalDisplayName();
            case 0x8045 -> contact.getWorkAddressStreet();
            case 0x8046 -> contact.getWorkAddressCity();
            case 0x8047 -> contact.getWorkAddressState();
            case 0x8048 -> contact.getWorkAddressPostalCode();
            case 0x8049 -> contact.getWorkAddressCountry();
            case 0x8062 -> contact.getInstantMessagingAddress();
            case 0x802B -> contact.getHtml();
            default -> "";
        };
        return text(found);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public @Nullable Instant time(int tag) {
        Date date = switch (tag) {
            case 0x0039 -> message.getClientSubmitTime();
            case 0x0E06 -> message.getMessageDeliveryTime();
            case 0x3007 -> message.getCreationTime();
            case 0x3A42 -> message instanceof PSTContact contact ? contact.getBirthday() : null;
            case 0x3A41 -> message instanceof PSTContact contact ? contact.getAnniversary() : null;
            default -> null;
        };
        return date == null ? null : date.toInstant();
    }

    @Override
    public @Nullable String body() {
        return orNull(message.getBody());
    }

    @Override
    public @Nullable String html() {
        return orNull(message.getBodyHTML());
    }

    @Override
    public @Nullable String rtf() {
        try {
            return orNull(message.getRTFBody());
        } catch (PSTException | IOException e) {
            return null;
        }
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    @Override
    public List<Recipient> recipients() {
        List<Recipient> all = new ArrayList<>();
        try {
            for (int i = 0; i < message.getNumberOfRecipients(); i++) {
                PSTRecipient one = message.getRecipient(i);
                String smtp = text(one.getSmtpAddress());
                all.add(new Recipient(one.getRecipientType(), text(one.getDisplayName()),
                        smtp.indexOf('@') > 0 ? smtp : text(one.getEmailAddress())));
            }
        } catch (PSTException | IOException | RuntimeException e) {
            return all; // Whom it went to may be damaged and the letter itself not.
        }
        return all;
    }

    @Override
    public List<File> files() throws IOException {
        List<File> all = new ArrayList<>();
        long left = MailFiles.LARGEST;
        for (int i = 0; i < message.getNumberOfAttachments(); i++) {
            try {
                File file = file(message.getAttachment(i), left);
                if (file != null) {
                    all.add(file);
                    left -= file.bytes().length;
                }
            } catch (PSTException e) {
                throw new IOException(e);
            }
        }
        return all;
    }

    private @Nullable File file(PSTAttachment attachment, long most) throws PSTException, IOException {
        String name = text(attachment.getLongFilename());
        name = name.isEmpty() ? text(attachment.getFilename()) : name;
        if (attachment.getAttachMethod() == PSTAttachment.ATTACHMENT_METHOD_EMBEDDED) {
            PSTMessage inner = depth < DEEPEST ? attachment.getEmbeddedPSTMessage() : null;
            return inner == null
                    ? null
                    : new File((name.isEmpty() ? text(inner.getSubject()) : name) + ".eml", "message/rfc822", "",
                            OutlookMail.mime(new PstItem(inner, depth + 1)));
        }
        if (attachment.getAttachMethod() != PSTAttachment.ATTACHMENT_METHOD_BY_VALUE) {
            return null; // It lies elsewhere, or within another program's object.
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = attachment.getFileInputStream()) {
            byte[] some = new byte[8192];
            for (int count = in.read(some); count > 0; count = in.read(some)) {
                bytes.write(some, 0, count);
                if (bytes.size() > most) {
                    throw new MailFiles.TooLarge();
                }
            }
        }
        return new File(name, text(attachment.getMimeTag()), text(attachment.getContentId()), bytes.toByteArray());
    }
}
