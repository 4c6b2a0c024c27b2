package ma.mowakaba.web.workspace;

import ma.mowakaba.staff.Advisor;
import ma.mowakaba.telephony.Softphones;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the softphone on the viewer's own page registers with; it stands in no page, and in no cache. */
@RestController
class PhoneLine {

    private final Softphones phones;

    PhoneLine(Softphones phones) {
        this.phones = phones;
    }

    @GetMapping("/workspace/phone")
    ResponseEntity<Softphones.Line> line(Advisor viewer) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(phones.line(viewer));
    }
}
