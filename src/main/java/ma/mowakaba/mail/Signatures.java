package ma.mowakaba.mail;

import java.util.regex.Pattern;

/** Lines that telephones and programs put below a mail by themselves, in Arabic, French and English. */
final class Signatures {

    private static final int LONGEST = 160;
    private static final String BEFORE = "[\\s_*" + QuotedMail.INVISIBLE + "<\\[(]*";

    private static final Pattern OF_PROGRAM = Pattern.compile("(?iu)^" + BEFORE
            + "(sent (from|with|via|by) (my |an? |the )?(i?phone|ipad|mobile|cell|smart"
            + " ?phone|tablet|android|samsung|huawei|xiaomi|redmi|oppo|outlook|mail for windows|yahoo|gmail|proton"
            + " ?mail|blackberry|galaxy|myMail|bluemail)|get outlook for|(envoy[ée]|exp[ée]di[ée]) (de|depuis|[àa]"
            + " partir de|avec|via|par) (mon |ma |un |une |la |le"
            + " |l['’])?(i?phone|ipad|t[ée]l[ée]phone|mobile|portable|smart"
            + " ?phone|tablette|android|appareil|samsung|huawei|xiaomi|redmi|oppo|outlook|courrier pour"
            + " windows|yahoo|gmail|messagerie|proton"
            + " ?mail|galaxy|application|orange)|(obtenez|t[ée]l[ée]charge[zr]|obtenir) outlook pour|provenance ?:"
            + " courrier pour windows|([أا]ُ?رسلت?|تم ([أا]ل)?[إا]رسال(ه|ها)?|مُ?رسلة?) (هذه الرسالة |هذا البريد"
            + " )?(من|عبر|بواسطة|باستخدام) (ال)?ـ? ?"
            + "(هاتف|جوال|موبايل|محمول|جهاز|[آا]يفون|[أا]ندرويد|سامسون[جغ]|هواوي|بريد|تطبيق|i?phone|ipad|android|samsung|galaxy|huawei|xiaomi|redmi|oppo|outlook|yahoo|gmail)|(الحصول"
            + " على|احصل على|تنزيل) outlook).*");

    private Signatures() {}

    static boolean ofProgram(String line) {
        String shown = line.strip();
        return shown.length() <= LONGEST && OF_PROGRAM.matcher(shown).matches();
    }
}
