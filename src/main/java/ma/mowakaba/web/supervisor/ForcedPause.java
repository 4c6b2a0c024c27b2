package ma.mowakaba.web.supervisor;

import java.util.UUID;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.ForcedPauses;
import ma.mowakaba.staff.StaffId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A supervisor puts somebody on pause who has forgotten it: calls ring others. He comes back by himself. */
@Controller
class ForcedPause {

    private final ForcedPauses pauses;

    ForcedPause(ForcedPauses pauses) {
        this.pauses = pauses;
    }

    @PutMapping("/supervision/people/{id}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(@PathVariable UUID id, @RequestParam(defaultValue = "other") String reason, Advisor viewer) {
        pauses.pause(new StaffId(id), viewer.id(), reason);
    }
}
