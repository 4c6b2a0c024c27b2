package ma.mowakaba.kb;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Keeps Boot from making an Elasticsearch client and its health check where Lucene does the work. */
final class ElasticsearchOnlyWhenChosen implements AutoConfigurationImportFilter, EnvironmentAware {

    private boolean chosen;

    @Override
    public void setEnvironment(Environment environment) {
        chosen = "elasticsearch".equalsIgnoreCase(environment.getProperty("mowakaba.kb.engine"));
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            String name = classes[i];
            kept[i] = chosen || name == null || !name.startsWith("org.springframework.boot.elasticsearch.");
        }
        return kept;
    }
}
