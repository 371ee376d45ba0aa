package app.kith.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A failure that the user can be told of in one plain sentence. The cause, where there is one, is for the log. */
public final class KithException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient List<Object> details;

    /**
     * Makes a failure without a cause.
     *
     * @param problem what went wrong
     * @param details what the problem's sentence names, in its order; never secrets or mail text
     */
    public KithException(Problem problem, Object... details) {
        this(null, problem, details);
    }

    /**
     * Makes a failure with a cause.
     *
     * @param cause what was thrown below; may be null
     * @param problem what went wrong
     * @param details what the problem's sentence names, in its order; never secrets or mail text
     */
    public KithException(@Nullable Throwable cause, Problem problem, Object... details) {
        super(problem + " " + List.of(details), cause);
        this.problem = problem;
        this.details = List.of(details);
    }

    /** {@return what went wrong} */
    public Problem problem() {
        return problem;
    }

    /** {@return what the sentence names} */
    public List<Object> details() {
        return details;
    }
}
