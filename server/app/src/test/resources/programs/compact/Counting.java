// # Counting

int count = 2;
List<String> seen = new ArrayList<>();

int next() {
    return ++count;
}

record Point(int x, int y) {
    Point moved(int by) { return new Point(x + by, y); }
}

class Tally {
    int own = count;
    void add(String s) { seen.add(s + own); }
}

void main(String[] args) {
    var p = new Point(1, args.length).moved(next());
    IO.println(p);

    int count = 50;
    new Tally().add("t");
    IO.println(seen + " " + count + " " + next());

    var words = Stream.of("b", "a").sorted().toList();
    IO.println(words);
}
