package ma.mowakaba.kb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import ma.mowakaba.kernel.Language;

/** What the texts of one version have in common with no others. */
final class ContentHash {

    private ContentHash() {}

    /** @return SHA-256 over the files of all languages, in hexadecimal digits */
    static String of(Map<Language, String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new EnumMap<>(texts).forEach((language, text) -> {
                digest.update((language.code() + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
