package ma.mowakaba.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the people who work here.
 *
 * @param pauseReasons what a pause may be for; each has a message {@code presence.reason.<reason>}
 * @param firstAdministratorPassword of the account {@code admin} that is made when there is no account at all; none is made
 *     without it
 */
@ConfigurationProperties("mowakaba.staff")
record StaffSettings(
        @DefaultValue({"break", "meal", "prayer", "meeting", "training", "other"})
        List<String> pauseReasons,

        @Nullable String firstAdministratorPassword) {}
