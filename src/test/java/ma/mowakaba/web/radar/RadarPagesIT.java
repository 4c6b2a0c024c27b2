package ma.mowakaba.web.radar;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import ma.mowakaba.web.BrowserTest;
import ma.mowakaba.web.Chromium;
import ma.mowakaba.web.Somebody;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Editors see what is missing, and say what becomes of it. */
@BrowserTest
class RadarPagesIT {

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient sql;

    @Test
    void whatAReaderDoesNotFindIsANeedThatAnEditorPlansAnArticleFor(Chromium chromium) {
        Page reader = chromium.page("fr-MA");
        reader.navigate("/help/fr?q=organiser+un+tournoi+de+jeu+de+dames+interscolaire");
        await().until(() -> sql.sql("select count(*) from gap_question where text like '%jeu de dames%'")
                        .query(Long.class)
                        .single()
                > 0);

        Page editor = chromium.signIn("fr-MA", Somebody.with(accounts, Role.EDITOR));
        editor.navigate("/editor/gaps");
        editor.click("text=Regarder maintenant");
        var need = editor.locator(".need", new Page.LocatorOptions().setHasText("jeu de dames"));
        assertThat(need).isVisible();
        need.locator("text=Prévoir un article").click();
        assertThat(need).hasCount(0);
        editor.click("text=Article prévu");
        assertThat(need).isVisible();
    }
}
