package ma.mowakaba.radar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.ticket.TicketId;

/** Door of the module: needs the knowledge base does not answer, and how much work they make. */
public interface GapRadar {

    /**
     * Notes a question that had no good answer, without what tells whose it was; forgets one that has an answer now. Never refuses, never
     * makes the caller wait.
     */
    void asked(Asked question, Library.SearchResult found);

    /** @return those in this state that somebody asked for within the kept time, the most work first, then the most asked */
    List<Need> needs(State state);

    /** @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code gap.unknown} */
    Need need(UUID id);

    /** @param by user name of the editor; NOT_FOUND {@code gap.unknown} */
    void move(UUID id, State state, String by);

    /** Looks at new cases and sorts what is new into needs; done every few minutes by one node. */
    void refresh();

    /** @param source the case or conversation it came from, so that the same is counted once; empty where nobody can tell */
    record Asked(Origin origin, Optional<String> source, Optional<TicketId> ticket, String text) {

        public static Asked inPublic(String text) {
            return new Asked(Origin.PUBLIC, Optional.empty(), Optional.empty(), text);
        }

        /** What a visitor of the widget wrote. */
        public static Asked inChat(String chat, String text) {
            return new Asked(Origin.WIDGET, Optional.of(chat), Optional.empty(), text);
        }

        /** What an advisor looked for beside a case. */
        public static Asked byAdvisor(TicketId ticket, String text) {
            return new Asked(Origin.ADVISOR, Optional.of(ticket.toString()), Optional.of(ticket), text);
        }

        /** What a case itself asks. */
        public static Asked inCase(TicketId ticket, String text) {
            return new Asked(Origin.TICKET, Optional.of(ticket.toString()), Optional.of(ticket), text);
        }
    }

    enum Origin {
        PUBLIC,
        WIDGET,
        ADVISOR,
        TICKET;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum State {
        OPEN,
        PLANNED,
        DONE,
        NOT_OURS;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param label the question most like the others
     * @param work advisors' time on its cases; written answers count as the settings say
     * @param weeks questions in each of the last eight weeks, the present one last
     * @param cameBack whether it was asked again after it was done
     */
    record Need(
            UUID id,
            String label,
            State state,
            DomainCode domain,
            int count,
            int cases,
            Duration work,
            List<Integer> weeks,
            LocalDate last,
            boolean cameBack,
            List<Example> examples,
            Optional<String> changedBy,
            Optional<Instant> changedAt) {}

    record Example(String text, Language language, Origin origin, LocalDate on) {}
}
