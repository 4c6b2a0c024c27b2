package ma.mowakaba.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Text of both directions on a page. */
class BidiTextTest {

    private static final Locale ARABIC = Locale.forLanguageTag("ar-MA");
    private static final SpringTemplateEngine PAGES = new SpringTemplateEngine();

    static {
        PAGES.setTemplateResolver(new StringTemplateResolver());
        PAGES.addDialect(new BidiDialect());
    }

    @Test
    void inAnArabicLineANumberADateALawAndALatinNameStandByThemselves() {
        assertThat(page(
                        "<p bidi:text=\"${said}\"></p>",
                        "طلبي [2026-000003] عند Zineb Alaoui، القانون 06-18، قبل 15/03/2026"))
                .isEqualTo("<p dir=\"rtl\">طلبي <bdi class=\"number\" dir=\"ltr\">[2026-000003]</bdi> عند <bdi"
                        + " dir=\"ltr\">Zineb Alaoui</bdi>، القانون <bdi class=\"number\" dir=\"ltr\">06-18</bdi>،"
                        + " قبل <bdi class=\"number\" dir=\"ltr\">15/03/2026</bdi></p>");
    }

    @Test
    void inAFrenchLineAnArabicNameStandsByItself() {
        assertThat(page("<p bidi:text=\"${said}\"></p>", "Le dossier de جمعية الأمل 2026-000003 & 60 jours"))
                .isEqualTo("<p dir=\"ltr\">Le dossier de <bdi dir=\"rtl\">جمعية الأمل</bdi> <bdi class=\"number\""
                        + " dir=\"ltr\">2026-000003</bdi> &amp; 60 jours</p>");
    }

    @Test
    void aNumberBetweenArabicWordsStandsByItselfInAFrenchLineToo() {
        assertThat(page("<p bidi:text=\"${said}\"></p>", "Objet reçu hier : القانون 06-18 والجمعيات"))
                .isEqualTo("<p dir=\"ltr\">Objet reçu hier : <bdi dir=\"rtl\">القانون <bdi class=\"number\""
                        + " dir=\"ltr\">06-18</bdi> والجمعيات</bdi></p>");
    }

    @Test
    void eachLineHasItsOwnDirectionAndANumberAloneThatOfTheLineAboveIt() {
        assertThat(page("<p bidi:text=\"${said}\"></p>", "السلام عليكم\n+212 5 22 00 00 00\nBonjour"))
                .isEqualTo("<p><span dir=\"rtl\">السلام عليكم\n"
                        + "</span><span dir=\"rtl\"><bdi class=\"number\" dir=\"ltr\">+212 5 22 00 00 00</bdi>\n"
                        + "</span><span dir=\"ltr\">Bonjour</span></p>");
    }

    @Test
    void aNumberAloneIsItsOwnIsolate() {
        assertThat(page("<bdi bidi:text=\"${said}\"></bdi>", "2026-000003"))
                .isEqualTo("<bdi dir=\"ltr\">2026-000003</bdi>");
    }

    @Test
    void aSentenceOfTheCenterRunsAsThePageDoesWhateverItQuotes() {
        assertThat(page("<bdi bidi:within=\"${said}\"></bdi>", "أُرسل المقال: Créer une association loi 75.00"))
                .isEqualTo("<bdi>أُرسل المقال: <bdi dir=\"ltr\">Créer une association loi 75.00</bdi></bdi>");
    }

    @Test
    void nothingIsLostButTheSignsOfTheWriterThatTurnText() {
        String text = "سطر 1\n\nAppelez\tle 06 61 22 33 44 \u202Eexe\u202C\r\n";

        assertThat(all(text)).isEqualTo(text.replaceAll("[\u202E\u202C]", ""));
        assertThat(all("")).isEmpty();
    }

    @Test
    void whatLooksLikeMarkupStaysText() {
        assertThat(page("<p bidi:text=\"${said}\"></p>", "<b>سلام</b> \"'&")).doesNotContain("<b>", "&amp;amp;");
    }

    @Test
    void behindTwentyThousandSignsALongTextIsOneLineAsItIs() {
        String text = "ملف 2026-000003\n".repeat(10_000);

        assertThat(BidiText.lines(text)).hasSize(1251);
        assertThat(BidiText.lines(text).getLast().pieces()).hasSizeLessThan(3_000);
        assertThat(all(text)).isEqualTo(text);
    }

    private static String all(String text) {
        return BidiText.lines(text).stream()
                .flatMap(line -> line.pieces().stream())
                .map(BidiText.Piece::text)
                .collect(Collectors.joining());
    }

    @Test
    void aPartOfALineRunsAsTheLineDoesWhateverThePage() {
        assertThat(page("<ins bidi:within=\"${said}\"></ins>", new BidiText.Line("ltr", "جمعية 06-18 ")))
                .isEqualTo("<ins><bdi dir=\"rtl\">جمعية</bdi> <bdi class=\"number\" dir=\"ltr\">06-18</bdi> </ins>");
    }

    private static String page(String template, Object said) {
        Context context = new Context(ARABIC);
        context.setVariable("said", said);
        return PAGES.process(template, context);
    }
}
