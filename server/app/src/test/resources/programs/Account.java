/** A class with objects, and a main to try it. */
public class Account {
    private final String owner;
    private double balance;
    private static int opened = 0;

    public Account(String owner, double balance) {
        this.owner = owner;
        this.balance = balance;
        opened++;
    }

    public void deposit(double amount) {
        if (amount <= 0) throw new IllegalArgumentException("Deposit must be positive");
        balance += amount;
    }

    @Override
    public String toString() {
        return owner + ": " + balance;
    }

    public static void main(String[] args) {
        Account a = new Account("Ann", 10);
        a.deposit(5.5);
        System.out.println(a);

        Account b = new Account("Bob", 0);
        System.out.println(opened + " " + b.balance);

        b.deposit(-1);
        System.out.println("not reached");
    }
}
