package ma.mowakaba.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the demonstration where to go, who to be and what to try. */
@Component
@ConditionalOnProperty(name = "mowakaba.demo.welcome", matchIfMissing = true)
class Welcome {

    private final ServletWebServerApplicationContext server;
    private final DemoSite site;

    Welcome(ServletWebServerApplicationContext server, DemoSite site) {
        this.server = server;
        this.site = site;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        String here = "http://localhost:" + server.getWebServer().getPort();
        System.out.printf("""

            مواكبة · Mowakaba is up: %1$s

              who to be        advisor, advisor2, supervisor, editor, admin, observer
                               the password is the name followed by -demo, as in advisor-demo
              API token        demo-api-token

              what to try      1. sign in as advisor and watch: a call rings, a mail arrives, a visitor writes
                               2. open a ticket, take a passage from the knowledge base, answer
                               3. sign in as supervisor in another window: %1$s/wallboard
                               4. write as a visitor would, from an association's own site: %2$s
                               5. docs/tour.sh walks the four journeys through the public interfaces

              stop             Ctrl+C; the data stay in .run and are there again at the next start

            """, here, site.address());
    }
}
