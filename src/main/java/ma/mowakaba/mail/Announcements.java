package ma.mowakaba.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.mail.MailRemarks.Remark;
import ma.mowakaba.ticket.MessageId;
import ma.mowakaba.ticket.TicketNumber;
import org.springframework.stereotype.Component;

/** Tells what became of a mail: its reader what he has to know about it, its sender his number. */
@Component
class Announcements {

    private final RemarkBook remarks;
    private final Returns returns;
    private final Acknowledgement acknowledgement;

    Announcements(RemarkBook remarks, Returns returns, Acknowledgement acknowledgement) {
        this.remarks = remarks;
        this.returns = returns;
        this.acknowledgement = acknowledgement;
    }

    void filed(Arrival arrival, Casework.Filed filed, Optional<Place> place) {
        List<Remark> found = new ArrayList<>();
        Arrival.Claims claims = arrival.claims();
        claims.forwarder().ifPresent(colleague -> found.add(Remark.of("forwarded", colleague.shown())));
        switch (claims.sender()) {
            case CONFIRMED -> found.add(Remark.of("confirmed"));
            case UNPROVEN -> found.add(Remark.of("unproven"));
            case FAILED -> found.add(Remark.of("failed"));
            case NOT_ASKED -> {}
        }
        if (place.filter(one -> !one.party()).isPresent()) {
            found.add(Remark.of("third-party"));
        }
        claims.tagged()
                .map(ticket -> ticket.number())
                .filter(number -> place.isEmpty())
                .map(TicketNumber::value)
                .ifPresent(number -> found.add(Remark.of("named-another", number)));
        remarks.add(filed.message(), found);
    }

    /** @param known mails of ours that it may be about */
    void returned(Arrival arrival, MessageId report, List<KnownMail> known) {
        List<Returned> all = DeliveryReports.read(arrival.mail());
        Optional<KnownMail> sent = arrival.mail().references().stream()
                .map(ThreadBook::reference)
                .flatMap(reference -> known.stream()
                        .filter(mail -> mail.ours() && mail.reference().equals(reference)))
                .findFirst();
        List<Returned> settled = all.stream()
                .map(one ->
                        sent.map(mail -> returns.take(one, mail, arrival.at())).orElse(one))
                .toList();
        remarks.add(
                report,
                settled.stream()
                        .map(one -> Remark.of(
                                "returned." + one.fate().code(),
                                one.address().map(address -> address.value()).orElse("–"),
                                one.said()))
                        .toList());
    }

    boolean acknowledge(Casework.Filed filed, Arrival arrival) {
        return acknowledgement.send(filed, arrival);
    }
}
