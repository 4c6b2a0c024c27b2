package ma.mowakaba.staff;

/** What an account may do; one account may hold several. */
public enum Role {
    ADVISOR,
    SUPERVISOR,
    EDITOR,
    ADMINISTRATOR,
    OBSERVER;

    /** @return the authority Spring Security knows it by */
    public String authority() {
        return "ROLE_" + name();
    }
}
