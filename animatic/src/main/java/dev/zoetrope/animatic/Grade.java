package dev.zoetrope.animatic;

import java.util.List;

/// A change of all colours of a film, linear in Oklab (Ottosson, 2020), a space in which equal steps look equally
/// large:
/// `out = matrix * in + shift`, where `in` and `out` are lightness from 0 to 1 and the two colour axes.
///
/// @param matrix nine numbers, row by row
/// @param shift three numbers, added afterwards
public record Grade(List<Double> matrix, List<Double> shift) {
    /// No number of a grade is larger: beyond it colours would only be cut off.
    public static final double MOST = 4;

    public Grade {
        matrix = List.copyOf(matrix);
        shift = List.copyOf(shift);
        if (matrix.size() != 9 || shift.size() != 3) {
            throw new IllegalArgumentException("a grade has a matrix of 9 numbers and a shift of 3, got "
                    + matrix.size() + " and " + shift.size());
        }
    }
}
