package dev.zoetrope.compat;

import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.Input;
import dev.zoetrope.cog.Model;
import dev.zoetrope.cog.ModelException;
import dev.zoetrope.cog.OutputType;
import org.jspecify.annotations.Nullable;

/// Says its text word by word.
final class Words implements Model<Words.Order, Void> {
    record Order(
            @Input(description = "What to say") String text,

            @Input(description = "The error to fail with after the first word") @Nullable
            String fail) {}

    @Override
    public Class<Order> inputType() {
        return Order.class;
    }

    @Override
    public OutputType outputType() {
        return OutputType.TEXT_STREAM;
    }

    @Override
    public Void predict(Order order, Context context) throws ModelException {
        for (String word : order.text().split("(?<=\\s)", -1)) {
            context.emit(word);
            if (order.fail() != null) {
                throw new ModelException(order.fail());
            }
        }
        return null;
    }
}
