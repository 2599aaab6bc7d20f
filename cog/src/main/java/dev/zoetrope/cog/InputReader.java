package dev.zoetrope.cog;

import dev.zoetrope.cog.InputType.Misfit;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the JSON input of a prediction into a model's record: fills defaults, checks every rule of [Input], drops keys
/// it does not know. Public so that a model's own tests read inputs as the host does. Immutable and thread-safe.
///
/// @param <I> the record of inputs
public final class InputReader<I extends Record> {
    private final List<InputField> fields;
    private final Constructor<I> constructor;

    /// A reader for a record; throws [IllegalArgumentException] when the record cannot be an input.
    public InputReader(Class<I> inputType) {
        fields = InputField.of(inputType);
        try {
            constructor = inputType.getDeclaredConstructor(Arrays.stream(inputType.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its canonical constructor: " + inputType, e);
        }
    }

    /// What reading gave.
    ///
    /// @param <I> the record of inputs
    public sealed interface Reading<I extends Record> {}

    /// The input is good.
    ///
    /// @param <I> the record of inputs
    /// @param input the record
    /// @param ignored keys that the model does not know, in the order they came; worth a line in the log each
    public record Valid<I extends Record>(I input, List<String> ignored) implements Reading<I> {}

    /// The input is not good.
    ///
    /// @param <I> the record of inputs
    /// @param violations everything that is wrong, at least one
    public record Invalid<I extends Record>(List<Violation> violations) implements Reading<I> {}

    /// Reads an input. A null for an input that may be left out counts as left out, as callers in Python send None.
    public Reading<I> read(Map<String, ? extends @Nullable Object> json) {
        var violations = new ArrayList<Violation>();
        @Nullable Object[] values = new Object[fields.size()];
        var ignored = new LinkedHashSet<String>(json.keySet());
        for (InputField field : fields) {
            ignored.remove(field.name());
            try {
                values[field.order()] = read(field, json, violations);
            } catch (Misfit e) {
                violations.add(Violation.ofInput(field.name(), field.name() + " " + e.getMessage()));
            }
        }
        return violations.isEmpty() ? construct(values, List.copyOf(ignored)) : new Invalid<>(List.copyOf(violations));
    }

    private static @Nullable Object read(
            InputField field, Map<String, ? extends @Nullable Object> json, List<Violation> violations) throws Misfit {
        @Nullable Object value = json.get(field.name());
        if (value == null && json.containsKey(field.name()) && !field.isNullable()) {
            throw new Misfit("may not be null; leave it out instead");
        }
        if (value == null) {
            value = field.defaultValue();
        }
        if (value == null) {
            if (field.isRequired()) {
                violations.add(Violation.missing(field.name()));
            }
            return null;
        }
        return field.read(value);
    }

    private Reading<I> construct(@Nullable Object[] values, List<String> ignored) {
        try {
            return new Valid<>(constructor.newInstance(values), ignored);
        } catch (InvocationTargetException e) {
            // The record's own constructor may refuse a combination of values; its message is for the caller.
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                var violation = new Violation(List.of("body", "input"), "" + refusal.getMessage(), Violation.VALUE);
                return new Invalid<>(List.of(violation));
            }
            throw new IllegalStateException("the constructor of " + constructor.getDeclaringClass() + " failed", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + constructor.getDeclaringClass(), e);
        }
    }
}
