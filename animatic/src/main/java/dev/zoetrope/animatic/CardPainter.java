package dev.zoetrope.animatic;

import dev.zoetrope.animatic.Timeline.View;
import org.jspecify.annotations.Nullable;

/// Draws a card.
final class CardPainter {
    private final View.Card card;
    private final FrameSize size;

    CardPainter(View.Card card, FrameSize size) {
        this.card = card;
        this.size = size;
    }

    Picture background() {
        int[] pixels = new int[size.width() * size.height()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0x203050 + (int) (card.seed() & 0xF);
        }
        return new Picture(size.width(), size.height(), pixels);
    }

    @Nullable
    Overlay lettering() {
        return null;
    }
}
