package ma.mowakaba.routing;

import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.staff.StaffId;

/** To whom a contact or a case is handed over. */
public sealed interface Recipient {

    /** At once, whatever he has already. */
    record Colleague(StaffId id) implements Recipient {}

    /** Whoever the router finds for this domain. */
    record Subject(DomainCode domain) implements Recipient {}
}
