// # Five ways to sort
//
// Each takes an array of int, sorts it in place, and counts what it does.

class Counter {
  long compares, swaps;

  boolean less(int a, int b) {
    compares++;
    return a < b;
  }

  void swap(int[] a, int i, int j) {
    swaps++;
    int t = a[i];
    a[i] = a[j];
    a[j] = t;
  }
}

@FunctionalInterface interface Sorter {
  void sort(int[] a, Counter count);
}

// ## The slow ones

void bubble(int[] a, Counter count) {
  boolean swapped;
  int end = a.length;
  do {
    swapped = false;
    for (int i = 1; i < end; i++) {
      if (count.less(a[i], a[i - 1])) {
        count.swap(a, i, i - 1);
        swapped = true;
      }
    }
    end--;
  } while (swapped);
}

void selection(int[] a, Counter count) {
  for (int i = 0; i < a.length - 1; i++) {
    int least = i;
    for (int j = i + 1; j < a.length; j++) if (count.less(a[j], a[least])) least = j;
    if (least != i) count.swap(a, i, least);
  }
}

void insertion(int[] a, Counter count) {
  for (int i = 1; i < a.length; i++) {
    for (int j = i; j > 0 && count.less(a[j], a[j - 1]); j--) count.swap(a, j, j - 1);
  }
}

// ## The fast ones

void quick(int[] a, int low, int high, Counter count) {
  if (low >= high) return;
  int pivot = a[(low + high) >>> 1], i = low, j = high;
  while (i <= j) {
    while (count.less(a[i], pivot)) i++;
    while (count.less(pivot, a[j])) j--;
    if (i <= j) count.swap(a, i++, j--);
  }
  quick(a, low, j, count);
  quick(a, i, high, count);
}

void quick(int[] a, Counter count) {
  quick(a, 0, a.length - 1, count);
}

void heap(int[] a, Counter count) {
  for (int i = a.length / 2 - 1; i >= 0; i--) sink(a, i, a.length, count);
  for (int end = a.length - 1; end > 0; end--) {
    count.swap(a, 0, end);
    sink(a, 0, end, count);
  }
}

void sink(int[] a, int node, int end, Counter count) {
  for (int child = 2 * node + 1; child < end; child = 2 * node + 1) {
    if (child + 1 < end && count.less(a[child], a[child + 1])) child++;
    if (!count.less(a[node], a[child])) return;
    count.swap(a, node, child);
    node = child;
  }
}

// ## All against all

int[] sample = {5, 2, 9, 1, 5, 6, -3, 0};
int[] copy = sample.clone();
quick(copy, new Counter());
copy
sample

int[] random(int n, long seed) {
  return new Random(seed).ints(n, 0, 1000).toArray();
}

Map<String, Sorter> sorters = new LinkedHashMap<>();
sorters.put("bubble", (a, c) -> bubble(a, c));
sorters.put("selection", (a, c) -> selection(a, c));
sorters.put("insertion", (a, c) -> insertion(a, c));
sorters.put("quick", (a, c) -> quick(a, c));
sorters.put("heap", (a, c) -> heap(a, c));

int n = 200;
int[] expected = random(n, 7);
Arrays.sort(expected);
sorters.forEach((name, sorter) -> {
  int[] a = random(n, 7);
  Counter count = new Counter();
  sorter.sort(a, count);
  System.out.printf("%-10s %6d compares %6d swaps %s%n", name, count.compares, count.swaps, Arrays.equals(a, expected) ? "" : "WRONG");
});

// What if it is in order already?

int[] ordered = IntStream.range(0, 100).toArray();
long comparesOf(String name) {
  Counter count = new Counter();
  sorters.get(name).sort(ordered.clone(), count);
  return count.compares;
}

comparesOf("insertion")
comparesOf("bubble")
comparesOf("selection")

comparesOf("bogo")   // throws NullPointerException

// ## Merging, without places to swap

int[] merge(int[] a, int[] b) {
  int[] result = new int[a.length + b.length];
  for (int i = 0, j = 0, k = 0; k < result.length; k++) {
    result[k] = j == b.length || i < a.length && a[i] <= b[j] ? a[i++] : b[j++];
  }
  return result;
}

int[] mergeSort(int[] a) {
  if (a.length < 2) return a;
  int half = a.length / 2;
  return merge(mergeSort(Arrays.copyOfRange(a, 0, half)), mergeSort(Arrays.copyOfRange(a, half, a.length)));
}

mergeSort(sample)
Arrays.equals(mergeSort(random(n, 7)), expected)
Arrays.binarySearch(expected, expected[17]) >= 0

new int[] {1, 2, 3}[3]   // throws ArrayIndexOutOfBoundsException
