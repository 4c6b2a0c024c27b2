package ma.mowakaba.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;

@ExtendWith(OutputCaptureExtension.class)
class ProblemHandlerTest {

    @Test
    void whatFindsNoRoomInTheDatabaseMayBeTriedAgainAndSaysWhy() {
        ResponseEntity<?> answer = answer(new SQLException("The table 'message' is full", "HY000", 1114));

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
        assertThat(answer.getBody()).isInstanceOfSatisfying(ProblemDetail.class, problem -> {
            assertThat(problem.getTitle()).isEqualTo("La base de données n’a plus de place");
            assertThat(problem.getType()).hasToString("/problem/database-full");
        });
    }

    @Test
    void whatTheDatabaseSaysOfTheRequestItselfIsAFailure() {
        assertThat(answer(new SQLException("Unknown column", "42S22", 1054))
                        .getStatusCode()
                        .value())
                .isEqualTo(500);
    }

    @Test
    void whatFailedIsLoggedByItsRouteSinceAnAddressMayLetSomebodyIn(CapturedOutput log) {
        answer(new SQLException("Unknown column", "42S22", 1054));

        assertThat(log).contains("failed at POST /api/tickets/{number}").doesNotContain("2026-000123");
    }

    private static ResponseEntity<?> answer(SQLException said) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/kernel");
        messages.setDefaultEncoding("UTF-8");
        messages.setUseCodeAsDefaultMessage(true);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/tickets/2026-000123");
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/api/tickets/{number}");
        Object answer = new ProblemHandler(messages)
                .failed(new UncategorizedSQLException("filing", null, said), request, Locale.FRENCH);
        return (ResponseEntity<?>) answer;
    }
}
