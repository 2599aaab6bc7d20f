package dev.zoetrope.cog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Describes one input of a model, on a component of its input record. The component's place is its `x-order`.
///
/// Types: `String`, `Integer`/`int`, `Long`/`long`, `Double`/`double`, `Boolean`/`boolean`, [java.net.URI] (a file, on
/// the wire a string of format `uri`), a [java.util.List] of these, or an enum whose [Object#toString] is the choice. A
/// component marked `@Nullable` without default may be left out; one that is neither nullable nor has a default is
/// required.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Input {
    /// What it is for, in a sentence or two.
    String description();

    /// The default as JSON text, such as `5`, `"16:9"`, `true` or `[]`; empty for none.
    String defaultJson() default "";

    /// The least number allowed.
    double min() default Double.NEGATIVE_INFINITY;

    /// The greatest number allowed.
    double max() default Double.POSITIVE_INFINITY;

    /// The most items a list may have.
    int maxItems() default Integer.MAX_VALUE;

    /// The longest a text may be, in characters.
    int maxLength() default Integer.MAX_VALUE;

    /// The strings it may be, in order; empty for any.
    String[] choices() default {};

    /// True to leave it out of the published schema; it is accepted all the same.
    boolean hidden() default false;
}
