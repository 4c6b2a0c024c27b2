package ma.mowakaba.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ma.mowakaba.staff.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NavigationTest {

    @Test
    void aFewPlacesStandSideBySide() {
        assertThat(shown(Set.of(Role.EDITOR))).containsExactly("articles", "radar", "help");
        assertThat(shown(Set.of(Role.ADVISOR))).containsExactly("workspace", "cases", "help");
        assertThat(shown(Set.of(Role.OBSERVER))).containsExactly("wallboard", "help");
    }

    @Test
    void morePlacesAreInMenusByWhatTheyAreAbout() {
        assertThat(shown(EnumSet.allOf(Role.class)))
                .containsExactly("workspace", "cases", "wallboard", "articles radar help", "holidays texts admin");
    }

    @Test
    void aMenuShowsWhatItsReaderMayOpenAndNothingElse() {
        assertThat(shown(Set.of(Role.SUPERVISOR)))
                .containsExactly("cases", "wallboard", "radar help", "holidays texts");
    }

    @Test
    void aMenuKnowsWhereItLeads() {
        Navigation.Menu knowledge =
                Navigation.of(EnumSet.allOf(Role.class)::contains).get(3);
        assertThat(knowledge.leadsTo("radar")).isTrue();
        assertThat(knowledge.leadsTo("holidays")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybodyFindsThePublicPages(Role role) {
        assertThat(Navigation.of(role::equals)).anyMatch(menu -> menu.leadsTo("help"));
    }

    private static List<String> shown(Set<Role> roles) {
        return Navigation.of(roles::contains).stream()
                .map(menu -> String.join(
                        " ",
                        menu.places().stream().map(Navigation.Place::section).toList()))
                .toList();
    }
}
