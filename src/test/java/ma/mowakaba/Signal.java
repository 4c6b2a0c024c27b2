package ma.mowakaba;

import java.io.IOException;

/** What a test does to a process that must not know it. */
public enum Signal {
    /** It stands still, with all its connections open. */
    STOP,
    /** It goes on. */
    CONT,
    KILL;

    public void to(ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
