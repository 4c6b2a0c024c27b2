package ma.mowakaba.routing;

import java.time.Duration;
import java.util.List;
import ma.mowakaba.contact.ContactId;
import ma.mowakaba.kernel.Channel;
import ma.mowakaba.staff.StaffId;
import org.springframework.stereotype.Component;

/** Who has contacts other than calls, and which. */
@Component
class LeftBehind {

    private final Line line;
    private final RoutingSettings settings;

    LeftBehind(Line line, RoutingSettings settings) {
        this.line = line;
        this.settings = settings;
    }

    List<StaffId> holders() {
        return line.holders();
    }

    List<ContactId> of(StaffId advisor, Channel channel) {
        return line.of(advisor, channel);
    }

    Duration mailsStay() {
        return settings.mailsStay();
    }
}
