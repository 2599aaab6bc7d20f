package dev.zoetrope.server;

import dev.zoetrope.predictions.ModelRecords.About;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds models by words. A word counts by where it stands: most in the name, then in the owner's, the
/// description and the readme. Models where more of the words stand come first.
///
/// @param words in lower case, without repetition
record ModelSearch(List<String> words) {
    private static final double WHOLE_NAME = 10;
    private static final double IN_NAME = 6;
    private static final double IN_OWNER = 4;
    private static final double IN_DESCRIPTION = 2;
    private static final double IN_README = 1;

    /// A model that was found.
    ///
    /// @param score from above 0 to 1, where 1 means that each word is the model's name
    record Hit(RegisteredModel model, double score) {}

    /// A search for the words of a text.
    static ModelSearch of(String text) {
        return new ModelSearch(Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList());
    }

    /// The models in which at least one of the words stands, best first; all of them for a search without
    /// words.
    List<Hit> ranked(Collection<RegisteredModel> models) {
        var hits = new ArrayList<Hit>();
        for (RegisteredModel model : models) {
            double score = score(model);
            if (score > 0 || words.isEmpty()) {
                hits.add(new Hit(model, score));
            }
        }
        hits.sort(Comparator.comparingDouble(Hit::score)
                .reversed()
                .thenComparing(hit -> hit.model().slug()));
        return hits;
    }

    private double score(RegisteredModel model) {
        double sum = 0;
        int found = 0;
        for (String word : words) {
            double score = score(model, word);
            sum += score;
            found += score > 0 ? 1 : 0;
        }
        // Half of the words found is worth much less than half.
        return words.isEmpty() ? 0 : sum / (WHOLE_NAME * words.size()) * found / words.size();
    }

    private static double score(RegisteredModel model, String word) {
        About about = model.record().about();
        String name = model.name().toLowerCase(Locale.ROOT);
        if (name.equals(word)) {
            return WHOLE_NAME;
        } else if (name.contains(word)) {
            return IN_NAME;
        } else if (model.owner().contains(word)) {
            return IN_OWNER;
        } else if (stands(word, about.description())) {
            return IN_DESCRIPTION;
        }
        return stands(word, about.readme()) ? IN_README : 0;
    }

    private static boolean stands(String word, @Nullable String text) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(word);
    }

    /// Words that tell what a model is about, for people who look through results.
    static List<String> tags(RegisteredModel model) {
        Set<String> tags = new TreeSet<>(of(model.name()).words());
        tags.add(model.owner());
        return List.copyOf(tags);
    }
}
