package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Grade;
import dev.zoetrope.animatic.Oklab;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Timeline.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Makes the film's colours like those of a picture that the prompt names as the style: the mean and the spread of the
/// shots' colours become those of the picture, by the linear map that changes them least (Monge and Kantorovich; Pitié
/// and Kokaram, "The linear Monge-Kantorovitch linear colour mapping for example-based colour transfer", 2007), in
/// Oklab. It goes only part of the way and keeps bounds, so that paper stays paper and skin stays skin.
final class StyleGrade {
    /// How much of the way to the style's colours is gone.
    private static final double STRENGTH = 0.75;

    /// Colours are spread, or drawn together, by no more than this.
    private static final double MOST_SPREAD = 1.35;

    private static final double LEAST_SPREAD = 0.8;

    /// No mean is moved farther: in lightness, and along each axis of colour.
    private static final double MOST_LIGHT = 0.08;

    private static final double MOST_COLOUR = 0.035;

    /// Looked at along each side of a picture.
    private static final int LOOKS = 64;

    private StyleGrade() {}

    /// The grade that a prompt asks for, empty where it names no style.
    static Optional<Grade> of(Brief brief, PromptReader.Words words, List<Pick> takes) {
        return style(brief, words).map(index -> between(content(brief, takes), style(brief, index)));
    }

    /// The index of the image that is the style.
    static Optional<Integer> style(Brief brief, PromptReader.Words words) {
        return IntStream.range(0, brief.references().size())
                .boxed()
                .filter(index -> ReferenceRoles.ofImage(words.roles(), index)
                        .filter(ReferenceRoles.Role.STYLE::equals)
                        .isPresent())
                .findFirst();
    }

    private static List<double[]> style(Brief brief, int index) {
        Picture picture = brief.references().get(index).picture();
        return colours(picture, picture.bounds());
    }

    private static List<double[]> content(Brief brief, List<Pick> takes) {
        var colours = new ArrayList<double[]>();
        for (Pick take : takes) {
            switch (take.view()) {
                case View.Panel(int reference, Quad quad) ->
                    colours.addAll(colours(brief.references().get(reference).picture(), quad));
                case View.Clip(int reference, int from) -> {
                    Picture frame = brief.clips().get(reference).frames().frame(from);
                    colours.addAll(colours(frame, frame.bounds()));
                }
                case View.Card _ -> {}
            }
        }
        return colours;
    }

    private static List<double[]> colours(Picture picture, Quad quad) {
        var colours = new ArrayList<double[]>();
        for (int y = 0; y < LOOKS; y++) {
            for (int x = 0; x < LOOKS; x++) {
                Quad.Point place = quad.at((x + 0.5) / LOOKS, (y + 0.5) / LOOKS);
                var lab = new double[3];
                Oklab.of(
                        picture.at(
                                Math.clamp((int) place.x(), 0, picture.width() - 1),
                                Math.clamp((int) place.y(), 0, picture.height() - 1)),
                        lab);
                colours.add(lab);
            }
        }
        return colours;
    }

    /// The map from some colours to others.
    private static Grade between(List<double[]> from, List<double[]> to) {
        double[] meanFrom = mean(from);
        double[] meanTo = mean(to);
        double[][] matrix = Symmetric.identity();
        if (!from.isEmpty()) {
            double[][] spread = covariance(from, meanFrom);
            double[][] root = Symmetric.mapped(spread, StrictMath::sqrt);
            double[][] back = Symmetric.mapped(spread, value -> 1 / StrictMath.sqrt(value));
            double[][] inner = Symmetric.product(root, Symmetric.product(covariance(to, meanTo), root));
            double[][] middle = Symmetric.mapped(inner, StrictMath::sqrt);
            matrix = Symmetric.mapped(
                    Symmetric.product(back, Symmetric.product(middle, back)),
                    value -> 1 + STRENGTH * (Math.clamp(value, LEAST_SPREAD, MOST_SPREAD) - 1));
        }
        var numbers = new ArrayList<Double>();
        var shift = new ArrayList<Double>();
        for (int i = 0; i < 3; i++) {
            double most = i == 0 ? MOST_LIGHT : MOST_COLOUR;
            double moved = from.isEmpty() ? 0 : Math.clamp(STRENGTH * (meanTo[i] - meanFrom[i]), -most, most);
            double kept = 0;
            for (int k = 0; k < 3; k++) {
                numbers.add(rounded(matrix[i][k]));
                kept += rounded(matrix[i][k]) * meanFrom[k];
            }
            shift.add(rounded(meanFrom[i] + moved - kept));
        }
        return new Grade(numbers, shift);
    }

    private static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }

    private static double[] mean(List<double[]> colours) {
        var mean = new double[3];
        for (double[] colour : colours) {
            for (int i = 0; i < 3; i++) {
                mean[i] += colour[i] / colours.size();
            }
        }
        return mean;
    }

    /// With a little added to each axis, so that grey drawings have a spread in colour as well.
    private static double[][] covariance(List<double[]> colours, double[] mean) {
        var spread = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                for (double[] colour : colours) {
                    spread[i][k] += (colour[i] - mean[i]) * (colour[k] - mean[k]) / colours.size();
                }
            }
            spread[i][i] += 1e-5;
        }
        return spread;
    }
}
