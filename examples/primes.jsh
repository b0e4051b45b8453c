// # Prime time
//
// From the oldest sieve to a toy of the lock on your browser's address bar.

// ## The sieve of Eratosthenes

BitSet sieve(int limit) {
  var prime = new BitSet(limit + 1);
  prime.set(2, limit + 1);
  for (int p = 2; (long) p * p <= limit; p++) {
    if (!prime.get(p)) continue;
    for (int multiple = p * p; multiple <= limit; multiple += p) prime.clear(multiple);
  }
  return prime;
}

var primes = sieve(100)
primes.cardinality()
sieve(1_000_000).cardinality()

// Twins are two apart. Goldbach: every even number above 2 is the sum of two primes.

IntStream.range(2, 99).filter(p -> primes.get(p) && primes.get(p + 2)).mapToObj(p -> p + "+" + (p + 2)).toList()

String goldbach(int n) {
  for (int p = primes.nextSetBit(0); p >= 0 && p <= n / 2; p = primes.nextSetBit(p + 1)) {
    if (primes.get(n - p)) return n + " = " + p + " + " + (n - p);
  }
  throw new AssertionError("no two primes sum up to " + n);
}

goldbach(28)
goldbach(98)

// Odd numbers make no such promise.

goldbach(27)   // throws AssertionError

// ## Factors

Map<Long, Integer> factors(long n) {
  var result = new TreeMap<Long, Integer>();
  for (long p = 2; p * p <= n; p++) {
    while (n % p == 0) {
      result.merge(p, 1, Integer::sum);
      n /= p;
    }
  }
  if (n > 1) result.merge(n, 1, Integer::sum);
  return result;
}

String show(Map<Long, Integer> factors) {
  return factors.entrySet().stream()
      .map(e -> e.getValue() == 1 ? "" + e.getKey() : e.getKey() + "^" + e.getValue())
      .collect(Collectors.joining(" * "));
}

show(factors(360))
show(factors(1_000_000_007L))
show(factors(600851475143L))

long phi = factors(360).keySet().stream().reduce(360L, (n, p) -> n / p * (p - 1));

// ## Euclid, and more

long gcd(long a, long b) {
  return b == 0 ? a : gcd(b, a % b);
}

gcd(462, 1071)
gcd(832040, 514229)

BigInteger[] extendedGcd(BigInteger a, BigInteger b) {
  if (b.signum() == 0) return new BigInteger[] {a, BigInteger.ONE, BigInteger.ZERO};
  BigInteger[] r = extendedGcd(b, a.mod(b));
  return new BigInteger[] {r[0], r[2], r[1].subtract(a.divide(b).multiply(r[2]))};
}

extendedGcd(BigInteger.valueOf(240), BigInteger.valueOf(46))

// ## Big ones
//
// Miller and Rabin's test, with bases that settle every number below 3.3 * 10^24.

boolean isPrime(BigInteger n) {
  if (n.compareTo(BigInteger.TWO) < 0) return false;
  int[] bases = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41};
  for (int b : bases) {
    if (n.equals(BigInteger.valueOf(b))) return true;
    if (n.mod(BigInteger.valueOf(b)).signum() == 0) return false;
  }
  BigInteger one = BigInteger.ONE, last = n.subtract(one);
  int twos = last.getLowestSetBit();
  BigInteger odd = last.shiftRight(twos);
  bases:
  for (int b : bases) {
    BigInteger x = BigInteger.valueOf(b).modPow(odd, n);
    if (x.equals(one) || x.equals(last)) continue;
    for (int i = 1; i < twos; i++) {
      x = x.multiply(x).mod(n);
      if (x.equals(last)) continue bases;
    }
    return false;
  }
  return true;
}

isPrime(BigInteger.valueOf(561))
isPrime(BigInteger.TWO.pow(61).subtract(BigInteger.ONE))
isPrime(new BigInteger("1000000000000000003"))

// Mersenne's list of 1644 had mistakes. Here is the right one, up to 80.

var mersenne = IntStream.rangeClosed(2, 80).filter(p -> isPrime(BigInteger.TWO.pow(p).subtract(BigInteger.ONE))).boxed().toList();

// ## A lock

BigInteger p = new BigInteger("1000003"), q = new BigInteger("1000033");
BigInteger n = p.multiply(q), e = BigInteger.valueOf(65537);
BigInteger totient = p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE));
BigInteger d = e.modInverse(totient);

BigInteger message = new BigInteger("java".getBytes());
BigInteger secret = message.modPow(e, n);
new String(secret.modPow(d, n).toByteArray())

// Without an inverse there is no lock.

BigInteger.TWO.modInverse(totient)   // throws ArithmeticException
