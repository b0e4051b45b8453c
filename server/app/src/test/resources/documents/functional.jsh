// # Functions as values

// ## Composition

Function<Integer, Integer> twice = x -> 2 * x;
Function<Integer, Integer> inc = x -> x + 1;
twice.compose(inc).apply(10)
twice.andThen(inc).apply(10)
Function.<String>identity().apply("same")
UnaryOperator<String> shout = String::toUpperCase;
shout.andThen(s -> s + "!").apply("hey")

@SafeVarargs static <T> Function<T, T> pipe(Function<T, T>... steps) {
  return Arrays.stream(steps).reduce(Function.identity(), Function::andThen);
}

pipe(twice, inc, twice).apply(5)
pipe().apply("nothing to do")

// ## Currying

<A, B, C> Function<A, Function<B, C>> curry(BiFunction<A, B, C> f) {
  return a -> b -> f.apply(a, b);
}

<A, B, C> BiFunction<A, B, C> uncurry(Function<A, Function<B, C>> f) {
  return (a, b) -> f.apply(a).apply(b);
}

Function<Integer, Function<Integer, Integer>> power = curry((base, n) -> (int) Math.pow(base, n));
power.apply(2).apply(10)
Stream.of(1, 2, 3).map(power.apply(3)).toList()
uncurry(power).apply(5, 3)
Function<Integer, Function<Integer, Function<Integer, Integer>>> volume = a -> b -> c -> a * b * c;
volume.apply(2).apply(3).apply(4)

interface TriFunction<A, B, C, R> {
  R apply(A a, B b, C c);

  default <S> TriFunction<A, B, C, S> andThen(Function<? super R, ? extends S> after) {
    return (a, b, c) -> after.apply(apply(a, b, c));
  }
}

TriFunction<Integer, Integer, Integer, Integer> clamp = (low, x, high) -> Math.max(low, Math.min(x, high));
clamp.andThen(x -> "clamped to " + x).apply(0, 42, 10)

// ## Predicates

Predicate<String> empty = String::isEmpty;
Predicate<String> longish = s -> s.length() > 3;
Stream.of("", "a", "word", "sentence").filter(empty.or(longish).negate()).toList()
Stream.of("", "a", "word").filter(Predicate.not(empty).and(longish)).count()
Stream.of(1, null, 3).filter(Objects::nonNull).toList()

// ## Result: a value, or why there is none

abstract class Result<T> {
  static <T> Result<T> of(Callable<T> attempt) {
    try {
      return new Ok<>(attempt.call());
    } catch (Exception e) {
      return new Failed<>(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  abstract <R> Result<R> then(Function<? super T, Result<R>> next);

  abstract T orElse(T other);

  <R> Result<R> map(Function<? super T, ? extends R> f) {
    return then(value -> Result.of(() -> f.apply(value)));
  }

  static class Ok<T> extends Result<T> {
    private final T value;

    Ok(T value) {
      this.value = value;
    }

    <R> Result<R> then(Function<? super T, Result<R>> next) {
      return next.apply(value);
    }

    T orElse(T other) {
      return value;
    }

    public String toString() {
      return "Ok(" + value + ")";
    }
  }

  static class Failed<T> extends Result<T> {
    private final String why;

    Failed(String why) {
      this.why = why;
    }

    <R> Result<R> then(Function<? super T, Result<R>> next) {
      return new Failed<>(why);
    }

    T orElse(T other) {
      return other;
    }

    public String toString() {
      return "Failed(" + why + ")";
    }
  }
}

Result<Integer> number(String s) {
  return Result.of(() -> Integer.parseInt(s));
}

number("42").map(n -> n / 2)
number("4x2").map(n -> n / 2)
number("0").map(n -> 10 / n)
number("7").then(n -> n % 2 == 0 ? number("2") : number("odd")).orElse(-1)

// ## Laziness

class Lazy<T> implements Supplier<T> {
  private Supplier<? extends T> source;
  private T value;

  Lazy(Supplier<? extends T> source) {
    this.source = source;
  }

  @Override
  public T get() {
    if (source != null) {
      value = source.get();
      source = null;
    }
    return value;
  }
}

Lazy<Integer> expensive = new Lazy<>(() -> {
  System.out.println("computing");
  return 6 * 7;
});
expensive.get() + expensive.get()

// ## Church counts with functions alone

interface Church<T> extends Function<Function<T, T>, Function<T, T>> {}

Church<Integer> zero = f -> x -> x;
<T> Church<T> next(Church<T> n) {
  return f -> x -> f.apply(n.apply(f).apply(x));
}
<T> Church<T> plus(Church<T> a, Church<T> b) {
  return f -> x -> a.apply(f).apply(b.apply(f).apply(x));
}
var two = next(next(zero));
plus(two, next(two)).apply(n -> n + 1).apply(0)

Supplier<Supplier<String>> nested = () -> () -> "inner";
nested.get().get()
((IntBinaryOperator) Math::max).applyAsInt(3, 9)
BiFunction<String, Integer, Character> at = String::charAt;
at.apply("java", 2)

at.apply("java", 4)   // throws StringIndexOutOfBoundsException

Function<Integer, int[]> make = int[]::new;
make.apply(3)
