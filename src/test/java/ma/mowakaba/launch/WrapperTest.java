package ma.mowakaba.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./mvnw} says where the right JDK is missing. */
class WrapperTest {

    @TempDir
    Path empty;

    @Test
    void aJavaHomeThatIsNoJdkIsToldInOneSentence() throws Exception {
        assertThat(run(Map.of("JAVA_HOME", "/nowhere"), "./mvnw", "-v"))
                .containsExactly(
                        "JAVA_HOME names /nowhere, which is no JDK: let it name a JDK 25, or unset it, and run this"
                                + " again.");
    }

    /** Where it stands in for a machine without any JDK: with an empty folder over the one they are in. */
    @Test
    @EnabledIf("foldersCanBeHidden")
    void aMissingJdkIsToldInOneSentence() throws Exception {
        String hidden = "mount --bind " + empty + " /usr/lib/jvm && exec ./mvnw verify";
        assertThat(run(Map.of("HOME", empty.toString()), "unshare", "-rm", "sh", "-c", hidden))
                .singleElement()
                .asString()
                .startsWith("Mowakaba needs a JDK 25 (for example Eclipse Temurin 25): install one");
    }

    static boolean foldersCanBeHidden() throws IOException, InterruptedException {
        return Path.of(System.getProperty("java.home")).startsWith("/usr/lib/jvm")
                && Files.isExecutable(Path.of("/usr/bin/unshare"))
                && new ProcessBuilder("unshare", "-rm", "true").start().waitFor() == 0;
    }

    private static List<String> run(Map<String, String> environment, String... command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> said = process.inputReader().lines().toList();
        assertThat(process.waitFor()).isEqualTo(1);
        return said;
    }
}
