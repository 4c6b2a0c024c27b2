package ma.mowakaba.web.workspace;

import java.nio.file.Path;
import ma.mowakaba.kernel.Problem;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.telephony.CallId;
import ma.mowakaba.telephony.Recordings;
import ma.mowakaba.telephony.Switchboard;
import ma.mowakaba.ticket.Helpdesk;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A call's recording: heard on its case by those who may see the case, and made silent for a while by the advisor who is talking. */
@Controller
class CallSound {

    private static final MediaType WAV = MediaType.parseMediaType("audio/wav");

    private final Recordings recordings;
    private final Switchboard switchboard;
    private final Helpdesk helpdesk;

    CallSound(Recordings recordings, Switchboard switchboard, Helpdesk helpdesk) {
        this.recordings = recordings;
        this.switchboard = switchboard;
        this.helpdesk = helpdesk;
    }

    /** A part of it when a range is asked for; each listening is noted first. */
    @GetMapping("/calls/{linkedid}/recording")
    ResponseEntity<Resource> hear(@PathVariable String linkedid, Advisor viewer) {
        Switchboard.Call call = switchboard.get(new CallId(linkedid));
        String number = call.ticket()
                .map(ticket -> helpdesk.get(ticket).number().value())
                .orElseThrow(() -> Problem.notFound("recording.none"));
        Path file = recordings.listen(call.id(), viewer.id());
        String name = number + "-" + file.getFileName();
        return ResponseEntity.ok()
                .contentType(WAV)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(new FileSystemResource(file));
    }

    @PutMapping("/workspace/calls/{linkedid}/recording/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(@PathVariable String linkedid, Advisor viewer) {
        recordings.pause(new CallId(linkedid), viewer.id());
    }

    @DeleteMapping("/workspace/calls/{linkedid}/recording/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@PathVariable String linkedid, Advisor viewer) {
        recordings.resume(new CallId(linkedid), viewer.id());
    }
}
