package dev.colight.java.split;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link JShellDifferentialTest} cannot say: where we are wiser, or the code is broken. */
final class SnippetSplitterTest {
  /** Checks a block against its snippets, one a line: the kind, and the tokens. */
  private static void check(String block, String expected) {
    List<Token> tokens = Tokenizer.tokenize(List.of(block.split("\n", -1)));
    StringBuilder actual = new StringBuilder();
    for (Snippet snippet : SnippetSplitter.split(tokens)) {
      List<Token> own = tokens.subList(snippet.firstToken(), snippet.endToken());
      actual.append(snippet.kind()).append(' ');
      actual.append(String.join(" ", own.stream().map(Token::text).toList())).append('\n');
    }
    assertEquals(expected.stripTrailing(), actual.toString().stripTrailing());
  }

  @Test
  void a_statement_goes_on_where_the_next_line_can_only_go_on_with_it() {
    check(
        "list\n  .stream()\n  .toList()\nx",
        "EXPRESSION list . stream ( ) . toList ( )\nEXPRESSION x");
    check("int x = 1\n  + 2\n  * 3", "VARIABLE int x = 1 + 2 * 3");
    check("x ?\n1\n: 2", "EXPRESSION x ? 1 : 2");
    check("x\n? 1\n: 2\ny", "EXPRESSION x ? 1 : 2\nEXPRESSION y");
    check("var b = x\n  instanceof Y\n  && z", "VARIABLE var b = x instanceof Y && z");
    check("Supplier<X> s = X\n::new", "VARIABLE Supplier < X > s = X :: new");
    check("f = x\n-> x", "EXPRESSION f = x -> x");
    check("x\n+= 1", "EXPRESSION x += 1");
    check("x\n- y\n  -z", "EXPRESSION x - y - z");
    check("int a\n, b", "VARIABLE int a , b");
    check("foo()\n  .bar(1,\n\n 2)", "EXPRESSION foo ( ) . bar ( 1 , 2 )");
  }

  @Test
  void a_statement_ends_where_the_next_line_could_start_one() {
    check("x\n++y", "EXPRESSION x\nEXPRESSION ++ y");
    check("1\n-2\n+x", "EXPRESSION 1\nEXPRESSION - 2\nEXPRESSION + x");
    check("x\n(y)", "EXPRESSION x\nEXPRESSION ( y )");
    check("x\n[y]", "EXPRESSION x\nEXPRESSION [ y ]");
    check("x\n{ }", "EXPRESSION x\nSTATEMENT { }");
    check("x\n!y", "EXPRESSION x\nEXPRESSION ! y");
    check("x\n@A class B { }", "EXPRESSION x\nTYPE @ A class B { }");
    check("int x = 1\n<T> T f() { }", "VARIABLE int x = 1\nMETHOD < T > T f ( ) { }");
    check("i < j\ni > j", "EXPRESSION i < j\nEXPRESSION i > j");
    check("foo\nbar = 1", "EXPRESSION foo\nEXPRESSION bar = 1");
  }

  @Test
  void a_part_of_a_statement_may_start_a_line() {
    check(
        "if (a) { }\nelse if (b) { }\nelse { }",
        "STATEMENT if ( a ) { } else if ( b ) { } else { }");
    check(
        "if (a)\n  b();\nelse\n  c();\nd", "STATEMENT if ( a ) b ( ) ; else c ( ) ;\nEXPRESSION d");
    check(
        "try { }\ncatch (A a) { }\nfinally { }", "STATEMENT try { } catch ( A a ) { } finally { }");
    check(
        "do { }\nwhile (a)\nwhile (b) { }",
        "STATEMENT do { } while ( a )\nSTATEMENT while ( b ) { }");
    check(
        "while (a)\n  for (;;)\n    if (b) c();\n    else d();\ne",
        "STATEMENT while ( a ) for ( ; ; ) if ( b ) c ( ) ; else d ( ) ;\nEXPRESSION e");
    check(
        "@Override\npublic\nString toString()\n{ }",
        "METHOD @ Override public String toString ( ) { }");
    check("@Deprecated\nint x", "VARIABLE @ Deprecated int x");
    check(
        "class A<T>\n  extends B<T>\n  implements C, D\n{ }",
        "TYPE class A < T > extends B < T > implements C , D { }");
    check(
        "class A extends B<int[]> implements C<Map<String, long[][]>> { }",
        "TYPE class A extends B < int [ ] > implements C < Map < String , long [ ] [ ] >> { }");
    check("sealed interface A\n  permits B,\n  C { }", "TYPE sealed interface A permits B , C { }");
    check("void f()\n  throws A, b.C\n{ }", "METHOD void f ( ) throws A , b . C { }");
    check("int[] a = new int[]\n{1};", "VARIABLE int [ ] a = new int [ ] { 1 } ;");
    check("A a = new A<B>(1)\n{\n  int x;\n};", "VARIABLE A a = new A < B > ( 1 ) { int x ; } ;");
    check("A a = new A(1)\n{ int x; }", "VARIABLE A a = new A ( 1 )\nSTATEMENT { int x ; }");
    check("int x = switch (y)\n{ }", "VARIABLE int x = switch ( y ) { }");
    check("x = (int)\ny", "EXPRESSION x = ( int ) y");
  }

  @Test
  void several_statements_may_share_a_line() {
    check(
        "int a = 1; int b = 2; a + b",
        "VARIABLE int a = 1 ;\nVARIABLE int b = 2 ;\nEXPRESSION a + b");
    check(
        "if (a) b(); c(); { } d",
        "STATEMENT if ( a ) b ( ) ;\nEXPRESSION c ( ) ;\nSTATEMENT { }\nEXPRESSION d");
    check(
        "class A { } int f() { } ; f()",
        "TYPE class A { }\nMETHOD int f ( ) { }\nEMPTY ;\nEXPRESSION f ( )");
  }

  @Test
  void a_return_shows_its_value() {
    check("return x + 1;", "RETURN return x + 1 ;");
    check("return x\ny", "RETURN return x\nEXPRESSION y");
    check("if (a) return x;", "STATEMENT if ( a ) return x ;");
  }

  @Test
  void contextual_words_are_names_elsewhere() {
    check(
        "record.foo(); sealed = 1; yield(1)",
        "EXPRESSION record . foo ( ) ;\nEXPRESSION sealed = 1 ;\nEXPRESSION yield ( 1 )");
    check("int permits = non-sealed;", "VARIABLE int permits = non - sealed ;");
    check("non-sealed class A { }", "TYPE non-sealed class A { }");
    check("non-sealed\n@B class A { }", "TYPE non-sealed @ B class A { }");
    check("record foo(int x) { }", "TYPE record foo ( int x ) { }");
    check("record\nfoo(1)", "EXPRESSION record\nEXPRESSION foo ( 1 )");
  }

  @Test
  void types_of_all_kinds_declare() {
    check(
        "java.util.@A List<@B(x < 1) String @C [] []> l",
        "VARIABLE java . util . @ A List < @ B ( x < 1 ) String @ C [ ] [ ] > l");
    check(
        "Map<A, Map<B, Set<? extends C[]>>> m",
        "VARIABLE Map < A , Map < B , Set < ? extends C [ ] >>> m");
    check("Outer<A>.Inner<B> f(C... c) { }", "METHOD Outer < A > . Inner < B > f ( C ... c ) { }");
    check(
        "<A, B extends C<A> & D> void f() { }",
        "METHOD < A , B extends C < A > & D > void f ( ) { }");
    check("a < b ? c : d", "EXPRESSION a < b ? c : d");
    check("a < (b) > c", "EXPRESSION a < ( b ) > c");
    check("a[0][1] = 2", "EXPRESSION a [ 0 ] [ 1 ] = 2");
    check("main(String[] args) { }", "METHOD main ( String [ ] args ) { }");
    check("import module java.base;", "IMPORT import module java . base ;");
    check("package a.b;\nimport c.*", "PACKAGE package a . b ;\nIMPORT import c . *");
  }

  @Test
  void a_switch_has_a_value_if_an_arm_is_one_or_yields_one() {
    check(
        "switch (x) { case 1 -> \"a\"; default -> \"b\"; }",
        "EXPRESSION switch ( x ) { case 1 -> \"a\" ; default -> \"b\" ; }");
    check("switch (x) { case 1: yield 5; }", "EXPRESSION switch ( x ) { case 1 : yield 5 ; }");
    check("switch (x) { case 1 -> foo(); }", "STATEMENT switch ( x ) { case 1 -> foo ( ) ; }");
    check("switch (x) { case 1 -> y = 2; }", "STATEMENT switch ( x ) { case 1 -> y = 2 ; }");
    check(
        "switch (x) { case 1 -> { y(z -> 2); } }",
        "STATEMENT switch ( x ) { case 1 -> { y ( z -> 2 ) ; } }");
    check(
        "switch (x) { default -> y(); }\n.foo()",
        "EXPRESSION switch ( x ) { default -> y ( ) ; } . foo ( )");
  }

  @Test
  void what_is_broken_takes_little_with_it() {
    check("int x =\nint y = 1;", "BROKEN int x =\nVARIABLE int y = 1 ;");
    check("foo.\nList<A> l = b;", "BROKEN foo .\nVARIABLE List < A > l = b ;");
    check("foo(1\nint y = 1;", "BROKEN foo ( 1\nVARIABLE int y = 1 ;");
    check("String s = \"a;\nint y = 1;", "BROKEN String s = \"a;\nVARIABLE int y = 1 ;");
    check(
        "void f() {\n  delete();\nint y = 1;",
        "BROKEN void f ( ) { delete ( ) ;\nVARIABLE int y = 1 ;");
    check("foo()); bar();", "BROKEN foo ( ) ) ;\nEXPRESSION bar ( ) ;");
    check("}\nfoo();", "BROKEN }\nEXPRESSION foo ( ) ;");
    check("int x = 1\n}\ny", "VARIABLE int x = 1\nBROKEN }\nEXPRESSION y");
    check("class A\nint x;", "BROKEN class A\nVARIABLE int x ;");
    check("if (x)\nimport a;", "BROKEN if ( x )\nIMPORT import a ;");
    check("else { }\nfoo();", "BROKEN else { }\nEXPRESSION foo ( ) ;");
    check("try { }\nfoo();", "BROKEN try { }\nEXPRESSION foo ( ) ;");
    check("int f()\nfoo();", "BROKEN int f ( )\nEXPRESSION foo ( ) ;");
    check("import java.\nint x;", "BROKEN import java .\nVARIABLE int x ;");
    check("@Dep\nimport a;", "BROKEN @ Dep\nIMPORT import a ;");
    check("# Title\nint x;", "BROKEN # Title\nVARIABLE int x ;");
    check("x +", "BROKEN x +");
    check(
        "for (int i = 0; i < 9\n  foo();\nbar();",
        "BROKEN for ( int i = 0 ; i < 9 foo ( ) ;\nEXPRESSION bar ( ) ;");
  }

  @Test
  void no_tokens_are_no_snippets() {
    check("", "");
    check(";;", "EMPTY ;\nEMPTY ;");
  }
}
