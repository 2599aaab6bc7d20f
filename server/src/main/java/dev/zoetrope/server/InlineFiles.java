package dev.zoetrope.server;

import dev.zoetrope.files.Blobs;
import dev.zoetrope.predictions.FileRecords.FileRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns small stored files into `data:` URIs, and keeps the last few, since a client asks for the same one
/// more than once. Thread-safe.
final class InlineFiles {
    private static final Logger LOG = LoggerFactory.getLogger(InlineFiles.class);

    /// A film of 15 s in 480p has about 3 MB; in base64 this is as much JSON as a client swallows without
    /// trouble.
    static final long LARGEST = 10L << 20;

    /// For outputs of many files: what one record may hold of them in all. The files beyond it are shown by
    /// their URLs.
    static final long MOST_IN_A_RECORD = 32L << 20;

    /// Room for two of the largest, in characters of one byte.
    private static final long MOST_KEPT = 28L << 20;

    /// Each takes two and a half times the file's size in memory while it works.
    private static final int AT_ONCE = 2;

    private final Blobs blobs;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final LinkedHashMap<String, String> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptCharacters;

    InlineFiles(Blobs blobs) {
        this.blobs = blobs;
    }

    /// What one record has room for.
    final class Room {
        private long left = MOST_IN_A_RECORD;

        /// The file as a `data:` URI, empty when it is too large, or gone.
        Optional<String> of(FileRecord file) {
            if (file.size() > LARGEST || file.size() > left) {
                return Optional.empty();
            }
            Optional<String> uri = dataUri(file);
            left -= uri.isPresent() ? file.size() : 0;
            return uri;
        }
    }

    /// Room for the files of one record.
    Room room() {
        return new Room();
    }

    private Optional<String> dataUri(FileRecord file) {
        String key = file.sha256() + " " + file.contentType();
        synchronized (kept) {
            String known = kept.get(key);
            if (known != null) {
                return Optional.of(known);
            }
        }
        turns.acquireUninterruptibly();
        try {
            var bytes = new ByteArrayOutputStream(Math.toIntExact(file.size()));
            blobs.copy(file.sha256(), 0, file.size(), bytes);
            String uri = "data:" + file.contentType().replace(" ", "") + ";base64,"
                    + Base64.getEncoder().encodeToString(bytes.toByteArray());
            keep(key, uri);
            return Optional.of(uri);
        } catch (IOException e) {
            LOG.warn("the file {} cannot be read, so its URL is shown", file.id(), e);
            return Optional.empty();
        } finally {
            turns.release();
        }
    }

    private void keep(String key, String uri) {
        synchronized (kept) {
            String before = kept.put(key, uri);
            keptCharacters += uri.length() - (before == null ? 0 : before.length());
            var oldest = kept.entrySet().iterator();
            while (keptCharacters > MOST_KEPT && oldest.hasNext()) {
                Map.Entry<String, String> entry = oldest.next();
                keptCharacters -= entry.getValue().length();
                oldest.remove();
            }
        }
    }
}
