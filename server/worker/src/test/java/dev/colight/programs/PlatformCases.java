package dev.colight.programs;

import java.awt.GridBagConstraints;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.beans.PropertyChangeSupport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.LineNumberReader;
import java.io.SequenceInputStream;
import java.io.StreamTokenizer;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.net.CookieManager;
import java.net.DatagramPacket;
import java.net.HttpCookie;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Timestamp;
import java.text.AttributedString;
import java.text.ChoiceFormat;
import java.text.CollationElementIterator;
import java.text.Collator;
import java.text.DateFormatSymbols;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.RuleBasedCollator;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Formatter;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.locks.StampedLock;
import java.util.jar.Attributes;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import java.util.zip.Adler32;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import javax.swing.DefaultBoundedRangeModel;
import javax.swing.DefaultListModel;
import javax.swing.table.DefaultTableModel;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.undo.StateEdit;
import javax.swing.undo.StateEditable;
import javax.swing.undo.UndoManager;

/** Kinds of values of the platform whose state is not where one looks first. */
@SuppressWarnings({"JavaUtilDate", "JdkObsolete", "LockNotBeforeTry", "ReturnValueIgnored"})
final class PlatformCases {
  private PlatformCases() {}

  /** Something that throws. */
  private interface Action {
    Object run() throws Exception;
  }

  private static Object unchecked(Action action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static DecimalFormat decimals() {
    return new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  static List<HeapCase> texts() {
    return List.of(
        HeapCase.of(
            "DecimalFormat with another rounding",
            PlatformCases::decimals,
            format -> format.format(2.25),
            format -> format.setRoundingMode(RoundingMode.UP),
            format -> format.format(2.21)),
        HeapCase.of(
            "DecimalFormat with another pattern",
            PlatformCases::decimals,
            format -> format.format(2.25),
            format -> format.applyPattern("#,##0.000"),
            format -> format.format(1234.5)),
        HeapCase.of(
            "NumberFormat of a currency",
            () -> NumberFormat.getCurrencyInstance(Locale.US),
            format -> format.format(2),
            format -> format.setCurrency(Currency.getInstance("JPY")),
            format -> format.format(2)),
        HeapCase.of(
            "MessageFormat",
            () -> new MessageFormat("{0}", Locale.ROOT),
            format -> format.format(new Object[] {1}),
            format -> format.setFormat(0, decimals()),
            format -> format.format(new Object[] {1})),
        HeapCase.of(
            "ChoiceFormat",
            () -> new ChoiceFormat("0#none|1#one"),
            format -> format.format(1),
            format -> format.setChoices(new double[] {0, 1}, new String[] {"no", "yes"}),
            format -> format.format(1)),
        HeapCase.of(
            "DateFormatSymbols",
            () -> new DateFormatSymbols(Locale.ROOT),
            symbols -> symbols.getMonths(),
            symbols -> symbols.setAmPmStrings(new String[] {"before", "after"}),
            symbols -> symbols.getAmPmStrings()[0]),
        HeapCase.of(
            "DecimalFormatSymbols",
            () -> DecimalFormatSymbols.getInstance(Locale.ROOT),
            symbols -> symbols.getDigit(),
            symbols -> symbols.setDecimalSeparator('_'),
            DecimalFormatSymbols::getDecimalSeparator),
        HeapCase.of(
            "Collator",
            () -> Collator.getInstance(Locale.ROOT),
            collator -> collator.compare("a", "b"),
            collator -> collator.setStrength(Collator.PRIMARY),
            collator -> collator.compare("a", "A")),
        HeapCase.of(
            "CollationElementIterator",
            () ->
                ((RuleBasedCollator) Collator.getInstance(Locale.ROOT))
                    .getCollationElementIterator("abc"),
            elements -> elements.getOffset(),
            elements -> elements.next(),
            CollationElementIterator::next),
        HeapCase.of(
            "AttributedString",
            () -> new AttributedString("abc"),
            text -> text.getIterator(),
            text ->
                text.addAttribute(java.text.AttributedCharacterIterator.Attribute.LANGUAGE, "x"),
            text -> text.getIterator().getAttributes()),
        HeapCase.of(
            "FieldPosition",
            () -> new FieldPosition(NumberFormat.INTEGER_FIELD),
            position -> decimals().format(12, new StringBuffer(), position)),
        HeapCase.of(
            "Formatter",
            () -> new Formatter(Locale.ROOT).format("%d", 1),
            formatter -> formatter.format("%d", 2)),
        HeapCase.of(
            "StreamTokenizer",
            () -> new StreamTokenizer(new StringReader("a 1 b 2")),
            tokens -> tokens.lineno(),
            tokens -> unchecked(tokens::nextToken),
            tokens -> unchecked(tokens::nextToken) + tokens.toString()),
        HeapCase.of(
            "LineNumberReader",
            () -> new LineNumberReader(new StringReader("a\nb\nc")),
            reader -> reader.getLineNumber(),
            reader -> unchecked(reader::readLine),
            reader -> reader.getLineNumber() + "" + unchecked(reader::readLine)),
        HeapCase.of(
            "SequenceInputStream",
            () ->
                new SequenceInputStream(
                    new ByteArrayInputStream(new byte[] {1, 2}),
                    new ByteArrayInputStream(new byte[] {3})),
            stream -> unchecked(stream::available),
            stream -> unchecked(stream::read),
            stream -> unchecked(stream::read)),
        HeapCase.of("CharArrayWriter", CharArrayWriter::new, writer -> writer.append('x')));
  }

  static List<HeapCase> timesAndRandom() {
    return List.of(
        HeapCase.of(
            "TimeZone with another id",
            () -> TimeZone.getTimeZone("GMT+1"),
            zone -> zone.toZoneId(),
            zone -> {
              zone.setID("Asia/Tokyo");
              zone.toZoneId();
            },
            TimeZone::toZoneId),
        HeapCase.of(
            "TimeZone with another offset",
            () -> TimeZone.getTimeZone("America/New_York"),
            zone -> zone.getOffset(4_102_444_800_000L),
            zone -> {
              zone.setRawOffset(0);
              zone.getOffset(4_102_444_800_000L);
            },
            zone -> zone.getOffset(4_102_444_800_000L)),
        HeapCase.of(
            "Timestamp",
            () -> new Timestamp(0),
            Timestamp::getTime,
            time -> time.setNanos(5),
            Timestamp::getNanos),
        HeapCase.of(
            "SplittableRandom",
            () -> new SplittableRandom(3),
            random -> random.hashCode(),
            random -> random.split(),
            SplittableRandom::nextInt),
        HeapCase.of("Properties", () -> defaults(), properties -> properties.setProperty("a", "2")),
        HeapCase.of(
            "defaults of Properties",
            () -> new Object[] {defaults(), null},
            pair -> pair[0].hashCode(),
            pair -> pair[1] = new Properties((Properties) pair[0]),
            pair -> String.valueOf(pair[1] != null)));
  }

  private static Properties defaults() {
    Properties properties = new Properties();
    properties.setProperty("a", "1");
    return properties;
  }

  static List<HeapCase> concurrent() {
    return List.of(
        HeapCase.of(
            "StampedLock",
            StampedLock::new,
            lock -> lock.isWriteLocked(),
            lock -> lock.writeLock(),
            StampedLock::isWriteLocked),
        HeapCase.of(
            "Phaser", () -> new Phaser(2), phaser -> phaser.arrive(), Phaser::getArrivedParties),
        HeapCase.of(
            "CountDownLatch",
            () -> new CountDownLatch(2),
            CountDownLatch::countDown,
            CountDownLatch::getCount),
        HeapCase.of(
            "CyclicBarrier",
            () -> new CyclicBarrier(1),
            barrier -> barrier.getNumberWaiting(),
            barrier -> unchecked(barrier::await),
            barrier -> barrier.getNumberWaiting()),
        HeapCase.of(
            "LinkedTransferQueue",
            () -> new LinkedTransferQueue<>(List.of(1, 2)),
            queue -> queue.remove(1)),
        HeapCase.of(
            "PriorityBlockingQueue",
            () -> new PriorityBlockingQueue<>(List.of(2, 1)),
            queue -> queue.add(0)),
        HeapCase.of(
            "AtomicStampedReference",
            () -> new AtomicStampedReference<>("a", 1),
            reference -> reference.set("b", 2),
            AtomicStampedReference::getStamp),
        HeapCase.of(
            "AtomicMarkableReference",
            () -> new AtomicMarkableReference<>("a", false),
            reference -> reference.attemptMark("a", true),
            AtomicMarkableReference::isMarked),
        HeapCase.of("DoubleAdder", DoubleAdder::new, adder -> adder.add(1.5)),
        HeapCase.of(
            "LongAccumulator",
            () -> new LongAccumulator(Long::max, 0),
            accumulator -> accumulator.accumulate(7)));
  }

  static List<HeapCase> ofOtherModules() {
    return List.of(
        HeapCase.of(
            "LogRecord",
            () -> new LogRecord(Level.INFO, "a"),
            LogRecord::getMessage,
            record -> record.setMessage("b"),
            LogRecord::getMessage),
        HeapCase.of(
            "StreamHandler",
            () -> new StreamHandler(new ByteArrayOutputStream(), new SimpleFormatter()),
            StreamHandler::getLevel,
            handler -> handler.setLevel(Level.FINE),
            StreamHandler::getLevel),
        HeapCase.of(
            "Attributes of a manifest",
            () -> new Attributes(),
            attributes -> attributes.size(),
            attributes -> attributes.putValue("Main-Class", "A"),
            Attributes::size),
        HeapCase.of("Adler32", Adler32::new, sum -> sum.update(3), Adler32::getValue),
        HeapCase.of("CRC32C", CRC32C::new, sum -> sum.update(3), CRC32C::getValue),
        HeapCase.of(
            "ZipEntry", () -> new ZipEntry("a"), entry -> entry.setTime(0), ZipEntry::getTime),
        HeapCase.of(
            "view of a ByteBuffer",
            () -> ByteBuffer.allocate(8).asIntBuffer(),
            ints -> ints.get(0),
            ints -> ints.put(5),
            ints -> ints.position() + "" + ints.get(0)),
        HeapCase.of(
            "order of a ByteBuffer",
            () -> ByteBuffer.wrap(new byte[] {1, 2, 3, 4}),
            buffer -> buffer.getInt(0),
            buffer -> buffer.order(ByteOrder.LITTLE_ENDIAN),
            buffer -> buffer.getInt(0)),
        HeapCase.of(
            "HttpCookie",
            () -> new HttpCookie("a", "b"),
            cookie -> cookie.setValue("c"),
            HttpCookie::getValue),
        HeapCase.of(
            "CookieManager",
            CookieManager::new,
            manager -> manager.getCookieStore().getCookies(),
            manager ->
                manager
                    .getCookieStore()
                    .add(URI.create("http://localhost"), new HttpCookie("a", "b")),
            manager -> manager.getCookieStore().getCookies()),
        HeapCase.of(
            "DatagramPacket",
            () -> new DatagramPacket(new byte[4], 4),
            packet -> packet.setLength(2),
            DatagramPacket::getLength),
        HeapCase.of(
            "PropertyChangeSupport",
            () -> new PropertyChangeSupport("bean"),
            support -> support.hasListeners("a"),
            support -> support.addPropertyChangeListener("a", event -> {}),
            support -> support.hasListeners("a")),
        HeapCase.of("Rectangle", () -> new Rectangle(1, 2), shape -> shape.grow(1, 1)),
        HeapCase.of(
            "Polygon", Polygon::new, shape -> shape.addPoint(3, 4), shape -> shape.getBounds()),
        HeapCase.of(
            "Path2D",
            () -> new Path2D.Double(new Rectangle(1, 2)),
            path -> path.getBounds2D(),
            path -> path.lineTo(9, 9),
            path -> path.getBounds2D()),
        HeapCase.of(
            "Area",
            () -> new Area(new Rectangle(4, 4)),
            area -> area.getBounds(),
            area -> area.subtract(new Area(new Rectangle(2, 4))),
            Area::getBounds),
        HeapCase.of("AffineTransform", AffineTransform::new, turn -> turn.rotate(1)),
        HeapCase.of(
            "GridBagConstraints",
            GridBagConstraints::new,
            constraints -> constraints.insets.top = 3,
            constraints -> constraints.insets),
        HeapCase.of(
            "DefaultListModel", () -> new DefaultListModel<String>(), m -> m.addElement("a")),
        HeapCase.of(
            "DefaultTableModel",
            () -> new DefaultTableModel(1, 1),
            table -> table.getValueAt(0, 0),
            table -> table.setValueAt("x", 0, 0),
            table -> table.getValueAt(0, 0)),
        HeapCase.of(
            "DefaultBoundedRangeModel", DefaultBoundedRangeModel::new, model -> model.setValue(7)),
        HeapCase.of(
            "DefaultMutableTreeNode",
            () -> new DefaultMutableTreeNode("root"),
            node -> node.add(new DefaultMutableTreeNode("child")),
            DefaultMutableTreeNode::getChildCount),
        HeapCase.of(
            "UndoManager",
            UndoManager::new,
            UndoManager::canUndo,
            manager -> manager.addEdit(edit()),
            UndoManager::canUndo));
  }

  private static StateEdit edit() {
    StateEdit edit =
        new StateEdit(
            new StateEditable() {
              @Override
              public void storeState(Hashtable<Object, Object> state) {
                state.put("a", 1);
              }

              @Override
              public void restoreState(Hashtable<?, ?> state) {}
            });
    edit.end();
    return edit;
  }

  static List<HeapCase> all() {
    List<HeapCase> all = new ArrayList<>(texts());
    all.addAll(timesAndRandom());
    all.addAll(concurrent());
    all.addAll(ofOtherModules());
    return all;
  }
}
