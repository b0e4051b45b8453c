package dev.colight.fuzz;

/** What kind of document a draft is written out as. */
enum Form {
  /** A script: its blocks as they are. */
  SCRIPT {
    @Override
    String uri(int number) {
      return "file:///" + number + ".jsh";
    }

    @Override
    String text(Draft draft) {
      return draft.text();
    }
  },
  /** A compact source file: members, and a {@code main} of which the rest are the statements. */
  PROGRAM {
    @Override
    String uri(int number) {
      // The class is named after the file: all have one name, as that may be seen.
      return "file:///" + number + "/Program.java";
    }

    @Override
    String text(Draft draft) {
      return new ProgramText(draft).toString();
    }
  };

  /** Returns a name for the document of that number. */
  abstract String uri(int number);

  /** Writes a draft out. */
  abstract String text(Draft draft);

  /** Tells whether such a document may do something. */
  boolean has(Feature feature) {
    return this == PROGRAM || feature != Feature.ENDINGS;
  }

  /** Tells whether it is a mistake to declare a name again. */
  boolean declaresOnce() {
    return this == PROGRAM;
  }
}
