package ma.mowakaba.chat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the conversations.
 *
 * @param longestLine characters of one line, 1 to 4000
 * @param linesPerRoom after which a room takes no more
 * @param suggestions articles shown to a visitor, before he asks for an advisor
 * @param patience a visitor who waits and is gone for longer has given up
 * @param silence a visitor who talks and is gone for longer has left
 * @param guidedFor how long a conversation with the knowledge base alone is kept open without its visitor
 */
@ConfigurationProperties("mowakaba.chat")
record ChatSettings(
        @DefaultValue("2000") int longestLine,
        @DefaultValue("1000") int linesPerRoom,
        @DefaultValue("3") int suggestions,
        @DefaultValue("2m") Duration patience,
        @DefaultValue("10m") Duration silence,
        @DefaultValue("12h") Duration guidedFor) {}
