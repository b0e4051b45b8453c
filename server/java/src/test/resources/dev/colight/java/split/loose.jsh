int fib(int n) {
return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

class Stack<T> {
T[] items;
int size;

void push(T t) {
if (size == items.length)
{
items = Arrays.copyOf(items, size * 2);
}
items[size++] = t;
}

T pop() { return items[--size]; }
}

int i = 0;
do {
	i++;
}
while (i < 10);

try {
	Integer.parseInt("x");
}
catch (NumberFormatException e) {
	System.out.println("isn't a number: " + e.getMessage());
}
finally { i = 0; }

outer:
for (int a = 0; a < 3; a++)
	for (int b = 0; b < 3; b++)
		if (a * b == 2)
			break outer;

char quote = '\'', brace = '{';
String emoji = "👍 {";
int 数 = 1;

synchronized (emoji) {
	i += 1;
}

Runnable r = () -> {

	System.out.println(i);

};

r.run()

int x = 5 /* inline */ + 3 // end
x = x << 2; x >>>= 1

Map<String, List<int[]>> m = new HashMap<>(), n

@SuppressWarnings("unchecked")
public static
<A extends Comparable<A>> A max(List<? extends A> list)
    throws NoSuchElementException {
    A best = null;
    for (A a : list) if (best == null || a.compareTo(best) > 0) best = a;
    return best;
}

throw new RuntimeException("on purpose")

return x;
