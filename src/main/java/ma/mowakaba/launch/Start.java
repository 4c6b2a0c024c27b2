package ma.mowakaba.launch;

/**
 * The jar's first class, the only one that an older Java can read: it is compiled for 17, says what is missing there, and starts the
 * center where all is well.
 */
public final class Start {

    static final int NEEDED = 25;

    private Start() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        int here = Runtime.version().feature();
        if (here < NEEDED) {
            System.err.printf(
                    "Mowakaba needs Java %d or later and this is Java %d (%s): install one, for example Eclipse"
                            + " Temurin %1$d, and start the jar with its bin/java.%n",
                    NEEDED, here, System.getProperty("java.home"));
            System.exit(1);
        }
        Class.forName("ma.mowakaba.Mowakaba").getMethod("main", String[].class).invoke(null, (Object) arguments);
    }
}
