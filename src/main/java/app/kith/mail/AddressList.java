package app.kith.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Addresses as a person types them, which is how a header writes them. */
public final class AddressList {
    private AddressList() {}

    /**
     * Reads addresses.
     *
     * @param typed addresses with or without names, separated by commas or semicolons
     * @return the mailboxes in their order; what cannot be read as one stands in the address of its own
     */
    public static List<Mailbox> parse(String typed) {
        String plain = typed.replace('，', ',').replace('；', ',').replace('\n', ' ').replace('\r', ' ');
        return AddressReader.read(List.of(plain),
                new TextDecoder(plain.getBytes(StandardCharsets.UTF_8), null, new Repairs()));
    }
}
