package ma.mowakaba.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import ma.mowakaba.demo.exchange.ExchangeSetup;
import ma.mowakaba.demo.exchange.ExchangeSimulator;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.FileSystemUtils;

/**
 * The telephone exchange of the demonstration and of the tests, on loopback. Steps aside for a real one with
 * {@code mowakaba.demo.exchange.enabled=false}.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@ConditionalOnProperty(name = "mowakaba.demo.exchange.enabled", matchIfMissing = true)
class DemoExchange {

    static final String USER = "mowakaba";
    static final String SECRET = "mowakaba";

    @Bean
    static Start exchangeStart() {
        return new Start();
    }

    @Bean
    RouteAddress exchangeRouteAddress(ExchangeSimulator exchange) {
        return new RouteAddress(exchange);
    }

    /** Runs before any setting is read, so that the center's settings can name the port. */
    static final class Start implements BeanFactoryPostProcessor, EnvironmentAware {

        private ConfigurableEnvironment environment = new StandardEnvironment();

        @Override
        public void setEnvironment(Environment given) {
            environment = (ConfigurableEnvironment) given;
        }

        @Override
        public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
            Path home = Path.of(environment.getProperty("mowakaba.demo.home", ".run"), "asterisk");
            boolean fresh = environment.getProperty("mowakaba.demo.database.fresh", Boolean.class, false);
            double pace = environment.getProperty("mowakaba.demo.exchange.pace", Double.class, 1.0);
            int port = environment.getProperty("mowakaba.demo.exchange.port", Integer.class, fresh ? 0 : 5038);
            if (fresh) {
                delete(home);
            }
            ExchangeSimulator exchange =
                    start(new ExchangeSetup(port, USER, SECRET, SECRET, pace, home, Clock.systemUTC()));
            beans.registerSingleton("exchangeSimulator", exchange);
            ((DefaultListableBeanFactory) beans).registerDisposableBean("exchangeSimulator", exchange::close);
            environment.getPropertySources().addFirst(new MapPropertySource("demo-exchange", settings(exchange)));
        }

        private static ExchangeSimulator start(ExchangeSetup setup) {
            try {
                return ExchangeSimulator.start(setup);
            } catch (UncheckedIOException e) {
                if (e.getCause() instanceof BindException && setup.port() != 0) {
                    System.out.println(
                            "Port " + setup.port() + " is taken: the demonstration exchange listens on another one");
                    return ExchangeSimulator.start(setup.atPort(0));
                }
                throw e;
            }
        }

        private static Map<String, Object> settings(ExchangeSimulator exchange) {
            return Map.of(
                    "mowakaba.telephony.exchange.host",
                    "127.0.0.1",
                    "mowakaba.telephony.exchange.port",
                    exchange.port(),
                    "mowakaba.telephony.exchange.user",
                    USER,
                    "mowakaba.telephony.exchange.secret",
                    SECRET,
                    "mowakaba.telephony.route-secret",
                    SECRET,
                    "mowakaba.telephony.journal.cel",
                    exchange.setup().cel().toString(),
                    "mowakaba.telephony.journal.queue-log",
                    exchange.setup().queueLog().toString(),
                    "mowakaba.telephony.recordings.folder",
                    exchange.setup().recordings().toString());
        }

        private static void delete(Path folder) {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The exchange asks the center where a call goes, as soon as the center has an address. */
    static final class RouteAddress {

        private final ExchangeSimulator exchange;

        RouteAddress(ExchangeSimulator exchange) {
            this.exchange = exchange;
        }

        @EventListener
        public void listening(WebServerInitializedEvent event) {
            exchange.askForRoutes(
                    URI.create("http://127.0.0.1:" + event.getWebServer().getPort() + "/telephony/route"));
        }
    }
}
