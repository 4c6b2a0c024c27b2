package ma.mowakaba.mail;

/** Whether a mail comes from where its sender's address says. */
enum Authenticity {
    /** No host is trusted to tell. */
    NOT_ASKED,
    /** The trusted host found it to be so. */
    CONFIRMED,
    /** The trusted host found nothing that speaks for it. */
    UNPROVEN,
    /** The trusted host found that it is not so. */
    FAILED;

    /** @return whether its address may be taken for its sender's */
    boolean believed() {
        return this == NOT_ASKED || this == CONFIRMED;
    }
}
