package dev.colight.worker.render;

/** Makes rich forms of the values of a type. */
interface Form {
  /** Returns the forms of a value; may throw, which costs them. */
  Bundle of(Object value, Watch watch, String reference) throws Exception;
}
