package ma.mowakaba.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TnefTest {

    private static final int DATA = 0x0006800f;
    private static final int TITLE = 0x00018010;
    private static final int BEGIN = 0x00069002;

    @Test
    void aFileOfMegabytesIsTakenOutWhole() {
        byte[] large = new byte[3 << 20];
        large[large.length - 1] = 7;

        Tnef opened = Tnef.open(tnef(large, large.length), new Budget()).orElseThrow();

        assertThat(opened.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("grand.pdf");
            assertThat(file.type()).isEqualTo("application/pdf");
            assertThat(file.bytes()).isEqualTo(large);
        });
    }

    @Test
    void aLengthThatIsMoreThanThereIsIsNotBelieved() {
        assertThat(Tnef.open(tnef(new byte[10], 20_000_000), new Budget())).isEmpty();
    }

    private static byte[] tnef(byte[] data, int claimed) {
        ByteBuffer bytes = ByteBuffer.allocate(data.length + 200).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0x223E9F78).putShort((short) 1);
        attribute(bytes, BEGIN, new byte[14], 14);
        attribute(bytes, TITLE, "grand.pdf\0".getBytes(StandardCharsets.US_ASCII), 10);
        attribute(bytes, DATA, data, claimed);
        return java.util.Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static void attribute(ByteBuffer bytes, int id, byte[] data, int claimed) {
        int sum = 0;
        for (byte b : data) {
            sum += b & 0xff;
        }
        bytes.put((byte) 2).putInt(id).putInt(claimed).put(data).putShort((short) sum);
    }
}
