package dev.zoetrope.examples;

import dev.zoetrope.cog.CancelledException;
import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.Input;
import dev.zoetrope.cog.Model;
import dev.zoetrope.cog.OutputType;

/// Takes its time, says how far it is in the way that clients show as a progress bar, and stops when it is
/// cancelled.
final class Slow implements Model<Slow.Order, String> {
    private static final int STEPS = 20;

    record Order(
            @Input(description = "How long to take", defaultJson = "10", min = 0, max = 1800)
            double seconds) {}

    @Override
    public Class<Order> inputType() {
        return Order.class;
    }

    @Override
    public OutputType outputType() {
        return OutputType.TEXT;
    }

    @Override
    public String predict(Order order, Context context) throws CancelledException, InterruptedException {
        for (int step = 0; step < STEPS; step++) {
            Pauses.pause(order.seconds() / STEPS, context);
            context.progress((step + 1.0) / STEPS);
            context.log(bar(step + 1, order.seconds()));
        }
        return "done after " + order.seconds() + " s";
    }

    /// A line as tqdm prints it, which is the form that clients look for in logs.
    private static String bar(int done, double seconds) {
        String filled = "█".repeat(done / 2) + " ".repeat((STEPS - done) / 2);
        double elapsed = seconds * done / STEPS;
        return String.format(
                java.util.Locale.ROOT,
                "%3d%%|%s| %d/%d [%02d:%02d<%02d:%02d,  %.2fit/s]",
                100 * done / STEPS,
                filled,
                done,
                STEPS,
                (int) elapsed / 60,
                (int) elapsed % 60,
                (int) (seconds - elapsed) / 60,
                (int) (seconds - elapsed) % 60,
                seconds == 0 ? 0 : STEPS / seconds);
    }
}
