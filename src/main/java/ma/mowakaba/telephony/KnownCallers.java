package ma.mowakaba.telephony;

import java.util.List;
import java.util.Optional;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Who is calling, what unfinished cases he has, and which advisor has one. */
@Component
class KnownCallers {

    private final Directory directory;
    private final Helpdesk helpdesk;

    KnownCallers(Directory directory, Helpdesk helpdesk) {
        this.directory = directory;
        this.helpdesk = helpdesk;
    }

    /** @param number as the carrier gave it */
    Optional<Directory.Known> whoIs(String number) {
        return PhoneNumber.parse(number).flatMap(directory::known);
    }

    /** @return newest first */
    List<Ticket> casesOf(Directory.Known person) {
        return helpdesk.openCasesOf(person.id());
    }

    Optional<StaffId> advisorOf(Directory.Known person, DomainCode domain) {
        return casesOf(person).stream()
                .filter(ticket -> ticket.domain().equals(domain))
                .flatMap(ticket -> ticket.advisor().stream())
                .findFirst();
    }
}
