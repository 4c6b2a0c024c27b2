package ma.mowakaba.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.mowakaba.CenterTest;
import ma.mowakaba.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route has a rule, and the rules hold: asked of the running center, route by route and role by role. */
@CenterTest
class RouteRulesTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @LocalServerPort
    int port;

    @Autowired
    Doorkeeper doorkeeper;

    @Test
    void everyRouteHasARule() {
        List<Route> ruleless = routes().stream()
                .filter(route -> RouteRules.of(route.method(), route.path()).isEmpty())
                .toList();

        assertThat(ruleless).as("routes to name in RouteRules").isEmpty();
    }

    @Test
    void aStrangerIsRefusedEveryRouteThatIsNotOpen() {
        for (Route route : routes()) {
            int status = doorkeeper.ask(port, route.method(), route.path(), Optional.empty());
            boolean open =
                    RouteRules.of(route.method(), route.path()).orElseThrow().open();

            if (open) {
                assertThat(status).as("%s for a stranger", route).isNotIn(302, 401);
            } else {
                assertThat(status).as("%s for a stranger", route).isIn(302, 401, 403);
            }
        }
    }

    @Test
    void everyRoleReachesWhatItsRuleNamesAndNothingElse() {
        for (Role role : Role.values()) {
            for (Route route : routes()) {
                RouteRules.Rule rule =
                        RouteRules.of(route.method(), route.path()).orElseThrow();
                if (!rule.open() && !rule.roles().contains(role)) {
                    assertThat(doorkeeper.ask(port, route.method(), route.path(), Optional.of(role)))
                            .as("%s for %s", route, role)
                            .isEqualTo(403);
                }
            }
        }
    }

    private List<Route> routes() {
        List<Route> all = new ArrayList<>();
        routes.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("ma.mowakaba")) {
                var methods = mapping.getMethodsCondition().getMethods();
                for (String pattern : mapping.getPatternValues()) {
                    String path = pattern.replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-000000000000");
                    for (RequestMethod method : methods.isEmpty() ? java.util.Set.of(RequestMethod.GET) : methods) {
                        all.add(new Route(HttpMethod.valueOf(method.name()), path));
                    }
                }
            }
        });
        return all;
    }

    record Route(HttpMethod method, String path) {}
}
