package dev.zoetrope.animatic.director;

import java.util.function.DoubleUnaryOperator;

/// Functions of symmetric matrices of three by three, by their eigenvalues (the cyclic method of Jacobi, 1846).
final class Symmetric {
    private static final int SIZE = 3;

    private static final int SWEEPS = 12;

    /// Smaller eigenvalues are rounding.
    private static final double LEAST = 1e-9;

    private Symmetric() {}

    static double[][] identity() {
        return new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    }

    static double[][] product(double[][] one, double[][] other) {
        var product = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int k = 0; k < SIZE; k++) {
                for (int m = 0; m < SIZE; m++) {
                    product[i][k] += one[i][m] * other[m][k];
                }
            }
        }
        return product;
    }

    /// The matrix with the same eigenvectors and other eigenvalues.
    ///
    /// @param matrix positive; is left as it is
    static double[][] mapped(double[][] matrix, DoubleUnaryOperator function) {
        double[][] rest = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int k = 0; k < SIZE; k++) {
                rest[i][k] = (matrix[i][k] + matrix[k][i]) / 2;
            }
        }
        double[][] vectors = identity();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < SIZE - 1; p++) {
                for (int q = p + 1; q < SIZE; q++) {
                    turn(rest, vectors, p, q);
                }
            }
        }
        var mapped = new double[SIZE][SIZE];
        for (int m = 0; m < SIZE; m++) {
            double value = function.applyAsDouble(Math.max(LEAST, rest[m][m]));
            for (int i = 0; i < SIZE; i++) {
                for (int k = 0; k < SIZE; k++) {
                    mapped[i][k] += value * vectors[i][m] * vectors[k][m];
                }
            }
        }
        return mapped;
    }

    /// Turns the plane of two axes so that they no longer hang together.
    private static void turn(double[][] rest, double[][] vectors, int p, int q) {
        if (rest[p][q] == 0) {
            return;
        }
        double angle = 0.5 * StrictMath.atan2(2 * rest[p][q], rest[q][q] - rest[p][p]);
        double[][] rotation = identity();
        rotation[p][p] = StrictMath.cos(angle);
        rotation[q][q] = rotation[p][p];
        rotation[p][q] = StrictMath.sin(angle);
        rotation[q][p] = -rotation[p][q];
        double[][] turned = product(transposed(rotation), product(rest, rotation));
        double[][] both = product(vectors, rotation);
        for (int i = 0; i < SIZE; i++) {
            System.arraycopy(turned[i], 0, rest[i], 0, SIZE);
            System.arraycopy(both[i], 0, vectors[i], 0, SIZE);
        }
    }

    private static double[][] transposed(double[][] matrix) {
        var transposed = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int k = 0; k < SIZE; k++) {
                transposed[k][i] = matrix[i][k];
            }
        }
        return transposed;
    }
}
