/// Measurements that decide whether Zoetrope is fast: each runs beside what a user would take otherwise, on the same
/// material in the same run, so that the ratio says something even on a busy machine.
///
/// ```
/// java -cp ... dev.zoetrope.bench.SeedRequestBench 5   # bench/README.md has the whole command
/// ```
@NullMarked
package dev.zoetrope.bench;

import org.jspecify.annotations.NullMarked;
