package dev.colight.worker.render;

import dev.colight.display.Entries;
import dev.colight.display.Fields;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** What a value consists of, as far as it can be looked into. Nothing is copied or changed. */
interface Parts {
  /** Characters of a map's key that are shown. */
  int MAX_LABEL = 1_000;

  /** A part: an element, an entry, or a field. */
  record Part(@Nullable String label, @Nullable Object value) {}

  /** What a value is, as a tree names it. */
  String kind();

  int total();

  /** Returns parts from a place on. */
  List<Part> slice(int offset, int limit);

  /** Returns the parts of a value, or null where it has none. */
  static @Nullable Parts of(@Nullable Object value) {
    if (value == null || value instanceof CharSequence || value instanceof Enum<?>) {
      return null;
    } else if (value.getClass().isArray()) {
      return new Elements(Array.getLength(value), i -> Array.get(value, i));
    }
    boolean platform = Names.isOfPlatform(value.getClass());
    if (value instanceof Collection<?> collection && platform) {
      return collection instanceof List<?> list && list instanceof RandomAccess
          ? new Elements(list.size(), list::get)
          : new Iterated("list", collection.size(), Entries.of(collection), Parts::element);
    } else if (value instanceof Map<?, ?> map && platform) {
      return new Iterated("map", map.size(), Entries.of(map), Parts::entry);
    } else if (value instanceof Map.Entry<?, ?> entry && platform) {
      return new Fixed(
          List.of(new Part("key", entry.getKey()), new Part("value", entry.getValue())));
    } else if (value instanceof Optional<?> optional) {
      return optional.isEmpty() ? null : new Fixed(List.of(new Part("value", optional.get())));
    }
    List<Field> fields = platform ? List.of() : Fields.of(value.getClass());
    return fields.isEmpty() ? null : new OfObject(value, fields);
  }

  private static Part element(int index, @Nullable Object value) {
    return new Part(String.valueOf(index), value);
  }

  private static Part entry(int index, @Nullable Object value) {
    return value instanceof Map.Entry<?, ?> entry
        ? new Part(
            Summary.cut(Summary.text(entry.getKey(), Watch.PRESENT), MAX_LABEL), entry.getValue())
        : element(index, value);
  }

  /** Returns the place behind the last of a slice. */
  private static int end(int offset, int limit, int total) {
    return (int) Math.min(total, (long) offset + limit);
  }

  /** What can be got by its place. */
  record Elements(int total, Get get) implements Parts {
    interface Get {
      @Nullable Object at(int index);
    }

    @Override
    public String kind() {
      return "list";
    }

    @Override
    public List<Part> slice(int offset, int limit) {
      List<Part> parts = new ArrayList<>();
      for (int i = offset; i < end(offset, limit, total); i++) {
        parts.add(element(i, get.at(i)));
      }
      return parts;
    }
  }

  /** What can only be gone through. */
  record Iterated(String kind, int total, Iterable<?> all, Make make) implements Parts {
    interface Make {
      Part of(int index, @Nullable Object element);
    }

    @Override
    public List<Part> slice(int offset, int limit) {
      List<Part> parts = new ArrayList<>();
      Iterator<?> iterator = all.iterator();
      for (int i = 0; i < end(offset, limit, Integer.MAX_VALUE) && iterator.hasNext(); i++) {
        Object element = iterator.next();
        if (i >= offset) {
          parts.add(make.of(i, element));
        }
      }
      return parts;
    }
  }

  /** Parts that are known. */
  record Fixed(List<Part> parts) implements Parts {
    @Override
    public String kind() {
      return "object";
    }

    @Override
    public int total() {
      return parts.size();
    }

    @Override
    public List<Part> slice(int offset, int limit) {
      return parts.subList(Math.min(offset, total()), end(offset, limit, total()));
    }
  }

  /** The fields of an object. */
  record OfObject(Object object, List<Field> fields) implements Parts {
    @Override
    public String kind() {
      return "object";
    }

    @Override
    public int total() {
      return fields.size();
    }

    @Override
    public List<Part> slice(int offset, int limit) {
      List<Part> parts = new ArrayList<>();
      for (int i = offset; i < end(offset, limit, total()); i++) {
        Field field = fields.get(i);
        parts.add(new Part(field.getName(), Fields.get(field, object)));
      }
      return parts;
    }
  }
}
