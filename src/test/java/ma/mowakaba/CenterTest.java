package ma.mowakaba;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole center on a random port, with the embedded MariaDB, mail server and exchange; one for all tests. The database is not empty
 * and not theirs alone: tests use fresh ids and addresses.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles("demo")
@SpringBootTest(
        classes = Mowakaba.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "mowakaba.demo.player=false",
            "mowakaba.telephony.line.bip=0s",
            "mowakaba.demo.welcome=false",
            "mowakaba.demo.site.port=0",
            "mowakaba.demo.database.home=target/test-center/mariadb",
            "mowakaba.demo.database.fresh=true",
            "mowakaba.demo.exchange.pace=10",
            "mowakaba.telephony.exchanges[0].exchange.name=mw2",
            "mowakaba.demo.home=target/test-center"
        })
public @interface CenterTest {}
