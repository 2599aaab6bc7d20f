package dev.zoetrope.server;

import dev.zoetrope.files.Blobs;
import dev.zoetrope.files.FileNames;
import dev.zoetrope.files.MediaTypes;
import dev.zoetrope.predictions.FileRecords;
import dev.zoetrope.predictions.FileRecords.FileRecord;
import dev.zoetrope.predictions.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// Takes in the bytes of uploads and outputs, and lets go of them. Thread-safe.
final class FileIntake {
    /// As on Replicate.
    static final long MAX_UPLOAD = 100L << 20;

    /// A film in 4k may be large; nothing sane is larger than this.
    static final long MAX_OUTPUT = 4L << 30;

    /// Uploads are inputs of a run soon after; Replicate keeps them for a day as well.
    static final Duration UPLOAD_LIFE = Duration.ofHours(24);

    private final FileRecords records;
    private final Blobs blobs;
    private final Ids ids;
    private final InstantSource clock;

    /// Keeps a blob from being deleted while a record that points at it is written.
    private final ReentrantReadWriteLock arrivals = new ReentrantReadWriteLock();

    FileIntake(FileRecords records, Blobs blobs, Ids ids, InstantSource clock) {
        this.records = records;
        this.blobs = blobs;
        this.ids = ids;
        this.clock = clock;
    }

    /// Bytes that have arrived, before they are described.
    record Received(Blobs.Blob blob) {}

    /// What is said of an upload.
    record Description(
            String owner, @Nullable String name, @Nullable String type, Map<String, @Nullable Object> metadata) {}

    Received receive(InputStream bytes) throws IOException {
        return new Received(blobs.put(bytes, MAX_UPLOAD));
    }

    /// Records an upload under its sender's name for it.
    FileRecord keepUpload(Received received, Description description) throws IOException {
        String name = FileNames.shown(description.name());
        String type = description.type() == null || description.type().equals(MediaTypes.UNKNOWN)
                ? MediaTypes.of(name)
                : description.type();
        return keep(record(received.blob(), description, name, type));
    }

    /// Stores and records an output of a prediction.
    FileRecord keepOutput(InputStream bytes, String name, String owner, String predictionId) throws IOException {
        Blobs.Blob blob = blobs.put(bytes, MAX_OUTPUT);
        String safe = FileNames.safe(name);
        var upload = record(blob, new Description(owner, safe, null, Map.of()), safe, MediaTypes.of(safe));
        return keep(new FileRecord(
                upload.id(),
                upload.secret(),
                owner,
                predictionId,
                safe,
                upload.contentType(),
                upload.size(),
                upload.sha256(),
                upload.md5(),
                Map.of(),
                upload.createdAt(),
                null));
    }

    private FileRecord record(Blobs.Blob blob, Description description, String name, String type) {
        var now = clock.instant();
        return new FileRecord(
                ids.next(),
                ids.secret(),
                description.owner(),
                null,
                name,
                type,
                blob.size(),
                blob.sha256(),
                blob.md5(),
                description.metadata(),
                now,
                now.plus(UPLOAD_LIFE));
    }

    private FileRecord keep(FileRecord file) throws IOException {
        arrivals.readLock().lock();
        try {
            // The same bytes may have been deleted, with their last record, since they arrived.
            if (blobs.size(file.sha256()).isEmpty()) {
                throw new IOException(
                        "the bytes of " + file.name() + " were deleted while they were recorded; send them again");
            }
            records.add(file);
            return file;
        } finally {
            arrivals.readLock().unlock();
        }
    }

    /// Deletes a file's record, and its bytes when no other record needs them.
    void forget(FileRecord file) throws IOException {
        arrivals.writeLock().lock();
        try {
            // The bytes first: after a crash in between, the record is left, and with it the way to try again.
            if (!records.isReferencedBeside(file)) {
                blobs.delete(file.sha256());
            }
            records.delete(file.id());
        } finally {
            arrivals.writeLock().unlock();
        }
    }

    /// Forgets the files whose time has come.
    void sweep() throws IOException {
        int swept;
        do {
            var due = records.expired(clock.instant(), SWEEP);
            for (FileRecord file : due) {
                forget(file);
            }
            swept = due.size();
        } while (swept == SWEEP);
    }

    /// So many are looked up at a time.
    private static final int SWEEP = 200;
}
