package dev.zoetrope.cog;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// The types a single input value can have, and how a JSON value becomes one.
enum InputType {
    TEXT("string"),
    INTEGER("integer"),
    LONG("integer"),
    NUMBER("number"),
    FLAG("boolean"),
    FILE("string"),
    CHOICE("string");

    private final String json;

    InputType(String json) {
        this.json = json;
    }

    /// The name of the type in JSON schema.
    String json() {
        return json;
    }

    boolean isNumeric() {
        return this == INTEGER || this == LONG || this == NUMBER;
    }

    /// The type of a component's Java class; throws [IllegalArgumentException] for one that no input can have.
    static InputType of(Class<?> type) {
        if (type == String.class) {
            return TEXT;
        } else if (type == int.class || type == Integer.class) {
            return INTEGER;
        } else if (type == long.class || type == Long.class) {
            return LONG;
        } else if (type == double.class || type == Double.class) {
            return NUMBER;
        } else if (type == boolean.class || type == Boolean.class) {
            return FLAG;
        } else if (type == URI.class) {
            return FILE;
        } else if (type.isEnum()) {
            return CHOICE;
        }
        throw new IllegalArgumentException(type.getName()
                + " cannot be an input; use String, int, long, double, boolean, URI, an enum, or a List of these");
    }

    /// Turns a JSON value into the Java value of the given class; throws [Misfit].
    Object read(@Nullable Object value, Class<?> type) throws Misfit {
        return switch (this) {
            case TEXT -> text(value);
            case INTEGER -> {
                long number = integer(value);
                if (number != (int) number) {
                    throw new Misfit("must fit 32 bits, but is " + number);
                }
                yield (int) number;
            }
            case LONG -> integer(value);
            case NUMBER -> {
                if (value instanceof Number number) {
                    yield number.doubleValue();
                }
                throw new Misfit("must be a number, but is " + shown(value));
            }
            case FLAG -> {
                if (value instanceof Boolean) {
                    yield value;
                }
                throw new Misfit("must be true or false, but is " + shown(value));
            }
            case FILE -> file(text(value));
            case CHOICE -> choice(text(value), type);
        };
    }

    private static String text(@Nullable Object value) throws Misfit {
        if (value instanceof String text) {
            return text;
        }
        throw new Misfit("must be a string, but is " + shown(value));
    }

    /// JavaScript and Python callers send whole numbers as 5.0 now and then, which is unambiguous; "5" is a string.
    private static long integer(@Nullable Object value) throws Misfit {
        if (value instanceof Number number) {
            try {
                return new BigDecimal(number.toString()).longValueExact();
            } catch (ArithmeticException | NumberFormatException e) {
                throw new Misfit("must be a whole number, but is " + number);
            }
        }
        throw new Misfit("must be a whole number, but is " + shown(value));
    }

    private static URI file(String text) throws Misfit {
        try {
            var uri = new URI(text);
            if (uri.getScheme() == null) {
                throw new Misfit("must be a URL that starts with http:, https: or data:, but is " + shown(text));
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new Misfit("must be a URL, but " + shown(text) + " is none: " + e.getReason());
        }
    }

    private static Object choice(String text, Class<?> type) throws Misfit {
        for (Object constant : type.getEnumConstants()) {
            if (constant.toString().equals(text)) {
                return constant;
            }
        }
        throw new Misfit("is " + shown(text) + ", which is not one of the choices");
    }

    /// A value as a message shows it, cut so that a long prompt or data URI does not fill the log.
    static String shown(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        String text = value instanceof String string ? "\"" + string + "\"" : value.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    /// Enough to recognize a value by.
    private static final int LONGEST_SHOWN = 80;

    /// A value that does not fit; the message continues "`field` ...".
    static final class Misfit extends Exception {
        Misfit(String message) {
            super(message);
        }
    }
}
