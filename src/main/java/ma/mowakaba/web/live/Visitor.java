package ma.mowakaba.web.live;

import java.io.Serial;
import java.util.List;
import ma.mowakaba.chat.ChatId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A visitor of the chat widget who showed the secret of his room: he may hear and speak there, and nowhere else. */
public final class Visitor extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String chat;

    public Visitor(ChatId chat) {
        super(List.of(new SimpleGrantedAuthority(authority(chat.toString()))));
        this.chat = chat.toString();
        setAuthenticated(true);
    }

    /** @return what somebody needs to enter this room */
    static String authority(String chat) {
        return "CHAT_" + chat;
    }

    @Override
    public String getName() {
        return "chat " + chat;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return chat;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Visitor that && chat.equals(that.chat);
    }

    @Override
    public int hashCode() {
        return chat.hashCode();
    }
}
