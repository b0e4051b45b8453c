import java.util.*;

public class GameOfLife {
    record Cell(int x, int y) {}

    static Set<Cell> step(Set<Cell> alive) {
        Map<Cell, Integer> counts = new HashMap<>();
        for (Cell c : alive)
            for (int dx = -1; dx <= 1; dx++)
                for (int dy = -1; dy <= 1; dy++)
                    if (dx != 0 || dy != 0) counts.merge(new Cell(c.x + dx, c.y + dy), 1, Integer::sum);
        Set<Cell> next = new HashSet<>();
        counts.forEach((c, n) -> { if (n == 3 || n == 2 && alive.contains(c)) next.add(c); });
        return next;
    }

    public static void main(String[] args) {
        Set<Cell> world = Set.of(new Cell(1, 0), new Cell(1, 1), new Cell(1, 2));

        for (int gen = 0; gen < 3; gen++) {
            for (int y = 0; y < 3; y++) {
                StringBuilder row = new StringBuilder();
                for (int x = 0; x < 3; x++) row.append(world.contains(new Cell(x, y)) ? '#' : '.');
                System.out.println(row);
            }
            System.out.println();
            world = step(world);
        }
    }
}
