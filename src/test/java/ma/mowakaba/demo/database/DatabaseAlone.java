package ma.mowakaba.demo.database;

import java.nio.file.Path;

/** The embedded MariaDB in a process of its own, for centers that are killed and started again. Prints its address, ends with its input. */
public final class DatabaseAlone {

    private DatabaseAlone() {}

    /** @param args cache, home */
    public static void main(String[] args) throws Exception {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(Path.of(args[0]), Path.of(args[1]), percent -> {})) {
            System.out.println(database.jdbcUrl() + " " + database.process().pid());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
