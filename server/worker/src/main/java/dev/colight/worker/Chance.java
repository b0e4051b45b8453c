package dev.colight.worker;

import java.io.PrintStream;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Takes away what a JVM leaves to chance when it starts, so that two runs of the same document show
 * the same: the order of {@code Map.of} and {@code Set.of}, which is another one in each process on
 * purpose, and the identity hash codes of what the platform has made.
 */
public final class Chance {
  /**
   * Options of the JVM without which {@link #fixOrder} comes too late for some: while a JVM starts
   * it goes through so many immutable sets that their iterators are compiled by then, with the
   * start's order as a constant. This has them wait a hundred times as long, by far enough.
   */
  public static final List<String> OPTIONS =
      List.of(
          "-XX:CompileCommand=quiet",
          waiting("SetN$SetNIterator"),
          waiting("MapN$MapNIterator"),
          waiting("Set12*"));

  /** Enums of the platform by which people group. */
  private static final List<Class<?>> ENUMS =
      List.of(
          DayOfWeek.class,
          Month.class,
          ChronoUnit.class,
          ChronoField.class,
          TextStyle.class,
          TimeUnit.class,
          RoundingMode.class,
          Thread.State.class);

  /**
   * Classes of the platform by which people group, or which are in the signatures of what is linked
   * when it is first called: that needs their hash codes too.
   */
  private static final List<Class<?>> CLASSES =
      List.of(
          void.class,
          boolean.class,
          byte.class,
          char.class,
          short.class,
          int.class,
          long.class,
          float.class,
          double.class,
          Object.class,
          Object[].class,
          String.class,
          String[].class,
          int[].class,
          CharSequence.class,
          Character.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Number.class,
          Integer.class,
          Integer[].class,
          Long.class,
          Float.class,
          Double.class,
          Void.class,
          Class.class,
          Enum.class,
          Record.class,
          Comparable.class,
          Iterable.class,
          Runnable.class,
          Thread.class,
          Throwable.class,
          Exception.class,
          RuntimeException.class,
          StringBuilder.class,
          PrintStream.class,
          Arrays.class,
          ArrayDeque.class,
          ArrayList.class,
          Collection.class,
          Collections.class,
          Comparator.class,
          Deque.class,
          HashMap.class,
          HashSet.class,
          Iterator.class,
          LinkedHashMap.class,
          LinkedHashSet.class,
          LinkedList.class,
          List.class,
          Map.class,
          Map.Entry.class,
          Objects.class,
          Optional.class,
          OptionalDouble.class,
          OptionalInt.class,
          Random.class,
          Set.class,
          TreeMap.class,
          TreeSet.class,
          Callable.class,
          BiConsumer.class,
          BiFunction.class,
          BiPredicate.class,
          BinaryOperator.class,
          BooleanSupplier.class,
          Consumer.class,
          DoubleBinaryOperator.class,
          DoubleFunction.class,
          DoubleUnaryOperator.class,
          Function.class,
          IntBinaryOperator.class,
          IntConsumer.class,
          IntFunction.class,
          IntPredicate.class,
          IntSupplier.class,
          IntToDoubleFunction.class,
          IntToLongFunction.class,
          IntUnaryOperator.class,
          LongBinaryOperator.class,
          LongFunction.class,
          LongUnaryOperator.class,
          ObjIntConsumer.class,
          Predicate.class,
          Supplier.class,
          ToDoubleFunction.class,
          ToIntBiFunction.class,
          ToIntFunction.class,
          ToLongFunction.class,
          UnaryOperator.class,
          Collector.class,
          Collectors.class,
          DoubleStream.class,
          IntStream.class,
          LongStream.class,
          Stream.class,
          BigDecimal.class,
          BigInteger.class,
          Duration.class,
          Instant.class,
          LocalDate.class,
          LocalTime.class,
          LocalDateTime.class);

  private Chance() {}

  private static String waiting(String nested) {
    return "-XX:CompileCommand=CompileThresholdScaling,java.util.ImmutableCollections$"
        + nested
        + "::*,100.0";
  }

  /** Gives immutable sets and maps their order; tells whether they have taken it. */
  static boolean fixOrder() {
    Class<?> collections;
    try {
      collections = Class.forName("java.util.ImmutableCollections");
    } catch (ClassNotFoundException e) {
      return false; // another JVM, with an order of its own
    }
    // They decide where iteration begins and which way it goes, and nothing else.
    return set(collections, "SALT32L", Long.BYTES) && set(collections, "REVERSE", 1);
  }

  /** Gives the platform's own constants and classes their identity hash codes. */
  static void fixHashes() {
    ENUMS.forEach(IdentityHashes::giveToConstants);
    CLASSES.forEach(IdentityHashes::give);
  }

  private static boolean set(Class<?> type, String name, int bytes) {
    try {
      Field field = type.getDeclaredField(name);
      if (!field.getType().isPrimitive()) {
        return false;
      }
      Memory.setBits(Memory.staticBase(field), Memory.offset(field, true), bytes, 0);
      return true;
    } catch (NoSuchFieldException e) {
      return false; // another version, with an order of its own
    }
  }
}
