package ma.mowakaba.mail;

import ma.mowakaba.kernel.EmailAddress;

/**
 * Whose mail an answer is.
 *
 * @param address it comes from and goes back to; its domain is that of the Message-ID
 * @param name beside the address
 * @param signature below the text, in lines, without the author and the number of the case; may be empty
 */
record Letterhead(EmailAddress address, String name, String signature) {

    Letterhead with(String lines) {
        return new Letterhead(address, name, signature + "\n" + lines);
    }

    String domain() {
        return address.domain();
    }
}
