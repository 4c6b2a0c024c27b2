package ma.mowakaba.telephony;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file that somebody else appends to, renames away and begins anew. */
final class JournalFile {

    static final int LONGEST_PIECE = 256 * 1024;
    static final int LONGEST_LINE = 64 * 1024;
    private static final int LONGEST_NAME = 300;
    private static final int TRIES = 100;
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

    /**
     * A half line at the end stays for the next time, and renamed files are read to their ends first.
     *
     * @return the next whole lines
     */
    Piece read(Position position) throws IOException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            List<Aged> files = position.inode() == 0 ? alone() : byAge();
            Piece piece = read(since(files, position), position);
            boolean goesOn =
                    piece.from().inode() == position.inode() && !piece.next().equals(position);
            if (goesOn || position.inode() == 0 || byAge().equals(files)) {
                return piece;
            }
        }
        throw new IOException(path + " is renamed again and again");
    }

    private static Piece read(List<Aged> files, Position position) throws IOException {
        for (Aged file : files) {
            Optional<Piece> piece = read(file, position);
            if (piece.isPresent()) {
                return piece.get();
            }
        }
        return Piece.none(position);
    }

    /** @return empty when the file has nothing more, or has another name by now */
    private static Optional<Piece> read(Aged file, Position position) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.path().toFile(), "r")) {
            boolean goesOn = file.inode() == position.inode() && position.offset() <= in.length();
            Position from = new Position(file.inode(), goesOn ? position.offset() : 0);
            byte[] bytes = new byte[(int) Math.clamp(in.length() - from.offset(), 0, LONGEST_PIECE)];
            in.seek(from.offset());
            in.readFully(bytes);
            Piece piece = Piece.cut(bytes, from);
            boolean nothing = bytes.length == 0 || piece.next().equals(position);
            boolean same = inode(file.path()).equals(Optional.of(file.inode()));
            return nothing || !same ? Optional.empty() : Optional.of(piece);
        } catch (FileNotFoundException | NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** A file under a name it had. */
    private record Aged(Path path, long inode) {}

    /** @return the file that was read last and what was begun after it, oldest first; all where that one is gone */
    private static List<Aged> since(List<Aged> files, Position position) {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).inode() == position.inode()) {
                return files.subList(i, files.size());
            }
        }
        return files;
    }

    /** Where nothing was read yet, what was renamed before is left alone. */
    private List<Aged> alone() throws IOException {
        return inode(path).map(inode -> List.of(new Aged(path, inode))).orElse(List.of());
    }

    /** Names may be missed while they are given: a list counts when the next one is equal to it. */
    private List<Aged> byAge() throws IOException {
        String name = path.getFileName().toString();
        Map<Aged, FileTime> files = new HashMap<>();
        try (Stream<Path> beside = Files.list(path.toAbsolutePath().getParent())) {
            for (Path file : beside.filter(it -> isOneOf(name, it)).toList()) {
                note(file, files);
            }
        }
        return files.entrySet().stream()
                .sorted(Map.Entry.<Aged, FileTime>comparingByValue()
                        .thenComparing(file -> file.getKey().path().toString(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void note(Path file, Map<Aged, FileTime> files) throws IOException {
        try {
            Optional<Long> inode = inode(file);
            if (inode.isPresent()) {
                files.put(new Aged(file, inode.get()), Files.getLastModifiedTime(file));
            }
        } catch (NoSuchFileException e) {
            // renamed just now: the next list has it
        }
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
