package dev.colight.java.compile;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;

/** Sets ECJ up: the platform's version of Java, all debug information, and few warnings. */
final class EcjOptions {
  /** What is worth a warning while somebody types; the rest is style, or about generated code. */
  private static final Set<String> WARNINGS =
      Set.of(
          CompilerOptions.OPTION_ReportDeprecation,
          CompilerOptions.OPTION_ReportTerminalDeprecation,
          CompilerOptions.OPTION_ReportNullReference,
          CompilerOptions.OPTION_ReportNoEffectAssignment,
          CompilerOptions.OPTION_ReportComparingIdentical,
          CompilerOptions.OPTION_ReportPossibleAccidentalBooleanAssignment,
          CompilerOptions.OPTION_ReportFinallyBlockNotCompletingNormally,
          CompilerOptions.OPTION_ReportUnlikelyCollectionMethodArgumentType,
          CompilerOptions.OPTION_ReportUnlikelyEqualsArgumentType);

  private static final int MAX_PROBLEMS = 100;

  /** Java 1 has class files of version 45. */
  private static final int CLASS_FILES_BEFORE_JAVA_1 = 44;

  private EcjOptions() {}

  /** Returns the options for a version of Java; for one that ECJ does not know, its highest. */
  static CompilerOptions of(int featureVersion) {
    Map<String, String> map = new HashMap<>(new CompilerOptions().getMap());
    map.replaceAll(
        (key, value) ->
            value.equals(CompilerOptions.WARNING) || value.equals(CompilerOptions.INFO)
                ? CompilerOptions.IGNORE
                : value);
    for (String warning : WARNINGS) {
      map.put(warning, CompilerOptions.WARNING);
    }
    String version = String.valueOf(known(featureVersion));
    map.put(CompilerOptions.OPTION_Compliance, version);
    map.put(CompilerOptions.OPTION_Source, version);
    map.put(CompilerOptions.OPTION_TargetPlatform, version);
    map.put(CompilerOptions.OPTION_LineNumberAttribute, CompilerOptions.GENERATE);
    map.put(CompilerOptions.OPTION_LocalVariableAttribute, CompilerOptions.GENERATE);
    map.put(CompilerOptions.OPTION_SourceFileAttribute, CompilerOptions.DO_NOT_GENERATE);
    map.put(CompilerOptions.OPTION_MethodParametersAttribute, CompilerOptions.GENERATE);
    // Most code runs once: a call site would cost more to set up than a builder ever does.
    map.put(CompilerOptions.OPTION_UseStringConcatFactory, CompilerOptions.DISABLED);
    map.put(CompilerOptions.OPTION_PreserveUnusedLocal, CompilerOptions.PRESERVE);
    map.put(CompilerOptions.OPTION_DocCommentSupport, CompilerOptions.DISABLED);
    map.put(CompilerOptions.OPTION_TaskTags, "");
    map.put(CompilerOptions.OPTION_MaxProblemPerUnit, String.valueOf(MAX_PROBLEMS));
    return new CompilerOptions(map);
  }

  /** Returns the options for whole files of the workspace. */
  static CompilerOptions ofSources(int featureVersion) {
    CompilerOptions options = of(featureVersion);
    Map<String, String> map = options.getMap();
    map.put(CompilerOptions.OPTION_SourceFileAttribute, CompilerOptions.GENERATE);
    CompilerOptions result = new CompilerOptions(map);
    result.produceReferenceInfo = true;
    return result;
  }

  /** Returns the version of the class files that code for a version of Java is compiled to. */
  static int classFileVersion(int featureVersion) {
    return known(featureVersion) + CLASS_FILES_BEFORE_JAVA_1;
  }

  private static int known(int featureVersion) {
    return Math.min(featureVersion, Integer.parseInt(CompilerOptions.getLatestVersion()));
  }
}
