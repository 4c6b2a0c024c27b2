package ma.mowakaba.web.security;

import static ma.mowakaba.staff.Role.ADMINISTRATOR;
import static ma.mowakaba.staff.Role.ADVISOR;
import static ma.mowakaba.staff.Role.EDITOR;
import static ma.mowakaba.staff.Role.OBSERVER;
import static ma.mowakaba.staff.Role.SUPERVISOR;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.staff.ApiTokens.Scope;
import ma.mowakaba.staff.Role;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call which route: the first rule that matches decides, and a route without a rule is refused. A test fails the build when a
 * controller has a route that no rule names.
 */
public final class RouteRules {

    private static final Set<Role> STAFF = EnumSet.of(ADVISOR, SUPERVISOR, EDITOR, ADMINISTRATOR);
    private static final Set<Role> EVERYBODY_SIGNED_IN = EnumSet.allOf(Role.class);
    private static final Set<Role> CASES = EnumSet.of(ADVISOR, SUPERVISOR);
    private static final Set<Role> FIGURES = EnumSet.of(SUPERVISOR, OBSERVER, ADMINISTRATOR);

    /** In this order; keep the narrower pattern above the wider one. */
    static final List<Rule> IN_ORDER = List.of(
            // what a stranger may see
            open("/sign-in", "/error", "/problem/**", "/language/**", "/favicon.ico"),
            open("/css/**", "/js/**", "/fonts/**", "/images/**", "/webjars/**", "/vendor/**", "/widget/**"),
            open("/help/**", "/sitemap.xml", "/robots.txt"),
            open("/actuator/health/**", "/actuator/health"),
            // the exchange proves itself by its shared secret, visitors of the widget by the secret of their room
            open("/telephony/**", "/ws/widget"),
            // programs and people
            rule(HttpMethod.POST, "/api/mail", Set.of(), Scope.MAIL),
            rule(HttpMethod.GET, "/api/kb/**", EVERYBODY_SIGNED_IN, Scope.READ),
            rule(HttpMethod.GET, "/api/classify", STAFF, Scope.READ),
            rule(HttpMethod.GET, "/api/calendar/**", EVERYBODY_SIGNED_IN, Scope.READ),
            rule(HttpMethod.GET, "/api/staffing", FIGURES, Scope.METRICS),
            rule(HttpMethod.GET, "/api/metrics/**", FIGURES, Scope.METRICS),
            rule(HttpMethod.GET, "/api/live", EVERYBODY_SIGNED_IN, Scope.METRICS),
            rule(HttpMethod.GET, "/api/calls/**", CASES, Scope.CALLS),
            rule(HttpMethod.POST, "/api/calls", CASES, Scope.CALLS),
            rule(HttpMethod.GET, "/api/tickets/**", CASES, Scope.READ),
            rule(HttpMethod.GET, "/api/attachments/**", CASES, Scope.READ),
            rule(HttpMethod.POST, "/api/tickets/**", CASES, Scope.WRITE),
            rule(HttpMethod.PATCH, "/api/tickets/**", CASES, Scope.WRITE),
            rule(HttpMethod.PUT, "/api/tickets/*/merge", CASES, Scope.WRITE),
            rule(HttpMethod.DELETE, "/api/tickets/*/merge", CASES, Scope.WRITE),
            rule(HttpMethod.GET, "/v3/api-docs/**", EVERYBODY_SIGNED_IN, Scope.READ),
            rule(HttpMethod.GET, "/actuator/prometheus", EnumSet.of(ADMINISTRATOR), Scope.METRICS),
            rule(HttpMethod.GET, "/actuator/info", EnumSet.of(ADMINISTRATOR), Scope.METRICS),
            // people's pages
            people(EVERYBODY_SIGNED_IN, "/sign-out", "/", "/ws", "/me/**"),
            people(STAFF, "/presence/**"),
            people(FIGURES, "/wallboard/**"),
            people(EnumSet.of(SUPERVISOR), "/supervision/**"),
            people(EnumSet.of(SUPERVISOR, ADMINISTRATOR), "/holidays/**"),
            people(EnumSet.of(SUPERVISOR, ADMINISTRATOR), "/mails/**"),
            people(EnumSet.of(ADMINISTRATOR), "/admin/**"),
            people(EnumSet.of(EDITOR, ADMINISTRATOR), "/articles/**"),
            people(EnumSet.of(SUPERVISOR, ADMINISTRATOR), "/editor/sorting/lessons/**", "/editor/sorting/learning"),
            people(
                    EnumSet.of(EDITOR, SUPERVISOR, ADMINISTRATOR),
                    "/editor/gaps/**",
                    "/editor/sorting/**",
                    "/editor/opinions/**",
                    "/editor/told/**"),
            people(
                    CASES,
                    "/workspace/**",
                    "/tickets/**",
                    "/calls/**",
                    "/chats/**",
                    "/knowledge/**",
                    "/persons/**",
                    "/associations/**",
                    "/live/**"));

    private RouteRules() {}

    /**
     * @param method empty for every method
     * @param open for strangers too
     */
    record Rule(Optional<HttpMethod> method, List<String> patterns, boolean open, Set<Role> roles, Set<Scope> scopes) {

        /** @return authorities of which one is enough */
        String[] authorities() {
            return Stream.concat(
                            roles.stream().map(Role::authority), scopes.stream().map(RouteRules::authority))
                    .toArray(String[]::new);
        }
    }

    /** @return the rule that decides about this request; empty when it is refused for want of one */
    static Optional<Rule> of(HttpMethod method, String path) {
        return IN_ORDER.stream()
                .filter(rule -> rule.method().isEmpty() || rule.method().get() == method)
                .filter(rule -> rule.patterns().stream()
                        .map(PathPatternParser.defaultInstance::parse)
                        .anyMatch(pattern -> pattern.matches(PathContainer.parsePath(path))))
                .findFirst();
    }

    /** @return the methods a path has rules for, whatever the caller may */
    static Set<HttpMethod> methods(String path) {
        return Stream.of(HttpMethod.values())
                .filter(method -> of(method, path)
                        .filter(rule -> rule.method().isPresent())
                        .isPresent())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** @return the authority a token with this scope has */
    static String authority(Scope scope) {
        return "SCOPE_" + scope.name();
    }

    private static Rule open(String... patterns) {
        return new Rule(Optional.empty(), List.of(patterns), true, Set.of(), Set.of());
    }

    private static Rule rule(HttpMethod method, String pattern, Set<Role> roles, Scope... scopes) {
        return new Rule(
                Optional.of(method),
                List.of(pattern),
                false,
                roles,
                Stream.of(scopes).collect(Collectors.toUnmodifiableSet()));
    }

    private static Rule people(Set<Role> roles, String... patterns) {
        return new Rule(Optional.empty(), List.of(patterns), false, roles, Set.of());
    }
}
