package dev.zoetrope.examples;

import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.Input;
import dev.zoetrope.cog.Model;
import dev.zoetrope.cog.ModelException;
import dev.zoetrope.cog.OutputType;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// Paints squares in shades of one colour: several files come out.
final class Swatches implements Model<Swatches.Order, List<Path>> {
    record Order(
            @Input(description = "The colour as six hex digits", defaultJson = "\"c08040\"", maxLength = 7)
            String color,

            @Input(description = "How many shades", defaultJson = "3", min = 1, max = 10)
            int shades,

            @Input(description = "Edge of a square in pixels", defaultJson = "64", min = 1, max = 2048)
            int size) {}

    @Override
    public Class<Order> inputType() {
        return Order.class;
    }

    @Override
    public OutputType outputType() {
        return OutputType.FILES;
    }

    @Override
    public void validate(Order order) throws ModelException {
        if (!order.color().matches("#?[0-9a-fA-F]{6}")) {
            throw new ModelException("color is " + order.color() + "; give six hex digits, such as c08040");
        }
    }

    @Override
    public List<Path> predict(Order order, Context context) throws IOException {
        var files = new ArrayList<Path>();
        Color color = Color.decode("#" + order.color().replace("#", ""));
        for (int i = 0; i < order.shades(); i++) {
            Path file = context.workFolder().resolve("shade-" + (i + 1) + ".png");
            ImageIO.write(square(color, order.size()), "png", file.toFile());
            files.add(file);
            color = color.darker();
            context.progress((i + 1.0) / order.shades());
        }
        context.metric("image_count", files.size());
        return files;
    }

    private static BufferedImage square(Color color, int size) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(color);
        canvas.fillRect(0, 0, size, size);
        canvas.dispose();
        return image;
    }
}
