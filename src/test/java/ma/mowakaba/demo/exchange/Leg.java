package ma.mowakaba.demo.exchange;

/**
 * A channel.
 *
 * @param name of the caller as the carrier gives it
 */
record Leg(String channel, String uniqueid, String number, String name, String dialled, String context, String exten) {

    /** @return the device behind the channel: {@code PJSIP/1001} of {@code PJSIP/1001-0000002a} */
    String device() {
        return channel.substring(0, channel.lastIndexOf('-'));
    }

    String extension() {
        return device().substring(device().indexOf('/') + 1);
    }
}
