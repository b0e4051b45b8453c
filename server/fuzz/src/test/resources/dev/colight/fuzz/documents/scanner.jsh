var sc = new Scanner("10 20 thirty 40\nnext line\n50")

sc.nextInt()

sc.nextInt()

sc.hasNextInt()

sc.next()

sc.nextInt()

sc.nextLine() + "|" + sc.nextLine()

sc.findInLine("\\d+")

var rd = new java.io.BufferedReader(new java.io.StringReader("a\nb\nc\nd"))

rd.readLine()

rd.mark(10)

rd.readLine() + rd.readLine()

rd.reset()

rd.lines().toList()
