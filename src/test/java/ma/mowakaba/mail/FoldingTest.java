package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.mowakaba.mail.Folding.Kind;
import ma.mowakaba.mail.Folding.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is folded of a mail, as the programs people use write it. */
class FoldingTest {

    static Stream<String> quotations() {
        return Stream.of(
                // Gmail
                "Le lun. 23 nov. 2026 à 12:00, Markaz <markaz@example.ma> a écrit :\n\n> Bonjour,\n> voici.\n",
                "On Mon, Nov 23, 2026 at 12:00 PM Markaz <markaz@example.ma> wrote:\n\n> Hello,\n>\n> here.\n",
                "في الاثنين، 23 نوفمبر 2026 في 12:00 م تمت كتابة ما يلي بواسطة ‪Markaz‬‏ <‪markaz@example.ma‬‏>:\n\n"
                        + "> السلام\n"
                        + "> عليكم\n",
                // a long name breaks the line
                "Le lun. 23 nov. 2026 à 12:00, Centre de contact et d'accompagnement des associations\n"
                        + "<markaz@example.ma> a écrit :\n\n"
                        + "> Bonjour\n",
                // Apple Mail
                "> Le 23 nov. 2026 à 12:00, Markaz <markaz@example.ma> a écrit :\n> \n> Bonjour\n",
                "Le 23 nov. 2026 à 12:00, Markaz <markaz@example.ma> a écrit :\n\nBonjour, sans marque\n",
                "في ٢٣ نوفمبر ٢٠٢٦، الساعة ١٢:٠٠ م، كتب/كتبت Markaz <markaz@example.ma>:\n\nالسلام عليكم\n",
                // Thunderbird
                "Le 23/11/2026 à 12:00, Markaz a écrit :\n> Bonjour,\n> voici.\n",
                "On 23/11/2026 12:00, Markaz wrote:\n> Hello\n",
                // Yahoo
                "Le lundi 23 novembre 2026 à 12:00:00 UTC+1, Markaz <markaz@example.ma> a écrit :  \n\n Bonjour,\n",
                "في الاثنين، 23 نوفمبر 2026 في 12:00:00 م غرينتش+1، كتب Markaz <markaz@example.ma>:  \n\n السلام\n",
                // Outlook
                "-----Message d'origine-----\n"
                        + "De : Markaz\n"
                        + "Envoyé : lundi 23 novembre 2026\n"
                        + "À : Driss\n"
                        + "Objet : RE: Statuts\n\n"
                        + "Bonjour\n",
                "-----Original Message-----\nFrom: Markaz\nSent: Monday\nTo: Driss\nSubject: RE: Statuts\n\nHello\n",
                "________________________________\n"
                        + "De : Markaz <markaz@example.ma>\n"
                        + "Envoyé : lundi 23 novembre 2026 12:00\n"
                        + "À : Driss\n"
                        + "Objet : RE: Statuts\n\n"
                        + "Bonjour\n",
                "From: Markaz <markaz@example.ma>\n"
                        + "Date: Monday, 23 November 2026\n"
                        + "To: Driss\n"
                        + "Subject: Statutes\n\n"
                        + "Hello\n",
                "من: Markaz <markaz@example.ma>\n"
                        + "تم الإرسال: الاثنين، 23 نوفمبر 2026\n"
                        + "إلى: Driss\n"
                        + "الموضوع: القانون الأساسي\n\n"
                        + "السلام\n",
                "----- الرسالة الأصلية -----\nمن: Markaz\nإلى: Driss\n\nالسلام\n");
    }

    @ParameterizedTest
    @MethodSource("quotations")
    void theMailThatIsAnsweredIsFoldedBelowTheAnswer(String quotation) {
        String answer = "Merci, c'est fait. شكرا\n\n";

        assertThat(Folding.of(answer + quotation))
                .containsExactly(new Piece(Kind.SAID, answer), new Piece(Kind.QUOTED, quotation));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Envoyé de mon iPhone",
                "Envoyé depuis mon téléphone Orange",
                "Envoyé à partir de Outlook pour Android<https://aka.ms/x>",
                "Télécharger Outlook pour iOS",
                "Provenance : Courrier pour Windows",
                "Envoyé depuis l’application Yahoo Mail",
                "Sent from my iPhone",
                "Sent from Mail for Windows",
                "Get Outlook for Android",
                "Sent from Yahoo Mail on Android",
                "أُرسلت من هاتفي",
                "أرسلت من الـ iPhone",
                "تم الإرسال من هاتف Samsung الخاص بي",
                "الحصول على Outlook لـ Android"
            })
    void whatTelephonesPutBelowIsASignature(String line) {
        assertThat(Folding.of("Oui.\n\n" + line + "\n"))
                .containsExactly(new Piece(Kind.SAID, "Oui.\n\n"), new Piece(Kind.SIGNATURE, line + "\n"));
    }

    @Test
    void aSignatureBetweenTheAnswerAndWhatItQuotesIsFoldedByItself() {
        assertThat(Folding.of(
                        "Oui.\n-- \nDriss Alaoui\nAssociation Amal\n\nOn 23/11/2026 12:00, Markaz wrote:\n> Hello\n"))
                .containsExactly(
                        new Piece(Kind.SAID, "Oui.\n"),
                        new Piece(Kind.SIGNATURE, "-- \nDriss Alaoui\nAssociation Amal\n\n"),
                        new Piece(Kind.QUOTED, "On 23/11/2026 12:00, Markaz wrote:\n> Hello\n"));
    }

    @Test
    void answersBetweenQuotedLinesStayReadable() {
        String text = "> Avez-vous le récépissé ?\nOui.\n> Et les statuts ?\nPas encore.\n";

        assertThat(Folding.of(text)).containsExactly(new Piece(Kind.SAID, text));
    }

    @Test
    void anAnswerBelowWhatItQuotesIsRead() {
        assertThat(Folding.of("On 23/11/2026 12:00, Markaz wrote:\n> One\n> Two\n\nMy answer\n"))
                .extracting(Piece::kind)
                .containsExactly(Kind.QUOTED, Kind.SAID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bonjour",
                "On 23/11/2026 12:00, Markaz wrote:\n> only this\n",
                "-----Original Message-----\nFrom: a\nTo: b\nSubject: c\n\nforwarded and nothing else\n",
                "Le président a écrit : voici la liste",
                "Le 23 novembre nous avons écrit au caïd.\nDe : rien\n",
                "أرسلت من قبل رسالة ولم أتلق جوابا",
                "Envoyé de Rabat par la poste"
            })
    void wordsThatOnlyLookLikeItStay(String text) {
        assertThat(Folding.of(text)).containsExactly(new Piece(Kind.SAID, text));
    }

    @Test
    void nothingIsEverLostAndNothingTakesLong() {
        List<String> lines = List.of(
                "> quoted\n",
                "\n",
                "-- \n",
                "--\r\n",
                "Oui\n",
                "On 23/11/2026 12:00, M wrote:\n",
                "De : x\n",
                "À : y\n",
                "Objet : z\n",
                "Envoyé : lundi\n",
                "Sent from my iPhone\n",
                "________________________\n",
                "\u200f> م\n",
                "في\n",
                "on 1 " + "1 ".repeat(230) + ":\n",
                "كتب 1:\n",
                "\r",
                "fin");
        Random any = new Random(37);
        for (int round = 0; round < 2_000; round++) {
            String text = any.ints(any.nextInt(40), 0, lines.size())
                    .mapToObj(lines::get)
                    .collect(Collectors.joining());
            assertThat(Folding.of(text).stream().map(Piece::text).collect(Collectors.joining()))
                    .isEqualTo(text);
        }
        for (String line : lines) {
            org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> Folding.of("Oui\n" + line.repeat(4_900)));
        }
    }
}
