/// The bytes of files under their hash, and what HTTP says about files: ranges, names and types.
///
/// ```java
/// Blobs blobs = new LocalBlobs(Path.of("data/blobs"));
/// Blobs.Blob video = blobs.put(stream, 1L << 30);
/// if (ByteRange.parse(header, video.size()) instanceof ByteRange.Part(long offset, long length)) {
///     blobs.copy(video.sha256(), offset, length, response);
/// }
/// ```
@NullMarked
package dev.zoetrope.files;

import org.jspecify.annotations.NullMarked;
