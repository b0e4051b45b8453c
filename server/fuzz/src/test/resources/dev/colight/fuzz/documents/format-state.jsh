import java.text.*;

var nf = new DecimalFormat("#,##0.00", new DecimalFormatSymbols(Locale.ROOT))

nf.format(1234.5)

nf.setMaximumFractionDigits(0)

nf.format(1234.5)

var sym = nf.getDecimalFormatSymbols()

sym.setGroupingSeparator('_')

nf.format(1234567)

nf.setDecimalFormatSymbols(sym)

nf.format(1234567)

var mf = new MessageFormat("{0} is {1}", Locale.ROOT)

mf.format(new Object[] {"x", 1})

mf.setFormatByArgumentIndex(1, nf)

mf.format(new Object[] {"x", 12345})

var cf = new ChoiceFormat("0#none|1#one|2#many")

cf.applyPattern("0#zero|1#some")

cf.format(5)

var coll = new StringBuilder()

var fm = new Formatter(coll)

fm.format("%03d", 7)

coll.append("|")

fm.toString()

var bi = BreakIterator.getWordInstance(Locale.ROOT)

bi.setText("one two three")

bi.next()

bi.next() + bi.next()

bi.current()

var col = Collator.getInstance(Locale.ROOT)

col.setStrength(Collator.PRIMARY)

col.compare("a", "A")
