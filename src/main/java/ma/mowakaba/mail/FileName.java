package ma.mowakaba.mail;

import java.util.Optional;

/** Names of files as strangers write them. */
final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    /** @return one line, the last piece of a path only; empty when nothing is left. It is shown, and never a path. */
    static Optional<String> shown(String written) {
        String line = HeaderText.clean(written);
        int end = line.length();
        while (end > 0 && isSeparator(line.charAt(end - 1))) {
            end--;
        }
        int from = end;
        while (from > 0 && !isSeparator(line.charAt(from - 1))) {
            from--;
        }
        String name = HeaderText.clean(line.substring(Math.max(from, end - LONGEST), end));
        return Optional.of(name).filter(piece -> !piece.replace(".", "").isBlank());
    }

    private static boolean isSeparator(char c) {
        return c == '/' || c == '\\';
    }

    /** @return for a file that has none: {@code part-3.pdf}, or what kind of thing it is */
    static String of(String type, int number) {
        return switch (type) {
            case "message/rfc822", "message/global" -> "message.eml";
            case "message/delivery-status", "message/global-delivery-status" -> "delivery-status.txt";
            case "text/rfc822-headers", "message/global-headers" -> "headers.txt";
            case "text/calendar" -> "invitation.ics";
            case "text/vcard", "text/x-vcard" -> "contact.vcf";
            case "application/pkcs7-mime", "application/x-pkcs7-mime" -> "smime.p7m";
            case "application/pkcs7-signature", "application/x-pkcs7-signature" -> "smime.p7s";
            case "application/pgp-signature" -> "signature.asc";
            case "application/pgp-encrypted" -> "version.txt";
            default -> "part-" + number + "." + extension(type);
        };
    }

    private static String extension(String type) {
        String subtype = type.startsWith("multipart/") ? "bin" : type.substring(type.indexOf('/') + 1);
        return switch (subtype) {
            case "jpeg" -> "jpg";
            case "plain" -> "txt";
            default -> subtype.matches("[a-z0-9]{1,8}") ? subtype : "bin";
        };
    }
}
