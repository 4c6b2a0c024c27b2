package ma.mowakaba.web.supervisor;

import java.util.UUID;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.staff.Presence;
import ma.mowakaba.staff.PresenceBoard;
import ma.mowakaba.staff.StaffId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A supervisor puts somebody on pause who has forgotten it: calls ring others. He comes back by himself. */
@Controller
class ForcedPause {

    private static final Logger log = LoggerFactory.getLogger(ForcedPause.class);

    private final PresenceBoard board;

    ForcedPause(PresenceBoard board) {
        this.board = board;
    }

    @PutMapping("/supervision/people/{id}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(@PathVariable UUID id, @RequestParam(defaultValue = "other") String reason, Advisor viewer) {
        StaffId advisor = new StaffId(id);
        if (board.of(advisor).state() == Presence.State.OFFLINE) {
            throw Problem.conflict("supervision.not-here");
        }
        board.pause(advisor, reason);
        log.info("Supervisor {} put {} on pause", viewer.id(), advisor);
    }
}
