package ma.mowakaba.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import ma.mowakaba.staff.Advisor;
import ma.mowakaba.telephony.Softphones;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PagePoliciesTest {

    @Test
    void theWorkspaceAloneReachesTheExchangeAndTheMicrophone() {
        PagePolicies policies = new PagePolicies(at("wss://pbx.example.ma:8089/ws"));
        for (String page : new String[] {"/", "/tickets", "/tickets/2026-000001", "/chats/1"}) {
            assertThat(header(policies, page, "Content-Security-Policy"))
                    .contains("connect-src 'self' wss://pbx.example.ma:8089/ws;")
                    .doesNotContain("unsafe");
            assertThat(header(policies, page, "Permissions-Policy")).endsWith("microphone=(self)");
        }
        for (String page : new String[] {"/sign-in", "/help/creation", "/wallboard", "/admin", "/api/live"}) {
            assertThat(header(policies, page, "Content-Security-Policy")).contains("connect-src 'self';");
            assertThat(header(policies, page, "Permissions-Policy")).endsWith("microphone=()");
        }
    }

    @Test
    void withoutTelephonesInTheBrowserNoPageMayListen() {
        PagePolicies policies = new PagePolicies(at(""));
        assertThat(header(policies, "/", "Content-Security-Policy")).contains("connect-src 'self';");
        assertThat(header(policies, "/", "Permissions-Policy")).endsWith("microphone=()");
    }

    @Test
    void aPageThatIsStricterWithItselfStaysSo() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.setHeader("Content-Security-Policy", "sandbox");
        new PagePolicies(at("")).writeHeaders(new MockHttpServletRequest("GET", "/tickets/1"), response);
        assertThat(response.getHeader("Content-Security-Policy")).isEqualTo("sandbox");
    }

    private static String header(PagePolicies policies, String page, String name) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        policies.writeHeaders(new MockHttpServletRequest("GET", page), response);
        return String.valueOf(response.getHeader(name));
    }

    private static Softphones at(String address) {
        return new Softphones() {
            @Override
            public Optional<String> address() {
                return Optional.of(address).filter(text -> !text.isEmpty());
            }

            @Override
            public boolean has(Advisor advisor) {
                return false;
            }

            @Override
            public Line line(Advisor advisor) {
                throw new IllegalStateException();
            }
        };
    }
}
