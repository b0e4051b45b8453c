import java.util.concurrent.CountDownLatch;

/** Its thread goes on although main ends early. */
public class ThreadsAfterThrow {
  public static void main(String[] args) {
    CountDownLatch over = new CountDownLatch(1);

    new Thread(
            () -> {
              try {
                over.await();
                Thread.sleep(150);
              } catch (InterruptedException e) {
                System.out.println(e);
              }
              System.out.println("all the same");
            })
        .start();

    System.out.println("main");
    over.countDown();
    Integer.parseInt("none");

    System.out.println("never");
  }
}
