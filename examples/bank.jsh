// # A bank that says no
//
// Accounts that keep their rules, and exceptions that tell which one was broken.

// ## Money
//
// Cents in a `long`: no rounding, no surprises.

record Money(long cents) implements Comparable<Money> {
  static final Money ZERO = new Money(0);

  static Money of(String amount) {
    return new Money(new BigDecimal(amount).movePointRight(2).longValueExact());
  }

  Money plus(Money other) {
    return new Money(Math.addExact(cents, other.cents));
  }

  Money minus(Money other) {
    return new Money(Math.subtractExact(cents, other.cents));
  }

  boolean negative() {
    return cents < 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(cents, other.cents);
  }

  @Override
  public String toString() {
    return "%s%d.%02d".formatted(negative() ? "-" : "", Math.abs(cents / 100), Math.abs(cents % 100));
  }
}

Money.of("12.5")
Money.of("0.10").plus(Money.of("0.20"))
Money.ZERO.minus(Money.of("3.07"))

// Half a cent is no money.

Money.of("1.005")   // throws ArithmeticException

// ## What can go wrong

abstract class BankException extends Exception {
  BankException(String message, Throwable cause) {
    super(message, cause);
  }

  BankException(String message) {
    this(message, null);
  }
}

class InsufficientFunds extends BankException {
  final Money missing;

  InsufficientFunds(String account, Money missing) {
    super(account + " lacks " + missing);
    this.missing = missing;
  }
}

class TransferFailed extends BankException {
  TransferFailed(String from, String to, Throwable cause) {
    super("transfer from " + from + " to " + to, cause);
  }
}

// ## Accounts

class Account {
  final String owner;
  private Money balance = Money.ZERO;
  private final Money limit;
  private final List<String> journal = new ArrayList<>();

  Account(String owner, Money limit) {
    this.owner = Objects.requireNonNull(owner, "owner");
    this.limit = limit;
  }

  Money balance() {
    return balance;
  }

  void deposit(Money amount) {
    if (amount.compareTo(Money.ZERO) <= 0) {
      throw new IllegalArgumentException("deposit of " + amount);
    }
    balance = balance.plus(amount);
    journal.add("+" + amount);
  }

  void withdraw(Money amount) throws InsufficientFunds {
    Money rest = balance.minus(amount).plus(limit);
    if (rest.negative()) throw new InsufficientFunds(owner, Money.ZERO.minus(rest));
    balance = balance.minus(amount);
    journal.add("-" + amount);
  }

  List<String> journal() {
    return List.copyOf(journal);
  }

  @Override
  public String toString() {
    return owner + ": " + balance;
  }
}

Account ada = new Account("Ada", Money.of("100"));
Account bob = new Account("Bob", Money.ZERO);
ada.deposit(Money.of("250.00"));
bob.deposit(Money.of("19.99"));
ada
bob

// Ada may overdraw, Bob may not.

ada.withdraw(Money.of("300"));
ada.balance()

bob.withdraw(Money.of("20"));   // throws InsufficientFunds

bob

ada.deposit(Money.of("-5"));   // throws IllegalArgumentException

new Account(null, Money.ZERO)   // throws NullPointerException

// ## All or nothing

void transfer(Account from, Account to, Money amount) throws TransferFailed {
  try {
    from.withdraw(amount);
    to.deposit(amount);
  } catch (InsufficientFunds e) {
    throw new TransferFailed(from.owner, to.owner, e);
  }
}

transfer(ada, bob, Money.of("50"));
List.of(ada, bob)

transfer(ada, bob, Money.of("0.01"));   // throws TransferFailed

try {
  transfer(bob, ada, Money.of("1000"));
} catch (TransferFailed e) {
  System.out.println(e.getMessage() + ", because " + e.getCause().getMessage());
} finally {
  System.out.println("the books still balance");
}

ada.journal()
bob.journal()
ada.balance().plus(bob.balance())
