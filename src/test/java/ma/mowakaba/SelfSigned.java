package ma.mowakaba;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

/** Certificates that sign themselves, as a server without an authority has one. */
public final class SelfSigned {

    public static final String PASSWORD = "changeit";

    private SelfSigned() {}

    /**
     * @param alias of the key; its certificate stands in the store as {@code trusted-<alias>} too
     * @param more further options of keytool, as {@code -ext san=dns:imap.example.ma}
     */
    public static KeyStore store(Path folder, String alias, String commonName, String... more)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve(alias + ".p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + commonName,
                "-alias",
                alias,
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new AssertionError(said);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        store.setCertificateEntry("trusted-" + alias, store.getCertificate(alias));
        return store;
    }
}
