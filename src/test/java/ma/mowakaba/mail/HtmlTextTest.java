package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is left of an HTML mail when only its words are. */
class HtmlTextTest {

    @Test
    void linesAndParagraphsStay() {
        assertThat(HtmlText.of("<p>Un</p><p>Deux<br>trois</p><div></div><div> </div><p>Quatre <b>cinq</b> six</p>"))
                .isEqualTo("Un\n\nDeux\ntrois\n\nQuatre cinq six");
    }

    @Test
    void listsKeepTheirMarksAndNumbers() {
        assertThat(HtmlText.of(
                        "Pièces :<ul><li>Statuts</li><li> Liste <i>signée</i></li></ul><ol><li>أولا</li><li>ثانيا"
                                + "<ul><li>فرع</li></ul></li><li>ثالثا</li></ol>fin"))
                .isEqualTo("Pièces :\n\n• Statuts\n• Liste signée\n\n1. أولا\n2. ثانيا\n\n• فرع\n\n3. ثالثا\nfin");
    }

    @Test
    void cellsOfARowStandOnOneLine() {
        assertThat(HtmlText.of("<table><tr><th>Nom</th><th>Ville</th></tr><tr><td>Amal</td><td>Fès</td></tr></table>"))
                .isEqualTo("Nom Ville\n\nAmal Fès");
    }

    @Test
    void whatMailProgramsQuoteIsMarkedAsInPlainText() {
        assertThat(HtmlText.of("<div>Oui.</div><div class=\"gmail_quote\">Le 23/11/2026, M a écrit :<blockquote"
                        + " class=\"gmail_quote\"><p>Un</p><p>Deux</p><blockquote type=\"cite\">Trois</blockquote>"
                        + "</blockquote></div><p>Fin</p>"))
                .isEqualTo("Oui.\n\nLe 23/11/2026, M a écrit :\n>\n> Un\n>\n> Deux\n>>\n>> Trois\n\nFin");
    }

    @Test
    void anIndentedParagraphIsNoQuotation() {
        assertThat(HtmlText.of("<p>Un</p><blockquote>Deux</blockquote><p>Trois</p>"))
                .isEqualTo("Un\n\nDeux\n\nTrois");
    }
}
