package ma.mowakaba.web.widget;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.mowakaba.chat.ChatId;
import ma.mowakaba.chat.ChatRooms;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.radar.GapRadar;
import ma.mowakaba.web.security.WebSettings;
import ma.mowakaba.web.widget.RoomView.Said;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the widget shows that nobody typed: its labels, and the articles that answer. */
@RestController
class WidgetHelp {

    private static final List<String> LABELS = List.of(
            "open",
            "close",
            "title",
            "subtitle",
            "welcome",
            "log",
            "write",
            "placeholder",
            "send",
            "suggestions",
            "read",
            "nothing",
            "advisor",
            "later",
            "waiting",
            "reference",
            "nobody",
            "name",
            "email",
            "phone",
            "one-needed",
            "leave",
            "back",
            "left",
            "ended",
            "end",
            "again",
            "lost",
            "back-online",
            "sending",
            "refused",
            "you",
            "center",
            "new-line");

    /** @param link of the article on the help site */
    record Suggestion(List<Said> title, List<Said> passage, String link) {}

    private final ChatRooms rooms;
    private final VisitorDoor door;
    private final GapRadar radar;
    private final MessageSource messages;
    private final WebSettings settings;

    WidgetHelp(ChatRooms rooms, VisitorDoor door, GapRadar radar, MessageSource messages, WebSettings settings) {
        this.rooms = rooms;
        this.radar = radar;
        this.door = door;
        this.messages = messages;
        this.settings = settings;
    }

    @GetMapping("/widget/messages")
    ResponseEntity<Map<String, String>> labels(@RequestParam(defaultValue = "ar") String lang) {
        Language language = Language.of(lang);
        var labels = new TreeMap<String, String>();
        LABELS.forEach(key -> labels.put(key, messages.getMessage("chat.widget." + key, null, language.locale())));
        labels.put("dir", language.dir());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .body(labels);
    }

    @GetMapping("/widget/chats/{chat}/suggestions")
    List<Suggestion> suggestions(@PathVariable String chat, @RequestHeader(WidgetSecurity.SECRET) String secret) {
        ChatId room = door.enter(chat, secret);
        List<Library.Hit> hits = rooms.suggestions(room);
        rooms.lines(room, 0).reversed().stream()
                .filter(line -> line.from().equals("visitor"))
                .findFirst()
                .ifPresent(line ->
                        radar.asked(GapRadar.Asked.inChat(chat, line.text()), new Library.SearchResult(hits, 0)));
        return hits.stream().map(this::suggestion).toList();
    }

    private Suggestion suggestion(Library.Hit hit) {
        String link = settings.baseUrl() + "/help/" + hit.language().code() + "/" + hit.slug() + "#" + hit.anchor();
        return new Suggestion(Said.of(hit.title()), Said.of(hit.passage()), link);
    }
}
