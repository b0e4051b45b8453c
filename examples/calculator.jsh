// # A calculator in one page
//
// From characters to tokens, from tokens to a tree, from the tree to a number:
// the three steps of every interpreter.

// ## The tree
//
// A sealed interface lists all that an expression can be, and nothing else can join.

sealed interface Expr {
  record Num(double value) implements Expr {}
  record Var(String name) implements Expr {}
  record Neg(Expr of) implements Expr {}
  record Bin(char op, Expr left, Expr right) implements Expr {}
  record Call(String function, List<Expr> arguments) implements Expr {}
}

// ## Tokens

class SyntaxException extends RuntimeException {
  final int at;

  SyntaxException(String message, int at) {
    super(message + " at " + at);
    this.at = at;
  }
}

Pattern token = Pattern.compile("\\s*(?:(\\d+(?:\\.\\d+)?)|([a-z]+)|([-+*/^(),]))");

List<String> tokens(String text) {
  String source = text.strip();
  var result = new ArrayList<String>();
  Matcher matcher = token.matcher(source);
  int at = 0;
  while (at < source.length()) {
    if (!matcher.find(at) || matcher.start() != at) {
      throw new SyntaxException("no token: " + source.substring(at).strip(), at);
    }
    result.add(matcher.group().strip());
    at = matcher.end();
  }
  return result;
}

tokens("2*(x + 3.5)")
tokens("sin(x)^2").size()

// A letter out of place is told with its position.

tokens("2 # 3")   // throws SyntaxException

// ## The parser
//
// One method per level of precedence; `^` binds to the right, all others to the left.

class Parser {
  private final List<String> tokens;
  private int next = 0;

  Parser(String source) {
    tokens = tokens(source);
  }

  Expr parse() {
    Expr expr = sum();
    if (next < tokens.size()) {
      throw new SyntaxException("left over: " + tokens.subList(next, tokens.size()), next);
    }
    return expr;
  }

  private Expr sum() {
    Expr left = product();
    while (peek("+") || peek("-")) {
      left = new Expr.Bin(take().charAt(0), left, product());
    }
    return left;
  }

  private Expr product() {
    Expr left = power();
    while (peek("*") || peek("/")) {
      left = new Expr.Bin(take().charAt(0), left, power());
    }
    return left;
  }

  private Expr power() {
    if (peek("-")) {
      take();
      return new Expr.Neg(power());
    }
    Expr base = atom();
    return peek("^") ? new Expr.Bin(take().charAt(0), base, power()) : base;
  }

  private Expr atom() {
    if (next == tokens.size()) throw new SyntaxException("something is missing", next);
    String token = take();
    if (token.equals("(")) {
      Expr inner = sum();
      expect(")");
      return inner;
    }
    if (Character.isDigit(token.charAt(0))) return new Expr.Num(Double.parseDouble(token));
    if (!Character.isLetter(token.charAt(0))) throw new SyntaxException("no value: " + token, next - 1);
    if (!peek("(")) return new Expr.Var(token);
    take();
    var arguments = new ArrayList<Expr>();
    do {
      arguments.add(sum());
    } while (peek(",") && take() != null);
    expect(")");
    return new Expr.Call(token, arguments);
  }

  private boolean peek(String token) {
    return next < tokens.size() && tokens.get(next).equals(token);
  }

  private String take() {
    return tokens.get(next++);
  }

  private void expect(String token) {
    if (!peek(token)) throw new SyntaxException("expected " + token, next);
    take();
  }
}

Expr parse(String source) {
  return new Parser(source).parse();
}

parse("1 + 2 * x")
parse("-2^2")

// ## Meaning

double eval(Expr expr, Map<String, Double> variables) {
  if (expr instanceof Expr.Num num) return num.value();
  if (expr instanceof Expr.Neg neg) return -eval(neg.of(), variables);
  if (expr instanceof Expr.Var v) {
    Double value = variables.get(v.name());
    if (value == null) throw new NoSuchElementException("no variable " + v.name());
    return value;
  }
  if (expr instanceof Expr.Bin bin) {
    double left = eval(bin.left(), variables), right = eval(bin.right(), variables);
    return switch (bin.op()) {
      case '+' -> left + right;
      case '-' -> left - right;
      case '*' -> left * right;
      case '/' -> left / right;
      default -> Math.pow(left, right);
    };
  }
  var call = (Expr.Call) expr;
  var arguments = call.arguments().stream().mapToDouble(e -> eval(e, variables)).toArray();
  return switch (call.function()) {
    case "max" -> Arrays.stream(arguments).max().getAsDouble();
    case "sqrt" -> Math.sqrt(arguments[0]);
    default -> {
      throw new NoSuchElementException("no function " + call.function());
    }
  };
}

double calc(String source) {
  return eval(parse(source), Map.of("pi", Math.PI, "x", 4.0));
}

calc("1 + 2 * 3")
calc("2^3^2")
calc("10 - 4 - 3")
calc("max(1, x, 3) * sqrt(16)")

// What goes wrong says why.

calc("(1 + 2")   // throws SyntaxException

calc("2 * y")   // throws NoSuchElementException

// ## A tree can be written back

String show(Expr expr) {
  if (expr instanceof Expr.Num n) return n.value() % 1 == 0 ? "" + (long) n.value() : "" + n.value();
  if (expr instanceof Expr.Var v) return v.name();
  if (expr instanceof Expr.Neg n) return "-" + show(n.of());
  if (expr instanceof Expr.Bin b) return "(" + show(b.left()) + " " + b.op() + " " + show(b.right()) + ")";
  if (expr instanceof Expr.Call c) {
    return c.function() + c.arguments().stream().map(a -> show(a)).collect(Collectors.joining(", ", "(", ")"));
  }
  throw new AssertionError(expr);
}

for (String source : List.of("1+2*3", "2^3^2", "-x/max(2, x)", "0.5*pi")) {
  System.out.println(source + "  =>  " + show(parse(source)) + "  =  " + calc(source));
}
