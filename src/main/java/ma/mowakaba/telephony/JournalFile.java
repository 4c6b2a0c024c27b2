package ma.mowakaba.telephony;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A file that somebody else appends to, renames away and begins anew. */
final class JournalFile {

    private static final int PIECE = 256 * 1024;
    static final int LONGEST_LINE = 64 * 1024;
    private static final int LONGEST_NAME = 300;

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
    record Piece(List<String> lines, List<Long> offsets, Position next) {}

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

    /** @return the next whole lines; a half line at the end stays for the next time, and a renamed file is read to its end first */
    Piece read(Position position) throws IOException {
        Optional<Long> now = inode(path);
        if (position.inode() != 0 && (now.isEmpty() || now.get() != position.inode())) {
            Optional<Path> renamed = renamed(position.inode());
            if (renamed.isPresent()) {
                Piece rest = read(renamed.get(), position);
                if (!rest.lines().isEmpty()) {
                    return rest;
                }
            }
        }
        if (now.isEmpty()) {
            return new Piece(List.of(), List.of(), position);
        }
        long offset = now.get() == position.inode() && position.offset() <= Files.size(path) ? position.offset() : 0;
        return read(path, new Position(now.get(), offset));
    }

    private static Piece read(Path file, Position from) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int size = (int) Math.clamp(in.length() - from.offset(), 0, PIECE);
            byte[] bytes = new byte[size];
            in.seek(from.offset());
            in.readFully(bytes);
            return lines(bytes, from);
        }
    }

    private static Piece lines(byte[] bytes, Position from) {
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
        return new Piece(lines, offsets, new Position(from.inode(), from.offset() + start));
    }

    private Optional<Path> renamed(long inode) throws IOException {
        try (Stream<Path> beside = Files.list(path.toAbsolutePath().getParent())) {
            for (Path file : beside.filter(Files::isRegularFile).toList()) {
                if (inode(file).filter(found -> found == inode).isPresent()) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> inode(Path file) throws IOException {
        try {
            return Optional.of((Long) Files.getAttribute(file, "unix:ino"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
