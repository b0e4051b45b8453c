import java.util.HashMap;
import java.util.Map;

public class BankTransfer {
    static class InsufficientFunds extends Exception {
        InsufficientFunds(String who) { super(who + " lacks money"); }
    }

    static Map<String, Integer> accounts = new HashMap<>(Map.of("ann", 10, "bob", 0));

    static void transfer(String from, String to, int amount) throws InsufficientFunds {
        if (accounts.get(from) < amount) throw new InsufficientFunds(from);
        accounts.merge(from, -amount, Integer::sum);
        accounts.merge(to, amount, Integer::sum);
    }

    public static void main(String[] args) throws InsufficientFunds {
        transfer("ann", "bob", 7);
        System.out.println(accounts.get("ann") + " " + accounts.get("bob"));

        try {
            transfer("ann", "bob", 7);
        } catch (InsufficientFunds e) {
            System.out.println(e.getMessage());
        }

        transfer("bob", "ann", 8);
    }
}
