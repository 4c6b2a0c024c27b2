package ma.mowakaba.mail;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Mails as they came, read as they would be read today. */
@Component
class Originals {

    private final RawMails raws;
    private final Sorting sorting;

    Originals(RawMails raws, Sorting sorting) {
        this.raws = raws;
        this.sorting = sorting;
    }

    /** @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code mail.unknown} when its bytes are no longer kept */
    ParsedMail read(UUID id) {
        return sorting.read(id, raws.bytes(id), raws.source(id)).mail();
    }
}
