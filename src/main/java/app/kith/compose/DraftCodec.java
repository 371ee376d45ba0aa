package app.kith.compose;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drafts and their files as messages, in a form of this program's own that can lie among mail. A draft names nobody in headers and
 * has no Message-ID, so that nothing that reads mail can take it for something that was sent.
 */
public final class DraftCodec {
    private static final String DRAFT = "application/x-kith-draft";
    private static final String FILE = "application/octet-stream";
    private static final byte[] HEADER_END = {'\r', '\n', '\r', '\n'};
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private DraftCodec() {}

    /**
     * Writes a draft; equal drafts give equal bytes.
     *
     * @param draft the draft
     * @return the bytes
     */
    public static byte[] write(Draft draft) {
        HeaderWriter header = new HeaderWriter();
        header.text("Subject", Letter.line(draft.subject()));
        byte[] content = Base64.getMimeEncoder()
                .encode(JSON.writeValueAsString(draft).getBytes(StandardCharsets.UTF_8));
        return message(header, DRAFT, "base64", content);
    }

    /**
     * Reads a draft.
     *
     * @param raw what {@link #write} made
     * @return the draft; empty where these bytes are none
     */
    public static Optional<Draft> read(byte[] raw) {
        try {
            return Optional.ofNullable(JSON.readValue(Base64.getMimeDecoder().decode(content(raw)), Draft.class));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes a file.
     *
     * @param content its bytes
     * @return a message that holds them
     */
    public static byte[] writeFile(byte[] content) {
        return message(new HeaderWriter(), FILE, "binary", content);
    }

    /**
     * The bytes of a file.
     *
     * @param raw what {@link #writeFile} made
     * @return the content; empty where there is none
     */
    public static byte[] content(byte[] raw) {
        for (int i = 0; i + HEADER_END.length <= raw.length; i++) {
            if (Arrays.equals(raw, i, i + HEADER_END.length, HEADER_END, 0, HEADER_END.length)) {
                return Arrays.copyOfRange(raw, i + HEADER_END.length, raw.length);
            }
        }
        return new byte[0];
    }

    private static byte[] message(HeaderWriter header, String type, String encoding, byte[] content) {
        header.parameters("Content-Type", type, java.util.List.of());
        header.tokens("Content-Transfer-Encoding", java.util.List.of(encoding));
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 200);
        out.writeBytes((header.fields() + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(content);
        return out.toByteArray();
    }
}
