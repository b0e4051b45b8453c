// # Bits

// ## Operators

5 & 3
5 | 3
5 ^ 3
~5
1 << 4
-16 >> 2
-16 >>> 28
1 << 33
1L << 33
(byte) 0x80 >> 1
(byte) (127 + 1)
(short) 70000
'a' ^ ' '
0xff & (byte) -1
Integer.MAX_VALUE + 1
-7 / 2 + " " + -7 % 2 + " " + Math.floorDiv(-7, 2) + " " + Math.floorMod(-7, 2)

String bits(int n) {
  return String.format("%8s", Integer.toBinaryString(n & 0xff)).replace(' ', '0');
}

bits(5)
bits(-1)
bits(0b1010_0101)
for (int n : new int[] {12, -12, 12 >> 1, 12 & -12}) System.out.println(bits(n) + " " + n);

// ## Tricks

boolean powerOfTwo(int n) {
  return n > 0 && (n & n - 1) == 0;
}

int ones(int n) {
  int count = 0;
  for (; n != 0; n &= n - 1) count++;
  return count;
}

int reverse(int n) {
  int result = 0;
  for (int i = 0; i < 32; i++, n >>>= 1) result = result << 1 | n & 1;
  return result;
}

IntStream.range(0, 70).filter(n -> powerOfTwo(n)).toArray()
ones(255) == Integer.bitCount(255)
reverse(1) == Integer.MIN_VALUE
reverse(0x0f0f0f0f) == Integer.reverse(0x0f0f0f0f)
Integer.highestOneBit(100) + Integer.lowestOneBit(100)
Integer.numberOfTrailingZeros(40) * 10 + Long.numberOfLeadingZeros(1L)
Integer.rotateLeft(0x12345678, 8) == 0x34567812
Integer.toUnsignedString(-1) + " " + Long.toUnsignedString(-1L)
Integer.compareUnsigned(-1, 1)
int p = 5, q = 9; p ^= q; q ^= p; p ^= q; p * 10 + q

// ## Gray code

int gray(int n) {
  return n ^ n >> 1;
}

IntStream.range(0, 8).mapToObj(n -> bits(gray(n)).substring(5)).toList()

// ## A set in an int

record Flags(int bits) {
  static final int READ = 1 << 0, WRITE = 1 << 1, EXECUTE = 1 << 2;

  Flags with(int flag) {
    return new Flags(bits | flag);
  }

  Flags without(int flag) {
    return new Flags(bits & ~flag);
  }

  boolean has(int flag) {
    return (bits & flag) == flag;
  }

  @Override
  public String toString() {
    return (has(READ) ? "r" : "-") + (has(WRITE) ? "w" : "-") + (has(EXECUTE) ? "x" : "-");
  }
}

var flags = new Flags(0).with(Flags.READ | Flags.EXECUTE)
flags.has(Flags.WRITE)
flags.with(Flags.WRITE).without(Flags.READ)

// ## Hashes and checks

int fnv(String s) {
  int hash = 0x811c9dc5;
  for (byte b : s.getBytes()) {
    hash ^= b & 0xff;
    hash *= 0x01000193;
  }
  return hash;
}

int[] crcTable = new int[256];
for (int n = 0; n < 256; n++) {
  int c = n;
  for (int k = 0; k < 8; k++) c = (c & 1) == 1 ? 0xedb88320 ^ c >>> 1 : c >>> 1;
  crcTable[n] = c;
}
int crc(byte[] bytes) {
  int c = -1;
  for (byte b : bytes) c = crcTable[(c ^ b) & 0xff] ^ c >>> 8;
  return ~c;
}

Integer.toHexString(fnv("hello"))
Integer.toHexString(crc("123456789".getBytes()))
import java.util.zip.CRC32;
CRC32 reference = new CRC32();
reference.update("123456789".getBytes());
reference.getValue() == Integer.toUnsignedLong(crc("123456789".getBytes()))

boolean luhn(String digits) {
  int sum = 0;
  for (int i = 0; i < digits.length(); i++) {
    int d = digits.charAt(digits.length() - 1 - i) - '0';
    sum += i % 2 == 0 ? d : 2 * d / 10 + 2 * d % 10;
  }
  return sum % 10 == 0;
}

luhn("4539578763621486")
luhn("4539578763621487")

// ## Base64 by hand

String encode(byte[] data) {
  String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  var out = new StringBuilder();
  for (int i = 0; i < data.length; i += 3) {
    int chunk = 0;
    for (int k = 0; k < 3; k++) chunk = chunk << 8 | (i + k < data.length ? data[i + k] & 0xff : 0);
    for (int k = 3; k >= 0; k--) {
      out.append(i + 3 - k > data.length ? '=' : alphabet.charAt(chunk >> 6 * k & 63));
    }
  }
  return out.toString();
}

encode("Many hands".getBytes())
encode("ab".getBytes()).equals(Base64.getEncoder().encodeToString("ab".getBytes()))
encode(new byte[0])

// ## Numbers inside out

Float.floatToIntBits(1.0f) == 0x3f800000
Long.toHexString(Double.doubleToLongBits(-2.0))
Float.intBitsToFloat(0x7f800000)
Double.longBitsToDouble(1)
0.0 == -0.0
Double.valueOf(0.0).equals(-0.0)
Double.NaN == Double.NaN
Math.nextUp(1.0) - 1
(int) Float.NaN + (int) 1e20
(long) 1e19 == Long.MAX_VALUE
(char) ('a' + 1)
1.1f + 1.1
16777216f + 1 == 16777216f

import java.nio.*;
ByteBuffer buffer = ByteBuffer.allocate(8).putInt(0xcafe).putShort((short) -2);
buffer.position()
buffer.array()
buffer.order(ByteOrder.LITTLE_ENDIAN).getShort(2)

buffer.putInt(1)   // throws BufferOverflowException

BitSet evens = new BitSet();
for (int i = 0; i < 20; i += 2) evens.set(i);
BitSet threes = new BitSet();
for (int i = 0; i < 20; i += 3) threes.set(i);
evens.and(threes);
evens
evens.toLongArray()
