package ma.mowakaba.chat;

import java.util.UUID;

/** A conversation with one visitor. */
public record ChatId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
