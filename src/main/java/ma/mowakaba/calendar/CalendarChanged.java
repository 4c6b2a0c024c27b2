package ma.mowakaba.calendar;

import java.time.Instant;
import java.time.LocalDate;

/** Days off were confirmed, moved or added, so running due times change; published inside the transaction that stores it. */
public record CalendarChanged(LocalDate from, Instant at) {}
