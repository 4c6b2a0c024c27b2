package ma.mowakaba.chat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.routing.Recipient;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.TicketNumber;

/** Door of the module: the conversations. Lines are numbered from 1 in each room; both ends resume from the last number they have. */
public interface ChatRooms {

    /**
     * Opens a room; the visitor talks to the knowledge base until he asks for an advisor.
     *
     * @return the room with the secret its visitor resumes with
     */
    Opened open(Language language, Optional<DomainCode> domain, Optional<String> visitorName);

    /** @param clientId chosen by the sender: the same line sent twice is stored once */
    Line visitorSays(ChatId chat, String clientId, String text);

    Line advisorSays(ChatId chat, StaffId advisor, String clientId, String text);

    /** He wants a person: into the line, or LEFT_MESSAGE when nobody is there and he leaves an address. */
    Room askForAdvisor(ChatId chat);

    /** Nobody is there, or he does not want to wait: the conversation becomes a case. */
    TicketNumber leaveMessage(ChatId chat, Optional<String> name, Optional<String> email, Optional<String> phone);

    void close(ChatId chat, Optional<StaffId> by);

    /**
     * The visitor talks on with a colleague, or waits for whoever answers another domain.
     *
     * @param why for them, a note on the case; FORBIDDEN {@code chat.not-yours}, INVALID {@code ticket.no-reason}
     */
    void handOver(ChatId chat, StaffId by, Recipient to, String why);

    /**
     * @return articles that answer the visitor's last line, in his language, best first
     * @throws ma.mowakaba.kernel.Problem UNAVAILABLE {@code search.away} while the engine is away
     */
    List<Library.Hit> suggestions(ChatId chat);

    /** @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code chat.unknown} */
    Room room(ChatId chat);

    /** These visitors are there now. Whoever is not seen for long is taken to have left. */
    void seen(Collection<ChatId> chats);

    /** @return whether the secret is the one of this room; constant time */
    boolean visitorOf(ChatId chat, String secret);

    Optional<Room> ofContact(ContactId contact);

    /** @return the last room of this case */
    Optional<Room> ofTicket(TicketNumber ticket);

    List<Line> lines(ChatId chat, int after);

    /** @return rooms this advisor has now */
    List<Room> of(StaffId advisor);

    record Opened(ChatId chat, String secret, Room room) {}

    /** @param state {@code guided}, {@code waiting}, {@code talking}, {@code closed} */
    record Room(
            ChatId id,
            Language language,
            DomainCode domain,
            String state,
            Optional<String> visitorName,
            Optional<ContactId> contact,
            Optional<StaffId> advisor,
            Optional<TicketNumber> ticket,
            int lastLine,
            Instant openedAt) {}

    /** @param from {@code visitor}, {@code advisor}, {@code center} */
    record Line(int number, String clientId, String from, Optional<String> author, String text, Instant at) {}
}
