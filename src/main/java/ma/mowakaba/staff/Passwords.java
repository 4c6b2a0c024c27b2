package ma.mowakaba.staff;

import ma.mowakaba.kernel.Problem;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Hashes passwords with Argon2id: 16 MB, two passes, random salt, in the usual form {@code $argon2id$…} without a prefix. */
final class Passwords {

    static final int SHORTEST = 8;
    static final int LONGEST = 200;

    private static final Argon2PasswordEncoder ARGON = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    private Passwords() {}

    /** @throws Problem INVALID {@code staff.password-weak} below 8 or above 200 characters */
    static String hash(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw Problem.invalid("staff.password-weak", SHORTEST);
        }
        String hash = ARGON.encode(password);
        if (hash == null) {
            throw new IllegalStateException("a password was given, so a hash is returned");
        }
        return hash;
    }
}
