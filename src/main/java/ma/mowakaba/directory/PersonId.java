package ma.mowakaba.directory;

import java.util.UUID;

/** A person who approached us. */
public record PersonId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
