package dev.colight.bench;

import java.util.Map;

/**
 * One edit of one document by all contenders, one right after the other.
 *
 * @param number rounds of the same number edit the same kind of block in documents of all sizes
 * @param size blocks of the document
 * @param millis times; contenders that did not take part are absent
 */
record Round(int number, int size, PairKind kind, Map<Contender, Double> millis) {}
