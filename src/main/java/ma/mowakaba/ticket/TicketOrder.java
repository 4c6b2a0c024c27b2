package ma.mowakaba.ticket;

import java.time.Instant;
import java.util.function.Function;

/** The orders a list can have: a column, its direction, and where a row stands in it. */
enum TicketOrder {
    NEWEST("created_at", true, Ticket::createdAt),
    OLDEST("created_at", false, Ticket::createdAt),
    UPDATED("updated_at", true, Ticket::updatedAt),
    DUE("due_key", false, TicketOrder::dueKey);

    private final String column;
    private final boolean descending;
    private final Function<Ticket, Instant> key;

    TicketOrder(String column, boolean descending, Function<Ticket, Instant> key) {
        this.column = column;
        this.descending = descending;
        this.key = key;
    }

    static TicketOrder of(TicketFilter.Sort sort) {
        return valueOf(sort.name());
    }

    String column() {
        return column;
    }

    String direction() {
        return descending ? "desc" : "asc";
    }

    /** A range of the index, then the tie: a comparison of pairs would not use it. */
    String after() {
        String sign = descending ? "<" : ">";
        return " and " + column + " " + sign + "= :key and (" + column + " " + sign + " :key or id " + sign + " :tie)";
    }

    String cursor(Ticket ticket) {
        return new Keyset(key.apply(ticket), ticket.id().value().toString()).cursor();
    }

    /** As the column {@code due_key} has it. */
    private static Instant dueKey(Ticket ticket) {
        return ticket.due().orElse(Instant.parse("9999-12-31T00:00:00Z"));
    }
}
