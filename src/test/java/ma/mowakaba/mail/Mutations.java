package ma.mowakaba.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The recordings made worse: one seed, one mail, always the same. */
final class Mutations {

    private static final int LARGEST = 100_000;
    private static final List<String> NASTY = List.of(
            "\r",
            "\n",
            "\r\n\r\n",
            "\0",
            "--",
            "--b0und\n",
            "--b0und--\n",
            "\u202e",
            "\ufeff",
            "=?utf-8?B?",
            "=?utf-8?Q?",
            "?=",
            "\"",
            "(",
            "<",
            ">",
            ";",
            ",",
            "@",
            "%",
            "*0*=",
            "utf-8''%D8",
            "=",
            "=\n",
            "begin 644 a\n",
            "\nend\n",
            "From: ",
            "Subject: ",
            "Content-Type: multipart/mixed; boundary=b0und\n",
            "Content-Type: message/rfc822\n",
            "Content-Type: text/html\n",
            "Content-Type: application/ms-tnef\n",
            "Content-Type: text/calendar\n",
            "Content-Transfer-Encoding: base64\n",
            "Content-Transfer-Encoding: quoted-printable\n",
            "charset=utf-7",
            "charset=utf-16",
            "charset=iso-2022-jp",
            "charset=x-none",
            "format=flowed; delsp=yes",
            "<table><tr><td>",
            "<![CDATA[",
            "<!--",
            "<svg><script>",
            "&#x1F600;",
            "&#99999999999;",
            "BEGIN:VEVENT\n",
            "+AGEAYg-",
            "\u00e9",
            "م");

    private final List<byte[]> recordings;

    private Mutations(List<byte[]> recordings) {
        this.recordings = recordings;
    }

    static Mutations ofAllRecordings() throws IOException {
        return new Mutations(Recordings.all()
                .map(Recordings.Expected::raw)
                .map(raw -> raw.length > LARGEST ? Arrays.copyOf(raw, LARGEST) : raw)
                .toList());
    }

    byte[] mail(long seed) {
        Random random = new Random(seed);
        if (random.nextInt(20) == 0) {
            return noise(random);
        }
        byte[] mail = any(random);
        for (int times = 1 + random.nextInt(8); times > 0; times--) {
            mail = worse(mail, random);
        }
        return mail.length > LARGEST ? Arrays.copyOf(mail, LARGEST) : mail;
    }

    private byte[] any(Random random) {
        return recordings.get(random.nextInt(recordings.size()));
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(3_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] worse(byte[] mail, Random random) {
        int at = random.nextInt(mail.length + 1);
        int to = Math.min(mail.length, at + random.nextInt(1 + random.nextInt(400)));
        byte[] piece = Arrays.copyOfRange(mail, at, to);
        return switch (random.nextInt(8)) {
            case 0 -> joined(mail, at, flipped(piece, random), to);
            case 1 -> joined(mail, at, new byte[0], to);
            case 2 -> joined(mail, at, repeated(piece, 1 + random.nextInt(50)), at);
            case 3, 4 -> joined(mail, at, nasty(random), at);
            case 5 -> joined(mail, at, repeated(nasty(random), 1 + random.nextInt(500)), to);
            case 6 -> Arrays.copyOf(mail, at);
            default -> spliced(mail, at, any(random), random);
        };
    }

    private static byte[] nasty(Random random) {
        return NASTY.get(random.nextInt(NASTY.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] flipped(byte[] piece, Random random) {
        byte[] bytes = piece.clone();
        for (int i = random.nextInt(8) + 1; i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static byte[] repeated(byte[] piece, int times) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            bytes.writeBytes(piece);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] mail, int at, byte[] piece, int from) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(mail.length + piece.length);
        bytes.write(mail, 0, at);
        bytes.writeBytes(piece);
        bytes.write(mail, from, mail.length - from);
        return bytes.toByteArray();
    }

    private static byte[] spliced(byte[] mail, int at, byte[] other, Random random) {
        return joined(mail, at, Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length), mail.length);
    }
}
