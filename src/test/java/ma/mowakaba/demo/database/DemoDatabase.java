package ma.mowakaba.demo.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import ma.mowakaba.launch.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/** Steps in when no {@code spring.datasource.url} is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "never")
class DemoDatabase {

    @Bean(destroyMethod = "close")
    EmbeddedMariaDb embeddedMariaDb(
            @Value("${mowakaba.demo.database.cache:${user.home}/.cache/mowakaba}") Path cache,
            @Value("${mowakaba.demo.database.home:${mowakaba.demo.home:.run}/mariadb}") Path home,
            @Value("${mowakaba.demo.database.fresh:false}") boolean fresh)
            throws IOException, InterruptedException {
        if (!MariaDbBinaries.available()) {
            throw new CannotStart("The embedded MariaDB runs on 64-bit Linux only: here, set SPRING_DATASOURCE_URL, "
                    + "SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD to a MariaDB 11.4 or later.");
        }
        if (fresh) {
            FileSystemUtils.deleteRecursively(home.resolve("data"));
        }
        return EmbeddedMariaDb.start(cache, home, new Progress()::tell);
    }

    @Bean
    JdbcConnectionDetails embeddedMariaDbConnection(EmbeddedMariaDb database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return database.user();
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.jdbcUrl();
            }
        };
    }

    /** The first start unpacks some 400 MB; whoever waits sees how far it is. */
    private static final class Progress {

        private final AtomicInteger told = new AtomicInteger(-20);

        void tell(int percent) {
            if (percent >= told.get() + 20 || percent == 100) {
                told.set(percent);
                System.out.println("First start: unpacking the database, " + percent + " %");
                if (percent == 100) {
                    System.out.println("First start: preparing an empty database, a few seconds");
                }
            }
        }
    }
}
