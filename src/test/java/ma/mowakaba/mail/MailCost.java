package ma.mowakaba.mail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/**
 * What understanding one mail took of its own thread.
 *
 * @param cpu of this thread, whatever else the machine does
 * @param allocated bytes in all, whether they were freed in between or not
 */
record MailCost(Duration cpu, long allocated) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** One second, thrice for slower machines; 64 MB, half as much again for what was freed in between, and the mail itself twice. */
    boolean within(byte[] raw) {
        return cpu.compareTo(Duration.ofSeconds(3)) < 0 && allocated < (96L << 20) + 2L * raw.length;
    }

    /** @return the greater of each */
    MailCost or(MailCost other) {
        return new MailCost(cpu.compareTo(other.cpu) > 0 ? cpu : other.cpu, Math.max(allocated, other.allocated));
    }

    static MailCost of(byte[] raw) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        ParsedMail mail = MimeReader.read(raw);
        Fingerprint.of(mail);
        return new MailCost(
                Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpu),
                THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }

    /** Classes are loaded once; that is not what a mail costs. */
    static void warmUp(List<byte[]> mails) {
        mails.forEach(MailCost::of);
    }
}
