package ma.mowakaba.telephony;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file that somebody else appends to, renames away and begins anew. */
final class JournalFile {

    static final int LONGEST_PIECE = 256 * 1024;
    static final int LONGEST_LINE = 64 * 1024;
    private static final int LONGEST_NAME = 300;
    private static final Pattern COMPRESSED = Pattern.compile(".*\\.(gz|xz|bz2|zst)");

    private final Path path;

    JournalFile(Path path) {
        this.path = path;
    }

    /**
     * How far was read.
     *
     * @param inode of the file, 0 when none was read yet
     */
    record Position(long inode, long offset) {
        static final Position START = new Position(0, 0);
    }

    /**
     * Whole lines, and where the next begin.
     *
     * @param offsets where each line begins
     */
    record Piece(Position from, List<String> lines, List<Long> offsets, Position next) {

        /** @param bytes of the file from there; a half line at their end is left out */
        static Piece cut(byte[] bytes, Position from) {
            List<String> lines = new ArrayList<>();
            List<Long> offsets = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n' || i - start >= LONGEST_LINE) {
                    lines.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                    offsets.add(from.offset() + start);
                    start = bytes[i] == '\n' ? i + 1 : i;
                }
            }
            return new Piece(from, lines, offsets, new Position(from.inode(), from.offset() + start));
        }

        static Piece none(Position position) {
            return new Piece(position, List.of(), List.of(), position);
        }

        /** @return whether it may be kept after what was read so far: it goes on there, or a file begins (which a cut one does again) */
        boolean follows(Position position) {
            return from.equals(position) || from.inode() != 0 && from.offset() == 0;
        }
    }

    /** @return what its position is kept under */
    String name() {
        String name = path.toAbsolutePath().normalize().toString();
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }

    /** @return the file's inode and size now, the start where there is none; another one than before means that there is something to read */
    Position look() throws IOException {
        Optional<Long> inode = inode(path);
        return inode.isPresent() ? new Position(inode.get(), Files.size(path)) : Position.START;
    }

    /** @return the next whole lines; a half line at the end stays for the next time, and renamed files are read to their ends first */
    Piece read(Position position) throws IOException {
        for (Path file : from(position)) {
            Optional<Piece> piece = read(file, position);
            if (piece.isPresent()) {
                return piece.get();
            }
        }
        return Piece.none(position);
    }

    /** @return empty when the file has nothing more, or was renamed just now */
    private static Optional<Piece> read(Path file, Position position) throws IOException {
        Optional<Long> inode = inode(file);
        if (inode.isEmpty()) {
            return Optional.empty();
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            boolean goesOn = inode.get() == position.inode() && position.offset() <= in.length();
            Position from = new Position(inode.get(), goesOn ? position.offset() : 0);
            byte[] bytes = new byte[(int) Math.clamp(in.length() - from.offset(), 0, LONGEST_PIECE)];
            in.seek(from.offset());
            in.readFully(bytes);
            Piece piece = Piece.cut(bytes, from);
            boolean nothing = bytes.length == 0 || piece.next().equals(position);
            return nothing || !inode(file).equals(inode) ? Optional.empty() : Optional.of(piece);
        }
    }

    /** @return the file that was read last and what was begun after it, oldest first; all where that one is gone */
    private List<Path> from(Position position) throws IOException {
        if (position.inode() == 0) {
            return List.of(path);
        }
        List<Path> all = byAge();
        for (int i = 0; i < all.size(); i++) {
            if (inode(all.get(i)).equals(Optional.of(position.inode()))) {
                return all.subList(i, all.size());
            }
        }
        return all;
    }

    private List<Path> byAge() throws IOException {
        String name = path.getFileName().toString();
        record Aged(Path file, long nanos) {}
        List<Aged> files = new ArrayList<>();
        try (Stream<Path> beside = Files.list(path.toAbsolutePath().getParent())) {
            for (Path file : beside.filter(it -> isOneOf(name, it)).toList()) {
                files.add(new Aged(file, Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS)));
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return files.stream()
                .sorted(Comparator.comparingLong(Aged::nanos)
                        .thenComparing(aged -> aged.file().getFileName().toString(), Comparator.reverseOrder()))
                .map(Aged::file)
                .toList();
    }

    private static boolean isOneOf(String name, Path file) {
        String other = file.getFileName().toString();
        return (other.equals(name) || other.startsWith(name + ".") || other.startsWith(name + "-"))
                && !COMPRESSED.matcher(other).matches()
                && Files.isRegularFile(file);
    }

    private static Optional<Long> inode(Path file) throws IOException {
        try {
            return Optional.of((Long) Files.getAttribute(file, "unix:ino"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
