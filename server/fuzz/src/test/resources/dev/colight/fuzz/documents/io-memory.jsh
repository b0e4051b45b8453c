import java.io.*;

var bo = new ByteArrayOutputStream()

var out = new DataOutputStream(bo)

out.writeInt(5); out.writeUTF("hey");

out.size()

bo.size()

var in = new DataInputStream(new ByteArrayInputStream(bo.toByteArray()))

in.readInt()

in.readUTF()

in.available()

var sw = new StringWriter()

var pw = new PrintWriter(sw)

pw.printf("%d-%s", 3, "x")

pw.flush()

sw

sw.getBuffer().append("!")

sw.toString()

var oos = new ObjectOutputStream(bo)

var shared = new ArrayList<>(List.of(1))

oos.writeObject(shared); oos.flush();

shared.add(2)

oos.writeObject(shared); oos.flush();

bo.size()

var pb = new PushbackReader(new StringReader("abc"))

(char) pb.read()

pb.unread('z')

(char) pb.read()

var seq = new SequenceInputStream(new ByteArrayInputStream(new byte[] {1}), new ByteArrayInputStream(new byte[] {2, 3}))

seq.read() + seq.read()

seq.read()
