package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ma.mowakaba.kernel.Language;
import org.junit.jupiter.api.Test;

class ParagraphsTest {

    @Test
    void anArabicLineIsolatesNumbersReferencesAndLatinNamesEachAsAWhole() {
        assertThat(Paragraphs.line("ملفكم [2026-000123] لدى CNDP، الهاتف +212 537 00 11 22 قبل 31/12/2026", "rtl"))
                .isEqualTo("ملفكم <bdi dir=\"ltr\">[2026-000123]</bdi> لدى <bdi dir=\"ltr\">CNDP</bdi>، الهاتف"
                        + " <bdi dir=\"ltr\">+212 537 00 11 22</bdi> قبل <bdi dir=\"ltr\">31/12/2026</bdi>");
        assertThat(Paragraphs.line("كتبوا إلى markaz@example.ma أو زوروا https://example.ma/help?a=1&b=2.", "rtl"))
                .isEqualTo("كتبوا إلى <bdi dir=\"ltr\">markaz@example.ma</bdi> أو زوروا <a"
                        + " href=\"https://example.ma/help?a=1&amp;b=2\""
                        + " dir=\"ltr\">https://example.ma/help?a=1&amp;b=2</a>.");
    }

    @Test
    void aFrenchLineIsolatesAnArabicNameSoThatTheNumberAfterItStaysWhereItIs() {
        assertThat(Paragraphs.line("Le dossier de جمعية الأمل للتنمية 2026-000123 est ouvert & suivi", "ltr"))
                .isEqualTo("Le dossier de <bdi dir=\"rtl\">جمعية الأمل للتنمية</bdi> <bdi dir=\"ltr\">2026-000123</bdi>"
                        + " est ouvert &amp; suivi");
    }

    @Test
    void everyParagraphSaysItsDirectionAndItsLanguage() {
        assertThat(Paragraphs.html("السلام عليكم،\nBonjour,\n\nDélai : 60 jours\n\n2026-000123", Language.AR))
                .isEqualTo("""
                    <p lang="ar" dir="rtl">السلام عليكم،</p>
                    <p lang="fr" dir="ltr" style="margin-top:-0.8em">Bonjour,</p>
                    <p lang="fr" dir="ltr">Délai : <bdi dir="ltr">60</bdi> jours</p>
                    <p lang="ar" dir="rtl"><bdi dir="ltr">2026-000123</bdi></p>
                    """);
        assertThat(Paragraphs.html("Hello", Language.EN)).isEqualTo("<p lang=\"en\" dir=\"ltr\">Hello</p>\n");
    }

    @Test
    void plainTextIsIsolatedWhereDirectionsMeetAndLeftAloneWhereTheyDoNot() {
        assertThat(Paragraphs.plain("رقم ملفكم [2026-000123] خلال 60 يوما", Language.AR))
                .isEqualTo("رقم ملفكم \u2068[2026-000123]\u2069 خلال 60 يوما");
        assertThat(Paragraphs.plain("Votre dossier [2026-000123], tél. 05 37 00 11 22", Language.FR))
                .isEqualTo("Votre dossier [2026-000123], tél. 05 37 00 11 22");
        assertThat(Paragraphs.plain("Le dossier جمعية الأمل 2026-000123", Language.FR))
                .isEqualTo("Le dossier \u2068جمعية الأمل\u2069 \u20682026-000123\u2069");
        assertThat(Paragraphs.plain("Objet du courrier : القانون 06-18 والجمعيات", Language.FR))
                .isEqualTo("Objet du courrier : \u2068القانون \u206806-18\u2069 والجمعيات\u2069");
        assertThat(Paragraphs.line("Objet : القانون 06-18 والجمعيات", "ltr"))
                .isEqualTo("Objet : <bdi dir=\"rtl\">القانون <bdi dir=\"ltr\">06-18</bdi> والجمعيات</bdi>");
        assertThat(Paragraphs.plain("رابط https://example.ma/a_b", Language.AR))
                .isEqualTo("رابط https://example.ma/a_b");
    }

    @Test
    void isolatesAndOverridesOfTheWriterAreReplacedByOurs() {
        assertThat(Paragraphs.plain("الرقم \u2066[2026-000123]\u2069 \u202Eexe", Language.AR))
                .isEqualTo("الرقم \u2068[2026-000123]\u2069 \u2068exe\u2069");
    }

    @Test
    void aSignatureRunsAsItsReaderReads() {
        assertThat(Paragraphs.aligned("Salma Benkirane\nرقم الملف: [2026-000123]", Language.AR))
                .isEqualTo("<p lang=\"ar\" dir=\"rtl\"><bdi dir=\"ltr\">Salma Benkirane</bdi><br>\n"
                        + "رقم الملف: <bdi dir=\"ltr\">[2026-000123]</bdi></p>\n");
    }

    @Test
    void whatLooksLikeMarkupStaysText() {
        assertThat(Paragraphs.html("<script>alert(1)</script>", Language.FR)).doesNotContain("<script");
    }
}
