import java.lang.invoke.*;

class Cell { volatile int v = 1; static long total; final int[] arr = {1, 2}; }

VarHandle V = MethodHandles.lookup().findVarHandle(Cell.class, "v", int.class)

VarHandle A = MethodHandles.arrayElementVarHandle(int[].class)

var cell = new Cell()

V.getAndAdd(cell, 5)

cell.v

A.set(cell.arr, 0, 9)

cell.arr[0] + (int) V.get(cell)

synchronized (cell) { cell.v *= 2; Cell.total += cell.v; }

Cell.total

V.compareAndSet(cell, cell.v, 3)

cell.v

var lock = new java.util.concurrent.locks.ReentrantLock()

lock.lock();

lock.isHeldByCurrentThread()

lock.unlock();

lock.isLocked()

MethodHandle add = MethodHandles.lookup().findVirtual(List.class, "add", MethodType.methodType(boolean.class, Object.class))

var xs = new ArrayList<Object>()

add.invoke(xs, 3)

xs

var f = Cell.class.getDeclaredField("v")

f.setInt(cell, 50);

cell.v
