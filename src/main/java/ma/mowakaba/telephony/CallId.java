package ma.mowakaba.telephony;

/**
 * A call with all its legs.
 *
 * @param linkedid of Asterisk, with the system name before it where there is one; never parsed as a number
 */
public record CallId(String linkedid) {

    @Override
    public String toString() {
        return linkedid;
    }
}
