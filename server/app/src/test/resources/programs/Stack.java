import java.util.*;

class Stack {
    public static void main(String[] args) {
        Deque<Integer> stack = new ArrayDeque<>();
        for (String t : "3 4 + 2 *".split(" ")) {
            switch (t) {
                case "+" -> stack.push(stack.pop() + stack.pop());
                case "*" -> stack.push(stack.pop() * stack.pop());
                default -> stack.push(Integer.parseInt(t));
            }
        }

        System.out.println(stack.pop());
        System.out.println(stack.pop());
    }
}
