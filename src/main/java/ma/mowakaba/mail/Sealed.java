package ma.mowakaba.mail;

import java.util.Locale;
import java.util.Optional;
import ma.mowakaba.mail.ParsedMail.Note;

/** Mails under a seal: what is signed is read and said to be unchecked, what is encrypted is said to be so. */
final class Sealed {

    private static final String PGP = "-----BEGIN PGP MESSAGE-----";

    private Sealed() {}

    static Optional<Note> of(MimePart part, String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "multipart/encrypted", "application/pgp-encrypted" -> Note.ENCRYPTED;
                    case "multipart/signed" -> Note.SIGNED;
                    case "application/pkcs7-mime", "application/x-pkcs7-mime" -> smime(part);
                    default -> null;
                });
    }

    private static Note smime(MimePart part) {
        String kind = part.contentType().get("smime-type").orElse("").toLowerCase(Locale.ROOT);
        return kind.equals("signed-data") ? Note.SIGNED : Note.ENCRYPTED;
    }

    static boolean inline(String words) {
        return words.contains(PGP);
    }
}
