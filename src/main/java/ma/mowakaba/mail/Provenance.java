package ma.mowakaba.mail;

import java.util.Optional;
import java.util.Set;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.mail.Arrival.Claims;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import ma.mowakaba.ticket.TicketNumber;
import org.springframework.stereotype.Component;

/** Finds out what speaks for the sender of a mail, and who wrote it when a colleague forwards it. */
@Component
class Provenance {

    private final CheckSettings settings;
    private final ReplyAddress addresses;
    private final Helpdesk helpdesk;
    private final Set<String> hosts;

    Provenance(CheckSettings settings, ReplyAddress addresses, Helpdesk helpdesk) {
        this.settings = settings;
        this.addresses = addresses;
        this.helpdesk = helpdesk;
        this.hosts = settings.hosts();
    }

    record Traced(ParsedMail mail, Claims claims) {}

    Traced trace(ParsedMail mail) {
        Authenticity sender = AuthenticationResults.of(mail, hosts);
        Optional<ParsedMail.Original> original = original(mail, sender);
        Claims claims = new Claims(
                TicketNumber.in(mail.subject()).flatMap(this::existing),
                addresses.in(mail).flatMap(this::existing),
                sender,
                original.map(any -> mail.from()));
        return new Traced(original.map(mail::as).orElse(mail), claims);
    }

    /** Anybody can make up a mail and say that he forwards it: only colleagues are believed. */
    private Optional<ParsedMail.Original> original(ParsedMail mail, Authenticity sender) {
        boolean colleague = sender.believed()
                && mail.from().address().filter(settings::isColleague).isPresent();
        return colleague
                ? ForwardedMail.in(mail)
                        .filter(found -> found.from()
                                .address()
                                .filter(settings::isColleague)
                                .isEmpty())
                : Optional.empty();
    }

    /** Looked up in a transaction of its own, which an unknown number may end. */
    private Optional<Ticket> existing(TicketNumber number) {
        try {
            return Optional.of(helpdesk.get(number));
        } catch (Problem unknown) {
            return Optional.empty();
        }
    }
}
