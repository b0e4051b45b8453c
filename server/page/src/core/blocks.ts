const BUCKETS = 128;

/**
 * A map by id of which a changed copy costs little: ten thousand blocks get ten thousand results,
 * one by one, and copying all of them for each would take longer than running them. What did not
 * change is shared with the copy.
 */
export class Blocks<V> {
  static readonly NONE: Blocks<never> = new Blocks(
    Array.from({ length: BUCKETS }, () => new Map<string, never>()),
    0,
  );

  private constructor(
    private readonly buckets: readonly ReadonlyMap<string, V>[],
    readonly size: number,
  ) {}

  static of<V>(entries: Iterable<readonly [string, V]>): Blocks<V> {
    const buckets = Array.from({ length: BUCKETS }, () => new Map<string, V>());
    for (const [id, value] of entries) {
      buckets[bucketOf(id)]?.set(id, value);
    }
    return new Blocks(
      buckets,
      buckets.reduce((size, bucket) => size + bucket.size, 0),
    );
  }

  get(id: string): V | undefined {
    return this.buckets[bucketOf(id)]?.get(id);
  }

  has(id: string): boolean {
    return this.buckets[bucketOf(id)]?.has(id) ?? false;
  }

  /** Returns the values, in no order. */
  *values(): Iterable<V> {
    for (const bucket of this.buckets) {
      yield* bucket.values();
    }
  }

  /** Returns the ids, in no order. */
  *keys(): Iterable<string> {
    for (const bucket of this.buckets) {
      yield* bucket.keys();
    }
  }

  /** Returns all there is, in no order. */
  *[Symbol.iterator](): Iterator<[string, V]> {
    for (const bucket of this.buckets) {
      yield* bucket;
    }
  }

  with(id: string, value: V): Blocks<V> {
    return this.changed([[id, value]], []);
  }

  /** Returns the map with some entries more, or others, and without some. */
  changed(put: Iterable<readonly [string, V]>, removed: Iterable<string>): Blocks<V> {
    const buckets = [...this.buckets];
    const own = new Map<number, Map<string, V>>();
    const bucket = (id: string): Map<string, V> => {
      const at = bucketOf(id);
      const known = own.get(at);
      if (known !== undefined) {
        return known;
      }
      const copy = new Map(this.buckets[at]);
      own.set(at, copy);
      buckets[at] = copy;
      return copy;
    };
    let { size } = this;
    for (const id of removed) {
      size -= bucket(id).delete(id) ? 1 : 0;
    }
    for (const [id, value] of put) {
      const into = bucket(id);
      size += into.has(id) ? 0 : 1;
      into.set(id, value);
    }
    return new Blocks(buckets, size);
  }
}

function bucketOf(id: string): number {
  let hash = 0;
  for (let i = 0; i < id.length; i++) {
    hash = (hash * 31 + id.charCodeAt(i)) | 0;
  }
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}
