package dev.zoetrope.cog;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A model for tests: its prompt says what it does.
final class Films implements Model<Films.Wish, Object> {
    enum Look {
        PENCIL("pencil"),
        INK("ink & wash");

        private final String wire;

        Look(String wire) {
            this.wire = wire;
        }

        @Override
        public String toString() {
            return wire;
        }
    }

    record Wish(
            @Input(description = "What to do", maxLength = 20)
            String prompt,

            @Input(description = "Seconds", defaultJson = "5", min = 1, max = 15)
            int duration,

            @Input(
                    description = "Shape",
                    defaultJson = "\"16:9\"",
                    choices = {"16:9", "1:1"})
            String aspectRatio,

            @Input(description = "Drawn how", defaultJson = "\"pencil\"")
            Look look,

            @Input(description = "Pictures", defaultJson = "[]", maxItems = 2)
            List<URI> images,

            @Input(description = "First picture") @Nullable URI image,
            @Input(description = "Seed") @Nullable Long seed,

            @Input(description = "How strongly", defaultJson = "0.5", min = 0, max = 1)
            double strength,

            @Input(description = "With sound", defaultJson = "true")
            boolean sound,

            @Input(description = "For insiders", defaultJson = "false", hidden = true)
            boolean secret) {}

    /// Holds itself, in tests, so that no JSON can be made of it.
    record Loop(List<Object> inner) {}

    private final OutputType outputType;
    final CountDownLatch mayEnd = new CountDownLatch(1);
    final CountDownLatch hasBegun = new CountDownLatch(1);
    volatile @Nullable Exception setupFailure;
    volatile @Nullable Path folder;
    volatile @Nullable Thread thread;
    volatile @Nullable CountDownLatch maySetUp;

    Films(OutputType outputType) {
        this.outputType = outputType;
    }

    @Override
    public Class<Wish> inputType() {
        return Wish.class;
    }

    @Override
    public OutputType outputType() {
        return outputType;
    }

    @Override
    public void setup() throws Exception {
        if (maySetUp != null) {
            maySetUp.await();
        }
        if (setupFailure != null) {
            throw setupFailure;
        }
    }

    @Override
    public void validate(Wish input) throws ModelException {
        if (input.prompt().equals("nonsense")) {
            throw new ModelException("prompt and images must fit each other");
        }
    }

    @Override
    public Object predict(Wish wish, Context context) throws Exception {
        thread = Thread.currentThread();
        folder = context.workFolder();
        hasBegun.countDown();
        context.log("begun: " + wish.prompt());
        return switch (wish.prompt()) {
            case "wait" -> {
                mayEnd.await();
                yield "waited";
            }
            case "refuse" -> throw new ModelException("the upstream refused: 402");
            case "crash" -> throw new IllegalStateException("lens cap on");
            case "deep" -> deep(1);
            case "big" -> throw new OutOfMemoryError("no more film");
            case "file" -> {
                context.metric("frames", 121);
                yield Files.write(context.workFolder().resolve("out film.mp4"), new byte[] {1, 2, 3});
            }
            case "lost file" -> context.workFolder().resolve("lost.mp4");
            case "pieces" -> {
                context.emit("once ");
                context.emit("upon");
                yield null;
            }
            case "no json" -> {
                var loop = new Loop(new ArrayList<>());
                loop.inner().add(loop);
                yield loop;
            }
            case "progress" -> {
                context.progress(0.25);
                mayEnd.await();
                context.progress(0.75);
                yield "done";
            }
            default -> wish.prompt();
        };
    }

    private static int deep(int level) {
        return level < 0 ? 0 : deep(level + 1) + 1;
    }
}
