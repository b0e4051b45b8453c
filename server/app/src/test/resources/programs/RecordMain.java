import java.util.stream.*;

public record RecordMain(int x, int y) {
    RecordMain plus(RecordMain o) { return new RecordMain(x + o.x, y + o.y); }

    public static void main(String[] args) {
        var sum = Stream.of(new RecordMain(1, 2), new RecordMain(3, 4)).reduce(new RecordMain(0, 0), RecordMain::plus);
        System.out.println(sum);
    }
}
