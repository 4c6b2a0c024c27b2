package ma.mowakaba.mail;

import ma.mowakaba.ticket.Ticket;

/** From which of the center's addresses, and with which signature, a case is answered. */
interface Letterheads {

    Letterhead of(Ticket ticket);
}
