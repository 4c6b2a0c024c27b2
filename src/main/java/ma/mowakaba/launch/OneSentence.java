package ma.mowakaba.launch;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says on one line why the center did not start; the whole story is in the log at level debug. */
class OneSentence implements FailureAnalysisReporter {

    private static final Logger log = LoggerFactory.getLogger(OneSentence.class);

    @Override
    public void report(FailureAnalysis analysis) {
        log.error("The center did not start. {}", text(analysis.getDescription(), analysis.getAction()));
        log.debug("The center did not start", analysis.getCause());
    }

    static String text(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(part -> part != null && !part.isBlank())
                .map(part -> part.strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining(" "));
    }
}
