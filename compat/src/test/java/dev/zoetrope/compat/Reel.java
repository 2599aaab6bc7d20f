package dev.zoetrope.compat;

import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.Input;
import dev.zoetrope.cog.Model;
import dev.zoetrope.cog.OutputType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes several files.
final class Reel implements Model<Reel.Order, List<Path>> {
    record Order(
            @Input(description = "What to write") String text,

            @Input(description = "How many files", defaultJson = "2", min = 1, max = 9)
            int count) {}

    @Override
    public Class<Order> inputType() {
        return Order.class;
    }

    @Override
    public OutputType outputType() {
        return OutputType.FILES;
    }

    @Override
    public List<Path> predict(Order order, Context context) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < order.count(); i++) {
            files.add(Files.writeString(context.workFolder().resolve("frame-" + i + ".txt"), order.text() + " " + i));
        }
        return files;
    }
}
