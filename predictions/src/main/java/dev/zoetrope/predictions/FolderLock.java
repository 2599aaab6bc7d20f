package dev.zoetrope.predictions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps a data folder to one process. The operating system drops the lock with the process, however that ends.
final class FolderLock implements AutoCloseable {
    private static final String NAME = "zoetrope.lock";

    /// Far behind the text, because Windows does not let others read what is locked.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the folder; throws [IllegalStateException] when another process, or another database of this one,
    /// has it.
    static FolderLock of(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            // Closed by this lock, or below when there is none.
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (locked(channel) == null) {
                channel.close();
                throw new IllegalStateException("The data folder " + folder + " is in use by " + user(file)
                        + "; stop that one, or choose another folder.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder + " cannot be locked by " + NAME + ".", e);
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String user(Path file) {
        try {
            String pid = Files.readString(file).strip();
            return pid.isEmpty() ? "another process" : "process " + pid;
        } catch (IOException e) {
            return "another process";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of the data folder cannot be released.", e);
        }
    }
}
