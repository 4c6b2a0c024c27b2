package ma.mowakaba.staff;

import ma.mowakaba.kernel.Problem;

/**
 * How many contacts an advisor carries at once; calls are always one at a time and exclude chats.
 *
 * @param chats 0 to 10
 * @param mails mail and web contacts waiting for his answer, 0 to 50
 */
public record Capacity(int chats, int mails) {

    public static final Capacity USUAL = new Capacity(3, 8);

    public Capacity {
        if (chats < 0 || chats > 10 || mails < 0 || mails > 50) {
            throw Problem.invalid("capacity.range");
        }
    }
}
