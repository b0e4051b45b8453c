sealed interface Expr permits Num, Add, Var {}

record Num(int v) implements Expr {}

record Add(Expr l, Expr r) implements Expr {}

record Var(String name, Map<String, Integer> env) implements Expr {}

int eval(Expr e) {
  if (e instanceof Num n) return n.v();
  if (e instanceof Add a) return eval(a.l()) + eval(a.r());
  if (e instanceof Var v) return v.env().computeIfAbsent(v.name(), k -> k.length());
  throw new IllegalArgumentException();
}

var env = new TreeMap<String, Integer>()

Expr x = new Add(new Num(1), new Var("abc", env))

eval(x)

env

env.put("abc", 10)

eval(x)

x.equals(new Add(new Num(1), new Var("abc", new TreeMap<>(env))))

var memo = new HashMap<Expr, Integer>()

memo.computeIfAbsent(x, y -> eval(y))

env.clear()

memo.containsKey(x)

memo.get(x) + eval(x)
