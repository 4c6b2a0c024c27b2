package ma.mowakaba.ticket;

import java.util.UUID;

/** A case, inside the house; people see its {@link TicketNumber}. */
public record TicketId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
