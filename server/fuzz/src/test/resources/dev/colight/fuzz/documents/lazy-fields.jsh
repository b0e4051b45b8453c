class Poly { final double[] cs; private Integer hash; private String text; int made; Poly(double... cs) { this.cs = cs; } @Override public int hashCode() { if (hash == null) { made++; hash = Arrays.hashCode(cs); } return hash; } @Override public String toString() { if (text == null) { made++; text = Arrays.toString(cs); } return text; } @Override public boolean equals(Object o) { return o instanceof Poly p && Arrays.equals(cs, p.cs); } }

var p = new Poly(1, 2)

p.made

p

p.made

p.cs[0] = 9

p

new HashSet<>(List.of(p)).contains(new Poly(9, 2))

p.made

String s = "hash me"

s.hashCode()

var bi = new java.math.BigInteger("123456789")

bi.bitLength() + bi.hashCode()

var uri = java.net.URI.create("http://a/b?c")

uri.hashCode() != 0

uri
