package ma.mowakaba;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The center: one application, every module of it, on one node or on several that share MariaDB. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "Mowakaba", sharedModules = "kernel")
public class Mowakaba {

    /** With as many carriers as processors, one request that computes for seconds would hold up all that share its carrier. */
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    public static void main(String[] args) {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(
                    CARRIERS, "" + Math.max(16, 4 * Runtime.getRuntime().availableProcessors()));
        }
        SpringApplication.run(Mowakaba.class, args);
    }
}
