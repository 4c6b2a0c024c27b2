package ma.mowakaba.telephony;

import java.util.Optional;

/** What the exchange says of a device, as in {@code PJSIP/1001}. */
record DeviceState(String device, boolean reachable) {

    private static final String TECHNOLOGY = QueuePlan.device("");

    /** @return empty for a device that is no telephone */
    Optional<String> extension() {
        return Optional.of(device)
                .filter(name -> name.startsWith(TECHNOLOGY) && name.length() > TECHNOLOGY.length())
                .map(QueuePlan::extension);
    }
}
