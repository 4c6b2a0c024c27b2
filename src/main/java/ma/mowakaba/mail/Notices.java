package ma.mowakaba.mail;

/** Door beside {@link Mailroom}: whoever was told something without having asked may want to be told no more. */
public interface Notices {

    /** @param token of the link in the notice @return whether there is such a link */
    boolean known(String token);

    /**
     * No more notices to the address that had this link; answers go on. The same again changes nothing.
     *
     * @throws ma.mowakaba.kernel.Problem NOT_FOUND {@code mail.notices.unknown}
     */
    void stop(String token);
}
