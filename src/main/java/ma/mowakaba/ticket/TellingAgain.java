package ma.mowakaba.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door, opened: each case in a transaction of its own. */
@Component
@Transactional
class TellingAgain implements Told {

    private final ToldCases cases;
    private final Reading reading;
    private final Answers answers;
    private final Notebook notebook;
    private final Messages messages;

    TellingAgain(ToldCases cases, Reading reading, Answers answers, Notebook notebook, Messages messages) {
        this.cases = cases;
        this.reading = reading;
        this.answers = answers;
        this.notebook = notebook;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToldCase> cases(String slug, int before, Instant finishedSince) {
        return cases.of(slug, before, finishedSince);
    }

    @Override
    public boolean recontact(TicketId id, Renewal renewal, StaffId by) {
        Ticket ticket = reading.get(id);
        if (!cases.first(id, renewal, by)) {
            return false;
        }
        switch (renewal.how()) {
            case SENT -> messages.notice(answers.inform(ticket, by, renewal.text(), List.of(renewal.slug())));
            case DRAFTED -> draft(ticket, renewal.text(), by);
        }
        answers.note(id, by, renewal.note());
        return true;
    }

    /** After what is written already, so that nothing is lost. */
    private void draft(Ticket ticket, String text, StaffId by) {
        StaffId writer = ticket.advisor().orElse(by);
        TicketId open = reading.surviving(ticket.id());
        Optional<String> written = notebook.read(open, writer);
        notebook.save(
                open, writer, Stream.concat(written.stream(), Stream.of(text)).collect(Collectors.joining("\n\n")));
    }
}
