package ma.mowakaba.kernel;

/** How urgent a contact or a case is; the order is the order of service. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    /** @return the word outside programs use */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
