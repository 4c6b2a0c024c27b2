package ma.mowakaba.chat;

import java.util.List;
import java.util.Optional;
import ma.mowakaba.chat.ChatRooms.Room;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.DomainCode;
import org.springframework.stereotype.Component;

/** The knowledge base as the visitor's first counterpart: what it suggests, and what it takes his subject to be. */
@Component
class Guide {

    private final Library library;
    private final ChatLines lines;
    private final ChatSettings settings;

    Guide(Library library, ChatLines lines, ChatSettings settings) {
        this.library = library;
        this.lines = lines;
        this.settings = settings;
    }

    /** @return articles in the room's language that answer the visitor's last line, each once, best first */
    List<Library.Hit> suggestions(Room room) {
        return lines.lastWordsOfVisitor(room.id())
                .map(words -> library.search(words, room.language(), Optional.empty(), settings.suggestions() * 3))
                .map(found -> firstOfEachArticle(found.hits()))
                .orElse(List.of());
    }

    private List<Library.Hit> firstOfEachArticle(List<Library.Hit> hits) {
        var seen = new java.util.HashSet<String>();
        return hits.stream()
                .filter(hit -> seen.add(hit.slug()))
                .limit(settings.suggestions())
                .toList();
    }

    /** @return what the visitor chose, else what his words are about */
    About about(Room room) {
        return room.domain().equals(DomainCode.GENERAL)
                ? About.told(library.classify(lines.wordsOfVisitor(room.id())))
                : About.chosen(room.domain());
    }

    /** @param sorted what the classifier told, where the visitor chose nothing */
    record About(DomainCode domain, Optional<Library.Classification> sorted) {

        static About chosen(DomainCode domain) {
            return new About(domain, Optional.empty());
        }

        static About told(Library.Classification told) {
            return new About(told.domain(), Optional.of(told));
        }
    }
}
