package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A unit that compiled, and counts if all that it refers to does.
 *
 * @param references binary names of the generated classes that it refers to, its own left out
 */
record Candidate(
    UnitSource source, EcjResult result, ClassFinisher.Finished finished, Set<String> references) {
  static Candidate of(UnitSource source, EcjResult result, Function<String, String> origins) {
    ClassFinisher.Finished finished =
        ClassFinisher.finish(source.unit(), result.classes(), origins);
    Set<String> references = new HashSet<>();
    for (GeneratedClass generated : finished.classes()) {
      references.addAll(ClassReferences.of(generated.bytes()));
    }
    references.remove(source.className());
    return new Candidate(source, result, finished, references);
  }

  CodeKey key() {
    return source.unit().key();
  }

  void storeIn(CodeStore store) {
    store.put(
        key(),
        finished.classes(),
        Units.memberOf(source.unit()),
        source.lines(),
        finished.statics());
    for (InferredStorage storage : finished.inferred().values()) {
      store.put(storage.key(), List.of(storage.toClass()), storage.name(), LineMap.NONE);
    }
  }
}
