package ma.mowakaba.kernel;

import java.util.List;

/**
 * A refusal that the caller can understand and act on. Its subject is a message key: {@code problem.<subject>.title} and
 * {@code problem.<subject>.detail} exist in every language. Only the web knows status codes.
 */
public final class Problem extends RuntimeException {

    /** What kind of refusal this is; the web gives each its status. */
    public enum Kind {
        INVALID,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        STALE,
        TOO_LARGE,
        UNSUPPORTED,
        PRECONDITION_REQUIRED,
        TOO_MANY,
        UNAVAILABLE
    }

    /**
     * What is wrong with one field.
     *
     * @param field name as the caller wrote it
     * @param subject message key {@code problem.field.<subject>}
     */
    public record FieldError(String field, String subject) {}

    private final Kind kind;
    private final String subject;
    private final transient Object[] arguments;
    private final transient List<FieldError> errors;

    private Problem(Kind kind, String subject, List<FieldError> errors, Object... arguments) {
        super(kind + " " + subject, null, false, false);
        this.kind = kind;
        this.subject = subject;
        this.errors = List.copyOf(errors);
        this.arguments = arguments.clone();
    }

    public static Problem of(Kind kind, String subject, Object... arguments) {
        return new Problem(kind, subject, List.of(), arguments);
    }

    public static Problem invalid(String subject, Object... arguments) {
        return of(Kind.INVALID, subject, arguments);
    }

    /** @return a refusal of several fields at once, subject {@code fields.invalid} */
    public static Problem fields(List<FieldError> errors) {
        return new Problem(Kind.INVALID, "fields.invalid", errors);
    }

    public static Problem notFound(String subject, Object... arguments) {
        return of(Kind.NOT_FOUND, subject, arguments);
    }

    public static Problem forbidden(String subject, Object... arguments) {
        return of(Kind.FORBIDDEN, subject, arguments);
    }

    public static Problem conflict(String subject, Object... arguments) {
        return of(Kind.CONFLICT, subject, arguments);
    }

    /** @return somebody else changed the thing since the caller read it */
    public static Problem stale(String subject, Object... arguments) {
        return of(Kind.STALE, subject, arguments);
    }

    public Kind kind() {
        return kind;
    }

    public String subject() {
        return subject;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    public List<FieldError> errors() {
        return errors;
    }
}
