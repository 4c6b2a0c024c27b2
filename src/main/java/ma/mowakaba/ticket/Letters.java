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
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Writes letters: to whom, by which way, and with which versions of the articles. */
@Component
class Letters {
    /** Of all files of an answer: with their encoding a third more, which every mail server takes. */
    private static final long MOST_BYTES = 15L << 20;

    private static final int MOST_COPIES = 10;

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

    /** @throws Problem as {@link Helpdesk#reply} says */
    Letter answer(Ticket ticket, StaffId author, Helpdesk.Answer answer) {
        Channel heard = messages.lastHeard(ticket.id()).orElse(ticket.channel());
        Channel way = carriers.wayBack(heard);
        check(way, answer);
        return by(way, ticket, author, answer.text(), articles(ticket, answer.articles()), false)
                .with(answer.files(), answer.copies());
    }

    private static void check(Channel way, Helpdesk.Answer answer) {
        if (way != Channel.MAIL && !answer.files().isEmpty()) {
            throw Problem.invalid("ticket.files-by-mail");
        }
        if (way != Channel.MAIL && !answer.copies().isEmpty()) {
            throw Problem.invalid("ticket.copies-by-mail");
        }
        if (answer.copies().size() > MOST_COPIES) {
            throw Problem.invalid("ticket.copies-too-many", MOST_COPIES);
        }
        if (answer.files().stream().mapToLong(file -> file.bytes().length).sum() > MOST_BYTES) {
            throw Problem.of(Problem.Kind.TOO_LARGE, "ticket.files-too-large", MOST_BYTES >> 20);
        }
    }

    /** @throws Problem INVALID {@code ticket.no-mail} when we know no address of the requester */
    Letter wholeArticle(Ticket ticket, StaffId author, String text, String slug) {
        mustHaveMail(ticket);
        return by(Channel.MAIL, ticket, author, text, articles(ticket, List.of(slug)), true);
    }

    /** By mail, since whoever called or chatted is no longer there. @throws Problem INVALID {@code ticket.no-mail} */
    Letter afterwards(Ticket ticket, StaffId author, String text, List<String> slugs) {
        mustHaveMail(ticket);
        return by(Channel.MAIL, ticket, author, text, articles(ticket, slugs), false);
    }

    private Letter by(Channel way, Ticket ticket, StaffId author, String text, List<Article> articles, boolean whole) {
        String name = accounts.get(author).name();
        return new Letter(
                way,
                Optional.of(author),
                name,
                recipient(ticket),
                List.of(),
                ticket.subject(),
                text,
                articles,
                whole,
                List.of());
    }

    private List<Article> articles(Ticket ticket, List<String> slugs) {
        return slugs.stream()
                .distinct()
                .map(slug -> library.article(slug, ticket.language()))
                .toList();
    }

    private void mustHaveMail(Ticket ticket) {
        if (ticket.requester().map(directory::emails).orElse(List.of()).isEmpty()) {
            throw Problem.invalid("ticket.no-mail");
        }
    }

    /** @param recipient the address of a mail */
    Letter automatic(Ticket ticket, String recipient, String text) {
        return new Letter(
                Channel.MAIL,
                Optional.empty(),
                "",
                recipient,
                List.of(),
                ticket.subject(),
                text,
                List.of(),
                false,
                List.of());
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
