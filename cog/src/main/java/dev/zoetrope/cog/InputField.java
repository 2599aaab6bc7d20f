package dev.zoetrope.cog;

import dev.zoetrope.api.Codec;
import dev.zoetrope.cog.InputType.Misfit;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One input of a model: what the schema publishes and the reader enforces.
///
/// @param order its place in the record, from 0
/// @param name its name on the wire, snake_case
/// @param type the type of one value
/// @param javaType the class of one value
/// @param isList true for a list of such values
/// @param isNullable true when the record takes null
/// @param defaultValue the default as JSON value, null for none
/// @param choices the strings it may be, empty for any
/// @param rules the annotation
record InputField(
        int order,
        String name,
        InputType type,
        Class<?> javaType,
        boolean isList,
        boolean isNullable,
        @Nullable Object defaultValue,
        List<String> choices,
        Input rules) {

    /// The inputs of a record in order; throws [IllegalArgumentException] when the record cannot be one, which is the
    /// model author's mistake.
    static List<InputField> of(Class<? extends Record> inputType) {
        RecordComponent[] components = inputType.getRecordComponents();
        var fields = new ArrayList<InputField>();
        for (int i = 0; i < components.length; i++) {
            try {
                fields.add(of(i, components[i]));
            } catch (IllegalArgumentException | Misfit e) {
                throw new IllegalArgumentException(
                        "input " + components[i].getName() + " of " + inputType.getName() + ": " + e.getMessage(), e);
            }
        }
        return List.copyOf(fields);
    }

    private static InputField of(int order, RecordComponent component) throws Misfit {
        Input rules = component.getAnnotation(Input.class);
        if (rules == null) {
            throw new IllegalArgumentException("it has no @Input annotation");
        }
        boolean isList = component.getType() == List.class;
        Class<?> javaType = isList ? itemType(component) : component.getType();
        InputType type = InputType.of(javaType);
        boolean isNullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        @Nullable Object defaultValue = rules.defaultJson().isEmpty() ? null : Codec.readValue(rules.defaultJson());
        List<String> choices = type == InputType.CHOICE
                ? Arrays.stream(javaType.getEnumConstants())
                        .map(Object::toString)
                        .toList()
                : List.of(rules.choices());
        var field = new InputField(
                order,
                snakeCase(component.getName()),
                type,
                javaType,
                isList,
                isNullable,
                defaultValue,
                choices,
                rules);
        if (defaultValue != null) {
            field.read(defaultValue);
        }
        return field;
    }

    private static Class<?> itemType(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> item) {
            return item;
        }
        throw new IllegalArgumentException("a List must say of what, such as List<URI>");
    }

    /// Must the caller send it?
    boolean isRequired() {
        return !isNullable && defaultValue == null;
    }

    /// Turns a JSON value that is not null into the component's value, checked against all rules.
    Object read(Object value) throws Misfit {
        if (!isList) {
            return readOne(value);
        }
        if (!(value instanceof List<?> items)) {
            throw new Misfit("must be a list, but is " + InputType.shown(value));
        }
        if (items.size() > rules.maxItems()) {
            throw new Misfit("may have at most " + rules.maxItems() + " items, but has " + items.size());
        }
        var read = new ArrayList<>();
        for (Object item : items) {
            try {
                read.add(readOne(item));
            } catch (Misfit e) {
                throw new Misfit("item " + (read.size() + 1) + " " + e.getMessage());
            }
        }
        return Collections.unmodifiableList(read);
    }

    private Object readOne(@Nullable Object value) throws Misfit {
        Object read;
        try {
            read = type.read(value, javaType);
        } catch (Misfit e) {
            throw type == InputType.CHOICE ? notAChoice(value) : e;
        }
        if (!choices.isEmpty() && !choices.contains(String.valueOf(read))) {
            throw notAChoice(value);
        }
        if (read instanceof Number number) {
            checkRange(number.doubleValue(), number);
        }
        if (read instanceof String text && text.codePointCount(0, text.length()) > rules.maxLength()) {
            throw new Misfit("may have at most " + rules.maxLength() + " characters, but has "
                    + text.codePointCount(0, text.length()));
        }
        return read;
    }

    private Misfit notAChoice(@Nullable Object value) {
        return new Misfit("must be one of " + String.join(", ", choices) + ", but is " + InputType.shown(value));
    }

    private void checkRange(double number, Number shown) throws Misfit {
        if (number < rules.min()) {
            throw new Misfit("must be at least " + plain(rules.min()) + ", but is " + shown);
        }
        if (number > rules.max()) {
            throw new Misfit("must be at most " + plain(rules.max()) + ", but is " + shown);
        }
    }

    /// A bound as JSON writes it: whole numbers without a fraction.
    static Number plain(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1L << 53 ? (Number) (long) bound : (Number) bound;
    }

    /// `imageUrl` becomes `image_url`; names that are snake_case already stay.
    static String snakeCase(String name) {
        var snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (Character.isUpperCase(letter) && !snake.isEmpty()) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(letter));
        }
        return snake.toString();
    }
}
