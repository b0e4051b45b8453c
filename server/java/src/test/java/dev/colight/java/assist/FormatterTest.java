package dev.colight.java.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.execution.Assistant.Indent;
import dev.colight.java.split.Token;
import dev.colight.java.split.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormatterTest extends WithLanguage {
  private static final Indent TWO = new Indent(2, false);

  private static String format(EditedDocument document, int first, int last, Indent indent) {
    var scene = document.scene();
    return EditedDocument.apply(
            scene.document().text(), language.assistant().format(scene, first, last, indent))
        .toString();
  }

  private static String atRest(String text, int first, int last, Indent indent) {
    try (EditedDocument document = new EditedDocument(language)) {
      document.openAtRest(text);
      return format(document, first, last, indent);
    }
  }

  private static String format(String text) {
    return atRest(text, 0, Integer.MAX_VALUE, TWO);
  }

  @Test
  void spaces_are_put_where_java_has_them() {
    assertEquals("int a = 1 + 2 * -3", format("int  a=1+2*-3"));
    assertEquals(
        "for (int i = 0; i < 3; i++) { f(i, -i); }", format("for(int i=0 ;i<3;i ++){f( i,- i );}"));
    assertEquals("boolean b = 2 > n || 1 << 3 > n && a<c;", format("boolean b=2>n||1<<3>n&&a<c;"));
    assertEquals(
        "List<Map<String, int[]>> all = new ArrayList<>();",
        format("List <Map< String,int []>>all=new ArrayList <> ();"));
    assertEquals(
        "<T extends Comparable<T>> T most(T... all) { return all[0]; }",
        format("<T extends Comparable<T>>T most(T...all){return all [ 0 ];}"));
    assertEquals("int[] xs = {1, 2};", format("int [] xs={1,2};"));
    assertEquals(
        "Function<Integer, Integer> g = x -> -x;", format("Function<Integer,Integer> g=x->- x;"));
    assertEquals(
        "var d = (double) 1 / 2; boolean b = !true; String s = b ? \"a  b\" : \"\";",
        format("var d=(double)1/2;boolean b=! true;String s=b?\"a  b\": \"\";"));
    assertEquals(
        "try { throw new Exception(); } catch (Exception | Error e) {}",
        format("try{throw new Exception();}catch(Exception|Error e){ }"));
    assertEquals(
        "switch (1) { case 1 -> {} default -> {} }", format("switch(1){case 1->{}default->{}}"));
    assertEquals(
        "int k = 1; k = k - -k; k = k++ + ++k; k++;", format("int k=1;k=k- -k;k=k++ + ++k;k ++;"));
    assertEquals(
        "@Deprecated(since = \"1\") record P<T>(T t) {}",
        format("@Deprecated (since=\"1\")record P <T> (T t){}"));
    assertEquals(
        "Stream.of(1).map(Integer::toString).<Object>map(x -> x).toList()",
        format("Stream . of(1).map(Integer :: toString).<Object> map(x->x) .toList()"));
  }

  @Test
  void code_is_indented_by_its_braces_and_what_goes_on_moves_along() {
    String text =
        """
        class A extends
            Object {
              @Override
              public String toString() {
        // why
              if (true)
                return Stream.of(1,
                                 2)
                    .map(x -> {
                    return x;
                      })
                    .toList().toString();
                else { return ""; }
            }
                enum Kind {
              ONE,
                TWO
              }
        /**
          * Documented.
          */
        int f(int n) {
            switch (n) {
            case 1:
            return 1;
            default: // none
            return 2;
            }
          }
        }
        """;
    assertEquals(
        """
        class A extends
            Object {
          @Override
          public String toString() {
            // why
            if (true)
              return Stream.of(1,
                               2)
                  .map(x -> {
                    return x;
                  })
                  .toList().toString();
            else { return ""; }
          }
          enum Kind {
            ONE,
            TWO
          }
          /**
           * Documented.
           */
          int f(int n) {
            switch (n) {
              case 1:
                return 1;
              default: // none
                return 2;
            }
          }
        }
        """,
        format(text));
  }

  @Test
  void lines_without_semicolons_stay_lines_and_comments_and_text_blocks_stay() {
    String text =
        """
           int a = 1   // one
           a   +   1  /* two */
          String s = \"""
                 as
              it  is
              \""" +   a
        """;
    assertEquals(
        """
        int a = 1   // one
        a + 1  /* two */
        String s = \"""
                 as
              it  is
              \""" + a
        """,
        format(text));
  }

  @Test
  void directives_stay_where_they_count_and_no_comment_becomes_one() {
    String text =
        """
        void  f() {
        //DEPS a:b:1
          }
          //JAVA 99
        int   a = 1;
        """;
    assertEquals(
        """
        void f() {
        //DEPS a:b:1
        }
          //JAVA 99
        int a = 1;
        """,
        format(text));
  }

  @Test
  void a_block_that_does_not_parse_stays_and_others_do_not() {
    assertEquals("int  a = (\n\nint b = 1\n\n} x  y", format("int  a = (\n\nint  b=1\n\n} x  y"));
  }

  @Test
  void only_lines_that_are_asked_about_change_and_with_the_tabs_that_are_wanted() {
    String text =
        "int  a=1;\n\nvoid f() {\n  int b  = 2;\n  if (true) {\n  int c;\n  }\n}\n\nint  d=3;";
    assertEquals(
        text.replace("  if (true) {\n  int c;\n  }", "\tif (true) {\n\t\tint c;\n\t}"),
        atRest(text, 4, 6, new Indent(4, true)));
  }

  static Stream<Path> documents() throws IOException {
    Path examples = Path.of("../../examples");
    Path documents = Path.of("../app/src/test/resources/documents");
    try (Stream<Path> some = Files.list(examples);
        Stream<Path> more = Files.list(documents)) {
      return Stream.concat(some, more)
          .filter(file -> file.toString().endsWith(".jsh"))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** Spaces are taken away and added at random, as far as that changes no token. */
  private static String disturbed(String text, Random random) {
    StringBuilder result = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      String other = line.replaceAll("(?<=[=+,(){;]) (?=\\S)", random.nextBoolean() ? "" : "   ");
      other = random.nextInt(3) == 0 ? other.replaceFirst("^ +", "") : other;
      result.append(other).append('\n');
    }
    String made = result.substring(0, result.length() - 1);
    return tokens(made).equals(tokens(text)) ? made : text;
  }

  private static List<String> tokens(String text) {
    return Tokenizer.tokenize(text.lines().toList()).stream().map(Token::text).toList();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void real_documents_keep_their_tokens_and_their_blocks_and_do_not_change_again(Path file)
      throws IOException {
    for (int seed = 0; seed < 4; seed++) {
      String text = disturbed(Files.readString(file), new Random(seed));
      try (EditedDocument document = new EditedDocument(language)) {
        document.openAtRest(text);
        int blocks = document.scene().document().size();
        String once = format(document, 0, Integer.MAX_VALUE, TWO);
        assertEquals(tokens(text), tokens(once));
        document.type(once);
        assertEquals(blocks, document.scene().document().size());
        assertEquals(once, format(document, 0, Integer.MAX_VALUE, TWO), "seed " + seed);
      }
    }
  }
}
