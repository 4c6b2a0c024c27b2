package ma.mowakaba.web;

import static ma.mowakaba.staff.Role.ADMINISTRATOR;
import static ma.mowakaba.staff.Role.ADVISOR;
import static ma.mowakaba.staff.Role.EDITOR;
import static ma.mowakaba.staff.Role.OBSERVER;
import static ma.mowakaba.staff.Role.SUPERVISOR;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import ma.mowakaba.staff.Role;

/** Where somebody may go from the top of a page: a few places stand side by side, more of them in menus. */
final class Navigation {

    /** As many as there is room for, in every language, beside the search. */
    private static final int SIDE_BY_SIDE = 5;

    private static final List<Menu> IN_ORDER = List.of(
            Menu.of(new Place("workspace", "/", "web.nav.workspace", Set.of(ADVISOR))),
            Menu.of(new Place("cases", "/tickets", "web.nav.cases", Set.of(ADVISOR, SUPERVISOR))),
            Menu.of(new Place(
                    "wallboard", "/wallboard", "web.nav.wallboard", Set.of(SUPERVISOR, OBSERVER, ADMINISTRATOR))),
            new Menu(
                    "web.nav.knowledge",
                    List.of(
                            new Place("articles", "/articles", "editor.articles", Set.of(EDITOR, ADMINISTRATOR)),
                            new Place("radar", "/editor/gaps", "radar.nav", Set.of(EDITOR, SUPERVISOR, ADMINISTRATOR)),
                            new Place("help", "/help", "web.nav.help", Set.of(Role.values())))),
            new Menu(
                    "web.nav.settings",
                    List.of(
                            new Place("holidays", "/holidays", "web.nav.holidays", Set.of(SUPERVISOR, ADMINISTRATOR)),
                            new Place("texts", "/mails/texts", "web.texts", Set.of(SUPERVISOR, ADMINISTRATOR)),
                            new Place("admin", "/admin", "web.nav.admin", Set.of(ADMINISTRATOR)))));

    private Navigation() {}

    /** @param section as its pages call themselves @param label key of its name @param roles any of which leads there */
    record Place(String section, String href, String label, Set<Role> roles) {}

    /** @param label key of its name, which a place that stands alone does not show */
    record Menu(String label, List<Place> places) {

        static Menu of(Place place) {
            return new Menu(place.label(), List.of(place));
        }

        public boolean alone() {
            return places.size() == 1;
        }

        public boolean leadsTo(String section) {
            return places.stream().anyMatch(place -> place.section().equals(section));
        }

        private Menu only(Predicate<Place> open) {
            return new Menu(label, places.stream().filter(open).toList());
        }
    }

    /** @param has whether somebody has a role */
    static List<Menu> of(Predicate<Role> has) {
        List<Menu> open = IN_ORDER.stream()
                .map(menu -> menu.only(place -> place.roles().stream().anyMatch(has)))
                .filter(menu -> !menu.places().isEmpty())
                .toList();
        List<Menu> flat = open.stream()
                .map(Menu::places)
                .flatMap(List::stream)
                .map(Menu::of)
                .toList();
        return flat.size() > SIDE_BY_SIDE ? open : flat;
    }
}
