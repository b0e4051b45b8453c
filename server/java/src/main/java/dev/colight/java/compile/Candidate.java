package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.execution.FollowedCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * A unit that compiled, and counts if all that it refers to does.
 *
 * @param references binary names of the generated classes that it refers to, its own left out
 * @param placed its classes as they run
 * @param storages by key: the class of a storage of inferred type, as it runs
 * @param statics what they keep from run to run
 * @param used the sources of the workspace whose classes it refers to
 * @param followed what it has to do with those
 */
record Candidate(
    UnitSource source,
    EcjResult result,
    ClassFinisher.Finished finished,
    Set<String> references,
    List<GeneratedClass> placed,
    Map<CodeKey, GeneratedClass> storages,
    StaticFields statics,
    Set<SourceUnit> used,
    FollowedCode followed) {
  static Candidate of(
      UnitSource source,
      EcjResult result,
      Function<String, String> origins,
      SourceClasses workspace,
      String home,
      PlatformMethods platform) {
    ConstantStorage constant =
        ConstantStorage.is(source.unit())
            ? ConstantStorage.of(source.unit(), result.classes().get(0))
            : null;
    List<GeneratedClass> compiled =
        constant == null ? result.classes() : List.of(constant.compiled());
    ClassFinisher.Finished finished = ClassFinisher.finish(source.unit(), compiled, origins);
    Set<String> references = new HashSet<>();
    for (GeneratedClass generated : finished.classes()) {
      references.addAll(ClassReferences.of(generated.bytes()));
    }
    references.remove(source.className());
    SourceRenamer renamer = new SourceRenamer(workspace::unit, home);
    List<GeneratedClass> placed = new ArrayList<>();
    List<GeneratedClass> running =
        constant == null ? finished.classes() : List.of(constant.running());
    boolean asItIs = workspace.isEmpty() && home.equals(GeneratedNames.PACKAGE);
    running.forEach(original -> placed.add(asItIs ? original : renamer.rename(original.bytes())));
    Map<CodeKey, GeneratedClass> storages = new HashMap<>();
    for (InferredStorage storage : finished.inferred().values()) {
      GeneratedClass original = storage.toClass();
      storages.put(storage.key(), asItIs ? original : renamer.rename(original.bytes()));
    }
    Set<SourceUnit> used = Set.copyOf(renamer.used());
    FollowedCode followed = OwnCode.of(compiled, workspace, used, platform);
    StaticFields statics = finished.statics().placed(home);
    return new Candidate(
        source, result, finished, references, placed, storages, statics, used, followed);
  }

  CodeKey key() {
    return source.unit().key();
  }

  void storeIn(CodeStore store) {
    store.put(
        key(),
        new CodeStore.Code(placed, Units.memberOf(source.unit()), source.lines(), statics, used),
        finished.classes());
    for (InferredStorage storage : finished.inferred().values()) {
      store.put(
          storage.key(),
          new CodeStore.Code(
              List.of(Objects.requireNonNull(storages.get(storage.key()))),
              storage.name(),
              LineMap.NONE,
              StaticFields.NONE,
              used),
          List.of(storage.toClass()));
    }
  }
}
