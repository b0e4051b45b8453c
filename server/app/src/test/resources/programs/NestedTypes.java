import java.util.*;

public class NestedTypes {
    private static class Node {
        private final int value;
        private Node left, right;

        private Node(int value) { this.value = value; }

        private void add(int v) {
            if (v < value) {
                if (left == null) left = new Node(v); else left.add(v);
            } else {
                if (right == null) right = new Node(v); else right.add(v);
            }
        }
    }

    private enum Order { ASC, DESC }

    private interface Visitor {
        void visit(int value);
        private void twice(int value) { visit(value); visit(value); }
        default void start() { twice(0); }
    }

    private record Pair(String a, int b) {
        Pair {
            if (b < 0) throw new IllegalArgumentException();
        }
    }

    private static void walk(Node n, Order order, Visitor v) {
        if (n == null) return;
        walk(order == Order.ASC ? n.left : n.right, order, v);
        v.visit(n.value);
        walk(order == Order.ASC ? n.right : n.left, order, v);
    }

    public static void main(String[] args) {
        Node root = new Node(5);
        for (int v : new int[] {3, 8, 1, 4, 9}) root.add(v);

        StringJoiner j = new StringJoiner(",");
        Visitor visitor = v -> j.add("" + v);
        visitor.start();
        walk(root, Order.ASC, visitor);
        System.out.println(j);
        System.out.println(root.left.value + " " + new Pair("p", root.right.value));

        for (Order o : Order.values()) System.out.println(o + " " + o.ordinal());
    }
}
