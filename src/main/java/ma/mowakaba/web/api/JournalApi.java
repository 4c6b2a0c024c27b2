package ma.mowakaba.web.api;

import java.util.Optional;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.telephony.ShippedJournal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What {@code telephony/ship} sends. Places in a file are written {@code inode offset}, so that a shell can read them. */
@RestController
@RequestMapping(path = "/telephony/journal", produces = MediaType.TEXT_PLAIN_VALUE)
class JournalApi {

    private final ShippedJournal journal;

    JournalApi(ShippedJournal journal) {
        this.journal = journal;
    }

    /** @return where the next piece of the file begins; {@code 0 0} when none is here */
    @GetMapping
    String place(
            @RequestHeader(name = RouteApi.SECRET, defaultValue = "") String secret,
            @RequestParam String exchange,
            @RequestParam String file) {
        return text(journal.place(secret, new ShippedJournal.File(exchange, file)));
    }

    /** @return where the next piece begins; with 409 when this one did not begin where the last one ended: nothing of it was kept then */
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<String> take(
            @RequestHeader(name = RouteApi.SECRET, defaultValue = "") String secret,
            @RequestParam String exchange,
            @RequestParam String file,
            @RequestParam String inode,
            @RequestParam String offset,
            @RequestBody(required = false) Optional<byte[]> bytes) {
        ShippedJournal.Receipt receipt = journal.take(
                secret, new ShippedJournal.File(exchange, file), read(inode, offset), bytes.orElse(new byte[0]));
        return ResponseEntity.status(receipt.taken() ? HttpStatus.OK : HttpStatus.CONFLICT)
                .body(text(receipt.next()));
    }

    /** Inodes are 64 bits without a sign. */
    private static ShippedJournal.Place read(String inode, String offset) {
        try {
            return new ShippedJournal.Place(Long.parseUnsignedLong(inode), Long.parseLong(offset));
        } catch (NumberFormatException e) {
            throw Problem.invalid("journal.place");
        }
    }

    private static String text(ShippedJournal.Place place) {
        return Long.toUnsignedString(place.inode()) + " " + place.offset();
    }
}
