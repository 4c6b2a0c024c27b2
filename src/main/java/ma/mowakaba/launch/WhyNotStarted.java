package ma.mowakaba.launch;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import ma.mowakaba.kernel.Causes;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Finds the sentence for a start that failed; what is not in the list is shown with all its detail. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class WhyNotStarted implements FailureAnalyzer {

    private static final String URL = "spring.datasource.url";
    private static final String WANTED = "jdbc:mariadb://host:3306/mowakaba";
    private static final int NO_RIGHT_TO_DATABASE = 1044;
    private static final int UNKNOWN_DATABASE = 1049;

    /** The first that knows the failure speaks; each may use the settings. */
    private static final List<BiFunction<Throwable, Environment, Optional<String>>> IN_ORDER = List.of(
            WhyNotStarted::said, WhyNotStarted::portTaken, WhyNotStarted::databaseRefuses, WhyNotStarted::noDatabase);

    private final Environment settings;

    WhyNotStarted(Environment settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return IN_ORDER.stream()
                .flatMap(reason -> reason.apply(failure, settings).stream())
                .findFirst()
                .map(sentence -> new FailureAnalysis(sentence, null, failure))
                .orElse(null);
    }

    private static Optional<String> said(Throwable failure, Environment settings) {
        return Causes.first(failure, CannotStart.class).map(Throwable::getMessage);
    }

    private static Optional<String> portTaken(Throwable failure, Environment settings) {
        return Causes.first(failure, PortInUseException.class)
                .map(taken ->
                        "Port " + taken.getPort() + " is taken by another program: stop that one, or choose another"
                                + " port with SERVER_PORT, as in SERVER_PORT=8090.");
    }

    private static Optional<String> databaseRefuses(Throwable failure, Environment settings) {
        return Causes.first(failure, SQLException.class).flatMap(refusal -> refused(refusal, settings));
    }

    private static Optional<String> refused(SQLException refusal, Environment settings) {
        String state = Objects.requireNonNullElse(refusal.getSQLState(), "");
        if (state.startsWith("08")) {
            return Optional.of("The database cannot be reached (" + words(refusal)
                    + "): start it, or let SPRING_DATASOURCE_URL name where it is, as in " + WANTED + ".");
        }
        if (state.startsWith("28")) {
            return Optional.of(
                    "The database refuses the user \"" + settings.getProperty("spring.datasource.username", "")
                            + "\" or the password: put SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD"
                            + " right.");
        }
        return refusal.getErrorCode() == UNKNOWN_DATABASE || refusal.getErrorCode() == NO_RIGHT_TO_DATABASE
                ? Optional.of("The database that SPRING_DATASOURCE_URL names is not there for this user ("
                        + words(refusal) + "): create it and grant him all rights to it.")
                : Optional.empty();
    }

    private static Optional<String> noDatabase(Throwable failure, Environment settings) {
        if (Causes.first(failure, BeanCreationException.class).isEmpty()
                || settings.getProperty(URL, "").startsWith("jdbc:mariadb:")
                || Causes.of(failure).noneMatch(cause -> named(cause, "dataSource"))) {
            return Optional.empty();
        }
        return Optional.of("No MariaDB is configured: set SPRING_DATASOURCE_URL (" + WANTED
                + "), SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD to a MariaDB 11.4 or later.");
    }

    private static boolean named(Throwable failure, String bean) {
        return failure instanceof BeanCreationException broken && bean.equals(broken.getBeanName());
    }

    /** The driver puts "(conn=12)" before and a full stop behind. */
    private static String words(SQLException refusal) {
        return Objects.requireNonNullElse(refusal.getMessage(), "")
                .replaceFirst("^\\(conn=\\d+\\) ", "")
                .replaceFirst("\\.$", "");
    }
}
