package ma.mowakaba.web.workspace;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.MessageId;
import ma.mowakaba.ticket.TicketNumber;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The HTML of a mail, already sanitised, for a frame that runs nothing: no script, no form, nothing fetched from anywhere. Images that
 * came with the mail are put into the page; all others stay away, so that a sender does not learn who read him when.
 */
@Controller
class MailSheet {

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "img-src data:",
            "style-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "frame-ancestors 'self'",
            "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox");
    private static final Pattern INLINE = Pattern.compile("src=\"cid:([^\"]{1,300})\"");
    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final Helpdesk helpdesk;

    MailSheet(Helpdesk helpdesk) {
        this.helpdesk = helpdesk;
    }

    @GetMapping("/tickets/{number}/messages/{id}/sheet")
    ResponseEntity<String> sheet(@PathVariable String number, @PathVariable UUID id) {
        var ticket = helpdesk.get(new TicketNumber(number)).id();
        Helpdesk.Formatted mail = helpdesk.formatted(ticket, new MessageId(id));
        return ResponseEntity.ok()
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .cacheControl(CacheControl.maxAge(1, TimeUnit.HOURS).cachePrivate())
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .body(page(mail));
    }

    private String page(Helpdesk.Formatted mail) {
        return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><base target=\"_blank\">"
                + "<link rel=\"stylesheet\" href=\"/css/mail.css\"></head><body dir=\"auto\">"
                + INLINE.matcher(mail.html())
                        .replaceAll(found -> Matcher.quoteReplacement(image(found.group(1), mail.inline())))
                + "</body></html>";
    }

    private String image(String cid, Map<String, UUID> inline) {
        UUID file = inline.get(cid.replace("&#64;", "@"));
        if (file == null) {
            return "";
        }
        try {
            Helpdesk.StoredAttachment image = helpdesk.attachment(file);
            String type = image.type().toLowerCase(Locale.ROOT).strip();
            return SHOWN.contains(type)
                    ? "src=\"data:" + type + ";base64," + Base64.getEncoder().encodeToString(image.bytes()) + "\""
                    : "";
        } catch (Problem damaged) {
            return "";
        }
    }
}
