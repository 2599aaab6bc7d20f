package dev.zoetrope.bench;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Transition;
import dev.zoetrope.animatic.camera.CameraCrew;
import dev.zoetrope.animatic.media.Pictures;
import dev.zoetrope.animatic.studio.Progress;
import dev.zoetrope.animatic.studio.Studio;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The rivals' film by this project's camera: pictures only, in this process, which is warm after the first.
final class OwnCamera {
    private OwnCamera() {}

    /// Makes the film.
    static Cost film(List<Path> panels, Path film) throws Exception {
        return Cost.of(() -> shoot(panels, Rival.SHOT_FRAMES, Rival.PUSH, film));
    }

    /// Makes the slow push.
    static void slowPush(Path still, Path film) throws IOException {
        shoot(List.of(still), Rival.SLOW_FRAMES, Rival.SLOW_PUSH, film);
    }

    private static void shoot(List<Path> panels, int frames, double push, Path film) throws IOException {
        Brief brief = brief(panels, frames);
        new Studio().shoot(brief, timeline(brief, frames, push), film, Progress.UNWATCHED);
    }

    /// Writes the film's frames as they were shot, planar YUV 4:2:0 without any header.
    static void raw(List<Path> panels, Path file) throws IOException, InterruptedException {
        Brief brief = brief(panels, Rival.SHOT_FRAMES);
        Frame frame = Frame.onHeap(brief.size());
        try (var crew = new CameraCrew(brief, timeline(brief, Rival.SHOT_FRAMES, Rival.PUSH), 1);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int number = 0; number < brief.frames(); number++) {
                write(crew.shoot(number, frame).await(), out);
            }
        }
    }

    private static void write(Frame frame, OutputStream out) throws IOException {
        for (int plane = 0; plane < Frame.PLANES; plane++) {
            byte[] row = new byte[frame.width(plane)];
            for (int y = 0; y < frame.height(plane); y++) {
                frame.planes()[plane].get(y * frame.strides()[plane], row);
                out.write(row);
            }
        }
    }

    private static Brief brief(List<Path> panels, int frames) throws IOException {
        var references = new ArrayList<Brief.Reference>();
        for (Path panel : panels) {
            Picture picture = Pictures.decode(panel);
            references.add(new Brief.Reference(Brief.Role.REFERENCE, picture, Sheet.whole(picture)));
        }
        int whole = panels.size() * (frames - Rival.FADE_FRAMES) + Rival.FADE_FRAMES;
        return new Brief("", references, new FrameSize(Rival.WIDTH, Rival.HEIGHT), whole, 1, false);
    }

    private static Timeline timeline(Brief brief, int frames, double push) {
        var shots = new ArrayList<Timeline.Shot>();
        int start = 0;
        for (int i = 0; i < brief.references().size(); i++) {
            // Under a dissolve the shot before goes on, so all but the last are that much shorter in the plan.
            boolean isLast = i == brief.references().size() - 1;
            int length = isLast ? frames : frames - Rival.FADE_FRAMES;
            shots.add(new Timeline.Shot(
                    i + 1,
                    start,
                    length,
                    new Timeline.View.Panel(
                            i, brief.references().get(i).picture().bounds()),
                    new Move(Move.Kind.PUSH_IN, push, Move.Easing.LINEAR),
                    i == 0 ? Transition.CUT : new Transition(Transition.Kind.DISSOLVE, Rival.FADE_FRAMES),
                    "as the rivals do"));
            start += length;
        }
        return new Timeline(Timeline.VERSION, brief.size(), start, brief.seed(), shots, null);
    }
}
