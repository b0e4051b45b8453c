import java.util.regex.*;

var m = Pattern.compile("(\\w)(\\d)").matcher("a1 b2 c3 d4")

m.find()

m.group(1)

m.find() ? m.start() : -1

m.toMatchResult().group(2)

MatchResult snap = m.toMatchResult()

m.find()

snap.group() + m.group()

var sb = new StringBuilder()

m.appendReplacement(sb, "<$1>")

m.appendTail(sb)

m.reset("z9")

m.matches()

m.hitEnd() + m.group()

m.region(0, 1)

m.lookingAt()
