package dev.zoetrope.animatic.director;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts back the spaces that a scanner loses between the common words of an English line, so that it can be spoken:
/// "Notwithouther." is "Not without her.". A run of letters is parted only when all of it is made of words from a short
/// list; a word of the list, or any other, stays whole.
final class LostSpaces {
    /// A shorter run is likelier a word of its own.
    private static final int SHORTEST = 6;

    private static final Pattern RUN = Pattern.compile("[A-Za-z']{" + SHORTEST + ",}");

    /// The words of which lines are made most, and words that are made of others and stay whole.
    private static final Set<String> WORDS = new HashSet<>(List.of(
            ("i a the to you it is and of that in what we me this he for my your on have do no don't are be not was can "
                            + "know with all so go here there she they his her him one get just now out how up like if "
                            + "right come got will at them our who but did would from want us let's let think take see "
                            + "look where why when back then down about never or has had been could should must into "
                            + "over more time good say said tell going gonna need way man help please stop run wait yes "
                            + "okay well away too i'm it's that's we're you're he's she's can't won't didn't i'll we'll "
                            + "home night day old new first last off still again find leave left long only really some "
                            + "without always something someone everything nothing anything nobody together another "
                            + "inside outside maybe today tonight tomorrow became become before behind believe between "
                            + "weather whatever forget himself herself itself myself upon onto hereby therefore other "
                            + "others however also around across along alone almost already answer hello goodbye wander "
                            + "wonder everyone anyone somewhere anywhere nowhere everywhere sometimes thousand island "
                            + "himself season season's doing being seeing looking coming taking saying getting getaway")
                    .split(" ", -1)));

    private LostSpaces() {}

    /// The line with its spaces.
    static String put(String line) {
        Matcher runs = RUN.matcher(line);
        return runs.replaceAll(run -> Matcher.quoteReplacement(parted(run.group())));
    }

    private static String parted(String run) {
        String small = run.toLowerCase(Locale.ROOT);
        if (WORDS.contains(small)) {
            return run;
        }
        // The fewest words with which the letters up to each place are used up; 0 where they cannot be.
        var fewest = new int[small.length() + 1];
        var start = new int[small.length() + 1];
        for (int end = 1; end <= small.length(); end++) {
            for (int from = 0; from < end; from++) {
                boolean isReached = from == 0 || fewest[from] > 0;
                if (isReached
                        && WORDS.contains(small.substring(from, end))
                        && (fewest[end] == 0 || fewest[from] + 1 < fewest[end])) {
                    fewest[end] = fewest[from] + 1;
                    start[end] = from;
                }
            }
        }
        if (fewest[small.length()] < 2) {
            return run;
        }
        var words = new ArrayList<String>();
        for (int end = run.length(); end > 0; end = start[end]) {
            words.addFirst(run.substring(start[end], end));
        }
        return String.join(" ", words);
    }
}
