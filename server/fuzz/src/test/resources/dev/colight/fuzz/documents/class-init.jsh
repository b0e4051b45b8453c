var log = new ArrayList<String>()

class A { static int x = init("A.x", 1); static { log.add("A static"); } static int get() { return x; } }

int init(String s, int v) { log.add(s); return v; }

class B extends A { static int y = init("B.y", A.x + 1); int z = init("B.z", 5); { log.add("B instance"); } B() { log.add("B()"); } }

log

B.x

log

B.y

new B().z

log

interface Const { int ONE = 1; List<Integer> SHARED = new ArrayList<>(List.of(ONE)); }

Const.SHARED.add(2)

class Impl implements Const { int n() { return SHARED.size() + ONE; } }

new Impl().n()

Const.SHARED

class Bad { static int v = 1 / (log.size() - log.size()); }

Bad.v

Bad.v

class Lazy { static class Holder { static final Lazy IT = new Lazy(); } int uses; static Lazy get() { return Holder.IT; } }

Lazy.get().uses++

Lazy.get().uses
