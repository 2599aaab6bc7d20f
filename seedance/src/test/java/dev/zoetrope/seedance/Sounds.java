package dev.zoetrope.seedance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// Small sound files for tests.
final class Sounds {
    /// MPEG 1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes a frame.
    private static final byte[] MP3_HEADER = {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0x64};

    private Sounds() {}

    /// Silence of so many seconds.
    static byte[] wav(double seconds) {
        int frames = (int) (seconds * 8000);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        AudioFormat format = new AudioFormat(8000, 16, 1, true, false);
        try (AudioInputStream silence =
                new AudioInputStream(new ByteArrayInputStream(new byte[frames * 2]), format, frames)) {
            AudioSystem.write(silence, AudioFileFormat.Type.WAVE, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /// So many empty frames.
    static byte[] mp3(int frames) {
        byte[] file = new byte[frames * 417];
        for (int frame = 0; frame < frames; frame++) {
            System.arraycopy(MP3_HEADER, 0, file, frame * 417, MP3_HEADER.length);
        }
        return file;
    }
}
