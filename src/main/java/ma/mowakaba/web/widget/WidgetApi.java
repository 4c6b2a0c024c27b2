package ma.mowakaba.web.widget;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.chat.ChatId;
import ma.mowakaba.chat.ChatRooms;
import ma.mowakaba.kernel.DomainCode;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.web.widget.RoomView.Fresh;
import ma.mowakaba.web.widget.RoomView.LineView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a visitor does besides talking: open a room, read it again from a number, ask for an advisor, leave a message, end it. */
@RestController
@RequestMapping("/widget/chats")
class WidgetApi {

    record Opening(String language, Optional<String> domain, Optional<String> name) {}

    record Words(String clientId, String text) {}

    record Message(Optional<String> name, Optional<String> email, Optional<String> phone) {}

    record Left(String ticket) {}

    private final ChatRooms rooms;
    private final VisitorDoor door;

    WidgetApi(ChatRooms rooms, VisitorDoor door) {
        this.rooms = rooms;
        this.door = door;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Fresh open(@RequestBody Opening opening, HttpServletRequest request) {
        door.mayOpen(request.getRemoteAddr());
        ChatRooms.Opened opened =
                rooms.open(Language.of(opening.language()), opening.domain().map(DomainCode::new), opening.name());
        return new Fresh(opened.chat().toString(), opened.secret(), RoomView.of(opened.room()));
    }

    @GetMapping("/{chat}")
    RoomView room(@PathVariable String chat, @RequestHeader(WidgetSecurity.SECRET) String secret) {
        return RoomView.of(rooms.room(door.enter(chat, secret)));
    }

    /** @param after the last number the visitor has */
    @GetMapping("/{chat}/lines")
    List<LineView> lines(
            @PathVariable String chat,
            @RequestHeader(WidgetSecurity.SECRET) String secret,
            @RequestParam(defaultValue = "0") int after) {
        return rooms.lines(door.enter(chat, secret), after).stream()
                .map(LineView::of)
                .toList();
    }

    /** For visitors whose network lets no WebSocket through. */
    @PostMapping("/{chat}/lines")
    LineView say(
            @PathVariable String chat, @RequestHeader(WidgetSecurity.SECRET) String secret, @RequestBody Words words) {
        return LineView.of(door.says(door.enter(chat, secret), words.clientId(), words.text()));
    }

    /** @return the room: still {@code guided} when nobody is there who could answer */
    @PutMapping("/{chat}/advisor")
    RoomView advisor(@PathVariable String chat, @RequestHeader(WidgetSecurity.SECRET) String secret) {
        return RoomView.of(rooms.askForAdvisor(door.enter(chat, secret)));
    }

    @PutMapping("/{chat}/message")
    Left leave(
            @PathVariable String chat,
            @RequestHeader(WidgetSecurity.SECRET) String secret,
            @RequestBody Message message) {
        ChatId room = door.enter(chat, secret);
        return new Left(rooms.leaveMessage(room, message.name(), message.email(), message.phone())
                .value());
    }

    @DeleteMapping("/{chat}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String chat, @RequestHeader(WidgetSecurity.SECRET) String secret) {
        rooms.close(door.enter(chat, secret), Optional.empty());
    }
}
