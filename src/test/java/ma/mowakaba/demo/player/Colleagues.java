package ma.mowakaba.demo.player;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.mowakaba.chat.ChatRooms;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.contact.Reception;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.routing.Router;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.Role;
import ma.mowakaba.staff.StaffId;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Ticket;
import org.springframework.scheduling.annotation.Scheduled;

/** The advisors nobody signs in as: they answer what they are given, with a passage from the knowledge base, and come back from wrap-up. */
@Played
class Colleagues {

    /** Accounts a person may sign in as are never played. */
    private static final Set<String> PEOPLE =
            Set.of("advisor", "advisor2", "supervisor", "editor", "admin", "observer");

    private static final Map<Language, String> GREETING = Map.of(
            Language.AR, "مرحبا بكم في مركز المواكبة، هذا هو الجواب:",
            Language.FR, "Bonjour, et merci de votre question. Voici la réponse :");

    private final Router router;
    private final Desk desk;

    Colleagues(Router router, Desk desk) {
        this.router = router;
        this.desk = desk;
    }

    /** Each does one thing at a time, visitors first: whoever chats does not hear his telephone. */
    @Scheduled(
            initialDelayString = "${mowakaba.demo.player.start:8s}",
            fixedDelayString = "${mowakaba.demo.player.every:5s}")
    void work() {
        desk.comeBack();
        Map<StaffId, List<Router.Assignment>> work = router.current().stream()
                .filter(desk::played)
                .collect(Collectors.groupingBy(Router.Assignment::advisor));
        work.values()
                .forEach(mine ->
                        desk.answer(mine.stream().filter(desk::chat).findFirst().orElse(mine.getFirst())));
    }

    /** What a played advisor does at his desk. */
    @Played
    static class Desk {

        private final Accounts accounts;
        private final PresenceBoard presence;
        private final Reception reception;
        private final Helpdesk helpdesk;
        private final Answers answers;

        Desk(Accounts accounts, PresenceBoard presence, Reception reception, Helpdesk helpdesk, Answers answers) {
            this.accounts = accounts;
            this.presence = presence;
            this.reception = reception;
            this.helpdesk = helpdesk;
            this.answers = answers;
        }

        boolean played(Router.Assignment assignment) {
            return !PEOPLE.contains(accounts.get(assignment.advisor()).username())
                    && reception.get(assignment.contact()).channel() != Channel.CALL;
        }

        boolean chat(Router.Assignment assignment) {
            return reception.get(assignment.contact()).channel() == Channel.CHAT;
        }

        void comeBack() {
            for (Advisor colleague : accounts.all()) {
                Presence now = presence.of(colleague.id());
                boolean waits = now.state() == Presence.State.WRAP_UP
                        || now.reason().filter(PresenceBoard.MISSED::equals).isPresent();
                if (colleague.is(Role.ADVISOR) && !PEOPLE.contains(colleague.username()) && waits) {
                    presence.available(colleague.id());
                }
            }
        }

        void answer(Router.Assignment work) {
            ContactId contact = work.contact();
            if (chat(work)) {
                answers.inChat(work);
                return;
            }
            helpdesk.ofContact(contact).ifPresent(ticket -> answers.inWriting(ticket, work));
        }
    }

    /** Where the words come from. */
    @Played
    static class Answers {

        private final Library library;
        private final Helpdesk helpdesk;
        private final ChatRooms rooms;

        Answers(Library library, Helpdesk helpdesk, ChatRooms rooms) {
            this.library = library;
            this.helpdesk = helpdesk;
            this.rooms = rooms;
        }

        void inChat(Router.Assignment work) {
            ChatRooms.Room room = rooms.ofContact(work.contact()).orElseThrow();
            var lines = rooms.lines(room.id(), 0);
            boolean answered = lines.stream().anyMatch(line -> line.from().equals("advisor"));
            if (answered) {
                rooms.close(room.id(), java.util.Optional.of(work.advisor()));
                return;
            }
            String question = lines.stream()
                    .filter(line -> line.from().equals("visitor"))
                    .map(ChatRooms.Line::text)
                    .findFirst()
                    .orElse("");
            String text = GREETING.get(room.language()) + "\n"
                    + best(question, room.language()).map(Library.Hit::passage).orElse("");
            rooms.advisorSays(room.id(), work.advisor(), UUID.randomUUID().toString(), text);
        }

        void inWriting(Ticket ticket, Router.Assignment work) {
            var hit = best(ticket.subject(), ticket.language());
            String text = GREETING.getOrDefault(ticket.language(), GREETING.get(Language.FR)) + "\n\n"
                    + hit.map(Library.Hit::passage).orElse("");
            helpdesk.reply(
                    ticket.id(),
                    work.advisor(),
                    text,
                    hit.map(Library.Hit::slug).stream().toList());
        }

        private java.util.Optional<Library.Hit> best(String question, Language language) {
            Language spoken = language == Language.AR ? Language.AR : Language.FR;
            return library.search(question, spoken, java.util.Optional.empty(), 1).hits().stream()
                    .findFirst();
        }
    }
}
