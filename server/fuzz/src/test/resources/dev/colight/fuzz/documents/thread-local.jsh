ThreadLocal<List<Integer>> tl = ThreadLocal.withInitial(ArrayList::new)

tl.get().add(1)

tl.get()

tl.get().add(2)

tl.remove();

tl.get()

tl.set(new ArrayList<>(List.of(9)));

tl.get().add(3)

tl.get().size()

var held = tl.get()

held.add(4)

tl.get()

class Ctx { static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0); }

int enter() { Ctx.DEPTH.set(Ctx.DEPTH.get() + 1); return Ctx.DEPTH.get(); }

enter()

enter() + enter()
