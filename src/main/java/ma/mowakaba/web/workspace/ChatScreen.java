package ma.mowakaba.web.workspace;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.mowakaba.chat.ChatId;
import ma.mowakaba.chat.ChatRooms;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.radar.GapRadar;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Role;
import ma.mowakaba.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A conversation with a visitor, as its advisor sees it. */
@Controller
@RequestMapping("/chats/{id}")
class ChatScreen {

    private final ChatRooms rooms;
    private final WorkspaceFrame frame;
    private final Suggestions suggestions;

    ChatScreen(ChatRooms rooms, WorkspaceFrame frame, Suggestions suggestions) {
        this.rooms = rooms;
        this.frame = frame;
        this.suggestions = suggestions;
    }

    @GetMapping
    String show(
            @PathVariable UUID id,
            @RequestHeader("HX-Target") Optional<String> target,
            Model model,
            Advisor viewer,
            Words words) {
        fill(id, model, viewer);
        if (target.filter("pane"::equals).isPresent()) {
            return "workspace/chat :: chat";
        }
        frame.fill(model, viewer, words);
        return "workspace/workspace";
    }

    @GetMapping("/head")
    String head(@PathVariable UUID id, Model model, Advisor viewer) {
        fill(id, model, viewer);
        return "workspace/chat :: head";
    }

    @GetMapping("/lines")
    String lines(@PathVariable UUID id, Model model, Advisor viewer) {
        fill(id, model, viewer);
        return "workspace/chat :: lines";
    }

    @PostMapping("/lines")
    String say(
            @PathVariable UUID id,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String clientId,
            Model model,
            Advisor viewer,
            HttpServletResponse answer) {
        if (text.isBlank()) {
            throw Problem.invalid("reply.empty");
        }
        String once = clientId.isBlank() ? UUID.randomUUID().toString() : clientId;
        rooms.advisorSays(new ChatId(id), viewer.id(), once, text.strip());
        answer.setHeader("HX-Trigger", "live:chat");
        fill(id, model, viewer);
        return "workspace/chat :: saying";
    }

    @DeleteMapping
    String close(@PathVariable UUID id, Model model, Advisor viewer) {
        rooms.close(mayRead(id, viewer).id(), Optional.of(viewer.id()));
        fill(id, model, viewer);
        return "workspace/chat :: chat";
    }

    /** @return null for no content */
    @GetMapping("/suggestions")
    @Nullable
    String suggestions(
            @PathVariable UUID id, Suggestions.Wanted wanted, Model model, Advisor viewer, HttpServletResponse answer) {
        ChatRooms.Room room = mayRead(id, viewer);
        Optional<GapRadar.Asked> asked = wanted.own()
                .map(text ->
                        new GapRadar.Asked(GapRadar.Origin.ADVISOR, Optional.of(id.toString()), Optional.empty(), text))
                .or(() -> Optional.of(questions(room))
                        .filter(text -> !text.isBlank())
                        .map(text -> GapRadar.Asked.inChat(id.toString(), text)));
        if (wanted.stands(asked)) {
            answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        suggestions.fill(model, asked, Optional.empty(), room.language());
        return "workspace/suggestions :: suggestions";
    }

    private void fill(UUID id, Model model, Advisor viewer) {
        ChatRooms.Room room = mayRead(id, viewer);
        model.addAttribute("room", room);
        model.addAttribute("lines", rooms.lines(room.id(), 0));
        model.addAttribute("clientId", UUID.randomUUID().toString());
        model.addAttribute("mayWrite", room.state().equals("talking") && isHis(room, viewer));
    }

    private ChatRooms.Room mayRead(UUID id, Advisor viewer) {
        ChatRooms.Room room = rooms.room(new ChatId(id));
        boolean free = room.advisor().isEmpty();
        if (!free && !isHis(room, viewer) && !viewer.is(Role.SUPERVISOR)) {
            throw Problem.forbidden("access.forbidden");
        }
        return room;
    }

    private static boolean isHis(ChatRooms.Room room, Advisor viewer) {
        return room.advisor().filter(viewer.id()::equals).isPresent();
    }

    /** A visitor's last line alone is often only "and where?". */
    private String questions(ChatRooms.Room room) {
        return rooms.lines(room.id(), 0).stream()
                .filter(line -> line.from().equals("visitor"))
                .map(ChatRooms.Line::text)
                .collect(Collectors.joining("\n"));
    }
}
