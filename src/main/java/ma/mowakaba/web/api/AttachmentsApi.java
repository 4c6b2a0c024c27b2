package ma.mowakaba.web.api;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import ma.mowakaba.ticket.Helpdesk;
import ma.mowakaba.ticket.Helpdesk.StoredAttachment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files of the cases: always a download, never something a browser would show or run as ours. */
@RestController
@RequestMapping("/api/attachments")
class AttachmentsApi {
    private static final Set<String> HARMLESS =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp");

    private final Helpdesk helpdesk;

    AttachmentsApi(Helpdesk helpdesk) {
        this.helpdesk = helpdesk;
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> download(@PathVariable UUID id) {
        StoredAttachment file = helpdesk.attachment(id);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, DownloadName.of(file.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .contentType(type(file.type()))
                .contentLength(file.bytes().length)
                .body(file.bytes());
    }

    private static MediaType type(String said) {
        String plain = said.toLowerCase(Locale.ROOT).strip();
        return HARMLESS.contains(plain) ? MediaType.parseMediaType(plain) : MediaType.APPLICATION_OCTET_STREAM;
    }
}
