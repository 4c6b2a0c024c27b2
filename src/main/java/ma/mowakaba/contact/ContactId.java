package ma.mowakaba.contact;

import java.util.UUID;

/** One call, one mail or one chat session. */
public record ContactId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
