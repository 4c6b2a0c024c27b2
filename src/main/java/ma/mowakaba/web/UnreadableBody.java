package ma.mowakaba.web;

import java.util.List;
import java.util.stream.Collectors;
import ma.mowakaba.kernel.Causes;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.kernel.Problem.FieldError;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says which field of a JSON body could not be read. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Problem explain(HttpMessageNotReadableException e) {
        // what refused the body while it was read, however deep it was wrapped
        return Causes.first(e, Problem.class).orElseGet(() -> explained(e));
    }

    private static Problem explained(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown ->
                Problem.fields(List.of(new FieldError(unknown.getPropertyName(), "unknown")));
            case DatabindException wrong -> Problem.fields(List.of(new FieldError(path(wrong), "type")));
            case null, default -> Problem.invalid("request.unreadable");
        };
    }

    private static String path(DatabindException e) {
        return e.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .map(name -> name == null ? "[]" : name)
                .collect(Collectors.joining("."));
    }
}
