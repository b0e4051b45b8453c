package dev.colight.fuzz;

/** When workers are killed. */
enum Kills {
  NEVER,
  /** While nothing runs. */
  IDLE,
  /** While blocks run as well. */
  ANY
}
