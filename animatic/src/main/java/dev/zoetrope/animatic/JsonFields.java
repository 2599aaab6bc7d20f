package dev.zoetrope.animatic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// The fields of a JSON object under check: each is read with its bounds, and a fault is reported with its path.
final class JsonFields {
    private final String path;
    private final JsonNode node;

    JsonFields(String path, JsonNode node) {
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw fault(path, "must be an object", node);
        }
    }

    /// Refuses any field that is not listed.
    void only(String... names) {
        for (String name : node.propertyNames()) {
            if (!Arrays.asList(names).contains(name)) {
                throw new MalformedTimeline(
                        path + "." + name + " is unknown; known here are " + String.join(", ", names));
            }
        }
    }

    boolean isAbsent(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull();
    }

    JsonFields object(String name) {
        return new JsonFields(path + "." + name, field(name));
    }

    List<JsonFields> list(String name) {
        JsonNode list = array(name);
        var items = new ArrayList<JsonFields>();
        for (int i = 0; i < list.size(); i++) {
            items.add(new JsonFields(path + "." + name + "[" + i + "]", list.get(i)));
        }
        return items;
    }

    /// The same; a list that is left out is empty.
    List<JsonFields> optionalList(String name) {
        return isAbsent(name) ? List.of() : list(name);
    }

    /// Where this object stands.
    String path() {
        return path;
    }

    String text(String name) {
        JsonNode value = field(name);
        if (!value.isString()) {
            throw fault(path + "." + name, "must be a string", value);
        }
        return value.stringValue();
    }

    /// A whole number between two bounds, both included.
    int integer(String name, int least, int most) {
        JsonNode value = field(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw fault(path + "." + name, "must be a whole number from " + least + " to " + most, value);
        }
        return value.intValue();
    }

    /// A whole number of 64 bits.
    long number(String name) {
        JsonNode value = field(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw fault(path + "." + name, "must be a whole number of 64 bits", value);
        }
        return value.longValue();
    }

    double real(String name, double least, double most) {
        return real(path + "." + name, field(name), least, most);
    }

    /// A list of a fixed number of numbers between two bounds.
    List<Double> reals(String name, int count, double least, double most) {
        JsonNode list = array(name);
        String at = path + "." + name;
        if (list.size() != count) {
            throw fault(at, "must have " + count + " numbers", list);
        }
        var numbers = new ArrayList<Double>();
        for (int i = 0; i < count; i++) {
            numbers.add(real(at + "[" + i + "]", list.get(i), least, most));
        }
        return numbers;
    }

    <E extends Enum<E>> E word(String name, Class<E> choices) {
        String text = text(name);
        List<String> words = Arrays.stream(choices.getEnumConstants())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = words.indexOf(text);
        if (index < 0) {
            throw fault(path + "." + name, "must be one of " + String.join(", ", words), field(name));
        }
        return choices.getEnumConstants()[index];
    }

    /// A list of a fixed number of `[x, y]`.
    double[][] pairs(String name, int count) {
        JsonNode list = array(name);
        String at = path + "." + name;
        if (list.size() != count) {
            throw fault(at, "must have " + count + " corners", list);
        }
        var pairs = new double[count][];
        for (int i = 0; i < count; i++) {
            JsonNode pair = list.get(i);
            if (!pair.isArray() || pair.size() != 2) {
                throw fault(at + "[" + i + "]", "must be [x, y]", pair);
            }
            pairs[i] = new double[] {
                real(at + "[" + i + "][0]", pair.get(0), -Double.MAX_VALUE, Double.MAX_VALUE),
                real(at + "[" + i + "][1]", pair.get(1), -Double.MAX_VALUE, Double.MAX_VALUE)
            };
        }
        return pairs;
    }

    /// Makes a value that checks itself, and reports its complaint with the path.
    <T> T checked(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new MalformedTimeline(path + ": " + e.getMessage(), e);
        }
    }

    private JsonNode array(String name) {
        JsonNode list = field(name);
        if (!list.isArray()) {
            throw fault(path + "." + name, "must be a list", list);
        }
        return list;
    }

    private static double real(String at, JsonNode value, double least, double most) {
        if (!value.isNumber() || !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw fault(at, "must be a number from " + least + " to " + most, value);
        }
        return value.doubleValue();
    }

    private JsonNode field(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new MalformedTimeline(path + "." + name + " is missing");
        }
        return value;
    }

    private static MalformedTimeline fault(String at, String rule, JsonNode value) {
        String shown = value.toString();
        return new MalformedTimeline(
                at + " " + rule + ", got " + (shown.length() > 60 ? shown.substring(0, 60) + "..." : shown));
    }
}
