package ma.mowakaba.radar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ma.mowakaba.kb.Library;
import ma.mowakaba.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Asks the knowledge base what new cases ask, and keeps in mind how far it got. */
@Component
class Looking {

    private static final Duration AT_FIRST = Duration.ofDays(30);

    private final Library library;
    private final CaseQuestions cases;
    private final Questions questions;
    private final Noting noting;
    private final Clock clock;

    Looking(Library library, CaseQuestions cases, Noting noting, Questions questions, Clock clock) {
        this.library = library;
        this.cases = cases;
        this.noting = noting;
        this.questions = questions;
        this.clock = clock;
    }

    /** @throws ma.mowakaba.kernel.Problem UNAVAILABLE {@code search.away} */
    void atNewCases() {
        Instant since = questions.looked().orElseGet(() -> clock.instant().minus(AT_FIRST));
        for (Ticket ticket : cases.openedSince(since)) {
            cases.question(ticket)
                    .ifPresent(text -> noting.note(
                            GapRadar.Asked.inCase(ticket.id(), text),
                            library.search(text, ticket.language(), Optional.empty(), 3)));
            questions.looked(ticket.createdAt());
        }
    }
}
