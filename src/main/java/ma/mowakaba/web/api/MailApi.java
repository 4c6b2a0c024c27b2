package ma.mowakaba.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.mail.Mailroom;
import ma.mowakaba.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in raw mails from whoever receives them: an MTA's pipe, a script. */
@RestController
class MailApi {

    private final Mailroom mailroom;

    MailApi(Mailroom mailroom) {
        this.mailroom = mailroom;
    }

    /**
     * What became of the mail.
     *
     * @param ticket null where it belongs to none
     * @param messageId null where it became no message
     * @param reason null where it was filed
     */
    record Answer(
            String outcome,
            @Nullable String ticket,
            @Nullable UUID messageId,
            @Nullable String reason) {}

    @PostMapping(path = "/api/mail", consumes = "message/rfc822", produces = "application/json")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "message/rfc822", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Answer> accept(HttpServletRequest request) throws IOException {
        Mailroom.Receipt receipt = mailroom.accept(body(request));
        HttpStatus status = switch (receipt.outcome()) {
            case CREATED, APPENDED -> HttpStatus.CREATED;
            case DUPLICATE, AUTO_REPLY, BOUNCE, QUARANTINED -> HttpStatus.OK;
        };
        return ResponseEntity.status(status)
                .body(new Answer(
                        receipt.outcome().code(),
                        receipt.ticket().map(TicketNumber::value).orElse(null),
                        receipt.message().orElse(null),
                        receipt.reason().orElse(null)));
    }

    private byte[] body(HttpServletRequest request) throws IOException {
        long limit = mailroom.limit();
        InputStream body = request.getInputStream();
        if (request.getContentLengthLong() <= limit) {
            byte[] raw = body.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE));
            if (raw.length == 0) {
                throw Problem.invalid("mail.empty");
            }
            if (raw.length <= limit) {
                return raw;
            }
        }
        // the rest is taken from the wire, since many clients hear nothing while they speak
        body.skip(4 * limit);
        throw Problem.of(Problem.Kind.TOO_LARGE, "mail.too-large", limit);
    }
}
