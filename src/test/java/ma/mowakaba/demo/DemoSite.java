package ma.mowakaba.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The site of an invented association on another origin, under a strict policy of its own, which carries the widget in both languages. */
@Component
public class DemoSite implements SmartLifecycle {

    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "css", "text/css; charset=utf-8");

    private final Environment environment;
    private final int port;
    private HttpServer server;
    private boolean running;

    DemoSite(Environment environment, @Value("${mowakaba.demo.site.port:8081}") int port) {
        this.environment = environment;
        this.port = port;
    }

    /** @return such as {@code http://localhost:8081}; its pages are {@code /ar} and {@code /fr} */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void start() {
        server = listening();
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        running = true;
    }

    private HttpServer listening() {
        try {
            try {
                return HttpServer.create(at(port), 0);
            } catch (BindException e) {
                System.out.println("Port " + port + " is taken: the sample site listens on another one");
                return HttpServer.create(at(0), 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String file = path.equals("/site.css") ? "site.css" : path.startsWith("/fr") ? "fr.html" : "ar.html";
        String center = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        byte[] body = new ClassPathResource("demo/site/" + file)
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("@center@", center)
                .getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", TYPES.get(file.substring(file.indexOf('.') + 1)));
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src %1$s; connect-src %1$s %2$s"
                        .formatted(center, center.replace("http", "ws")));
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
