package dev.colight.graph;

/** Names of one text in different namespaces are different names. */
public enum Namespace {
  /** Variables. */
  VALUE,
  /** Methods. */
  FUNCTION,
  /** Classes, interfaces, records, enums. */
  TYPE,
  /** Types that a sealed type permits without naming them. */
  PERMITTED
}
