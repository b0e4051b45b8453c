Supplier<StringBuilder> maker() { var sb = new StringBuilder("s"); return () -> sb.append('.'); }

var s1 = maker()

var s2 = maker()

s1.get()

s1.get().length()

s2.get().toString()

var keep = s1.get()

keep.setLength(1)

s1.get().toString()

CharSequence view = keep

view.length() + s2.get().length()
