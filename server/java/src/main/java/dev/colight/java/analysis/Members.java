package dev.colight.java.analysis;

import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.colight.graph.Name;
import java.util.List;

/** Declares the members of a class body, which can be seen in all of it. */
final class Members {
  private Members() {}

  static void declare(Iterable<BodyDeclaration<?>> members, Scope scope) {
    for (BodyDeclaration<?> member : members) {
      if (member instanceof FieldDeclaration field) {
        field.getVariables().forEach(v -> scope.declare(Name.value(v.getNameAsString())));
      } else if (member instanceof MethodDeclaration method) {
        scope.declare(Name.function(method.getNameAsString()));
      } else if (member instanceof AnnotationMemberDeclaration element) {
        scope.declare(Name.function(element.getNameAsString()));
      } else if (member instanceof TypeDeclaration<?> type) {
        scope.declare(Name.type(type.getNameAsString()));
      }
    }
  }

  /** Declares the members of an enum: its constants, and the methods that every enum has. */
  static void declare(EnumDeclaration type, Scope scope) {
    declare(type.getMembers(), scope);
    type.getEntries().forEach(entry -> scope.declare(Name.value(entry.getNameAsString())));
    List.of("values", "valueOf").forEach(method -> scope.declare(Name.function(method)));
  }

  /** Declares the members of a record: a field and an accessor per component. */
  static void declare(RecordDeclaration type, Scope scope) {
    declare(type.getMembers(), scope);
    type.getParameters()
        .forEach(
            component -> {
              scope.declare(Name.value(component.getNameAsString()));
              scope.declare(Name.function(component.getNameAsString()));
            });
  }
}
