package ma.mowakaba.web.live;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ma.mowakaba.kernel.Language;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Role;
import ma.mowakaba.web.Viewers;
import ma.mowakaba.web.Wording;
import ma.mowakaba.web.Words;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The parts as they are now, each with the number its stream has reached: what a page asks for when it missed something. */
@RestController
class Snapshots {

    private final Parts parts;
    private final Streams streams;
    private final Viewers viewers;
    private final Wording wording;

    Snapshots(Parts parts, Streams streams, Viewers viewers, Wording wording) {
        this.parts = parts;
        this.streams = streams;
        this.viewers = viewers;
        this.wording = wording;
    }

    @GetMapping({"/live/parts", "/wallboard/parts"})
    List<Streams.Frame> parts(
            Principal principal, @RequestParam Set<String> names, @RequestParam("in") String language) {
        Advisor viewer = viewers.of(principal);
        Words words = wording.in(Language.of(language));
        return Stream.concat(
                        parts.shared().stream()
                                .filter(part -> names.contains(part.name()))
                                .map(part -> shared(part, viewer, words)),
                        parts.personal().stream()
                                .filter(part -> names.contains(part.name()))
                                .map(part -> personal(part, viewer, words)))
                .toList();
    }

    private Streams.Frame shared(SharedPart part, Advisor viewer, Words words) {
        if (audience(part).stream().noneMatch(viewer::is)) {
            throw Problem.forbidden("access.forbidden");
        }
        String destination = LiveScreens.destination(part, words.language());
        long n = streams.last(destination);
        return new Streams.Frame(streams.stream(destination), n, part.name(), parts.paint(part, words));
    }

    private static Set<Role> audience(SharedPart part) {
        return switch (part.audience()) {
            case LIVE -> Set.of(Role.ADVISOR, Role.SUPERVISOR);
            case SUPERVISOR -> Set.of(Role.SUPERVISOR, Role.ADMINISTRATOR);
            case FIGURES -> Set.of(Role.SUPERVISOR, Role.ADMINISTRATOR, Role.OBSERVER);
        };
    }

    private Streams.Frame personal(PersonalPart part, Advisor viewer, Words words) {
        String key = Streams.own(viewer.username(), LiveScreens.personal(words.language()), part.name());
        long n = streams.last(key);
        return new Streams.Frame(streams.stream(key), n, part.name(), parts.paint(part, viewer, words));
    }
}
