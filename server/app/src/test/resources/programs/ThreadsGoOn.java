import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What its threads print comes after the end of main. */
public class ThreadsGoOn {
  public static void main(String[] args) {
    CountDownLatch over = new CountDownLatch(1);

    Thread first =
        new Thread(
            () -> {
              try {
                over.await();
                Thread.sleep(150);
              } catch (InterruptedException e) {
                System.out.println(e);
              }
              System.out.println("first");
            });
    Thread second =
        new Thread(
            () -> {
              try {
                first.join();
              } catch (InterruptedException e) {
                System.out.println(e);
              }
              System.out.println("second");
            });

    first.start();
    second.start();

    var later = Executors.newScheduledThreadPool(1);
    later.schedule(
        () -> {
          second.join();
          System.out.println("third");
          return null;
        },
        200,
        TimeUnit.MILLISECONDS);
    later.shutdown();

    System.out.println("main is over");
    over.countDown();
  }
}
