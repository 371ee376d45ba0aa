package app.kith.log;

import app.kith.change.Change;
import app.kith.change.ChangeSet;
import app.kith.contact.Value;
import app.kith.words.KithException;
import app.kith.words.Problem;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A change set as a record of the ledger: {@code {"v":1,"set":{…}}} in JSON, so that it can be read in twenty years. */
final class LedgerCodec {
    private static final int VERSION = 1;

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .changeDefaultVisibility(visible -> visible.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE).withFieldVisibility(Visibility.ANY))
            .addMixIn(Change.class, Kinds.class).addMixIn(Value.class, ShortValue.class).build();

    byte[] encode(ChangeSet set) {
        return mapper.writeValueAsBytes(new Envelope(VERSION, set));
    }

    /** Writes what {@link #encode} gives as it is made, so that a large change set never lies in memory as text. */
    void write(ChangeSet set, OutputStream out) {
        mapper.writeValue(out, new Envelope(VERSION, set));
    }

    ChangeSet decode(byte[] bytes) {
        return read(new ByteArrayInputStream(bytes));
    }

    /** Reads a change set as it comes, and closes the stream. */
    ChangeSet read(InputStream in) {
        try {
            Envelope envelope = mapper.readValue(in, Envelope.class);
            if (envelope.v() > VERSION) {
                throw new KithException(Problem.STORE_TOO_NEW, "ledger " + envelope.v(), "ledger " + VERSION);
            }
            return envelope.set();
        } catch (JacksonException e) {
            throw new KithException(e, Problem.LOG_DAMAGED, "ledger", 0, 0);
        }
    }

    private record Envelope(int v, ChangeSet set) {}

    /** The names of the kinds of change in the ledger. They are kept for ever; the classes may be renamed. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Change.AccountChange.class, name = "account"),
            @JsonSubTypes.Type(value = Change.CardChange.class, name = "card"),
            @JsonSubTypes.Type(value = Change.OutgoingChange.class, name = "outgoing"),
            @JsonSubTypes.Type(value = Change.SenderChange.class, name = "sender"),
            @JsonSubTypes.Type(value = Change.ReadingChange.class, name = "reading"),
            @JsonSubTypes.Type(value = Change.TextChange.class, name = "text"),
            @JsonSubTypes.Type(value = Change.OperationChange.class, name = "operation"),
            @JsonSubTypes.Type(value = Change.EntryChange.class, name = "entry"),
            @JsonSubTypes.Type(value = Change.MergeChange.class, name = "merge"),
            @JsonSubTypes.Type(value = Change.VerdictChange.class, name = "verdict"),
            @JsonSubTypes.Type(value = Change.ErasedChange.class, name = "erased"),
            @JsonSubTypes.Type(value = Change.ErasureBegun.class, name = "erasure-begun"),
            @JsonSubTypes.Type(value = Change.ErasureDone.class, name = "erasure-done")})
    interface Kinds {}

    /** A value says nothing of a place that it has not, nor of the mark that most have. */
    @SuppressWarnings("UnusedVariable")
    private abstract static class ShortValue {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        String place = "";

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Usual.class)
        Value.Mark mark = Value.Mark.SAID;
    }

    /** Equal to what is left out. */
    private static final class Usual {
        @Override
        public boolean equals(@Nullable Object mark) {
            return mark == null || mark == Value.Mark.SAID;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
