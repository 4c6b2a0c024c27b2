package ma.mowakaba.mail;

import ma.mowakaba.ticket.TicketId;
import ma.mowakaba.ticket.TicketNumber;

/**
 * The case a mail continues.
 *
 * @param proven whether its sender has something that only mails of ours to this case hold
 * @param answersOurs whether it answers a mail of ours
 * @param party whether the case is its sender's; else he is a third party
 */
record Place(TicketId ticket, TicketNumber number, boolean proven, boolean answersOurs, boolean party) {}
