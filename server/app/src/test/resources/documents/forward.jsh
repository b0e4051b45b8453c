// # Top down
//
// The story first, the details below: every method here uses something that
// is defined further down. What is needed only has to be there when it is *called*.

String report(int n) {
  return n + " is " + (even(n) ? "even" : "odd") + ", " + kind(n) + ", and takes " + collatz(n) + " steps";
}

// ## Even and odd
//
// Two methods that need each other, in two blocks.

boolean even(int n) {
  return n == 0 || odd(n - 1);
}

boolean odd(int n) {
  return n != 0 && even(n - 1);
}

even(10)
odd(7)

// `report` cannot be called yet: `kind` and `collatz` are still missing.

report(6)   // blocked

// ## Perfect numbers

String kind(int n) {
  int sum = divisors(n).sum();
  return sum == n ? PERFECT : sum < n ? "deficient" : "abundant";
}

IntStream divisors(int n) {
  return IntStream.rangeClosed(1, n / 2).filter(d -> n % d == 0);
}

final String PERFECT = "perfect";

int collatz(int n) {
  return n == 1 ? 0 : 1 + collatz(n % 2 == 0 ? n / 2 : 3 * n + 1);
}

report(6)
for (int n : new int[] {1, 12, 27}) System.out.println(report(n));

// ## Types that know each other

class Department {
  final String name;
  final List<Employee> staff = new ArrayList<>();

  Department(String name) {
    this.name = name;
  }

  Employee hire(String who, int salary) {
    Employee employee = new Employee(who, salary, this);
    staff.add(employee);
    return employee;
  }

  int payroll() {
    return staff.stream().mapToInt(e -> e.yearly()).sum();
  }
}

class Employee {
  final String name;
  final int salary;
  final Department department;

  Employee(String name, int salary, Department department) {
    this.name = name;
    this.salary = salary;
    this.department = department;
  }

  int yearly() {
    return bonus(salary * MONTHS);
  }

  List<Employee> colleagues() {
    return department.staff.stream().filter(e -> e != this).toList();
  }

  @Override
  public String toString() {
    return name + " (" + department.name + ")";
  }
}

int MONTHS = 12;

int bonus(int salary) {
  return salary + salary / 10;
}

Department research = new Department("Research");
Employee ada = research.hire("Ada", 5000);
research.hire("Grace", 6000);
ada.colleagues()
research.payroll()

// A change of the details changes what is above, when it is called again.

MONTHS = 13;
research.payroll()

int bonus(int salary) {
  return salary + 1000;
}

research.payroll()

// ## A grammar of mutual recursion
//
// s-expressions: a value is an atom or a list, and a list is made of values.

int at = 0;

Object value(String s) {
  while (s.charAt(at) == ' ') at++;
  return s.charAt(at) == '(' ? list(s) : atom(s);
}

List<Object> list(String s) {
  var items = new ArrayList<Object>();
  at++;
  while (s.charAt(at) != ')') {
    items.add(value(s));
    while (s.charAt(at) == ' ') at++;
  }
  at++;
  return items;
}

Object atom(String s) {
  int start = at;
  while (at < s.length() && " ()".indexOf(s.charAt(at)) < 0) at++;
  String text = s.substring(start, at);
  return text.chars().allMatch(Character::isDigit) ? (Object) Integer.valueOf(text) : text;
}

Object read(String s) {
  at = 0;
  return value(s);
}

read("42")
read("(+ 1 (* 2 x) ())")

read("(open")   // throws StringIndexOutOfBoundsException

int eval(Object e) {
  if (e instanceof Integer i) return i;
  List<?> list = (List<?>) e;
  return apply((String) list.get(0), list.stream().skip(1).mapToInt(x -> eval(x)).toArray());
}

int apply(String op, int[] args) {
  return switch (op) {
    case "+" -> Arrays.stream(args).sum();
    case "*" -> Arrays.stream(args).reduce(1, (a, b) -> a * b);
    default -> unknown(op);
  };
}

int unknown(String op) {
  throw new UnsupportedOperationException(op);
}

eval(read("(+ 1 (* 2 3 4) (+))"))

eval(read("(- 1 2)"))   // throws UnsupportedOperationException
