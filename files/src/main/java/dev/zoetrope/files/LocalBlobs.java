package dev.zoetrope.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Blobs in a folder of the local disk: `ab/cd/abcd...` for the hash that begins so, and `tmp` for what is
/// being written. One process has the folder at a time, so what `tmp` holds when it is opened is left from a
/// crash and is deleted. Thread-safe.
public final class LocalBlobs implements Blobs {
    /// The database lies on the same disk as a rule and must still be able to record how each prediction ended;
    /// this is ample for that, and little beside videos.
    public static final long DEFAULT_MIN_FREE_BYTES = 256L << 20;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 64 << 10;

    /// Asking for the free space costs a system call; between two of them a put writes so much.
    private static final long FREE_SPACE_CHECKED_EVERY = 8L << 20;

    /// How operating systems call a full disk or a used-up quota; Java passes their words on.
    private static final Pattern FULL =
            Pattern.compile("no space left|not enough space|disk quota|quota exceeded|file too large");

    private final Path folder;
    private final Path unfinished;
    private final long minFreeBytes;

    /// Blobs in this folder with [#DEFAULT_MIN_FREE_BYTES] left free on its disk.
    public LocalBlobs(Path folder) throws IOException {
        this(folder, DEFAULT_MIN_FREE_BYTES);
    }

    /// Blobs in this folder, which is made when missing. A put that would leave less than so many bytes free on
    /// the disk is refused with [Blobs.StoreFull].
    public LocalBlobs(Path folder, long minFreeBytes) throws IOException {
        this.folder = folder;
        this.unfinished = folder.resolve("tmp");
        this.minFreeBytes = minFreeBytes;
        Files.createDirectories(unfinished);
        try (var leftovers = Files.newDirectoryStream(unfinished)) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    @Override
    public Blob put(InputStream bytes, long limit) throws IOException {
        Path part = unfinishedFile();
        try {
            Blob blob = write(bytes, limit, part);
            publish(part, blob.sha256());
            return blob;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public Optional<Long> size(String sha256) throws IOException {
        if (!SHA256.matcher(sha256).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.size(path(sha256)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void copy(String sha256, long offset, long length, OutputStream to) throws IOException {
        if (!SHA256.matcher(sha256).matches()) {
            throw new NoSuchFileException(sha256);
        }
        try (var channel = FileChannel.open(path(sha256), StandardOpenOption.READ)) {
            long size = channel.size();
            if (offset < 0 || length < 0 || length > size - offset) {
                throw new IllegalArgumentException("bytes " + offset + " and " + length + " more are not within the "
                        + size + " bytes of blob " + sha256);
            }
            channel.position(offset);
            var buffer = ByteBuffer.allocate((int) Math.min(BUFFER, Math.max(1, length)));
            long left = length;
            while (left > 0) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), left));
                int read = channel.read(buffer);
                if (read < 0) {
                    throw new EOFException("blob " + sha256 + " ended " + left + " bytes early");
                }
                to.write(buffer.array(), 0, read);
                left -= read;
            }
        }
    }

    @Override
    public boolean delete(String sha256) throws IOException {
        return SHA256.matcher(sha256).matches() && Files.deleteIfExists(path(sha256));
    }

    private Path path(String sha256) {
        return folder.resolve(Path.of(sha256.substring(0, 2), sha256.substring(2, 4), sha256));
    }

    private Path unfinishedFile() throws IOException {
        try {
            return Files.createTempFile(unfinished, "put-", ".part");
        } catch (IOException e) {
            throw explained(e);
        }
    }

    private Blob write(InputStream bytes, long limit, Path part) throws IOException {
        var sha256 = digest("SHA-256");
        var md5 = digest("MD5");
        var buffer = new byte[BUFFER];
        long size = 0;
        long checkAt = 0;
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                if (read > limit - size) {
                    throw new TooLarge(limit);
                }
                if (size >= checkAt) {
                    checkFreeSpace();
                    checkAt = size + FREE_SPACE_CHECKED_EVERY;
                }
                writeFully(channel, ByteBuffer.wrap(buffer, 0, read));
                sha256.update(buffer, 0, read);
                md5.update(buffer, 0, read);
                size += read;
            }
            flush(channel);
        }
        return new Blob(hex(sha256), hex(md5), size);
    }

    private void checkFreeSpace() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < minFreeBytes) {
            var cause = new FileSystemException(folder.toString(), null, free + " bytes are free");
            throw new StoreFull(
                    "The disk of " + folder + " has " + free + " bytes free, and " + minFreeBytes
                            + " are to stay free; make room on it.",
                    cause);
        }
    }

    private void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw explained(e);
        }
    }

    /// Some file systems find out only now that there was no room.
    private void flush(FileChannel channel) throws IOException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    /// The bytes reached the disk before; now the name does, in one step: nobody sees half a blob, also after a
    /// crash.
    private void publish(Path part, String sha256) throws IOException {
        Path target = path(sha256);
        Path outer = folder.resolve(sha256.substring(0, 2));
        Path inner = outer.resolve(sha256.substring(2, 4));
        try {
            Files.createDirectories(inner);
            move(part, target);
            flushDirectory(inner);
            // Also when another put has just made them, which may not have come to this yet.
            flushDirectory(outer);
            flushDirectory(folder);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AccessDeniedException e) {
            // Windows does not replace a file that is being read. The same name means the same bytes: keep the
            // old.
            if (Files.notExists(target)) {
                throw e;
            }
        }
    }

    private static void flushDirectory(Path directory) throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            // It cannot open directories, and journals their changes itself.
            return;
        }
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// A full disk as such, any other error as it is.
    IOException explained(IOException e) {
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (FULL.matcher(said).find()) {
            return new StoreFull("The disk of " + folder + " is full (" + e.getMessage() + "); make room on it.", e);
        }
        return e;
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
