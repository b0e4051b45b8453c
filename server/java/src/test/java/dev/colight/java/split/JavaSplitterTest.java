package dev.colight.java.split;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.document.BlockKind;
import dev.colight.document.BlockSpan;
import dev.colight.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * In the fixtures, the first character of a line tells the block that it belongs to: a letter for
 * code, a digit for prose, a dot for none. What follows the bar is the line.
 */
final class JavaSplitterTest {
  private static void check(String fixture) {
    String[] marked = fixture.split("\n");
    List<String> lines = new ArrayList<>();
    for (String line : marked) {
      lines.add(line.substring(2));
    }
    String actual = render(lines);
    assertEquals(fixture.stripTrailing(), actual.stripTrailing());
  }

  private static String render(List<String> lines) {
    char[] marks = new char[lines.size()];
    java.util.Arrays.fill(marks, '.');
    char code = 'a';
    char prose = '1';
    for (BlockSpan block :
        new JavaSplitter().split(Text.of(String.join("\n", lines)), 0, line -> false)) {
      char mark = block.kind() == BlockKind.CODE ? code++ : prose++;
      for (int i = block.startLine(); i < block.endLine(); i++) {
        marks[i] = mark;
      }
    }
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < marks.length; i++) {
      result.append(marks[i]).append('|').append(lines.get(i)).append('\n');
    }
    return result.toString();
  }

  @Test
  void blank_lines_separate_blocks() {
    check(
        """
        .|
        a|int a = 1;
        a|int b = 2;
        .|
        .|
        b|a + b
        .|
        """);
  }

  @Test
  void blank_lines_within_brackets_do_not() {
    check(
        """
        a|class A {
        a|
        a|    int x;
        a|
        a|    int f() {
        a|
        a|        return x;
        a|    }
        a|
        a|}
        .|
        b|foo(1,
        b|
        b|    2);
        """);
  }

  @Test
  void a_body_that_is_not_indented_is_one_block() {
    check(
        """
        a|class A {
        a|int x;
        a|
        a|int f() {
        a|return x;
        a|}
        a|
        a|// comment
        a|
        a|int g() { return 1; }
        a|
        a|}
        .|
        b|new A().f()
        """);
  }

  @Test
  void a_bracket_that_was_just_opened_breaks_only_its_own_block() {
    check(
        """
        a|class A {
        .|
        b|int a = 1;
        .|
        c|void f() {
        c|    foo();
        c|}
        .|
        d|foo(
        .|
        e|int c = 1;
        .|
        f|int[] d = { 1,
        f|    2
        .|
        1|// prose
        .|
        g|int e = 1;
        .|
        """);
  }

  @Test
  void a_brace_too_few_inside_a_class_breaks_only_the_class() {
    check(
        """
        a|class A {
        a|    void f() {
        a|        if (x) {
        a|    }
        a|
        a|    void g() {
        a|    }
        a|}
        .|
        b|int b = 1;
        .|
        c|int c = 1;
        """);
  }

  @Test
  void a_brace_too_many_breaks_only_its_own_block() {
    check(
        """
        a|class A {
        a|    void f() {
        a|    }
        a|    }
        a|
        a|    void g() {
        a|    }
        a|}
        .|
        b|int b = 1; }
        .|
        c|}
        .|
        d|int c = 1;
        .|
        e|class B {
        e|    void f()
        e|    }
        e|
        e|    int x;
        e|
        e|}
        .|
        f|foo(1));
        .|
        g|foo(1);
        """);
  }

  @Test
  void an_open_string_breaks_one_line() {
    check(
        """
        a|String a = "x;
        .|
        b|int b = 1;
        .|
        c|foo("x);
        .|
        d|int c = 1;
        .|
        e|void f() {
        e|    foo("x);
        e|
        e|    bar('y);
        e|}
        .|
        f|int d = 1;
        """);
  }

  @Test
  void an_open_comment_ends_where_code_goes_on() {
    check(
        """
        a|/* this is
        a|
        a|not closed
        .|
        b|int b = 1;
        .|
        c|/** doc */
        c|int c = 1;
        .|
        d|int d = 1; /*
        .|
        e|foo(d)
        """);
  }

  @Test
  void code_that_is_commented_out_is_prose() {
    check(
        """
        1|/*
        1|int a = 1;
        1|
        1|int b = 1;
        1|*/
        .|
        a|int c = 1;
        """);
  }

  @Test
  void an_open_text_block_ends_where_code_goes_on() {
    check(
        """
        a|String a = \"""
        a|    text
        .|
        b|int b = 1;
        .|
        c|String c = \"""
        c|    text
        c|
        c|int x = 1;
        c|
        c|    \""";
        .|
        d|foo(\"""
        d|    text
        .|
        e|int e = 1;
        .|
        f|foo(\"""
        f|    text
        f|    \""", 1);
        """);
  }

  @Test
  void comments_that_stand_alone_are_prose() {
    check(
        """
        1|// # Title
        1|// text
        .|
        2|/* more
        2|
        2|   text */
        .|
        3|/// markdown
        .|
        a|// about the code
        a|int x = 1;
        a|// and more
        .|
        4|    // indented
        """);
  }

  @Test
  void comments_for_tools_are_code_without_snippets() {
    check(
        """
        a|///usr/bin/env jbang "$0" "$@" ; exit $?
        .|
        b|// dependencies
        b|//DEPS a:b:1
        b|//JAVA 17+
        .|
        c|// | hide-all-code
        .|
        1|// | hide-prose
        1|// text
        .|
        d|#!/usr/bin/env jshell
        .|
        2|// JAVA is an island
        """);
  }

  @Test
  void a_line_that_cannot_start_anything_joins_what_precedes_it() {
    check(
        """
        a|list.stream()
        a|
        a|    // only even ones
        a|    .filter(x -> x % 2 == 0)
        a|
        a|.toList();
        .|
        b|if (x) {
        b|}
        b|
        b|else {
        b|}
        .|
        c|try {
        c|}
        c|
        c|catch (Exception e) {
        c|}
        c|
        c|finally {
        c|}
        .|
        d|do {
        d|}
        d|
        d|while (x);
        .|
        e|while (x) {
        e|}
        .|
        f|boolean b = x
        f|
        f|    && y
        f|
        f|    || z;
        .|
        g|int y = x
        g|
        g|? 1
        g|
        g|: 2;
        """);
  }

  @Test
  void a_line_that_could_start_something_does_not() {
    check(
        """
        a|int x = 1
        .|
        b|-x
        .|
        c|(x)
        .|
        d|{ }
        .|
        e|++x
        .|
        f|@Deprecated
        f|void f() { }
        .|
        g|* bullet
        .|
        h|int y = 1;
        .|
        i|.foo()
        .|
        j|else { }
        .|
        k|catch (Exception e) { }
        """);
  }

  @Test
  void code_that_cannot_end_goes_on_with_what_is_indented() {
    check(
        """
        a|int x =
        a|
        a|    5;
        .|
        b|if (x)
        b|
        b|    foo();
        .|
        c|int y =
        .|
        d|int z = 1;
        """);
  }

  @Test
  void text_without_code_has_no_blocks() {
    check(".|");
    check(".|   \n.|\t\n.|");
  }

  @Test
  void what_is_no_java_at_all_still_splits() {
    check(
        """
        a|%maven org.foo:bar:1.0
        .|
        b|# Title
        .|
        c|It isn't code: (see
        c|* `this`
        .|
        d|```java
        d|int x;
        d|```
        .|
        e|package foo;
        .|
        f|int x = 1;
        """);
  }
}
