package ma.mowakaba.demo;

import ma.mowakaba.Mowakaba;
import org.springframework.boot.SpringApplication;

/** The whole center on one machine, with nothing else installed: {@code ./mvnw spring-boot:test-run}. */
public final class DemonstrationCenter {

    private DemonstrationCenter() {}

    public static void main(String[] args) {
        SpringApplication.from(Mowakaba::main).withAdditionalProfiles("demo").run(args);
    }
}
