package ma.mowakaba.demo;

import java.util.stream.Stream;
import ma.mowakaba.Mowakaba;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole center on one machine, with nothing else installed: {@code ./mvnw spring-boot:test-run}. */
public final class DemonstrationCenter {

    private DemonstrationCenter() {}

    public static void main(String[] args) {
        SpringApplication.from(Mowakaba::main).withAdditionalProfiles("demo").run(args);
    }

    /** @param settings as on the command line @return one on free ports, in which nobody calls or writes by himself */
    public static ConfigurableApplicationContext quiet(String... settings) {
        SpringApplication center = new SpringApplication(Mowakaba.class);
        center.setAdditionalProfiles("demo");
        return center.run(Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--mowakaba.demo.player=false",
                                "--mowakaba.demo.welcome=false",
                                "--mowakaba.demo.site.port=0"),
                        Stream.of(settings))
                .toArray(String[]::new));
    }
}
