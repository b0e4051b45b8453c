package dev.colight.java.assist;

import dev.colight.cache.CodeKey;
import dev.colight.execution.FollowedFiles;
import dev.colight.java.compile.SourceReach;
import dev.colight.java.compile.SourceReach.Method;
import dev.colight.text.Range;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sources of the workspace, for those who ask which code can run what of them. */
public final class FollowedSources implements FollowedFiles {
  private final SourceReach reach;

  /** Creates one. */
  public FollowedSources(SourceReach reach) {
    this.reach = reach;
  }

  @Override
  public Map<Path, Set<Path>> uses() {
    return reach.uses();
  }

  @Override
  public @Nullable Path file(String name) {
    return reach.file(name);
  }

  @Override
  public Map<Path, Set<String>> reached(CodeKey code) {
    return reach.of(code);
  }

  @Override
  public boolean mayReach(CodeKey code, Path file) {
    return reach.mayReach(code, file);
  }

  @Override
  public Map<String, Range> declared(Path file, String text) {
    List<SourceDeclarations.Declaration> left = new ArrayList<>();
    SourceDeclarations.read(text).stream()
        .filter(SourceDeclarations.Declaration::isMethod)
        .forEach(left::add);
    List<Method> unknown = new ArrayList<>();
    Map<String, Range> found = new HashMap<>();
    for (Method method : reach.methods(file)) {
      SourceDeclarations.Declaration same = null;
      for (SourceDeclarations.Declaration one : left) {
        same = isOf(one, method) && one.erased().equals(method.erased()) ? one : same;
      }
      if (same == null) {
        unknown.add(method);
      } else {
        left.remove(same);
        found.put(method.member(), same.range());
      }
    }
    for (Method method : unknown) {
      SourceDeclarations.Declaration best = likest(method, left);
      if (best != null) {
        found.put(method.member(), best.range());
      }
    }
    return found;
  }

  /**
   * Returns the declaration whose parameters are likest: some have the type of a type parameter.
   */
  private static SourceDeclarations.@Nullable Declaration likest(
      Method method, List<SourceDeclarations.Declaration> some) {
    SourceDeclarations.Declaration best = null;
    int most = -1;
    for (SourceDeclarations.Declaration one : some) {
      if (isOf(one, method) && one.erased().size() == method.erased().size()) {
        int same = 0;
        for (int i = 0; i < one.erased().size(); i++) {
          same += one.erased().get(i).equals(method.erased().get(i)) ? 1 : 0;
        }
        if (same > most) {
          best = one;
          most = same;
        }
      }
    }
    return best;
  }

  private static boolean isOf(SourceDeclarations.Declaration declaration, Method method) {
    String type = method.member().substring(0, method.member().indexOf('.'));
    return declaration.name().equals(method.name())
        && declaration.owner().equals(type.substring(type.lastIndexOf('/') + 1));
  }

  @Override
  public String name(String member) {
    int dot = member.indexOf('.');
    String type = dot < 0 ? member : member.substring(0, dot);
    String shown = type.substring(type.lastIndexOf('/') + 1).replace('$', '.');
    if (dot < 0) {
      return shown;
    }
    if (member.indexOf('(') < 0) {
      return shown + member.substring(dot);
    }
    Method method = reach.method(member);
    String parameters = "(" + String.join(", ", method.erased()) + ")";
    return member.startsWith("<init>", dot + 1)
        ? "new " + shown + parameters
        : shown + "." + method.name() + parameters;
  }
}
