package ma.mowakaba.directory;

import java.util.UUID;

/** An association. */
public record AssociationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
