package ma.mowakaba.ticket;

import java.util.UUID;

/** One message of a case. */
public record MessageId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
