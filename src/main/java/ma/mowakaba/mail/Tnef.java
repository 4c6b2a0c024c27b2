package ma.mowakaba.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.mowakaba.ticket.IncomingMessage.AttachmentDraft;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;

/**
 * The {@code winmail.dat} of Outlook, taken apart.
 *
 * @param text what it says, where it says it in words of its own
 */
record Tnef(String text, List<AttachmentDraft> files) {

    private static final int SIGNATURE = 6;
    private static final int ATTRIBUTE = 9;
    private static final int CHECKSUM = 2;

    /** As the mail itself may have; the library refuses attachments of more than a million bytes otherwise. */
    private static final int LARGEST = 25 << 20;

    static {
        TNEFAttribute.setMaxRecordLength(LARGEST);
    }

    static boolean looksLike(String type, String name) {
        return type.equals("application/ms-tnef")
                || type.equals("application/vnd.ms-tnef")
                || name.equalsIgnoreCase("winmail.dat");
    }

    /** @return empty when it cannot be read, and is better kept as it is */
    static Optional<Tnef> open(byte[] bytes, Budget budget) {
        if (!whole(bytes)) {
            return Optional.empty();
        }
        try {
            HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(bytes));
            List<AttachmentDraft> files = new ArrayList<>();
            for (Attachment attachment : message.getAttachments()) {
                if (budget.part()) {
                    files.add(file(attachment, budget.number()));
                }
            }
            String text = text(message, budget);
            return Optional.of(new Tnef(text, files)).filter(tnef -> !text.isBlank() || !files.isEmpty());
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The library sets aside what a length claims before it reads; here every length has to fit. */
    private static boolean whole(byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = SIGNATURE;
        while (at + ATTRIBUTE < bytes.length) {
            int length = rest.getInt(at + 5);
            if (length < 0 || length > bytes.length - at - ATTRIBUTE) {
                return false;
            }
            at += ATTRIBUTE + length + CHECKSUM;
        }
        return true;
    }

    void into(Letter letter) {
        letter.inside(text);
        files.forEach(letter::file);
    }

    private static AttachmentDraft file(Attachment attachment, int number) {
        String written = Stream.of(attachment.getLongFilename(), attachment.getFilename())
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse("");
        String name = FileName.shown(written).orElseGet(() -> FileName.of("application/octet-stream", number));
        String guessed = URLConnection.guessContentTypeFromName(name);
        TNEFAttribute data = attachment.getAttribute(TNEFProperty.ID_ATTACHDATA);
        return new AttachmentDraft(
                name,
                guessed == null ? "application/octet-stream" : guessed,
                data == null ? attachment.getContents() : data.getData(),
                Optional.empty());
    }

    private static String text(HMEFMessage message, Budget budget) {
        MAPIAttribute plain = message.getMessageMAPIAttribute(MAPIProperty.BODY);
        if (plain != null) {
            boolean wide = plain.getType() == TNEFProperty.PTYPE_UNICODE;
            return words(plain.getData(), wide ? Optional.of("utf-16le") : Optional.empty(), budget);
        }
        TNEFAttribute old = message.getMessageAttribute(TNEFProperty.ID_BODY);
        if (old != null) {
            return words(old.getData(), Optional.empty(), budget);
        }
        MAPIAttribute html = message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML);
        return html == null ? "" : HtmlText.of(budget.markup(words(html.getData(), Optional.empty(), budget)));
    }

    private static String words(byte[] bytes, Optional<String> charset, Budget budget) {
        byte[] beginning = Arrays.copyOf(bytes, Math.min(bytes.length, budget.bytes()));
        return budget.words(Charsets.decode(beginning, charset).replace("\0", ""));
    }
}
