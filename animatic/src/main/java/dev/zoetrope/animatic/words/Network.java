package dev.zoetrope.animatic.words;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Map;

/// One neural network with one input and one output. Thread-safe; closed by its owner.
final class Network implements AutoCloseable {
    /// Fixed, not the machine's: the same sums in the same order on any machine.
    private static final int THREADS = 2;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String input;

    private Network(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
        this.input = session.getInputNames().iterator().next();
    }

    /// What a network answered.
    ///
    /// @param shape the sizes of its dimensions
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Answer(float[] values, long[] shape) {}

    /// Loads a network of the models jar.
    ///
    /// @throws WordsUnavailable when this platform cannot run it
    static Network load(String resource) {
        byte[] model = resource(resource);
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (var options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(THREADS);
                options.setInterOpNumThreads(1);
                options.setDeterministicCompute(true);
                // Threads that wait for work would otherwise burn what the renderer needs.
                options.addConfigEntry("session.intra_op.allow_spinning", "0");
                return new Network(environment, environment.createSession(model, options));
            }
        } catch (OrtException e) {
            throw new WordsUnavailable("the model " + resource + " does not load: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new WordsUnavailable(
                    "ONNX Runtime has no library for " + System.getProperty("os.name") + " on "
                            + System.getProperty("os.arch") + ", or it does not load: " + e.getMessage(),
                    e);
        }
    }

    static byte[] resource(String name) {
        try (InputStream in = Network.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new WordsUnavailable(name + " is missing from the program", null);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    Answer run(float[] values, long... shape) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            var output = (OnnxTensor) result.get(0); // closed with the result
            FloatBuffer buffer = output.getFloatBuffer();
            var answer = new float[buffer.remaining()];
            buffer.get(answer);
            return new Answer(answer, output.getInfo().getShape());
        } catch (OrtException e) {
            throw new IllegalStateException("the network failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the network does not close: " + e.getMessage(), e);
        }
    }
}
