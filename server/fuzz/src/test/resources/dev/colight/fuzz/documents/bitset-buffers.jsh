import java.nio.*;

var bits = new BitSet()

bits.set(3, 7)

bits.stream().sum()

var copy = (BitSet) bits.clone()

bits.andNot(BitSet.valueOf(new long[] {16}))

bits + " " + copy

byte[] raw = new byte[16]

var buf = ByteBuffer.wrap(raw)

var ints = buf.slice(4, 8).asIntBuffer()

ints.put(77)

raw[7]

buf.put((byte) 5).position()

buf.duplicate().getInt(4)

var ro = buf.asReadOnlyBuffer()

raw[1] = 9

ro.get(1) + ro.position()

var direct = ByteBuffer.allocateDirect(16)

direct.putInt(123)

direct.flip()

direct.getInt()

direct.clear()

direct.putLong(5).position()

direct.getInt(4)

var view = direct.slice()

view.put(0, (byte) 9)

direct.get(8)
