package ma.mowakaba.web.workspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonCard;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.Page;
import ma.mowakaba.kernel.Priority;
import ma.mowakaba.mail.Participants;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketState;
import ma.mowakaba.ticket.TimelineEntry;
import ma.mowakaba.web.Words;
import org.springframework.stereotype.Component;

/** A case as an advisor works on it. */
@Component
class CaseViews {

    private static final int PAGE = 200;

    private final Helpdesk helpdesk;
    private final Directory directory;
    private final Names names;
    private final TimelineRows rows;
    private final PartsOfCases parts;
    private final Participants participants;

    CaseViews(
            Helpdesk helpdesk,
            Directory directory,
            Names names,
            TimelineRows rows,
            PartsOfCases parts,
            Participants participants) {
        this.participants = participants;
        this.parts = parts;
        this.helpdesk = helpdesk;
        this.directory = directory;
        this.names = names;
        this.rows = rows;
    }

    /** @param owner identifier, or empty @param states the state it has and those it may become @param instead number of the case it is a part of, or empty @param beside addresses of those who read along */
    record Case(
            Ticket ticket,
            String instead,
            Parts parts,
            Requester requester,
            String owner,
            List<Words.Choice> states,
            List<Words.Choice> priorities,
            List<Words.Choice> owners,
            List<TimelineRows.Row> timeline,
            List<String> beside,
            String draft,
            String due,
            boolean late) {}

    /** Who asks; empty strings and lists where we do not know. */
    record Requester(
            String name,
            List<String> numbers,
            List<String> addresses,
            String tongue,
            List<PersonCard.Mandate> mandates,
            List<Ticket> others) {}

    Case of(Ticket ticket, Advisor viewer, Words words) {
        Parts made = parts.of(ticket);
        List<TimelineEntry> entries = entries(ticket);
        Optional<PersonCard> card = ticket.requester().map(directory::card);
        return new Case(
                ticket,
                parts.instead(ticket),
                made,
                requester(ticket, card, words),
                ticket.advisor().map(StaffId::toString).orElse(""),
                states(ticket, words),
                Arrays.stream(Priority.values())
                        .map(one -> new Words.Choice(one.name(), words.say("priority." + one.code())))
                        .toList(),
                names.owners(ticket.advisor()),
                rows.of(entries, made, words),
                beside(card.map(PersonCard::emails).orElse(List.of()), entries, made),
                helpdesk.draft(ticket.id(), viewer.id()).orElse(""),
                ticket.due().map(words::time).orElse(""),
                late(ticket, words));
    }

    private List<String> beside(List<EmailAddress> his, List<TimelineEntry> entries, Parts made) {
        List<TimelineEntry> talk =
                entries.stream().filter(entry -> !made.ofAnother(entry)).toList();
        return participants.beside(his, talk).stream().map(EmailAddress::value).toList();
    }

    static boolean late(Ticket ticket, Words words) {
        return ticket.state().unfinished() && ticket.due().filter(words::past).isPresent();
    }

    /** @return whether an article can reach the requester by mail */
    boolean mailable(Ticket ticket) {
        return ticket.requester()
                .map(directory::emails)
                .filter(known -> !known.isEmpty())
                .isPresent();
    }

    /**
     * What a case asks.
     *
     * @param last what the requester wrote last, else the subject; nothing where that only says who called
     * @param first subject and first message, where he wrote again since
     */
    record Questions(Optional<String> last, Optional<String> first) {

        static final Questions NONE = new Questions(Optional.empty(), Optional.empty());
    }

    Questions questions(Ticket ticket) {
        List<String> heard = entries(ticket).stream()
                .filter(entry -> entry instanceof TimelineEntry.Message message && message.heard())
                .map(entry -> ((TimelineEntry.Message) entry).text())
                .toList();
        return new Questions(
                heard.reversed().stream()
                        .findFirst()
                        .or(() -> Optional.of(ticket.subject()).filter(subject -> ticket.channel() != Channel.CALL)),
                heard.size() < 2 ? Optional.empty() : Optional.of(ticket.subject() + "\n" + heard.getFirst()));
    }

    /** @return all of its timeline */
    List<TimelineEntry> entries(Ticket ticket) {
        List<TimelineEntry> entries = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<TimelineEntry> page = helpdesk.timeline(ticket.id(), new Page.Request(cursor, PAGE));
            entries.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return entries;
    }

    private Requester requester(Ticket ticket, Optional<PersonCard> known, Words words) {
        return known.map(card -> new Requester(
                        ContactLabels.name(card),
                        card.phones().stream().map(phone -> phone.national()).toList(),
                        card.emails().stream().map(email -> email.value()).toList(),
                        words.tongue(card.language()),
                        card.mandates(),
                        helpdesk.openCasesOf(card.id()).stream()
                                .filter(other -> !other.id().equals(ticket.id()))
                                .limit(5)
                                .toList()))
                .orElseGet(() ->
                        new Requester("", List.of(), List.of(), words.tongue(ticket.language()), List.of(), List.of()));
    }

    private static List<Words.Choice> states(Ticket ticket, Words words) {
        return Arrays.stream(TicketState.values())
                .filter(ticket.state()::mayBecome)
                .map(state -> new Words.Choice(state.code(), words.say("web.state." + state.code())))
                .toList();
    }

    /** @return the owner whose identifier this is; empty for the empty text */
    static Optional<StaffId> owner(String id) {
        return id.isBlank() ? Optional.empty() : Optional.of(new StaffId(java.util.UUID.fromString(id)));
    }
}
