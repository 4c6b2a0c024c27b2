package ma.mowakaba.web.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import ma.mowakaba.CenterTest;
import ma.mowakaba.staff.Accounts;
import ma.mowakaba.staff.Role;
import ma.mowakaba.web.Somebody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The editors' pages, as browsers ask for them. */
@CenterTest
class EditorPagesCenterTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private final String slug = "pages-" + UUID.randomUUID().toString().substring(0, 8);
    private final String draft = "/articles/" + slug + "/fr/draft";
    private Insider editor;

    @BeforeEach
    void anEditorComesIn() {
        editor = insider(Role.EDITOR);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADVISOR", "OBSERVER", "SUPERVISOR"})
    void whoDoesNotEditIsKeptOut(Role role) {
        Insider other = insider(role);

        assertThat(other.get("/articles").statusCode()).isEqualTo(403);
        assertThat(other.get("/articles/create-association/fr").statusCode()).isEqualTo(403);
        assertThat(other.get("/articles/files/export").statusCode()).isEqualTo(403);
        assertThat(other.form("PUT", "/articles/create-association/fr/draft", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(other.form("POST", "/articles/create-association/fr/withdrawal", Map.of("reason", "non"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theListShowsBothLanguagesAndIsSearchedWithoutAccentsOrHamzas() {
        assertThat(editor.get("/articles?q=creer+une+association").body())
                .contains("Créer une association", "تأسيس جمعية")
                .doesNotContain("dissolve-association");
        assertThat(editor.get("/articles?q=%D8%AA%D8%A7%D8%B3%D9%8A%D8%B3+%D8%AC%D9%85%D8%B9%D9%8A%D9%87")
                        .body())
                .contains("تأسيس جمعية");
        assertThat(editor.get("/articles?q=pastilla").body()).contains("Aucun article ne correspond");
        assertThat(editor.get("/").uri().getPath()).isEqualTo("/articles");
    }

    @Test
    void whatIsTypedIsKeptAndEveryFaultIsSaidInTheLanguageOfWhoeverTyped() {
        begin();
        HttpResponse<String> kept = keep(editor, fields("", "hier", "## Les étapes {#steps}\n\nDécider."));

        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body())
                .contains("#f-title", "Il faut un texte ici.", "#f-verified-on", "Ce doit être un jour")
                .contains("data-line=\"1\"", "La partie steps a besoin d’une liste.");
        String form = editor.get(draft).body();
        assertThat(form).contains("Décider.", "ar@example.org/§");
        Insider arabic = new Insider(port, "ar", Somebody.with(accounts, Role.EDITOR));
        assertThat(arabic.get(draft).body()).contains("هذا الحقل ضروري.");
    }

    @Test
    void whoWroteItIsToldThatSomebodyElsePublishesAndSomebodyElseDoes() {
        begin();
        keep(editor, fields("Cadran de berger", "2026-11-23", "## En bref {#overview}\n\nGnomon portatif."));
        String page = editor.form("PUT", draft + "/review", Map.of("revision", editor.revision(slug)))
                .body();
        assertThat(page).contains("En relecture", "une autre personne le publie");

        HttpResponse<String> refused =
                editor.form("POST", draft + "/publication", Map.of("revision", editor.revision(slug)));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Une autre personne doit publier");

        Insider administrator = insider(Role.ADMINISTRATOR);
        assertThat(administrator.get("/articles/" + slug + "/fr/preview").body())
                .contains("Gnomon portatif.");
        HttpResponse<String> published =
                administrator.form("POST", draft + "/publication", Map.of("revision", administrator.revision(slug)));
        assertThat(published.body()).contains("L’article est publié.");
        assertThat(editor.get("/help/" + slug + "?lang=fr").body()).contains("Gnomon portatif.");
    }

    @Test
    void whoeverIsOvertakenWhileWritingIsToldAndChoosesBetweenBothTexts() {
        begin();
        Insider other = insider(Role.EDITOR);
        String seen = other.revision(slug);
        keep(editor, fields("Premier", "2026-11-23", "## En bref {#overview}\n\nTexte de l’un."));
        Map<String, String> late = fields("Second", "2026-11-23", "## En bref {#overview}\n\nTexte de l’autre.");
        late.put("revision", seen);

        HttpResponse<String> told = other.form("PUT", draft, late);

        assertThat(told.body()).contains("role=\"alert\"", "rien n’est perdu", "value=\"" + seen + "\"");
        assertThat(other.get(draft + "/aside").body()).contains("<ins>autre</ins>", "<del>un</del>");
        other.form("POST", draft + "/aside", Map.of("revision", other.revision(slug), "mine", "true"));
        assertThat(other.get(draft).body()).contains("Texte de l’autre.").doesNotContain("Texte de l’un.");
    }

    @Test
    void anExportThatIsSentBackChangesNothing() {
        byte[] zip = editor.bytes("/articles/files/export");

        HttpResponse<String> proposal = editor.upload("/articles/files", zip);

        assertThat(proposal.uri().getPath()).startsWith("/articles/files/");
        assertThat(proposal.body()).contains("Rien ne change", "Inchangés", "create-association/ar.md");
        assertThat(editor.upload("/articles/files", "none".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .body())
                .contains("Ce n’est pas un zip");
    }

    @Test
    void aNameThatIsTakenIsSaidAndNobodysDraftIsOpened() {
        begin();

        HttpResponse<String> again =
                editor.form("POST", "/articles", Map.of("slug", slug, "language", "fr", "domain", "funding"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Ce nom est déjà pris");
        assertThat(editor.form("POST", "/articles", Map.of("slug", slug, "language", "ar", "domain", "general"))
                        .statusCode())
                .isEqualTo(200);
    }

    private Insider insider(Role role) {
        return new Insider(port, "fr", Somebody.with(accounts, role));
    }

    private void begin() {
        editor.form("POST", "/articles", Map.of("slug", slug, "language", "fr", "domain", "general"));
    }

    private HttpResponse<String> keep(Insider who, Map<String, String> fields) {
        fields.put("revision", who.revision(slug));
        return who.form("PUT", draft, fields);
    }

    private static Map<String, String> fields(String title, String verified, String body) {
        return new HashMap<>(Map.of(
                "title", title,
                "domain", "general",
                "summary", "Gnomonique.",
                "audience", "Horlogers.",
                "verified-on", verified,
                "related", "",
                "keywords", "cadran, solaire\nمزولة",
                "sources-text", "ar@example.org/§",
                "sources-url", "",
                "body", body));
    }
}
