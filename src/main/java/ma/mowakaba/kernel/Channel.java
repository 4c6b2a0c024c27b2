package ma.mowakaba.kernel;

/** The way by which somebody approaches the center. */
public enum Channel {
    CALL,
    MAIL,
    CHAT,
    /** A ticket opened by a program or by a form. */
    WEB;

    /** @return the word outside programs use: {@code call}, {@code mail}, {@code chat}, {@code web} */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
