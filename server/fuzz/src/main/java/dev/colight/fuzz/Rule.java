package dev.colight.fuzz;

import java.util.Set;

/**
 * A way to write something. Its holes:
 *
 * <ul>
 *   <li><code>{int}</code>, <code>{str}</code>: an expression of that type
 *   <li><code>{k}</code>, <code>{w}</code>: a literal number, a literal text
 *   <li><code>&#123;@shape}</code>: a name that stands for the shape
 *   <li><code>{+shape}</code>: a name that stands for the shape from here on
 * </ul>
 *
 * A hole that ends in <code>#1</code> is filled like all others of that spelling.
 *
 * @param feature what must be allowed for it to be used
 * @param also what must be allowed too; the same where nothing else is needed
 */
record Rule(Feature feature, Feature also, String text) {
  boolean isAllowed(Set<Feature> features) {
    return features.contains(feature) && features.contains(also);
  }
}
