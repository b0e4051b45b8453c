package dev.colight.worker.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonParser;
import dev.colight.display.Forms;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.swing.Icon;
import javax.swing.table.DefaultTableModel;
import org.dflib.DataFrame;
import org.jfree.chart.ChartFactory;
import org.jfree.data.general.DefaultPieDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.knowm.xchart.QuickChart;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.ScatterPlot;

/** Values of the platform's desktop and SQL classes, and of libraries that are not depended on. */
class LibraryValuesTest {
  private static Bundle rich(Object value) {
    return Rich.of(value, Watch.PRESENT, "ref");
  }

  private static String form(Object value, String type) {
    String payload = rich(value).forms().get(type);
    assertNotNull(payload, () -> value.getClass() + " has no " + type);
    return payload;
  }

  private static BufferedImage png(Object value) throws IOException {
    byte[] bytes = Base64.getDecoder().decode(form(value, Forms.PNG));
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }

  @Test
  void images_and_icons_are_png() throws IOException {
    BufferedImage image = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 4, Color.RED.getRGB());
    assertEquals(Color.RED.getRGB(), png(image).getRGB(3, 4));
    Icon icon =
        new Icon() {
          @Override
          public void paintIcon(Component c, Graphics g, int x, int y) {
            g.setColor(Color.GREEN);
            g.fillRect(x, y, 8, 8);
          }

          @Override
          public int getIconWidth() {
            return 8;
          }

          @Override
          public int getIconHeight() {
            return 8;
          }
        };
    assertEquals(Color.GREEN.getRGB(), png(icon).getRGB(7, 7));
  }

  @Test
  void a_very_large_image_becomes_smaller() throws IOException {
    BufferedImage large = new BufferedImage(5_000, 2_000, BufferedImage.TYPE_BYTE_GRAY);
    assertTrue(rich(large).truncated());
    BufferedImage shown = png(large);
    assertEquals(2.5, (double) shown.getWidth() / shown.getHeight(), 0.01);
    assertTrue(shown.getWidth() < 5_000);
  }

  @Test
  void charts_are_images() throws IOException {
    assertTrue(
        png(QuickChart.getChart("t", "x", "y", "s", new double[] {1, 2}, new double[] {3, 4}))
                .getWidth()
            > 100);
    DefaultPieDataset<String> pie = new DefaultPieDataset<>();
    pie.setValue("a", 1);
    assertTrue(png(ChartFactory.createPieChart("t", pie)).getWidth() > 100);
  }

  @Test
  void trees_of_json_are_json() throws IOException {
    String json = "{\"a\":[1,null,\"x\"]}";
    assertEquals(json, form(JsonParser.parseString(json), Forms.JSON));
    assertEquals(json, form(new ObjectMapper().readTree(json), Forms.JSON));
  }

  @Test
  void tables_of_libraries_are_tables() {
    Table table =
        Table.create("t", StringColumn.create("name", "a", "b"), IntColumn.create("n", 1, 2));
    assertEquals(
        "{\"columns\":[{\"name\":\"name\",\"type\":\"text\"},{\"name\":\"n\",\"type\":\"number\"}],"
            + "\"rows\":[[\"a\",\"1\"],[\"b\",\"2\"]],\"total\":2,\"offset\":0}",
        form(table, Forms.TABLE));
    DataFrame frame = DataFrame.foldByRow("name", "n").of("a", 1, "b", 2);
    assertEquals(form(table, Forms.TABLE), form(frame, Forms.TABLE));
    assertEquals(
        form(table, Forms.TABLE),
        form(
            new DefaultTableModel(new Object[][] {{"a", 1}, {"b", 2}}, new Object[] {"name", "n"}),
            Forms.TABLE));
  }

  /** The library itself does not start on later ones: it asks for {@code Thread.resume}. */
  @Test
  @EnabledForJreRange(max = JRE.JAVA_22)
  void figures_of_tablesaw_are_html() {
    Table table = Table.create("t", IntColumn.create("n", 1, 2));
    assertTrue(form(ScatterPlot.create("t", table, "n", "n"), Forms.HTML).contains("Plotly"));
  }

  @Test
  void a_result_that_can_be_gone_through_again_is_a_table_and_stays_where_it_was()
      throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement =
            connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        ResultSet rows = statement.executeQuery("select x as n from system_range(1, 3)")) {
      for (int row : List.of(0, 2, 4)) {
        for (boolean more = true; more && rows.getRow() < row; ) {
          more = rows.next();
        }
        boolean after = rows.isAfterLast();
        int at = rows.getRow();
        assertTrue(form(rows, Forms.TABLE).contains("[[\"1\"],[\"2\"],[\"3\"]]"));
        assertEquals(at, rows.getRow());
        assertEquals(after, rows.isAfterLast());
      }
    }
  }

  @Test
  void a_result_that_can_be_read_once_is_left_alone() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select 1")) {
      assertTrue(form(rows, Forms.MARKDOWN).contains("TYPE_SCROLL_INSENSITIVE"));
      assertTrue(rows.next());
    }
  }
}
