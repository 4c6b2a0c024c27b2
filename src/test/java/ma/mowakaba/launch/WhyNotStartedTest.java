package ma.mowakaba.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.mock.env.MockEnvironment;

class WhyNotStartedTest {

    private final MockEnvironment settings = new MockEnvironment();

    @Test
    void aTakenPortIsNamedWithTheWayToChooseAnother() {
        assertThat(sentence(new PortInUseException(8080)))
                .isEqualTo(
                        "Port 8080 is taken by another program: stop that one, or choose another port with SERVER_PORT,"
                                + " as in SERVER_PORT=8090.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        08000 | 0    | Socket fail to connect to db. Connection refused      | The database cannot be reached (Socket fail to connect to db. Connection refused)
        28000 | 1045 | (conn=4) Access denied for user 'x'@'10.0.0.9'         | The database refuses the user "x" or the password
        42000 | 1049 | (conn=4) Unknown database 'mowakaba'                   | The database that SPRING_DATASOURCE_URL names is not there for this user (Unknown database 'mowakaba')
        42000 | 1044 | (conn=4) Access denied for user 'x' to database 'other' | The database that SPRING_DATASOURCE_URL names is not there for this user
        """)
    void aDatabaseThatRefusesIsToldByWhatHasToBePutRight(String state, int code, String message, String begins) {
        settings.setProperty("spring.datasource.url", "jdbc:mariadb://db/mowakaba?password=secret");
        settings.setProperty("spring.datasource.username", "x");
        assertThat(sentence(new BeanCreationException("flyway", "", new SQLException(message, state, code))))
                .startsWith(begins)
                .doesNotContain("secret")
                .doesNotContain("conn=");
    }

    @Test
    void noDatabaseAtAllIsToldWithTheThreeSettings() {
        assertThat(sentence(new BeanCreationException("dataSource", "no driver class")))
                .contains("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD");
    }

    @Test
    void aDatabaseOfAnotherKindIsToldLikeNone() {
        settings.setProperty("spring.datasource.url", "jdbc:postgresql://db/mowakaba");
        assertThat(sentence(new BeanCreationException("dataSource", "no driver class")))
                .startsWith("No MariaDB is configured");
    }

    @Test
    void whatThePartsSayThemselvesIsTheSentence() {
        assertThat(sentence(new IllegalStateException(new CannotStart("Only this."))))
                .isEqualTo("Only this.");
    }

    @Test
    void whatNobodyKnowsIsShownWithAllItsDetail() {
        settings.setProperty("spring.datasource.url", "jdbc:mariadb://db/mowakaba");
        assertThat(Stream.of(
                        new IllegalStateException("?"),
                        new BeanCreationException("dataSource", "?"),
                        new SQLException("Table 'x' exists", "42S01", 1050)))
                .allMatch(failure -> new WhyNotStarted(settings).analyze(failure) == null);
    }

    @Test
    void adviceOfSeveralLinesBecomesOne() {
        assertThat(OneSentence.text("Failed:\n\n\tReason: this", " ", null, "Do\nthat."))
                .isEqualTo("Failed: Reason: this Do that.");
    }

    private String sentence(Throwable failure) {
        FailureAnalysis analysis = Objects.requireNonNull(new WhyNotStarted(settings).analyze(failure));
        return analysis.getDescription();
    }
}
