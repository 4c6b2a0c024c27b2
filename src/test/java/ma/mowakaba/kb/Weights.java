package ma.mowakaba.kb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Learns the weights of the fields from the questions of {@code kb/relevance} and writes them where {@link Ranking} reads them. */
public final class Weights {

    private static final Path FILE = Path.of("kb/analysis/weights.tsv");
    private static final String HEAD =
            "# How much each field of the index counts. Learned from relevance/queries.tsv, never written by hand:\n"
                    + "# ./mvnw -q spring-boot:test-run@weights\n";

    private Weights() {}

    public static void main(String[] arguments) throws IOException {
        double[] weights = CrossValidation.ofTheProject().weights();
        String rows = IntStream.range(0, weights.length)
                .mapToObj(at -> String.format(
                        Locale.ROOT, "%s\t%.3f\n", Weighing.FIELDS.get(at).name(), weights[at]))
                .collect(Collectors.joining());
        Files.writeString(FILE, HEAD + rows);
    }
}
