package dev.zoetrope.animatic;

import dev.zoetrope.animatic.Timeline.View;
import java.awt.Color;
import org.jspecify.annotations.Nullable;

/// Draws a card as a film's title would be: a quiet landscape from the scene's words, and the text standing still
/// before it while the camera moves over the landscape.
final class CardPainter {
    private final View.Card card;
    private final FrameSize size;
    private final Scenery scenery;

    CardPainter(View.Card card, FrameSize size) {
        this.card = card;
        this.size = size;
        this.scenery = Scenery.of(card.scene() + " " + card.text(), card.seed());
    }

    /// What the camera moves over.
    Picture background() {
        return new Landscape(scenery, card.seed(), size).paint();
    }

    /// What stands still before it; null on a card without words.
    @Nullable
    Overlay lettering() {
        return card.text().isBlank() ? null : new Lettering(size).set(card.text(), new Color(accent()));
    }

    private int accent() {
        return switch (scenery.sky()) {
            case NIGHT -> 0xE9D9A6;
            case DAWN -> 0xFFD9A0;
            case DAY -> 0xFFE08A;
            case DUSK -> 0xFFB37A;
            case STORM -> 0x9FC4DA;
        };
    }
}
