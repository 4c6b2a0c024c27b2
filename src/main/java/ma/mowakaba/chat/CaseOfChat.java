package ma.mowakaba.chat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.chat.ChatRooms.Room;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.directory.PersonId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Columns;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.routing.Recipient;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.IncomingMessage;
import ma.mowakaba.ticket.NewTicket;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketNumber;
import org.springframework.stereotype.Component;

/** The case a conversation becomes: opened with what the visitor wrote so far. */
@Component
class CaseOfChat {

    private static final int LONGEST_SUBJECT = 120;

    private final Helpdesk helpdesk;
    private final ChatLines lines;
    private final Clock clock;

    CaseOfChat(Helpdesk helpdesk, ChatLines lines, Clock clock) {
        this.helpdesk = helpdesk;
        this.lines = lines;
        this.clock = clock;
    }

    /** @return the case of this room, opened when it has none */
    Ticket open(Room room, ContactId contact, PersonId person, Guide.About about) {
        if (room.ticket().isPresent()) {
            return helpdesk.get(room.ticket().get());
        }
        String words = lines.wordsOfVisitor(room.id());
        if (words.isBlank()) {
            throw Problem.invalid("chat.empty");
        }
        Instant now = Columns.now(clock);
        var first = new IncomingMessage(
                Channel.CHAT,
                contact,
                Optional.of(person),
                room.visitorName().orElse(""),
                "",
                List.of(),
                subject(words),
                words,
                Optional.empty(),
                List.of(),
                now);
        var wanted = new NewTicket(
                subject(words),
                Channel.CHAT,
                about.domain(),
                room.language(),
                Priority.NORMAL,
                Optional.of(person),
                Optional.empty(),
                about.sorted());
        Ticket opened = helpdesk.open(wanted, Optional.of(first));
        helpdesk.link(opened.id(), contact);
        lines.transcribed(room.id());
        return opened;
    }

    void handOver(TicketNumber ticket, StaffId by, Recipient to, String why) {
        helpdesk.handOver(helpdesk.get(ticket).id(), by, to, why);
    }

    /** @return the first line, cut between words where it is long */
    static String subject(String words) {
        String line = words.strip().lines().findFirst().orElse("").strip();
        if (line.length() <= LONGEST_SUBJECT) {
            return line;
        }
        int space = line.lastIndexOf(' ', LONGEST_SUBJECT - 1);
        return line.substring(0, space > 40 ? space : LONGEST_SUBJECT - 1) + "…";
    }
}
