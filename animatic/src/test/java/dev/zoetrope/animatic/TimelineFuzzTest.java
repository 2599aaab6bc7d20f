package dev.zoetrope.animatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.zoetrope.animatic.director.Director;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Mutations of good timelines: each must give a timeline or a fault with its path, and nothing else.
class TimelineFuzzTest {
    private static final int ROUNDS = Integer.getInteger("timeline.rounds", 4_000);

    private static final JsonNodeFactory MAKER = JsonNodeFactory.instance;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final List<Picture> PICTURES =
            Collections.nCopies(3, Briefs.board(3).picture());

    private final SplittableRandom random = new SplittableRandom(Integer.getInteger("timeline.seed", 17));

    @Test
    void a_changed_tree_gives_a_timeline_or_a_fault_with_its_path() {
        List<String> good = good();
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            JsonNode tree = MAPPER.readTree(good.get(round % good.size()));
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                mutate(tree);
            }
            read += check(tree.toString()) ? 1 : 0;
        }
        assertThat(read).as("timelines among the mutations").isBetween(ROUNDS / 50, ROUNDS * 49 / 50);
    }

    @Test
    void changed_letters_give_a_timeline_or_a_fault_with_its_path() {
        List<String> good = good();
        String signs = "{}[]\",:0123456789.-eE+nulltruefalse\\\u0000\ud800 ";
        for (int round = 0; round < ROUNDS; round++) {
            var text = new StringBuilder(good.get(round % good.size()));
            for (int change = random.nextInt(1, 5); change > 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
                    default -> text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
                }
            }
            check(text.toString());
        }
    }

    private static List<String> good() {
        var director = new Director();
        return List.of(
                TimelineJson.write(director.direct(Briefs.of("雨夜, fade in, 她说：“走吧！” thunder", Briefs.board(3)))),
                TimelineJson.write(director.direct(Briefs.of("A quiet sea. Shot 1: waves. Shot 2: \"Go!\""))));
    }

    /// @return whether it is a timeline
    private static boolean check(String json) {
        try {
            Timeline timeline = TimelineJson.read(json);
            // What was read is whole: it is written and read again, and can be asked for its pictures.
            assertThat(TimelineJson.read(TimelineJson.write(timeline))).isEqualTo(timeline);
            timeline.requireFits(PICTURES, 3);
            return true;
        } catch (MalformedTimeline e) {
            assertThat(e.getMessage()).as(json).startsWith("$");
            return false;
        } catch (RuntimeException e) {
            return fail(json, e);
        }
    }

    private void mutate(JsonNode tree) {
        var places = new ArrayList<JsonNode>();
        collect(tree, places);
        JsonNode place = places.get(random.nextInt(places.size()));
        if (place instanceof ObjectNode object) {
            var names = new ArrayList<>(object.propertyNames());
            if (names.isEmpty()) {
                object.set("x", value());
                return;
            }
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name + "x", value());
                case 2 -> object.set(name, object.get(names.get(random.nextInt(names.size()))));
                default -> object.set(name, value());
            }
        } else if (place instanceof ArrayNode list) {
            int at = list.isEmpty() ? 0 : random.nextInt(list.size());
            switch (random.nextInt(3)) {
                case 0 -> list.insert(at, list.isEmpty() ? value() : list.get(at));
                case 1 -> list.insert(at, value());
                default -> {
                    if (!list.isEmpty()) {
                        list.remove(at);
                    }
                }
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainer()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }

    private JsonNode value() {
        return switch (random.nextInt(14)) {
            case 0 -> MAKER.nullNode();
            case 1 -> MAKER.booleanNode(true);
            case 2 -> MAKER.stringNode("");
            case 3 -> MAKER.stringNode("cut");
            case 4 -> MAKER.numberNode(0);
            case 5 -> MAKER.numberNode(-1);
            case 6 -> MAKER.numberNode(Long.MAX_VALUE);
            case 7 -> MAKER.numberNode(Integer.MAX_VALUE);
            case 8 -> MAKER.numberNode(1e308);
            case 9 -> MAKER.numberNode(Double.NaN);
            case 10 -> MAKER.numberNode(0.5);
            case 11 -> MAKER.arrayNode();
            case 12 -> MAKER.objectNode();
            default -> MAKER.numberNode(random.nextInt(1, 400));
        };
    }
}
