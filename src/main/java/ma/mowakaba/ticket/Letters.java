package ma.mowakaba.ticket;

import java.util.List;
import java.util.Optional;
import ma.mowakaba.directory.Directory;
import ma.mowakaba.directory.PersonCard;
import ma.mowakaba.kb.Article;
import ma.mowakaba.kb.Library;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.kernel.EmailAddress;
import ma.mowakaba.kernel.PhoneNumber;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Writes letters: to whom, by which way, and with which versions of the articles. */
@Component
class Letters {
    private final Accounts accounts;
    private final Directory directory;
    private final Library library;
    private final Messages messages;
    private final Carriers carriers;

    Letters(Accounts accounts, Directory directory, Library library, Messages messages, Carriers carriers) {
        this.accounts = accounts;
        this.directory = directory;
        this.library = library;
        this.messages = messages;
        this.carriers = carriers;
    }

    /** @param slugs the version published now is the one that is pinned */
    Letter answer(Ticket ticket, StaffId author, String text, List<String> slugs) {
        List<Article> articles = slugs.stream()
                .distinct()
                .map(slug -> library.article(slug, ticket.language()))
                .toList();
        String name = accounts.get(author).name();
        Channel heard = messages.lastHeard(ticket.id()).orElse(ticket.channel());
        return new Letter(
                carriers.wayBack(heard),
                Optional.of(author),
                name,
                recipient(ticket),
                ticket.subject(),
                text,
                articles);
    }

    /** @param recipient the address of a mail */
    Letter automatic(Ticket ticket, String recipient, String text) {
        return new Letter(Channel.MAIL, Optional.empty(), "", recipient, ticket.subject(), text, List.of());
    }

    private String recipient(Ticket ticket) {
        return ticket.requester().map(directory::card).map(Letters::reachedAt).orElse("");
    }

    private static String reachedAt(PersonCard card) {
        return card.emails().stream()
                .findFirst()
                .map(EmailAddress::value)
                .or(() -> card.phones().stream().findFirst().map(PhoneNumber::e164))
                .or(card::name)
                .orElse("");
    }
}
